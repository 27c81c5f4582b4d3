"""The package as the site reads it: the rows of every table, found by key or by group. Reads datapackage.json and data/."""

from collections import defaultdict
from functools import cached_property
from pathlib import Path

from scripts.model.files import read_json, read_rows
from scripts.offering.catalogue import Entry
from scripts.offering.downloads import Downloads, entries, make

CONTRACT = "datapackage.json"


def taking_part(check: dict) -> list[str]:
    """The ids of the figures and answers that a check or a claim names, each once."""
    return list(
        dict.fromkeys(
            part.partition("=")[2] for part in f"{check['figures']} {check['answers']}".split()
        )
    )


class Package:
    """Rows of every table of the contract, the contract itself, and the descriptors of the sources."""

    def __init__(self, root: Path):
        self.root = root
        self.contract = read_json(root / CONTRACT)
        self.rows = {
            table["name"]: read_rows(root / table["path"]) for table in self.contract["resources"]
        }
        self.sources = {
            row["document_id"]: read_json(root / "data/sources" / row["document_id"] / CONTRACT)
            for row in self["documents"]
        }
        self._groups: dict[tuple[str, str], dict[str, list[dict]]] = {}

    def __getitem__(self, table: str) -> list[dict]:
        return self.rows[table]

    @cached_property
    def downloads(self) -> Downloads:
        """Everything to take away, made once."""
        return make(self.root)

    @cached_property
    def entries(self) -> list[Entry]:
        """The downloads as people choose them."""
        return entries(self.downloads)

    @cached_property
    def terms(self) -> dict[str, dict]:
        """For every table with a primary key: its rows by key, a tuple where the key has several columns."""
        keys = {
            table["name"]: table["schema"].get("primaryKey", [])
            for table in self.contract["resources"]
        }
        return {
            name: {
                row[key[0]] if len(key) == 1 else tuple(row[column] for column in key): row
                for row in self[name]
            }
            for name, key in keys.items()
            if key
        }

    def term(self, table: str, key: str | tuple) -> dict:
        return self.terms[table][key]

    def title(self, table: str, key: str | tuple) -> str:
        """What a term is called; empty for an empty key."""
        return self.term(table, key)["title"] if key else ""

    def group(self, table: str, column: str, value: str) -> list[dict]:
        """The rows of a table with this value in a column, in file order."""
        if (table, column) not in self._groups:
            groups = defaultdict(list)
            for row in self[table]:
                groups[row[column]].append(row)
            self._groups[table, column] = groups
        return self._groups[table, column].get(value, [])

    @cached_property
    def checks_of(self) -> dict[str, list[dict]]:
        """The checks that each figure or answer takes part in."""
        return self._taking_part("checks")

    @cached_property
    def not_recomputed_of(self) -> dict[str, list[dict]]:
        """The claims that cannot be recomputed and that each figure or answer would take part in."""
        return self._taking_part("not_recomputed")

    def _taking_part(self, table: str) -> dict[str, list[dict]]:
        """The rows of a table that name each figure or answer."""
        found = defaultdict(list)
        for row in self[table]:
            for address in taking_part(row):
                found[address].append(row)
        return found

    @cached_property
    def comparisons_of(self) -> dict[tuple[str, str, str], list[dict]]:
        """What is said about comparing figures of this measure, document and area with others, whichever of the two comes first."""
        found = defaultdict(list)
        for row in self["comparisons"]:
            for side in dict.fromkeys(
                tuple(row[f"{word}{column}"] for column in ("measure_id", "document_id", "area_id"))
                for word in ("", "other_")
            ):
                found[side].append(row)
        return found
