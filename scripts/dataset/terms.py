"""The vocabulary: the words we added to the printed ones, one row a term."""

from pathlib import Path

from scripts.ground.files import read_rows


class Vocabulary(dict):
    """Table name → term id → row. The id of a table's term is its first column; categories have two."""

    def number_words(self) -> dict[str, str]:
        return {word: row["value"] for word, row in self["number_words"].items()}


def read(folder: Path) -> Vocabulary:
    """All tables of the vocabulary folder."""
    return Vocabulary({path.stem: _by_id(read_rows(path)) for path in sorted(folder.glob("*.csv"))})


def _by_id(rows: list[dict]) -> dict:
    keys = [name for name in rows[0] if name.endswith("_id")][:1] or [next(iter(rows[0]))] if rows else []
    if rows and {"dimension_id", "category_id"} <= rows[0].keys():
        return {(row["dimension_id"], row["category_id"]): row for row in rows}
    return {row[keys[0]]: row for row in rows}
