"""What the words beside a number or a label say of it: about or over, which country, and what a
table is broken down by.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from scripts.importing.printed_times import code_of
from scripts.model.terms import MARK, Vocabulary
from scripts.reading import printed

MOST_WORDS = 4  # of a qualifier before a number
COUNTRIES = ("England", "Wales", "Scotland", "Northern Ireland", "Great Britain", "United Kingdom")
COUNTRY = re.compile(rf"\b(?:{'|'.join(COUNTRIES)})\b")
NATIONAL = re.compile(r"\b(?:national(?:ly)? (?:average|figure|rate|level)|nationally)\b", re.I)
CLAUSE = re.compile(r"[,;.] |\b(?:and|but|while|compared|than)\b")
TOTALS = ("total", "all", "overall", "sum")


def qualifier(before: str, token: str) -> str:
    """The qualifier that the words right before a number say, or none. It is printed, so it is
    taken as it is.
    """
    words = before.split()
    for number in range(1, min(MOST_WORDS, len(words)) + 1):
        phrase = " ".join([*words[-number:], token])
        for term, pattern in printed.QUALIFIED_BEFORE.items():
            if pattern.fullmatch(phrase):
                return term
    return ""


def country(text: str, start: int, end: int) -> str:
    """The country that a number's clause names, as a proposal; nothing where it names none."""
    before = CLAUSE.split(text[:start])[-1]
    clause = before + text[start:end] + CLAUSE.split(text[end:])[0]
    named = COUNTRY.search(clause)
    if named:
        return MARK + printed.slug(named.group()).replace("-", "_")
    return f"{MARK}england" if NATIONAL.search(clause) else ""


def breakdown(labels: Sequence[str], vocabulary: Vocabulary) -> tuple[str, dict[str, str]]:
    """What labels give, as a proposal, and what each that is known means: times, or categories of
    the dimension that has most of them. `label`, where less than half are known.
    """
    times = {label: code_of(label) for label in labels if code_of(label)}
    if len(times) * 2 > len(labels):
        return f"{MARK}period", times
    known = categories(vocabulary)
    fits = Counter(
        dimension for label in labels for dimension in known.get(plain(label), {}) if label
    )
    best = max(fits, key=lambda each: (fits[each], each), default="")
    if fits[best] * 2 <= len(labels):
        return "label", {}
    said = {label: known.get(plain(label), {}).get(best, "") for label in labels}
    return MARK + best, {label: term for label, term in said.items() if term}


def categories(vocabulary: Vocabulary) -> dict[str, dict[str, str]]:
    """The category of each title by dimension. Printed words for a total mean `total`."""
    found: dict[str, dict[str, str]] = {}
    rows: Mapping[tuple[str, str], Mapping[str, str]] = vocabulary.get("categories", {})
    for (dimension, category), row in rows.items():
        names = {plain(row["title"]), plain(category), *(TOTALS if category == "total" else ())}
        for name in names:
            found.setdefault(name, {})[dimension] = category
    return found


def plain(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))
