"""The package as the contract describes it: each table read once, its rows found by key or by
group.

Reads datapackage.json, the tables that it names, data/sources and CHANGELOG.md under a root. Writes
nothing. A row is a dict of strings by column: which columns there are, only the contract knows.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from scripts.model import own_terms
from scripts.model.contract import CONTRACT
from scripts.model.files import csv_text, read_json, rows_in

SOURCES = "data/sources"
Row = dict[str, str]
Field = dict[str, Any]
Key = str | tuple[str, ...]
Thing = TypeVar("Thing")


class Package:
    """The rows of every table of the contract, the contract itself, and the descriptors of the
    sources.

    A part of a `whole` package is a package too: with other `rows` by table, and of the same files.
    """

    def __init__(
        self,
        root: Path,
        rows: dict[str, list[Row]] | None = None,
        whole: "Package | None" = None,
    ):
        self.root, self.whole = root, whole
        self.contract: dict[str, Any] = whole.contract if whole else read_json(root / CONTRACT)
        self.described: dict[str, dict[str, Any]] = {
            table["name"]: table for table in self.contract["resources"]
        }
        self.rows = rows or {
            name: own_terms.rows(root / table["path"]) for name, table in self.described.items()
        }
        self._groups: dict[tuple[str, str], dict[str, list[Row]]] = {}
        self._once: dict[Callable[[Package], object], Any] = {}

    @classmethod
    def with_files(cls, root: Path, files: dict[str, str]) -> "Package":
        """The package as it will be when these files, text by path under root, stand in it.
        A table without a file is empty.
        """
        tables = read_json(root / CONTRACT)["resources"]
        return cls(root, {table["name"]: rows_of(root, table["path"], files) for table in tables})

    def __getitem__(self, table: str) -> list[Row]:
        return self.rows[table]

    def once(self, make: Callable[["Package"], Thing]) -> Thing:
        """What the function makes of this package, made the first time that somebody asks."""
        if make not in self._once:
            self._once[make] = make(self)
        made: Thing = self._once[make]
        return made

    def fields(self, table: str) -> list[Field]:
        """The columns of a table as the contract describes them."""
        fields: list[Field] = self.described[table]["schema"]["fields"]
        return fields

    def key(self, table: str) -> tuple[str, ...]:
        """The columns of a table's primary key; none if it has no key."""
        return as_tuple(self.described[table]["schema"].get("primaryKey", []))

    @property
    def released(self) -> str:
        """The date of this version, as YYYY-MM-DD: the contract's, for there is no clock."""
        created: str = self.contract["created"]
        return created[:10]

    @property
    def documents(self) -> list[str]:
        """The ids of all documents, in their order."""
        return [row["document_id"] for row in self["documents"]]

    @cached_property
    def terms(self) -> dict[str, dict[Key, Row]]:
        """For every table with a primary key: its rows by key, a tuple where the key has several
        columns.
        """
        return {name: by_key(self[name], self.key(name)) for name in self.rows if self.key(name)}

    def term(self, table: str, key: Key) -> Row:
        return self.terms[table][key]

    def title(self, table: str, key: Key) -> str:
        """What a term is called; empty for an empty key."""
        return self.term(table, key)["title"] if key else ""

    def group(self, table: str, column: str, value: str) -> list[Row]:
        """The rows of a table with this value in a column, in file order."""
        if (table, column) not in self._groups:
            self._groups[table, column] = grouped(self[table], column)
        return self._groups[table, column].get(value, [])

    def content(self, table: str) -> bytes:
        """The bytes of a table's file; of a part of a package, those that its file would have."""
        path: Path = self.root / self.described[table]["path"]
        if own_terms.files(path):
            return own_terms.text(path).encode()
        if not self.whole or self[table] is self.whole[table]:
            return path.read_bytes()
        return csv_text([field["name"] for field in self.fields(table)], self[table]).encode()

    @cached_property
    def sources(self) -> dict[str, dict[str, Any]]:
        """The descriptor of each document's folder, by document."""
        return {
            document: read_json(self.root / SOURCES / document / CONTRACT)
            for document in self.documents
        }

    def printed(self, table_id: str) -> dict[str, Any]:
        """What the descriptor of a document says of one of its tables."""
        document_id = self.term("tables", table_id)["document_id"]
        described: list[dict[str, Any]] = self.sources[document_id]["resources"]
        return next(one for one in described if f"{document_id}/{one['name']}" == table_id)

    @cached_property
    def source_files(self) -> dict[str, bytes]:
        """Every file of the documents' folders, by its path under the root; without their own
        terms, which stand in the tables of the vocabulary.
        """
        paths = [
            path
            for document in sorted(self.documents)
            for path in sorted((self.root / SOURCES / document).rglob("[!.]*"))
        ]
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in paths
            if path.is_file() and path.parent.name != own_terms.OWN
        }

    @cached_property
    def changelog(self) -> str:
        """The text of CHANGELOG.md; empty where there is none."""
        path = self.root / "CHANGELOG.md"
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    def members(self, check: Row) -> list[Row]:
        """Who takes part in a check, or would in a claim that cannot be recomputed, in the order of
        the sum.
        """
        key = check["check_id"]
        there = self.group("check_members", "check_id", key)
        return there or self.group("not_recomputed_members", "check_id", key)

    def taking_part(self, check: Row) -> list[str]:
        """The ids of the figures and answers that a check or a claim names, each once."""
        ids = (row["figure_id"] or row["answer_id"] for row in self.members(check))
        return list(dict.fromkeys(filter(None, ids)))

    @cached_property
    def checks_of(self) -> dict[str, list[Row]]:
        """The checks that each figure or answer takes part in."""
        return self._taking_part("checks")

    @cached_property
    def not_recomputed_of(self) -> dict[str, list[Row]]:
        """The claims that cannot be recomputed and that each figure or answer would take part
        in.
        """
        return self._taking_part("not_recomputed")

    def _taking_part(self, table: str) -> dict[str, list[Row]]:
        """The rows of a table that name each figure or answer."""
        found = defaultdict(list)
        for row in self[table]:
            for address in self.taking_part(row):
                found[address].append(row)
        return found

    def flags(self, figure: Row) -> list[str]:
        """The ids of the flags of a figure."""
        own = self.group("figure_flags", "figure_id", figure["figure_id"])
        return [row["flag_id"] for row in own]

    @cached_property
    def comparisons_of(self) -> dict[tuple[str, ...], list[Row]]:
        """What is said about comparing figures of this measure, kind of period and kind of area
        with others, whichever of the two comes first.
        """
        found = defaultdict(list)
        for row in self["comparisons"]:
            for side in dict.fromkeys(
                tuple(
                    row[f"{word}{column}"] for column in ("measure_id", "period_kind", "area_kind")
                )
                for word in ("", "other_")
            ):
                found[side].append(row)
        return found


