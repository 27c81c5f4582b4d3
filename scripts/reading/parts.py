"""data/tidy put together from what each document yields, kept from earlier builds where nothing
that it follows from has changed.

A document's facts follow from its folder, the vocabulary, the contract and the code. Documents that
print the same number, or that speak of each other's, are checked together. What has a problem is
not kept: a clean build tells it.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from scripts.model import contract, own_terms, terms
from scripts.model.contract import CONTRACT
from scripts.model.files import csv_text, read_json
from scripts.model.kept import Kept, key_of, key_of_code, key_of_files
from scripts.model.terms import Vocabulary
from scripts.reading import areas, sources, spread, tidy
from scripts.reading.keys import key_of_common
from scripts.reading.sources import SOURCES
from scripts.reading.spread import Spread
from scripts.reading.tidy import Reading, Row, Rows
from scripts.register import comparisons, unclaimed
from scripts.register.comparisons import Kind
from scripts.validations import area_codes, control_counts, control_sums, guard

MOST_READ = 64  # documents whose facts are held at a time
ACROSS = ("comparisons", *tidy.of_rules())  # tables that no document yields
Texts = dict[str, str]


class Place(NamedTuple):
    """Where the project stands, and the key of all that every document follows from."""

    root: str
    key: str


class Folder(NamedTuple):
    """A source folder, and the key of its files."""

    place: Place
    name: str
    key: str


class Together(NamedTuple):
    """Documents that are checked together, in order of id."""

    folders: tuple[Folder, ...]

    @property
    def key(self) -> str:
        return key_of("together", *(part for one in self.folders for part in (one.name, one.key)))


class Whole(NamedTuple):
    """The text of each table of data/tidy with its header, and how many rows it has."""

    texts: Texts
    rows: dict[str, int]


def whole(root: Path, kept: Kept, cluster: str, say: Callable[[str], None]) -> Whole | None:
    """Every table, or None where something is wrong anywhere, or there is nothing to read.

    `say` is told what is being done. `cluster` is the address of a Dask cluster, or empty.
    """
    if _stray(root):
        return None
    described, unfit = tidy.read_contract(root, [contract.VOCABULARY, *own_terms.folders(root)])
    if unfit:
        return None
    vocabulary = terms.read(root / contract.VOCABULARY)
    if any(True for _ in area_codes.problems(areas.tables(vocabulary))):
        return None
    place = Place(str(root), key_of(key_of_code(), key_of_common(root)))
    folders = [Folder(place, path.name, key_of_files(root, path)) for path in sources.folders(root)]
    with spread.over(len(folders), cluster) as over:
        keys: dict[Any, str] = {one: key_of("trace", place.key, one.key) for one in folders}
        traces = yielded(kept, over, trace, keys, partial(_how_far, say, "reading documents"))
        if not folders or not all(map(is_sound, traces.values())):
            return None
        groups = grouped(traces)
        keys = {each: key_of(place.key, each.key) for each in groups}
        told = partial(_how_far, say, "checking documents")
        found = yielded(kept, over, tables, keys, told).values()
        if not all(map(is_sound, found)):
            return None
    parts = sorted((part for each in found for part in each), key=lambda part: part["document"])
    return _joined(parts, described, vocabulary)


def yielded(
    kept: Kept,
    over: Spread,
    work: Callable[[Any], Any],
    keys: Mapping[Any, str],
    told: Callable[[int, int], None],
) -> dict[Any, Any]:
    """What each piece of work yields, by piece: kept, or else worked out and then kept.

    With one that is not sound it ends: whatever else was to be done is None.
    """
    there = {piece: kept.get(key) for piece, key in keys.items()}
    missing = [piece for piece, part in there.items() if part is None]
    for number, (piece, part) in enumerate(zip(missing, over(work, missing), strict=True), start=1):
        there[piece] = part
        if not is_sound(part):
            break  # a clean build will tell everything
        kept.put(keys[piece], part)
        told(number, len(missing))
    return there


def _how_far(say: Callable[[str], None], what: str, number: int, whole_number: int) -> None:
    say(f"{what}: {number:,} of {whole_number:,}")


def is_sound(part: Any) -> bool:
    """Whether nothing is wrong in it, and it was worked out at all."""
    if part is None:
        return False
    return all(one["sound"] for one in part) if isinstance(part, list) else bool(part["sound"])


def _stray(root: Path) -> bool:
    """Whether something else than folders stands among the documents, which a clean build tells."""
    return any(path.is_symlink() or not path.is_dir() for path in (root / SOURCES).glob("*"))


@lru_cache(maxsize=1)
def vocabulary_of(place: Place) -> Vocabulary:
    return terms.read(Path(place.root) / contract.VOCABULARY)


@lru_cache(maxsize=MOST_READ)
def read(folder: Folder) -> Reading | None:
    """A document's facts; None where anything is wrong with it on its own."""
    root, name = Path(folder.place.root), f"{SOURCES}/{folder.name}"
    if guard.problems_in(root, [name], []):
        return None
    vocabulary = vocabulary_of(folder.place)
    document, problems = sources.read(root / name, name, vocabulary)
    if document is None or problems or list(sources.unaccounted(root, [document])):
        return None
    reading = tidy.read(document, vocabulary)
    sums = [*control_sums.problems(reading.facts), *control_counts.problems(reading.facts)]
    return None if reading.problems or sums else reading


