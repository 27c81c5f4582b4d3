"""No rule can be removed unnoticed: each place in the code that tells a problem has an example that
is told from there and nowhere else.
"""

import ast
import resource
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from scripts.model import problems, seals
from scripts.verbs import build, validate, verify
from tests.conftest import REPOSITORY, copy_miniature
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, describe, descriptor, edit, edit_all
from tests.dataset.test_bad_input import CASES
from tests.dataset.test_faults_once_missed import CRASHES, SILENT
from tests.dataset.test_package import FAULTS as UNFIT
from tests.dataset.test_proof import FAULTS as UNPROVEN
from tests.dataset.test_proof import against_texts

ROOMS = {
    REPOSITORY / "scripts" / room
    for room in (
        "model",
        "reading",
        "validations",
        "validations/of_documents",
        "validations/of_facts",
        "checks",
        "register",
        "proof",
    )
}
OFFICIAL = "data/official"
TEXT = "documents/northbridge-foi-1234.txt"


class Example(NamedTuple):
    """A way to spoil the project in small, the command that tells it, and words of what it says."""

    spoil: Callable
    command: Callable
    words: tuple[str, ...] = ()


def proven(root):
    verify.main(root, ["--documents", str(root / "documents")])


def built_and_validated(spoil):
    """Spoils the project after it was built, as somebody would who edits by hand."""
    return lambda root: [build.main(root), spoil(root)]


def built_with_small_files(root):
    """A build on a system that lets no file grow beyond a thousand bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limits[1]))
    try:
        build.main(root)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def columns_out_of_order(root):
    fields = descriptor(root / NORTHBRIDGE)["resources"][0]["schema"]["fields"]
    describe(
        root / NORTHBRIDGE,
        resources__0__schema__fields=[*fields[:2], fields[3], fields[2], fields[4]],
    )


def a_target_told_as_what_was(root):
    edit(root / "documents/southmere-report-2021-22.txt", "had 300", "had a target of 300")


def unsealed(root):
    folder = root / "data/releases/0.9.0"
    folder.mkdir(parents=True)
    (folder / "figures.csv").write_text("figure_id,value\na,1\n", encoding="utf-8")
    return folder


def changed_after_sealing(root):
    folder = unsealed(root)
    seals.seal(folder)
    edit(folder / "figures.csv", "a,1", "a,2")


def list_cut_off(root):
    folder = unsealed(root)
    seals.seal(folder)
    text = (folder / seals.LIST).read_text(encoding="utf-8")
    (folder / seals.LIST).write_text(text.removesuffix("\n"), encoding="utf-8")


def own_topics(root, name="topics.csv", text=None, folder=NORTHBRIDGE):
    """Terms of a document's own: those of the common table, or this text."""
    own = root / folder / "vocabulary"
    own.mkdir()
    text = text or (root / "data/vocabulary/topics.csv").read_text(encoding="utf-8")
    (own / name).write_text(text, encoding="utf-8")


