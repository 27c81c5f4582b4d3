"""The printed documents: reads the source folders, and says what does not hold together in them."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import jsonschema_rs

from scripts.checks import RULES
from scripts.checks.reckoning.claim_schema import claim_schema
from scripts.model import own_terms
from scripts.model.files import read_json, read_rows
from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading import areas, periods
from scripts.validations import known_terms

if TYPE_CHECKING:  # it explains, is slow to load, and is seldom needed
    import jsonschema

SOURCES = "data/sources"
DESCRIPTOR = "datapackage.json"
NUMBERS = "numbers.csv"
SCHEMA = Path(__file__).with_name("source.schema.json")
NUMBER_COLUMNS = ["line", "token", "reason"]
LINE_OR_LINES = re.compile(r"[0-9]+(-[0-9]+)?")


class Document(NamedTuple):
    """A source folder: its descriptor, the rows of its tables by table name, and its numerals that
    are not figures.
    """

    id: str
    folder: str
    descriptor: dict[str, Any]
    rows: dict[str, list[dict[str, Any]]]
    numbers: list[dict[str, str]]

    def file(self, table: str) -> str:
        return f"{self.folder}/{table}.csv"

    @property
    def tables_by_id(self) -> dict[str, dict[str, Any]]:
        """What its descriptor says of each of its tables, by the id of the table."""
        return {f"{self.id}/{table['name']}": table for table in self.descriptor["resources"]}

    def file_of(self, table_id: str) -> str:
        """The file of one of its tables, by the id of the table."""
        return self.file(self.tables_by_id[table_id]["name"])


def read_all(root: Path, vocabulary: Vocabulary) -> tuple[list[Document], list[Problem]]:
    """Every folder of data/sources that can be read, in order of id, and the problems of all of
    them.
    """
    if not (root / SOURCES).is_dir():
        return [], [
            Problem(
                SOURCES, "folder", "is missing", "Put it back: it holds a folder for each document"
            )
        ]
    documents, problems = [], []
    for folder in folders(root):
        document, found = read(folder, folder.relative_to(root).as_posix(), vocabulary)
        problems += found
        documents += [document] if document else []
    return documents, problems


def folders(root: Path) -> list[Path]:
    """The source folders: they are the only list of documents."""
    return sorted(path for path in (root / SOURCES).glob("[!.]*") if path.is_dir())


def read(folder: Path, name: str, vocabulary: Vocabulary) -> tuple[Document | None, list[Problem]]:
    """One document, or None where its descriptor or a file of it is unfit to go on with."""
    place = f"{name}/{DESCRIPTOR}"
    if not (folder / DESCRIPTOR).is_file():
        return None, [
            Problem(
                place,
                "file",
                "is missing",
                "Describe the document in it, as docs/add-a-document.md says",
            )
        ]
    descriptor = read_json(folder / DESCRIPTOR)
    if not is_described(descriptor):
        return None, [_schema_problem(place, error) for error in _schema().iter_errors(descriptor)]
    problems = _descriptor_problems(folder, name, descriptor, vocabulary)
    undated = list(_date_problems(place, descriptor["document"]))
    files = [folder / table["path"] for table in descriptor["resources"]]
    misnamed = any(table["path"] != f"{table['name']}.csv" for table in descriptor["resources"])
    if undated or misnamed or any(not file.is_file() for file in files):
        return None, problems + undated
    rows = {table["name"]: read_rows(folder / table["path"]) for table in descriptor["resources"]}
    numbers = read_rows(folder / NUMBERS) if (folder / NUMBERS).is_file() else []
    document = Document(descriptor["name"], name, descriptor, rows, numbers)
    unfit = _column_problems(document) + _number_column_problems(document)
    return None if unfit else document, problems + unfit + ([] if unfit else row_problems(document))


def is_described(descriptor: dict[str, Any]) -> bool:
    """Whether a descriptor has the shape that one must have."""
    return bool(_proof().is_valid(descriptor))


def unaccounted(root: Path, documents: list[Document]) -> Iterator[Problem]:
    """Documents without an account of their numerals: it is drafted when their tables are there."""
    for document in documents:
        if not (root / document.folder / NUMBERS).is_file():
            yield Problem(
                f"{document.folder}/{NUMBERS}",
                "file",
                "is missing",
                f"Draft it: make account DOCUMENTS=folder-of-the-texts DOCUMENT={document.id}",
            )


@cache
def _schema() -> "jsonschema.Draft202012Validator":
    """Explains what is wrong with a descriptor."""
    import jsonschema

    return jsonschema.Draft202012Validator(shape())


@cache
def _proof() -> jsonschema_rs.Draft202012Validator:
    """Proves a descriptor right, in a five-hundredth of the time."""
    return jsonschema_rs.Draft202012Validator(shape())


def shape() -> dict[str, Any]:
    """The shape of a descriptor. That of its claims is made from the rules."""
    schema = read_json(SCHEMA)
    schema["$defs"]["claim"] = claim_schema(RULES)
    return schema


def _schema_problem(place: str, error: "jsonschema.ValidationError") -> Problem:
    from jsonschema.exceptions import best_match

    error = best_match([_of_its_rule(error)])
    where = "/".join(str(step) for step in error.absolute_path) or "top"
    wanted = (
        error.schema.get("description", "")
        if isinstance(error.schema, dict)
        and error.validator in ("pattern", "type", "minItems", "maxItems")
        else ""
    )
    what = (
        f"{json.dumps(error.instance, ensure_ascii=False)[:100]} is not {wanted}"
        if wanted
        else error.message[:300]
    )
    return Problem(place, where, what, "See the words of a descriptor in docs/add-a-document.md")


def _of_its_rule(error: "jsonschema.ValidationError") -> "jsonschema.ValidationError":
    """What breaks the words of a claim's own rule, rather than that the claim fits no rule at
    all.
    """
    other_rules = {inner.schema_path[0] for inner in error.context if inner.validator == "const"}
    return next(
        (
            inner
            for inner in error.context
            if other_rules and inner.schema_path[0] not in other_rules
        ),
        error,
    )


def _descriptor_problems(
    folder: Path, name: str, descriptor: dict[str, Any], vocabulary: Vocabulary
) -> list[Problem]:
    """Names, terms and files that the descriptor speaks of and that do not exist, or stand
    twice.
    """
    place, found = f"{name}/{DESCRIPTOR}", []
    if descriptor["name"] != folder.name:
        found.append(
            Problem(
                place,
                "name",
                f"{descriptor['name']!r} is not the folder's name",
                "Give both the same name, in small letters, digits and hyphens",
            )
        )
    for key, table in (
        ("type", "document_types"),
        ("publisher", "publishers"),
        ("licence", "licences"),
        ("licence_basis", "licence_bases"),
        ("request", "requests"),
    ):
        if key in descriptor["document"]:
            term = descriptor["document"][key]
            found += unknown(place, f"document/{key}", term, table, vocabulary)
    area = areas.of(vocabulary).find(descriptor["document"]["area"])
    if not area.area_id:
        what = f"{descriptor['document']['area']!r} {area.what}"
        found.append(Problem(place, "document/area", what, area.cure))
    for number, passage in enumerate(descriptor.get("left_out", [])):
        found += unknown(
            place, f"left_out/{number}/reason", passage["reason"], "number_reasons", vocabulary
        )
    for word, key in (("causes", "id"), ("caveats", "check")):
        for said in (one for one in descriptor.get(word, []) if "class" in one):
            found += unknown(
                place, f"{word}: {said[key]}", said["class"], "discrepancy_classes", vocabulary
            )
    for claim in descriptor.get("claims", []):
        for code in several(claim.get("answer", [])) + several(claim.get("of", [])):
            found += unknown(place, f"claim {claim['id']}", code, "answer_codes", vocabulary)
    found += [*_line_problems(place, descriptor), *heading_problems(place, descriptor)]
    names = [table["name"] for table in descriptor["resources"] + descriptor.get("gaps", [])]
    found += [
        Problem(place, f"table {name}", "stands twice", "Give each table its own name")
        for name in sorted(set(names))
        if names.count(name) > 1
    ]
    for table in descriptor["resources"]:
        if table["path"] != f"{table['name']}.csv":
            found.append(
                Problem(
                    place,
                    f"table {table['name']}",
                    f"its path is {table['path']!r}",
                    f"Write '{table['name']}.csv', and name the file so",
                )
            )
        if not (folder / table["path"]).is_file():
            found.append(
                Problem(
                    f"{name}/{table['path']}",
                    "file",
                    "is missing",
                    f"Add it, or take {table['name']!r} out of {DESCRIPTOR}",
                )
            )
    spoken = {table["path"] for table in descriptor["resources"]} | {DESCRIPTOR, NUMBERS}
    for path in sorted(folder.glob("[!.]*")):
        if path.name not in spoken and not (path.is_dir() and path.name == own_terms.OWN):
            found.append(
                Problem(
                    f"{name}/{path.name}",
                    "file",
                    f"is not spoken of in {DESCRIPTOR}",
                    "Describe it there or remove it",
                )
            )
    return found


def _date_problems(place: str, about: dict[str, Any]) -> Iterator[Problem]:
    for word, parse in (("date", date.fromisoformat), ("period", periods.parse)):
        try:
            parse(about[word]) if about[word] else None
        except ValueError as fault:
            yield Problem(
                place,
                f"document/{word}",
                f"{about[word]!r} is not a {word} ({fault})",
                "Correct it, or leave it empty if none is printed",
            )


def _line_problems(place: str, descriptor: dict[str, Any]) -> Iterator[Problem]:
    """Lines that end before they start, or stand after the end of the text."""
    for kind in ("resources", "gaps", "left_out"):
        for number, thing in enumerate(descriptor.get(kind, [])):
            first, last = thing["lines"]
            if not first <= last <= descriptor["document"]["text_lines"]:
                yield Problem(
                    place,
                    f"{kind}/{number}/lines",
                    f"{first} to {last} are not lines of the text",
                    "Write the first and the last line",
                )
    about = descriptor["document"]
    if about["licence_line"] and not 1 <= int(about["licence_line"]) <= about["text_lines"]:
        what = f"{about['licence_line']} is not a line of the text"
        yield Problem(place, "document/licence_line", what, "Write the line of the printed terms")


def unknown(file: str, place: str, term: str, table: str, vocabulary: Vocabulary) -> list[Problem]:
    """A problem if the term is not in the vocabulary table, naming the one that is closest."""
    wrong = known_terms.unknown(term, table, vocabulary)
    return [Problem(file, place, *wrong)] if wrong else []


def several(value: object) -> list[str]:
    """A word of a claim may give one thing, or a list of them."""
    return value if isinstance(value, list) else [str(value)]


def _column_problems(document: Document) -> list[Problem]:
    found = []
    for table in document.descriptor["resources"]:
        file, rows = document.file(table["name"]), document.rows[table["name"]]
        columns = list(rows[0]) if rows else []
        described = [field["name"] for field in fields(table, columns)]
        if not rows:
            found.append(Problem(file, "file", "has no rows", "Add the printed rows"))
        found += [
            Problem(
                file, f"column {name!r}", "is missing", f"Add it, or take it out of {DESCRIPTOR}"
            )
            for name in described
            if rows and name not in columns
        ]
        found += [
            Problem(
                file,
                f"column {name!r}",
                f"is not described in {DESCRIPTOR}",
                "Describe what it gives",
            )
            for name in columns
            if name not in described
        ]
        if "schema" in table and sorted(columns) == sorted(described) and columns != described:
            moved = next(a for a, b in zip(columns, described, strict=True) if a != b)
            what = f"stands in another place than in {DESCRIPTOR}"
            found.append(
                Problem(file, f"column {moved!r}", what, "Describe the columns in their order")
            )
        if rows and "line" not in columns:
            found.append(
                Problem(
                    file,
                    "column 'line'",
                    "is missing",
                    "Add the line of the text on which each row stands",
                )
            )
        found += [
            Problem(
                file,
                f"row {number}",
                f"line {row.get('line')!r} is not a line or a range of lines",
                "Write a number such as 93, or 1020-1021",
            )
            for number, row in enumerate(rows, start=1)
            if not LINE_OR_LINES.fullmatch(row.get("line") or "")
        ]
    return found


def _number_column_problems(document: Document) -> list[Problem]:
    if not document.numbers or list(document.numbers[0]) == NUMBER_COLUMNS:
        return []
    return [
        Problem(
            f"{document.folder}/{NUMBERS}",
            "header",
            f"is not {','.join(NUMBER_COLUMNS)}",
            "Write these three columns, and no other",
        )
    ]


def row_problems(document: Document) -> list[Problem]:
    """What is wrong with how many rows the tables have, and with the lines that they stand on."""
    return [
        *_row_count_problems(document),
        *_row_line_problems(document),
        *_line_order_problems(document),
    ]


def _row_line_problems(document: Document) -> Iterator[Problem]:
    """Rows that stand outside the lines that the descriptor gives for their table."""
    for table in document.descriptor["resources"]:
        first, last = table["lines"]
        for number, row in enumerate(document.rows[table["name"]], start=1):
            start, _, end = row["line"].partition("-")
            if not first <= int(start) <= int(end or start) <= last:
                what = f"line {row['line']} is not within the table's lines, {first} to {last}"
                yield Problem(
                    document.file(table["name"]),
                    f"row {number}",
                    what,
                    f"Correct the line, or `lines` in {DESCRIPTOR}",
                )


def _line_order_problems(document: Document) -> Iterator[Problem]:
    """Rows that stand before the row above them; or, in a printed table, on the same line."""
    for table in document.descriptor["resources"]:
        lines = [int(row["line"].partition("-")[0]) for row in document.rows[table["name"]]]
        for number, (above, line) in enumerate(pairwise(lines), start=2):
            if line < above:
                what = f"line {line} does not come after line {above} of the row above"
                yield Problem(
                    document.file(table["name"]),
                    f"row {number}",
                    what,
                    "Put the rows in the order of the document, and correct the lines",
                )


def _row_count_problems(document: Document) -> list[Problem]:
    return [
        Problem(
            document.file(table["name"]),
            "file",
            f"has {number} rows, {DESCRIPTOR} says {table['rows']}",
            "Count the rows of the document again",
        )
        for table in document.descriptor["resources"]
        if (number := len(document.rows[table["name"]])) != table["rows"]
    ]


def heading_problems(place: str, descriptor: dict[str, Any]) -> Iterator[Problem]:
    """Columns of one name with two headings, where they give the same or their tables share lines
    of the text.
    """
    seen: dict[str, list[tuple[str, Any, range]]] = {}
    for table in descriptor["resources"]:
        for field in table.get("schema", {}).get("fields", []):
            title, gives, lines = (
                field.get("title", ""),
                field.get("gives"),
                range(table["lines"][0], table["lines"][1] + 1),
            )
            others = [
                other
                for other, given, at in seen.get(field["name"], [])
                if other
                and title
                and other != title
                and (given == gives or at[0] in lines or lines[0] in at)
            ]
            if others:
                what = (
                    f"its heading is {title!r}, that of another column of this name {others[0]!r}"
                )
                yield Problem(
                    place,
                    f"table {table['name']}, column {field['name']}",
                    what,
                    (
                        "Correct the one that is mistyped; if both are printed so, give one "
                        "column another name"
                    ),
                )
            seen.setdefault(field["name"], []).append((title, gives, lines))


def fields(table: dict[str, Any], columns: list[str]) -> list[dict[str, Any]]:
    """The table's fields as described; without a description, every column gives what its name
    says.
    """
    return table["schema"]["fields"] if "schema" in table else [{"name": name} for name in columns]