def trace(folder: Folder) -> dict[str, Any]:
    """What tells which other documents this one is checked with: the numbers it prints, and the
    documents its claims may name.
    """
    reading = read(folder)
    if reading is None:
        return {"sound": False}
    prints = unclaimed.repeated(figure._asdict() for figure in reading.facts.figures)
    claims = reading.facts.document.descriptor.get("claims", [])
    named = {step for claim in claims for value in claim.values() for step in _first_steps(value)}
    return {"sound": True, "prints": [_short(key) for key in prints], "names": sorted(named)}


def _short(key: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join(key).encode()).hexdigest()[:24]


def _first_steps(value: object) -> Iterator[str]:
    """The first step of whatever may be an address."""
    for one in sources.several(value):
        if isinstance(one, str):
            yield one.partition("/")[0]


def grouped(traces: Mapping[Folder, Mapping[str, Any]]) -> list[Together]:
    """The documents that are checked together: those that print one number, or of which one names
    the other.
    """
    leader = {folder.name: folder.name for folder in traces}

    def first(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    printed_by: dict[str, str] = {}
    for folder, found in traces.items():
        others = {printed_by.setdefault(key, folder.name) for key in found["prints"]}
        others |= {name for name in found["names"] if name in leader}
        for other in others:
            leader[first(other)] = first(folder.name)
    members: dict[str, list[Folder]] = {}
    for folder in traces:
        members.setdefault(first(folder.name), []).append(folder)
    return [Together(tuple(sorted(found))) for found in members.values()]


def tables(group: Together) -> list[dict[str, Any]]:
    """For each document of a group its rows of every table as CSV text, with what crosses
    documents.
    """
    place = group.folders[0].place
    vocabulary = vocabulary_of(place)
    readings = [reading for reading in map(read, group.folders) if reading]
    made = tidy.of_readings(readings, vocabulary)
    described = read_json(Path(place.root) / CONTRACT)
    across: dict[str, Rows] = {name: [] for name in ACROSS}
    wrong = made.problems or list(contract.written_problems(described, made.tables | across))
    if wrong or len(readings) < len(group.folders):
        return [{"sound": False, "document": folder.name} for folder in group.folders]
    columns = contract.columns(described, contract.WRITTEN)
    rows = {name: by_document(made.tables, name) for name in made.tables}
    return [
        {
            "sound": True,
            "document": folder.name,
            "texts": {
                name: body(columns[name], found.get(folder.name, []))
                for name, found in rows.items()
            },
            "rows": {name: len(found.get(folder.name, [])) for name, found in rows.items()},
            "kinds": sorted(comparisons.kinds(rows["series"].get(folder.name, []))),
        }
        for folder in group.folders
    ]


def body(columns: list[str], rows: Sequence[Row | tuple[str, ...]]) -> str:
    """CSV text without a header."""
    return csv_text(columns, rows).partition("\n")[2]


def by_document(made: Mapping[str, Rows], name: str) -> dict[str, list[Any]]:
    """The rows of a table by the document that tells them, in their order."""
    found: dict[str, list[Any]] = {}
    for row, document in zip(made[name], tellers(made, name), strict=True):
        found.setdefault(document, []).append(row)
    return found


def tellers(made: Mapping[str, Rows], name: str) -> Iterable[str]:
    """The document that tells each row: its own or its figure's, or that of the check in which it
    is seen first.
    """
    of_check = {
        row["check_id"]: row["document_id"]
        for table in ("checks", "not_recomputed")
        for row in made[table]
        if isinstance(row, dict)
    }
    if name in ("check_members", "not_recomputed_members"):
        return [of_check[_cell(row, "check_id")] for row in made[name]]
    if name in ("single_changes", "single_change_checks"):
        first: dict[str, str] = {}
        for row in made["check_members"]:
            first.setdefault(_cell(row, "figure_id"), of_check[_cell(row, "check_id")])
        return [first[_cell(row, "figure_id")] for row in made[name]]
    if name == "figure_flags":
        of_figure = {_cell(row, "figure_id"): _cell(row, "document_id") for row in made["figures"]}
        return [of_figure[_cell(row, "figure_id")] for row in made[name]]
    return [_cell(row, "document_id") for row in made[name]]


def _cell(row: Row | tuple[str, ...], column: str) -> str:
    return row[column] if isinstance(row, dict) else str(getattr(row, column))


def _joined(
    parts: list[dict[str, Any]], described: dict[str, Any], vocabulary: Vocabulary
) -> Whole | None:
    """The parts one after another under one header, and the tables that no document yields."""
    kinds = sorted({Kind(*kind) for part in parts for kind in part["kinds"]})
    across: dict[str, Rows] = {
        "comparisons": comparisons.of_kinds(kinds, vocabulary),
        **tidy.of_rules(),
    }
    columns = contract.columns(described, contract.WRITTEN)
    if list(contract.written_problems(described, dict.fromkeys(parts[0]["texts"], []) | across)):
        return None
    texts, rows = {}, {}
    for name in parts[0]["texts"]:
        texts[name] = (
            ",".join(columns[name]) + "\n" + "".join(part["texts"][name] for part in parts)
        )
        rows[name] = sum(part["rows"][name] for part in parts)
    for name, found in across.items():
        texts[name], rows[name] = csv_text(columns[name], found), len(found)
    return Whole(texts, rows)
