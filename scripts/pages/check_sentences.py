"""What a check says, in one plain sentence for each rule, and how to tell the publisher of a
difference. Neutral words only.
"""

from scripts.checks import RULES
from scripts.checks.reckoning.rule import Said
from scripts.model.package import Package
from scripts.pages import addresses, sums, words

ONLY_LIMITS = "Not all of the numbers are exact, so it may hold."
HOW_TO_TELL = (
    "Send this by the contact route that the publisher names on its own website. We hold no names "
    "or contact details. "
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
    "cannot_fail": "Not tested: any number would pass.",
    "would_reveal": "The publisher keeps a number of it back, and the sum would tell more of it.",
}


def sentence(check: dict[str, str], package: Package) -> str:
    """The check in a sentence or two, with both numbers, as its rule has it."""
    rule = RULES[check["rule"]]
    found = Said(said(check, package), sums.facts(check, package), check["difference"] != "0")
    text = rule.sentence(found)
    of_numbers = check["verdict"] == "may_hold" and sums.parts(check, package)
    limits = f" {ONLY_LIMITS}" if of_numbers else ""
    return text[:1].upper() + text[1:] + limits


def said(check: dict[str, str], package: Package) -> dict[str, str]:
    """What a sentence may say: each part, and what is printed and recomputed."""
    named, answers = sums.parts(check, package), sums.counted(check, package)
    rule = RULES[check["rule"]]
    found = sums.given(check, package)
    found |= {"part": "0"} | {part: str(len(rows)) for part, rows in answers.items()}
    found |= {part: of(figures, package) for part, figures in named.items()}
    found |= {
        "printed": sums.as_printed(check, named, package),
        "recomputed": sums.amount("recomputed", check, named, package),
    }
    for part, rows in answers.items():
        in_words = dict.fromkeys(sums.said_answer(row, rule, package) for row in rows)
        found[f"{part} in words"] = words.joined(list(in_words))
        names = dict.fromkeys(words.subject(row, package) for row in rows)
        found[f"{part} by name"] = words.joined(list(names))
    places = [sums.said_answer(row, rule, package) for rows in answers.values() for row in rows]
    found |= {"places": "; ".join(dict.fromkeys(places))}
    return found | ({"when": words.period_words(named["figure"][0])} if "figure" in named else {})


def of(figures: list[dict[str, str]], package: Package) -> str:
    """One figure as it is said, or several added up."""
    return words.value(figures[0], package) if len(figures) == 1 else sums.summed(figures, package)


def status(check: dict[str, str]) -> str:
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


def letter(check: dict[str, str], laid: sums.Sum, package: Package) -> list[tuple[str, str]]:
    """What to tell the publisher, as (heading, text): the document, the place, what is printed, the
    question, where we show it.
    """
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
        ("Shown at", f"{site}/{addresses.check(check)}" if site else ""),
    ]
    return [(heading, text) for heading, text in told if text.strip(".")]
