"""What earlier documents did with similar words: the labels that stood at each measure, and what
number words were.

Reads source folders that were read already. Their labels and titles are data; no sentence of a
document is kept.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from scripts.model.terms import Vocabulary
from scripts.reading import facts
from scripts.reading.facts import Facts, token_of
from scripts.reading.sources import Document

FEWEST, CLEAR = (
    2,
    0.6,
)  # how often a word must have been met, and how clear its usual reason must be
FIGURE = ""
OF_THE_PLACE = ("personal_story", "contact_detail", "damaged_text")  # no word has these by itself


class Memory(NamedTuple):
    """Words by measure, and the usual reason by number word: empty for a word that was mostly a
    figure.
    """

    words: dict[str, str]
    reasons: dict[str, str]


NOTHING = Memory({}, {})


def remembered(documents: Iterable[Document], vocabulary: Vocabulary) -> Memory:
    """What these documents teach."""
    words: dict[str, set[str]] = {}
    reasons: dict[str, Counter[str]] = {}
    for document in documents:
        read = facts.read(document, vocabulary)
        for measure, said in labels(read):
            words.setdefault(measure, set()).add(said)
        for word, reason in number_words(document, read):
            reasons.setdefault(word, Counter())[reason] += 1
    usual = {word: usual_reason(counted) for word, counted in reasons.items()}
    joined = {measure: " ".join(sorted(said)) for measure, said in words.items()}
    return Memory(joined, {word: reason for word, reason in usual.items() if reason})


def labels(read: Facts) -> Iterable[tuple[str, str]]:
    """Each figure's measure with the words that stood at it: its table's title, its row and its
    column.
    """
    tables = read.document.tables_by_id
    for figure in read.figures:
        row, title = figure.address_row.replace("-", " "), tables[figure.table_id]["title"]
        said = (title, figure.row_label, figure.column_label, row)
        yield figure.measure_id, " ".join(said)


def number_words(document: Document, read: Facts) -> Iterable[tuple[str, str]]:
    """Each number that is a word, such as `once`, with its reason; none where it was a figure."""
    for row in document.numbers:
        if row["token"].isalpha() and row["reason"] not in OF_THE_PLACE:
            yield row["token"].lower(), row["reason"]
    for figure in read.figures:
        token = token_of(figure)
        if token.isalpha():
            yield token.lower(), FIGURE


def usual_reason(counted: Counter[str]) -> str:
    """The reason that a word clearly has, or none."""
    reason, times = counted.most_common(1)[0]
    is_clear = times >= FEWEST and times >= CLEAR * counted.total()
    return reason if is_clear else FIGURE
