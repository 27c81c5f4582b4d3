"""The guard before everything else: is each file under data/ what it says it is, and safe to read
and to publish?

It looks at bytes and shapes only, since parsers further on pass or hang on some of these.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from scripts.model.problems import Problem
from scripts.validations import personal_details, possible_characters

LARGEST_CELL = 1_500
LARGEST_FILE = 20_000_000
FORMULA = re.compile(r"[=@\t\r]|[+-](?=.*[A-Za-z(!|])")
LONGEST_PLACE = 200
MOST_KEPT = 300_000  # texts that are remembered
APART = "\0"  # stands in no text that gets so far, and is part of no personal detail
HOW = " (docs/add-a-document.md says how, under Spreadsheets)"


def problems_in(root: Path, folders: list[str], files: list[str]) -> list[Problem]:
    """Every problem in the CSV and JSON files under the folders, and in the files, relative to
    root.
    """
    paths = [
        path
        for folder in folders
        for path in sorted((root / folder).rglob("*"))
        if not is_hidden(path.relative_to(root)) and (not path.is_dir() or path.is_symlink())
    ]
    plain: set[str] = set()
    return [
        problem
        for path in paths + [root / name for name in files]
        for problem in file_problems(path, root, plain)
    ]


def is_hidden(path: Path) -> bool:
    """Hidden files and folders are never read and never published: a run that was killed may have
    left them.
    """
    return any(part.startswith(".") for part in path.parts)


def file_problems(path: Path, root: Path, plain: set[str]) -> list[Problem]:
    """What is wrong with a file. `plain` holds texts with which nothing is wrong: each is looked at
    once.
    """
    name = path.relative_to(root).as_posix()
    if path.is_symlink():
        return [
            Problem(
                name,
                "file",
                "is a link",
                "Put the file itself here: links can lead out of the folder",
            )
        ]
    if not path.is_file():
        what = "is no plain file" if path.exists() else "is missing"
        return [Problem(name, "file", what, "Put it back")]
    if path.suffix not in {".csv", ".json", ".md"}:
        return [
            Problem(
                name,
                "file",
                "is neither CSV nor JSON",
                "Remove it, or if it is one, let its name end in .csv or .json in small letters",
            )
        ]
    if path.stat().st_size > LARGEST_FILE:
        return [Problem(name, "file", f"is larger than {LARGEST_FILE:,} bytes", "Split it")]
    data = path.read_bytes()
    text = _text(data)
    if isinstance(text, str):
        checks: dict[str, Callable[[str, str, set[str]], Iterable[Problem]]]
        checks = {".json": _json_problems, ".csv": _csv_problems, ".md": lambda *_: []}
        return [*_mark_problems(name, data), *checks[path.suffix](name, text, plain)]
    return [Problem(name, *text)]


def _text(data: bytes) -> str | tuple[str, str, str]:
    """The file's text, or place, fault and cure."""
    if b"\0" in data:
        return (
            _line(data, data.index(0)),
            "has a NUL byte, as UTF-16 and spreadsheets do",
            f"Save it as plain UTF-8 text{HOW}",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return _line(data, fault.start), "is not UTF-8", f"Save it as UTF-8{HOW}"


def _line(data: bytes, byte: int) -> str:
    number = data.count(b"\n", 0, byte) + 1
    return f"line {number}"


def _mark_problems(name: str, data: bytes) -> Iterator[Problem]:
    if data.startswith(b"\xef\xbb\xbf"):
        yield Problem(name, "start", "has a byte order mark", f"Save it as UTF-8 without one{HOW}")


def _json_problems(name: str, text: str, plain: set[str]) -> Iterator[Problem]:
    repeated: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        repeated.extend(twice(key for key, _ in items))
        return dict(items)

    try:
        top = json.loads(text, object_pairs_hook=pairs, parse_constant=_no_constant)
        if not _are_plain(set(_strings(top)), plain):
            yield from _string_problems(name, top, "top")
    except json.JSONDecodeError as fault:
        yield Problem(
            name, f"line {fault.lineno}", f"is not JSON ({fault.msg})", "Correct the descriptor"
        )
    except ValueError as fault:
        yield Problem(name, "value", str(fault), "Write a number or text")
    except RecursionError:
        yield Problem(name, "file", "is nested too deeply", "Correct the descriptor")
    for key in sorted(set(repeated)):
        yield Problem(name, f"key {key!r}", "stands twice in one object", "Keep one of them")


def _strings(value: object) -> Iterator[str]:
    """Every string of a descriptor that is a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _string_problems(name: str, value: object, place: str) -> Iterator[Problem]:
    """The strings of a descriptor reach tables and pages too, so they keep to the same rules as
    cells.
    """
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _string_problems(name, inner, f"{place}/{key}"[:LONGEST_PLACE])
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _string_problems(name, inner, f"{place}/{number}"[:LONGEST_PLACE])
    elif isinstance(value, str):
        yield from _text_problems(name, place, value)


def twice(names: Iterable[str]) -> list[str]:
    """The names that stand more than once."""
    return [name for name, times in Counter(names).items() if times > 1]


def _no_constant(word: str) -> None:
    raise ValueError(f"{word} is not a JSON number")


def _csv_problems(name: str, text: str, plain: set[str]) -> Iterator[Problem]:
    if "\r" in text:
        yield Problem(
            name,
            f"line {text[: text.index(chr(13))].count(chr(10)) + 1}",
            "has a carriage return",
            f"Save it with LF line ends{HOW}",
        )
        return
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as fault:
        yield Problem(name, "file", f"is not CSV ({fault})", "Correct its quotes")
        return
    if not rows or not text.endswith("\n"):
        yield Problem(
            name,
            "end",
            "is empty or ends without a line end",
            "Write a header row, and end each row with LF",
        )
        return
    header = rows[0]
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        yield Problem(
            name,
            "line 1",
            "separates cells with semicolons or tabs",
            f"Separate them with commas{HOW}",
        )
        return
    for column in sorted({*twice(header), *(column for column in header if not column.strip())}):
        yield Problem(
            name,
            f"column {column!r}",
            "is empty or stands twice in the header",
            "Give each column its own name",
        )
    if _are_plain({cell for row in rows for cell in row}, plain):
        wrong = [number for number, row in enumerate(rows) if len(row) != len(header)]
    else:
        wrong = list(range(len(rows)))
    for number in wrong:
        place = f"row {number}" if number else "header"
        yield from _row_problems(name, place, rows[number], len(header))


def _row_problems(name: str, place: str, row: list[str], width: int) -> Iterator[Problem]:
    if len(row) != width:
        yield Problem(
            name,
            place,
            f"has {len(row)} cells, the header has {width}",
            "Add or remove cells, or quote a cell with a comma in it",
        )
    for cell in dict.fromkeys(row):
        yield from _text_problems(name, place, cell)


def _are_plain(every_text: set[str], plain: set[str]) -> bool:
    """Whether nothing is wrong with any of these texts. They are looked at together: most files
    have no fault.
    """
    texts = every_text - plain
    if any(len(text) > LARGEST_CELL or FORMULA.match(text) for text in texts):
        return False
    if any(True for text in texts for _ in possible_characters.faults(text)):
        return False
    if personal_details.kinds(APART.join(texts)):
        return False
    if len(plain) < MOST_KEPT:
        plain |= texts
    return True


def _text_problems(name: str, place: str, text: str) -> Iterator[Problem]:
    if len(text) > LARGEST_CELL:
        yield Problem(
            name,
            place,
            f"has a text of {len(text):,} characters",
            f"Keep it under {LARGEST_CELL:,}",
        )
        return
    if FORMULA.match(text):
        yield Problem(
            name,
            place,
            f"has a text that a spreadsheet would run as a formula ({text[:20]!r})",
            "Change its first character",
        )
    for kind in personal_details.kinds(text):
        yield Problem(
            name,
            place,
            f"has {kind}",
            "Remove it: no personal details are kept; in numbers.csv write # for each digit",
        )
    for what, cure in possible_characters.faults(text):
        yield Problem(name, place, what, cure)