def rows_of(root: Path, path: str, files: dict[str, str]) -> list[Row]:
    """The rows of a table that may not be written yet."""
    if path in files:
        return rows_in(files[path])
    return own_terms.rows(root / path) if (root / path).is_file() else []


def as_tuple(names: str | list[str]) -> tuple[str, ...]:
    """Column names as the contract may write them: one as text, or a list."""
    return (names,) if isinstance(names, str) else tuple(names)


def by_key(rows: Iterable[Row], columns: tuple[str, ...]) -> dict[Key, Row]:
    """Rows by the value of one column, or by a tuple of the values of several."""
    if len(columns) == 1:
        return {row[columns[0]]: row for row in rows}
    return {tuple(row[column] for column in columns): row for row in rows}


def grouped(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    """Rows by the value of a column, each group in the order of the rows."""
    groups = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return dict(groups)


def part(package: Package, documents: Iterable[str]) -> Package:
    """The package with the facts of these documents only; the vocabulary stays whole, and every key
    still leads somewhere.
    """
    wanted = frozenset(documents)
    own = [row for row in package["documents"] if row["document_id"] in wanted]
    rows = _kept(package, package.rows | {"documents": own})
    same = {name: package[name] for name in rows if len(rows[name]) == len(package[name])}
    return Package(package.root, rows | same, package)


def _kept(package: Package, rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Leave out rows whose keys lead to rows that are left out, until none is left."""
    kept = {name: _leading_somewhere(package, name, rows) for name in rows}
    same = all(len(kept[name]) == len(rows[name]) for name in kept)
    return kept if same else _kept(package, kept)


def _leading_somewhere(package: Package, table: str, rows: dict[str, list[Row]]) -> list[Row]:
    """The rows of a table without those that refer to a row that is not there any more."""
    kept = rows[table]
    for key in package.described[table]["schema"].get("foreignKeys", []):
        target = key["reference"]["resource"] or table
        own, theirs = as_tuple(key["fields"]), as_tuple(key["reference"]["fields"])
        if len(rows[target]) < len(package[target]):
            there = {tuple(row[column] for column in theirs) for row in rows[target]}
            values = [(row, tuple(row[column] for column in own)) for row in kept]
            kept = [row for row, value in values if value in there or not any(value)]
    return kept
