"""Areas by whatever people write: an id, a title, another name, or a code of an office.

A contributor writes a name or a code and nothing else. It is accepted if it means one area. A name
of several, or of an authority that has ended, is refused with the ids to choose from.
"""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from scripts.model.terms import Vocabulary

Row = dict[str, str]
FILE = "data/vocabulary/areas.csv"
NAMES = ("area_id", "title", "official_name")
CODES = ("gss_code", "old_la_code")
TABLES = ("areas", "area_types", "area_names", "area_codes", "area_members", "area_successors")
NEAR, MOST_SHOWN = 3, 6
NEITHER = f"Add it to {FILE}; several authorities together are a row of the type `group`"


class Found(NamedTuple):
    """An area id, or none; and then what is wrong with the words and what to do, for a message."""

    area_id: str | None
    what: str = ""
    cure: str = ""


class Areas:
    """The areas of a vocabulary, by every name and code that they have."""

    def __init__(self, given: Mapping[str, list[Row]]) -> None:
        self.rows = {row["area_id"]: row for row in given["areas"]}
        self.names: dict[str, set[str]] = defaultdict(set)
        self.codes: dict[str, set[str]] = defaultdict(set)
        self.successors: dict[str, list[str]] = defaultdict(list)
        self.found: dict[str, Found] = {}
        for row in given["areas"]:
            self._add(self.names, row["area_id"], *(plain(row[column]) for column in NAMES))
            self._add(self.codes, row["area_id"], *(row[column] for column in CODES))
        for row in given["area_names"]:
            self._add(self.names, row["area_id"], plain(row["name"]))
        for row in given["area_codes"]:
            self._add(self.codes, row["area_id"], row["gss_code"])
        for row in given["area_successors"]:
            self.successors[row["area_id"]].append(row["replaced_by"])

    @staticmethod
    def _add(index: dict[str, set[str]], area_id: str, *written: str) -> None:
        for one in filter(None, written):
            index[one].add(area_id)

    def find(self, written: str) -> Found:
        """The area of an id, code or name.

        An id, and a code that only one area has, mean that area, ended or not. A name may mean one
        that has ended and its successor: what has ended is refused by its name. Each is sought
        once.
        """
        if written not in self.found:
            self.found[written] = self._sought(written)
        return self.found[written]

    def _sought(self, written: str) -> Found:
        if written in self.rows:
            return Found(written)
        by_code = sorted(self.codes.get(written.strip().upper(), ()))
        if len(by_code) == 1:
            return Found(by_code[0])
        ids = by_code or sorted(self.names.get(plain(written), ()))
        if not ids:
            return Found(None, f"is not in {FILE}", self._near(written))
        if len(ids) > 1:
            return Found(None, "is a name or code of several areas", self._choices(ids))
        end = self.rows[ids[0]]["end_date"]
        if end:
            return Found(None, f"is an area that ended on {end}", self._choices(ids))
        return Found(ids[0])

    def ids(self, written: Iterable[str]) -> list[str]:
        """The ids of areas, each distinct name read once. Words that mean no one area stay as they
        are.
        """
        names = list(written)
        known = {name: self.find(name).area_id or name for name in set(names)}
        return [known[name] for name in names]

    def _choices(self, ids: list[str]) -> str:
        """The ids to choose from, each with what it is; with their successors."""
        after = [one for area_id in ids for one in self.successors[area_id]]
        every = list(dict.fromkeys([*ids, *after]))[:MOST_SHOWN]
        shown = [f"`{one}` ({self._said(self.rows[one])})" for one in every]
        return f"Write the id of the one that is meant: {' or '.join(shown)}"

    @staticmethod
    def _said(row: Row) -> str:
        kind = row["area_type"].replace("_", " ")
        since = f", from {row['start_date']}" if row["start_date"] else ""
        return f"{kind}, until {row['end_date']}" if row["end_date"] else kind + since

    def _near(self, written: str) -> str:
        """What it may be, in the order of likeness; or where a new area goes."""
        words = difflib.get_close_matches(plain(written), self.names, NEAR)
        ids = dict.fromkeys(one for word in words for one in sorted(self.names[word]))
        near = [f"`{one}`" for one in list(ids)[:NEAR]]
        return f"Is it {' or '.join(near)}? {NEITHER}" if near else NEITHER


def plain(written: str) -> str:
    """Small letters and single spaces, `and` for `&`; no points, commas, hyphens or apostrophes."""
    words = written.casefold().replace("&", " and ").replace("'", "").replace("’", "")
    return " ".join(re.findall(r"[^\W_]+", words))


@lru_cache(maxsize=1)
def of(vocabulary: Vocabulary) -> Areas:
    """The areas of a vocabulary; made once, for a vocabulary is read once and never changed."""
    return Areas(tables(vocabulary))


def tables(vocabulary: Vocabulary) -> dict[str, list[Row]]:
    """The rows of the tables of areas, by table name."""
    return {name: list(vocabulary[name].values()) for name in TABLES}
