"""The vocabulary: the words we added to the printed ones, one row a term."""

from pathlib import Path
from typing import Any

from scripts.model import own_terms

MARK = "?"  # before a word that a draft proposes and nobody has confirmed; the build refuses it

TWO_IDS = (
    "category_id",
    "other_measure_id",
    "member_area_id",
    "replaced_by",
    "name",
    "gss_code",
)


class Vocabulary(dict[str, Any]):
    """Table name → term id → row. The id of a table's term is its first column; where the second is
    an id too, both.
    """

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none
        """It is read once and never changed, so what is made of it can be kept."""
        return id(self)

    def number_words(self, unit: str = "") -> dict[str, str]:
        """The number of each word or phrase that can stand for one, in a unit; empty where it
        depends on the sentence.
        """
        column = "percent" if unit == "percent" else "value"
        return {word: row[column] or row["value"] for word, row in self["number_words"].items()}

    def numeral_words(self) -> list[str]:
        """The words that count as numerals, wherever they are printed."""
        return [word for word, row in self["number_words"].items() if row["numeral"] == "yes"]


def read(folder: Path) -> Vocabulary:
    """All tables of the vocabulary folder, with the terms that documents beside it have of their
    own.
    """
    paths = sorted(folder.glob("*.csv"))
    return Vocabulary({path.stem: _by_id(own_terms.rows(path)) for path in paths})


def _by_id(rows: list[dict[str, str]]) -> dict[Any, dict[str, str]]:
    """Rows by their leading id columns: one, or two in tables that join two ids."""
    if not rows:
        return {}
    first, second = list(rows[0])[:2]
    if second in TWO_IDS:
        return {(row[first], row[second]): row for row in rows}
    return {row[first]: row for row in rows}