MORE = [
    Example(own_topics, build.main, ("row 1", "and says the same")),
    Example(lambda root: own_topics(root, "topic.csv"), build.main, ("has not the name of",)),
    Example(
        lambda root: own_topics(root, text="topic_id,title\nswimming,Swimming\n"),
        build.main,
        ("or no row follows",),
    ),
    Example(
        lambda root: describe(root / NORTHBRIDGE, title="?Northbridge"),
        build.main,
        ("is only proposed",),
    ),
    Example(
        lambda root: edit(root / TEXT, "Market Hall", "Market  Hall"), proven, ("its SHA-256 is",)
    ),
    Example(
        lambda root: describe(root / NORTHBRIDGE, document__text_lines=24),
        proven,
        ("says 24, the text has 23 lines",),
    ),
    Example(
        lambda root: describe(root / NORTHBRIDGE, document__text_sha256="0" * 64),
        proven,
        ("is not known yet",),
    ),
    Example(lambda root: (root / TEXT).unlink(), proven, ("is not in the folder",)),
    Example(lambda root: (root / TEXT).write_bytes(b"caf\xe9"), proven, ("is not UTF-8",)),
    Example(
        lambda root: edit(
            root / "data/vocabulary/units.csv", "gbp,Pounds", "gbp,Pounds,£,,,,\ngbp,Pounds"
        ),
        build.main,
        ("is the id of row",),
    ),
    Example(
        lambda root: describe(root / NORTHBRIDGE, document__period="2019/20"),
        build.main,
        ("is not a period",),
    ),
    Example(
        lambda root: (root / NORTHBRIDGE / "numbers.csv").write_text(
            "line,numeral,why\n1,1234,reference_number\n"
        ),
        build.main,
        ("is not line,token,reason",),
    ),
    Example(
        lambda root: edit(root / "data/vocabulary/units.csv", "unit_id,", "unit,"),
        build.main,
        ("or no row follows",),
    ),
    Example(
        lambda root: edit(root / "datapackage.json", '"name": "left_out"', '"name": "left_away"'),
        build.main,
        ("table left_away: is not both described and written",),
    ),
    Example(
        lambda root: (root / NORTHBRIDGE / "answers.csv").write_bytes(b"x" * 20_000_001),
        build.main,
        ("is larger than",),
    ),
    Example(
        lambda root: describe(root / NORTHBRIDGE, resources__0__path="referrals.csv"),
        build.main,
        ("its path is 'referrals.csv'",),
    ),
    Example(lambda root: shutil.rmtree(root / "data/sources"), build.main, ("folder: is missing",)),
    Example(
        lambda root: describe(root / NORTHBRIDGE, document__type="?foi_response"),
        build.main,
        ("is a suggestion that nobody has confirmed",),
    ),
    Example(
        lambda root: describe(root / SOUTHMERE, description="?An invented report"),
        build.main,
        ("is only proposed",),
    ),
    Example(
        lambda root: describe(root / NORTHBRIDGE, document__area="Nowhere"),
        build.main,
        ("document/area",),
    ),
    Example(
        lambda root: edit(root / "data/vocabulary/units.csv", "gbp,", "GBP,"),
        build.main,
        ("is no plain id",),
    ),
    Example(
        lambda root: describe(root / SOUTHMERE, causes=2 * descriptor(root / SOUTHMERE)["causes"]),
        build.main,
        ("stands twice",),
    ),
    Example(
        lambda root: describe(root / SOUTHMERE, discrepancies=[]),
        build.main,
        ("explains no discrepancy",),
    ),
    Example(
        lambda root: describe(root / SOUTHMERE, discrepancies__0__cause="no-such-cause"),
        build.main,
        ("is not among the causes",),
    ),
    Example(a_target_told_as_what_was, against_texts, ("the text calls '300' a target",)),
    Example(
        built_and_validated(
            lambda root: edit_all(root / OFFICIAL / "agreement.csv", "agrees", "differs")
        ),
        validate.main,
        ("data/official/agreement.csv: file: is not what build makes",),
    ),
    Example(
        built_and_validated(lambda root: describe(root / OFFICIAL, resources__0__title="")),
        validate.main,
        ("data/official/datapackage.json", "has no title"),
    ),
    Example(
        built_and_validated(
            lambda root: edit(root / OFFICIAL / "publications.csv", "stated_in_guidance", "stated")
        ),
        validate.main,
        ("data/official/publications.csv: row 1",),
    ),
    Example(built_and_validated(unsealed), validate.main, ("so nothing can be checked",)),
    Example(built_and_validated(changed_after_sealing), validate.main, ("its SHA-256 differs",)),
    Example(built_and_validated(list_cut_off), validate.main, ("its last line has no end",)),
    Example(
        lambda root: edit(
            root / NORTHBRIDGE / "answers.csv", ",once,once,", ",2014-11 and 2014-12,once,"
        ),
        build.main,
        ("are several dates",),
    ),
    Example(
        lambda root: edit(
            root / "data/vocabulary/topics.csv",
            "Training of staff.",
            "northbridge-foi-1234 and southmere-report-2021-22",
        ),
        build.main,
        ("is a list",),
    ),
    Example(lambda root: None, built_with_small_files, ("the system: refused",)),
    Example(columns_out_of_order, build.main, ("stands in another place than in",)),
    Example(
        lambda root: edit(
            root / "data/vocabulary/measures.csv",
            "Late assessments,count,help,",
            "Late assessments,count,helpp,",
        ),
        build.main,
        ("helpp",),
    ),
    Example(
        lambda root: edit(root / SOUTHMERE / "prose.csv", "_late,123", "_late,at least 123"),
        build.main,
        ("says 'at_least'",),
    ),
    Example(
        built_and_validated(lambda root: describe(root, contributors="somebody")),
        validate.main,
        ("Correct the descriptor",),
    ),
]


def examples() -> Iterator[Example]:
    yield from (
        Example(spoil, build.main, (file, words)) for spoil, file, words, *_ in CASES.values()
    )
    yield from (Example(spoil, build.main) for spoil in (CRASHES | SILENT).values())
    yield from (
        Example(spoil, against_texts, (file, words)) for spoil, file, words in UNPROVEN.values()
    )
    yield from (
        Example(built_and_validated(spoil), validate.main, (line,))
        for spoil, line in UNFIT.values()
    )
    yield from MORE


def places_that_tell() -> Iterator[tuple[str, int]]:
    """File and line of each `Problem(...)` in the code that makes and checks the data."""
    for path in sorted(path for room in ROOMS for path in room.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
                yield path.name, node.lineno


def told(example: Example, folder: Path, monkeypatch) -> set[tuple[str, int]]:
    """The place that told what the example waits for; none if several did, since then one of them
    could go unnoticed.
    """
    root = copy_miniature(folder)
    example.spoil(root)
    found, make = [], problems.Problem.__new__

    def noting(cls, *words):
        caller = sys._getframe(1)
        one = make(cls, *words)
        if Path(caller.f_code.co_filename).resolve().parent in ROOMS and all(
            each in str(one) for each in example.words
        ):
            found.append((Path(caller.f_code.co_filename).name, caller.f_lineno))
        return one

    with monkeypatch.context() as patch:
        patch.setattr(problems.Problem, "__new__", noting)
        example.command(root)
    return set(found) if len(set(found)) == 1 else set()


def test_each_place_that_tells_a_problem_has_an_example_told_from_there_alone(
    tmp_path, monkeypatch, capsys
):
    needed = set()
    for number, example in enumerate(examples()):
        needed |= told(example, tmp_path / str(number), monkeypatch)
    missing = sorted(set(places_that_tell()) - needed)
    capsys.readouterr()
    assert not missing, missing
