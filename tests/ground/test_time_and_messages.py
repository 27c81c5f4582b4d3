"""Time grows no faster than what is read, and no message is longer than a few lines."""

import json
import time
from contextlib import suppress

import pytest

from scripts.importing import comma_separated
from scripts.importing.extraction import Unreadable
from scripts.model.files import csv_text
from scripts.model.problems import LONGEST, Problem
from scripts.validations import guard, personal_details, possible_characters

MANY = 100_000
LARGE = 19_000_000  # under the largest file that is read
SECONDS = 5
promise = pytest.mark.promise("Large and hostile input is read in time in step with its size")


def columns(number):
    names = [f"c{each}" for each in range(number)]
    return csv_text(names, [("x",) * number]).encode()


def keys(number):
    return (json.dumps({f"k{each}": "x" for each in range(number)}) + "\n").encode()


def rows(number):
    return csv_text(["a", "b"], [(str(each), "x") for each in range(number)]).encode()


def texts(number):
    return (json.dumps([f"A text, number {each}" for each in range(number)]) + "\n").encode()


LARGE_FILES = {
    "100,000 columns": ("a.csv", columns(MANY)),
    "100,000 columns of one name": ("a.csv", b",".join([b"a"] * MANY) + b"\n"),
    "100,000 empty columns": ("a.csv", b"," * MANY + b"\n"),
    "100,000 rows": ("a.csv", rows(MANY)),
    "100,000 keys": ("a.json", keys(MANY)),
    "100,000 texts": ("a.json", texts(MANY)),
    "one key 100,000 times": ("a.json", b"{" + b",".join([b'"a": 1'] * MANY) + b"}\n"),
    "a cell of 19 MB": ("a.csv", b"a\n" + b"x" * LARGE + b"\n"),
    "a text of 19 MB": ("a.json", b'"' + b"x" * LARGE + b'"\n'),
    "1 MB of quotes": ("a.csv", b"a\n" + b'"' * 1_000_000 + b"\n"),
    "1 MB of line ends": ("a.csv", b"\n" * 1_000_000),
    "1 MB of commas": ("a.csv", b"a\n" + b"," * 1_000_000 + b"\n"),
    "19 MB of brackets": ("a.json", b"[" * LARGE),
}


@promise
@pytest.mark.parametrize("name", LARGE_FILES)
def test_the_guard_reads_a_large_file_in_seconds(tmp_path, name):
    file, content = LARGE_FILES[name]
    (tmp_path / file).write_bytes(content)
    started = time.process_time()
    told = guard.problems_in(tmp_path, ["."], [])
    assert time.process_time() - started < SECONDS
    assert all(len(str(problem)) <= LONGEST for problem in told)


HOSTILE = {  # what makes careless patterns try again and again
    "digits": "0" * 40_000,
    "digits and spaces": "0 " * 20_000,
    "digits and hyphens": "07-" * 14_000,
    "an address without an end": "a" * 20_000 + "@" + "a" * 20_000,
    "dots": "a." * 20_000,
    "at signs": "@" * 40_000,
    "capitals": "A" * 40_000,
    "names": "Mr A " * 8_000,
    "spaces": " " * 40_000,
    "brackets": "(" * 40_000,
    "postcodes that are none": "CV1 1A" * 6_000,
    "slashes": "1/2/" * 10_000,
    "digits in brackets": "0(((" * 9_000 + "0a",
    "addresses without an end": "a@" * 20_000,
    "plus signs": "+44" * 13_000,
}


@promise
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize(
    "read", [personal_details.kinds, possible_characters.faults, guard.FORMULA.match]
)
def test_no_pattern_explodes(name, read):
    started = time.process_time()
    found = read(HOSTILE[name])
    list(found) if hasattr(found, "__iter__") else found
    assert time.process_time() - started < SECONDS


@promise
@pytest.mark.parametrize("name", ["100,000 rows", "a cell of 19 MB"])
def test_a_large_file_is_imported_or_refused_in_seconds(tmp_path, name):
    path = tmp_path / "report.csv"
    path.write_bytes(LARGE_FILES[name][1][:1_000_000])
    started = time.process_time()
    with suppress(Unreadable):
        comma_separated.extract(path)
    assert time.process_time() - started < SECONDS


@pytest.mark.promise("No message is longer than a few lines")
@pytest.mark.parametrize("part", Problem._fields)
def test_no_message_is_longer_than_a_few_lines(part):
    long = {**dict.fromkeys(Problem._fields, "short"), part: "x y\n" * 100_000}
    told = str(Problem(**long))
    assert len(told) <= LONGEST
    assert "\n" not in told
    assert "short" in told


@pytest.mark.promise("No message is longer than a few lines")
@pytest.mark.parametrize(
    "text", ["\x1b[31mred", "\u202etxt", "a\u200bb", "\x07", "\udcff", "\U000e0061"]
)
@pytest.mark.parametrize("part", Problem._fields)
def test_a_message_shows_what_cannot_be_seen_by_its_number(part, text):
    told = str(Problem(**{**dict.fromkeys(Problem._fields, "short"), part: text * 10_000}))
    assert len(told) <= LONGEST
    assert told.isprintable() and "\\" in told
