"""What a check says, in one plain sentence for each rule, and how to tell the publisher of a difference. Neutral words only."""

from scripts.website import addresses, sums, words
from scripts.website.package import Package

SENTENCES = {
    "total": "The printed total is {printed}. Its {parts} parts add up to {recomputed}.",
    "shares_add_up": "The {parts} printed percentages add up to {recomputed}.",
    "share": "{printed} is printed. {part} of {whole} is {recomputed}.",
    "unit_cost": "{printed} is printed for all. {each} times {number} is {recomputed}.",
    "difference": "{printed} is printed. {from} less {less} is {recomputed}.",
    "change": "A change of {printed} is printed. From {from} to {to} it is {recomputed}.",
    "fall": "A fall of {printed} is printed. From {from} to {to} it is {recomputed}.",
    "average": "An average of {printed} is printed. The total of {total} over {number} is {recomputed}.",
    "same": "One place prints {printed}, another {recomputed}.",
    "at_most": "A part is printed as {part}, its whole as {whole}.",
    "higher": "By what the text says, {higher} is the higher number and {lower} the lower.",
    "possible_share": "{printed} is printed. Of {whole}, the nearest that is possible is {recomputed}.",
    "approximates": "{about} is printed. The exact number is {recomputed}.",
    "count_of": "{printed} is printed. The count is {recomputed}.",
    "share_of_rows": "{printed} is printed. {part} out of {whole} is {recomputed}.",
    "periods_match": "The number covers {printed}. What it is held against covers {recomputed}.",
}
OTHER = "{printed} is printed. {recomputed} follows from the other numbers."
IN_COMMON = {"periods_match": "The number and what it is held against cover {printed} each, but not the same days. They have {recomputed} in common."}
AGREED = {"same": "{places} places print {printed}."}
WHOLE = {"shares_add_up": " {printed} is printed as their total."}
HOW_TO_TELL = (
    "Send this by the contact route that the publisher names on its own website. We hold no names or contact details. "
    "If you get an answer, tell us, so that the status here can change."
)
STATUS = {
    "open": "Open. We do not know that anybody has told the publisher.",
    "reported": "Reported to the publisher. We know of no answer.",
    "acknowledged": "The publisher has acknowledged it.",
    "corrected": "The publisher has corrected it.",
}


WHY_NOT = {
    "number_missing": "A number that it needs is not there.",
    "answer_missing": "An answer that it counts cannot be read, or there is none.",
    "cannot_fail": "Any number would have fitted.",
}


def sentence(check: dict, package: Package) -> str:
    """The check in a sentence or two, with both numbers."""
    named = sums.parts(check, package)
    said = dict(one.split("=") for one in check["numbers"].split())
    said |= {part: str(len(answers)) for part, answers in ({"part": []} | sums.counted(check, package)).items()}
    said |= {part: of(figures, package) for part, figures in named.items()}
    said |= {"printed": sums.as_printed(check, named, package), "recomputed": sums.amount(check["recomputed"], check, named, package)}
    said |= {"parts": str(len(named.get("parts", []))), "places": str(len(named.get("figures", [])))}
    special = AGREED if check["difference"] == "0" else IN_COMMON if sums.shares_days(check, named) else {}
    sentences = SENTENCES | special
    text = (sentences.get(check["rule"], OTHER) + (WHOLE.get(check["rule"], "") if "whole" in named else "")).format(**said)
    return text[:1].upper() + text[1:]


def of(figures: list[dict], package: Package) -> str:
    """One figure as it is said, or several added up."""
    return words.value(figures[0], package) if len(figures) == 1 else words.number(sums.added(figures))


def status(check: dict) -> str:
    return STATUS.get(check["status"], check["status"])


def letter(check: dict, laid: sums.Sum, package: Package) -> list[tuple[str, str]]:
    """What to tell the publisher, as (heading, text): the document, the place, what is printed, the question, where we show it."""
    document = package.term("documents", check["document_id"])
    site = package.contract.get("homepage", "").rstrip("/")
    told = [
        ("Document", ". ".join(filter(None, [document["title"], document["reference"], document["date_as_published"]])) + "."),
        ("Place", " ".join(f"{table['locator']}, “{table['title']}” ({lines} of the document’s text)." for table, lines in laid.places)),
        ("What it is about", f"{laid.subject}."),
        ("What is printed", sentence(check, package)),
        ("The sum", sums.equation(laid)),
        ("Question", "Which of these numbers is right? Or do they count different things?"),
        ("Shown at", f"{site}/{addresses.check(check['check_id'])}" if site else ""),
    ]
    return [(heading, text) for heading, text in told if text.strip(".")]
