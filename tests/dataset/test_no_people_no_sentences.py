"""No people, and no sentences of others: nothing personal and no copied sentence stands in the
repository.
"""

import csv
import json
import re
import subprocess

import pytest

RESERVED = ("example.org", "example.com", ".example")  # domains that are nobody's
E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", re.IGNORECASE)
PHONE = re.compile(
    r"(?<![\w./-])(?:\+44[\s-]?\(?0?\)?|\(?0)\d{2,4}\)?[\s-]\d{3,4}[\s-]?\d{3,4}(?![\w-])|(?<![\w.,/-])0[1-37]\d{9}(?!\d)"
)
NOBODYS = re.compile(r"01632 960 ?\d{3}")  # numbers kept for made-up people
LONGEST = 8  # words in a row that a phrase may share with a document
SMALL = {
    "a",
    "an",
    "and",
    "at",
    "by",
    "for",
    "in",
    "of",
    "on",
    "or",
    "the",
    "to",
    "with",
}  # the words of a name without a capital


def tracked(repository):
    """The text of every tracked file that is text, by path."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=repository, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("this is not a git checkout, so nothing says which files are the project's")
    for name in filter(None, listed.stdout.split("\0")):
        path = repository / name
        if path.is_file() and b"\0" not in (data := path.read_bytes()):
            yield name, data.decode("utf-8", errors="replace")


def test_no_e_mail_address_stands_in_any_file(repository):
    assert [
        (name, found)
        for name, text in tracked(repository)
        for found in E_MAIL.findall(text)
        if not found.endswith(RESERVED)
    ] == []


def test_no_phone_number_stands_in_any_file(repository):
    assert [
        (name, found)
        for name, text in tracked(repository)
        for found in PHONE.findall(text)
        if not name.startswith("requirements/") and not NOBODYS.fullmatch(found)
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "ring o24 7683 3333 now",
        "(o1922) 65o ooo",
        "+44 2o 7946 oooo",
        "+44 (o)2o 7946 oooo",
        "o2o7946oooo",
        "o77oo 9oo123",
    ],
)
def test_a_phone_number_is_known_as_one(text):
    assert PHONE.search(
        text.replace("o", "0")
    )  # written with letters here, since this file is searched too


@pytest.mark.parametrize(
    "text",
    [
        "2019-04-01",
        "0.05",
        "E08000026",
        "201920",
        "in 2014 1280 of 3000",
        "a0123 456 789b",
        "0 1 2 3",
    ],
)
def test_what_is_no_phone_number_is_not_taken_for_one(text):
    assert not PHONE.search(text)


def test_an_e_mail_address_is_known_as_one():
    assert E_MAIL.search("write to some.body+x" + "@" + "council.example now")
    assert not E_MAIL.search("mkdocs-material@9 and scripts/@x")


def words(text):
    """The words of a text as a reader counts them: `and/or` and `16-17-year-olds` are one."""
    return [
        word for word in (piece.strip(".,;:!?()[]'\"‘’“”*|–-•") for piece in text.split()) if word
    ]


def runs(text):
    """Every run of one word more than may be shared, but for names of bodies, posts and
    documents.
    """
    found = words(text)
    stretches = (found[start : start + LONGEST + 1] for start in range(len(found) - LONGEST))
    return {
        tuple(word.lower() for word in stretch) for stretch in stretches if not is_name(stretch)
    }


def is_name(stretch):
    return all(word in SMALL or not word[0].islower() for word in stretch)


def test_a_name_may_be_as_long_as_it_is():
    assert (
        runs("Director of Services, Safeguarding Board of the City and County Council of X")
        == set()
    )
    assert len(runs("the director of services said that the board of the city")) == 3


def facts_of(folder):
    """Printed labels and headings of a source folder, which are facts and stay as printed, as
    tuples of words.
    """
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for table in descriptor["resources"]:
        fields = table.get("schema", {}).get("fields", [])
        yield from (field.get("title", "") for field in fields)
        yield from (printed for field in fields for printed in field.get("means", {}))
        labels = [field["name"] for field in fields if "gives" in field]
        with (folder / table["path"]).open(encoding="utf-8", newline="") as file:
            yield from (row[label] or "" for row in csv.DictReader(file) for label in labels)


def cells_and_prose(repository):
    """What we wrote, piece by piece: cells of CSV files, texts of descriptors, paragraphs of prose.
    Not what is made of it.
    """
    for name, text in tracked(repository):
        if not name.startswith(
            ("data/sources/", "data/vocabulary/", "docs/", "README", "datapackage.json")
        ):
            continue
        if name.endswith(".csv"):
            yield from (
                (name, cell) for row in csv.reader(text.splitlines(keepends=True)) for cell in row
            )
        elif name.endswith(".json"):
            yield from ((name, piece) for piece in strings(json.loads(text)))
        else:
            yield from ((name, piece) for piece in text.split("\n\n"))


def strings(thing):
    if isinstance(thing, dict):
        yield from (piece for pair in thing.items() for part in pair for piece in strings(part))
    elif isinstance(thing, list):
        yield from (piece for part in thing for piece in strings(part))
    elif isinstance(thing, str):
        yield thing


def test_no_sentence_of_a_document_is_copied(repository):
    folder = repository / "../shared/documents"
    if not folder.is_dir():
        pytest.skip(
            "the documents' texts are not in ../shared/documents, so nothing can be compared "
            "with them"
        )
    printed = set().union(
        *(runs(path.read_text(encoding="utf-8")) for path in folder.glob("*.txt"))
    )
    facts = {
        " ".join(words(fact.lower()))
        for source in (repository / "data/sources").iterdir()
        if source.is_dir()
        for fact in facts_of(source)
    }
    whole = "\n".join(facts)
    copied = {
        (name, " ".join(run))
        for name, piece in cells_and_prose(repository)
        for run in runs(piece) & printed
        if " ".join(run) not in whole
    }
    assert sorted(copied) == []
