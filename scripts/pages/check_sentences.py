"""What a check says, in one plain sentence for each rule, and how to tell the publisher of a difference. Neutral words only."""

from scripts.pages import addresses, sums, words
from scripts.pages.package import Package

SENTENCES = {
    "total": "The printed total is {printed}. Its {parts} parts add up to {recomputed}.",
    "shares_add_up": "The {parts} printed percentages add up to {recomputed}.",
    "share": "{printed} is printed. {part} of {whole} is {recomputed}.",
    "unit_cost": "{printed} is printed as the cost of all. {each} times {number} is {recomputed}.",
    "difference": "{printed} is printed. {from} less {less} is {recomputed}.",
    "change": "A change of {printed} is printed. From {from} to {to} it is {recomputed}.",
    "fall": "A fall of {printed} is printed. From {from} to {to} it is {recomputed}.",
    "average": "An average of {printed} is printed. The total of {total} over {number} is {recomputed}.",
    "same": "One place prints {printed}, another {recomputed}.",
    "at_most": "{part} is printed. What should be no smaller is printed as {whole}.",
    "higher": "Going by the documents, {higher} should be the higher number and {lower} the lower.",
    "possible_share": "{printed} is printed. Of {whole}, the nearest that is possible is {recomputed}.",
    "approximates": "{about} is printed. It is held against {recomputed}.",
    "count_of": "{printed} is printed. The count is {recomputed}.",
    "share_of_rows": "{printed} is printed. {part} out of {whole} is {recomputed}.",
    "periods_match": "The number {figure}, for {when}, covers {printed}. What it is held against covers {recomputed}.",
}
OTHER = "{printed} is printed. {recomputed} follows from the other numbers."
IN_COMMON = {
    "periods_match": "The number {figure}, for {when}, and what it is held against cover {printed} each, but not the same days. They have {recomputed} in common."
}
NOT_CALLED_TOTAL = {
    "total": "{printed} is printed. The {parts} numbers that it is held against add up to {recomputed}."
}
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
    "number_missing": "It needs a cell that has no number, or one that cannot be read.",
    "answer_missing": "An answer that it counts cannot be read, or there is none.",
    "cannot_fail": "Any number would have fitted.",
}


def sentence(check: dict, package: Package) -> str:
    """The check in a sentence or two, with both numbers."""
    return (
        of_periods(check, package)
        if check["rule"] == sums.SAID_PERIODS
        else of_numbers(check, package)
    )


def of_periods(check: dict, package: Package) -> str:
    """The different dates or periods that several places give, or that they all give the same."""
    answers = sums.counted(check, package)["answers"]
    said = list(dict.fromkeys(words.period_of(answer) for answer in answers))
    return (
        f"{len(answers)} places give {said[0]}."
        if len(said) == 1
        else f"One place gives {said[0]}, another {said[1]}."
    )


def of_numbers(check: dict, package: Package) -> str:
    """What is printed and what follows, in the words of the rule."""
    named = sums.parts(check, package)
    said = dict(one.split("=") for one in check["numbers"].split())
    said |= {
        part: str(len(answers))
        for part, answers in ({"part": []} | sums.counted(check, package)).items()
    }
    said |= {part: of(figures, package) for part, figures in named.items()}
    said |= {
        "printed": sums.as_printed(check, named, package),
        "recomputed": sums.amount(check["recomputed"], check, named, package),
    }
    said |= {"when": words.period_words(named["figure"][0])} if "figure" in named else {}
    said |= {
        "parts": str(len(named.get("parts", []))),
        "places": str(len(named.get("figures", []))),
    }
    called = (
        NOT_CALLED_TOTAL if named.get("whole") and named["whole"][0]["is_total"] != "yes" else {}
    )
    special = (
        AGREED
        if check["difference"] == "0"
        else IN_COMMON
        if sums.shares_days(check, named)
        else {}
    )
    sentences = SENTENCES | called | special
    text = (
        sentences.get(check["rule"], OTHER)
        + (WHOLE.get(check["rule"], "") if "whole" in named else "")
    ).format(**said)
    return text[:1].upper() + text[1:]


def of(figures: list[dict], package: Package) -> str:
    """One figure as it is said, or several added up."""
    return words.value(figures[0], package) if len(figures) == 1 else sums.summed(figures, package)


def status(check: dict) -> str:
    return STATUS.get(check["status"], check["status"])


def read_otherwise(laid: sums.Sum) -> str:
    """The numbers that had to be read, as the text has them: a word, or a damaged sign."""
    figures = [line.fact for line in laid.lines if line.fact and line.fact.get("value")]
    read = [
        figure
        for figure in figures
        if figure["value_as_published"].strip("£% ").replace(",", "") != figure["value"]
    ]
    return (
        words.joined(
            list(
                dict.fromkeys(
                    f"“{figure['value_as_published']}”, read as {figure['value']}"
                    for figure in read
                )
            )
        )
        + "."
    )


def letter(check: dict, laid: sums.Sum, package: Package) -> list[tuple[str, str]]:
    """What to tell the publisher, as (heading, text): the document, the place, what is printed, the question, where we show it."""
    document = package.term("documents", check["document_id"])
    site = package.contract.get("homepage", "").rstrip("/")
    told = [
        (
            "Document",
            ". ".join(
                filter(
                    None, [document["title"], document["reference"], document["date_as_published"]]
                )
            )
            + ".",
        ),
        (
            "Place",
            " ".join(
                f"{table['locator']}, “{table['title']}” ({lines} of the document’s text)."
                for table, lines in laid.places
            ),
        ),
        ("What it is about", f"{laid.subject}."),
        ("What is printed", sentence(check, package)),
        ("In the text that we have", read_otherwise(laid)),
        ("The sum", sums.equation(laid)),
        ("Question", "Which of these is right? Or do they mean different things?"),
        ("Shown at", f"{site}/{addresses.check(check['check_id'])}" if site else ""),
    ]
    return [(heading, text) for heading, text in told if text.strip(".")]
