"""Each promise is seen to fail where the code is broken on purpose: a test that could not fail
would promise nothing.
"""

import errno
import json
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import nullcontext

import pytest

from scripts.charts import definition_problems
from scripts.model import files, named_files, problems, runs, seals
from scripts.offering import bill_of_materials
from scripts.pages import plain_markdown, rendering
from scripts.pages.question import question_page
from scripts.privacy import kept_back, people, personal_texts, solver
from scripts.reading import time_words
from scripts.validations import personal_details, possible_characters, sealed_releases
from scripts.verbs import build
from tests import sample, test_workflows
from tests.conftest import REPOSITORY, copy_miniature
from tests.dataset import test_bad_input_of_other_kinds as test_other_kinds
from tests.dataset import test_damaged_files as test_damaged_files_of
from tests.dataset import test_possible_values
from tests.formats import test_bill_of_materials as test_bill
from tests.ground import (
    test_all_or_nothing,
    test_naughty_strings,
    test_no_network,
    test_same_bytes,
    test_time_and_messages,
)
from tests.model import test_named_files, test_seals
from tests.naughty import NAUGHTY
from tests.pages import test_prose
from tests.privacy import test_kept_back, test_people, test_personal_texts
from tests.privacy import test_solver as test_solver_of
from tests.publishing import test_escaping as test_escaping_of

SOURCE = "data/sources/northbridge-foi-1234"
breaks = pytest.mark.breaks
BAD = "Bad {}: told in one line with the file and a cure"


@pytest.fixture
def broken(monkeypatch):
    """Puts something else in the place of a part of the code."""
    return monkeypatch.setattr


@breaks("Every flipped bit, missing file and added file of a published site is found")
def test_flipped_bits(tmp_path, broken):
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.csv").write_text("a\n")
    seals.seal(folder)
    (folder / "a.csv").write_text("b\n")
    assert test_seals.told(folder)
    broken(seals, "fault_of", lambda path, expected: "")
    assert not test_seals.told(folder)


@breaks(BAD.format("releases"))
def test_sealed_releases(tmp_path, broken):
    (tmp_path / "data/releases/1.0.0").mkdir(parents=True)
    assert list(sealed_releases.problems(tmp_path))
    broken(seals, "faults", lambda folder, shown: [])
    assert not list(sealed_releases.problems(tmp_path))


@breaks("Only files that are named are read or published")
def test_files_that_are_named(miniature, broken):
    (miniature / "docs").mkdir()
    (miniature / "docs/page.html").write_text("x")
    assert test_named_files.told(miniature)
    broken(named_files, "faults", lambda root, name, allowed: [])
    assert not test_named_files.told(miniature)


@breaks("Of two runs at once one wins, and the other says so in one line")
def test_two_runs_at_once(tmp_path, broken):
    with runs.held(tmp_path), pytest.raises(runs.Busy), runs.held(tmp_path):
        pass
    broken(runs, "held", lambda folder: nullcontext())
    with pytest.raises(pytest.fail.Exception):
        test_all_or_nothing.test_a_run_that_is_over_lets_go(tmp_path)


@breaks("Personal details are found in every text that enters")
def test_personal_details(broken):
    assert personal_details.kinds("Write to a@b.example.")
    broken(personal_details, "KINDS", {})
    assert not personal_details.kinds("Write to a@b.example.")


@breaks("Prose is data: it runs nothing and leads to nothing unsafe")
def test_html_in_prose(broken):
    script = test_prose.HTML[0]
    test_prose.test_html_in_prose_is_refused_with_its_line_and_shown_as_written(script)
    broken(test_prose, "converted", lambda text: plain_markdown.Converted({}, text, []))
    with pytest.raises(AssertionError):
        test_prose.test_html_in_prose_is_refused_with_its_line_and_shown_as_written(script)


@breaks("No message is longer than a few lines")
def test_messages(broken):
    test_time_and_messages.test_no_message_is_longer_than_a_few_lines("what")
    broken(problems, "shortened", lambda part: part)
    with pytest.raises(AssertionError):
        test_time_and_messages.test_no_message_is_longer_than_a_few_lines("what")


@breaks(BAD.format("charts"))
def test_charts(broken):
    text = "{area.__class__}"
    assert definition_problems.unknown_facts(text, definition_problems.IN_TITLES)
    broken(definition_problems, "IN_TITLES", {"area.__class__"})
    assert not definition_problems.unknown_facts(text, definition_problems.IN_TITLES)


# --- bad input: the code that tells says nothing, and the test of the promise fails


def nameless(file, place, what, cure):
    """A message that names no file."""
    return f"{place}: {what}. {cure}."


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        pytest.param(name, damage, marks=breaks(BAD.format(kind)))
        for kind, name, damage in (
            ("sources", f"{SOURCE}/referrals-by-source.csv", "zero width"),
            ("vocabulary", "data/vocabulary/topics.csv", "zero width"),
            ("contract", "datapackage.json", "hidden character"),
        )
    ],
)
def test_damaged_files(miniature, broken, name, damage):
    told = test_damaged_files_of.test_a_damaged_file_is_told_with_its_name
    told(miniature, name, damage)
    broken(problems, "said", nameless)
    with pytest.raises(AssertionError):
        told(miniature, name, damage)


@pytest.mark.parametrize(
    ("tells", "name"),
    [
        pytest.param(
            "test_measured_data",
            "data/measured/promises.csv",
            marks=breaks(BAD.format("measured data")),
        ),
        pytest.param(
            "test_official_tables",
            "data/official/mapping.csv",
            marks=breaks(BAD.format("official tables")),
        ),
    ],
)
def test_damaged_tables(miniature, broken, tells, name):
    assert build.main(miniature) == 0
    told = getattr(test_other_kinds, tells)
    told(miniature, name, "zero width")
    broken(problems, "said", nameless)
    with pytest.raises(AssertionError):
        told(miniature, name, "zero width")


@pytest.fixture
def site(tmp_path):
    return sample.write(tmp_path / "site")


@breaks(BAD.format("prose"))
def test_bad_prose(site, broken):
    test_other_kinds.test_prose(site, "a frame")
    broken(question_page.prose, "Broken", type("Silent", (Exception,), {"problems": []}))
    with pytest.raises(AssertionError):
        test_other_kinds.test_prose(site, "a frame")


@breaks(BAD.format("corrections"))
def test_corrections(site, broken):
    test_other_kinds.test_corrections(site, "a day in words")
    broken(problems, "said", nameless)
    with pytest.raises(AssertionError):
        test_other_kinds.test_corrections(site, "a day in words")


@breaks(BAD.format("files to import"))
def test_files_to_import(miniature, tmp_path, capsys, broken):
    imported = test_other_kinds.test_files_to_import
    imported(miniature, tmp_path, capsys, "a program")
    broken(problems, "said", lambda file, place, what, cure: what)
    with pytest.raises(AssertionError):
        imported(miniature, tmp_path, capsys, "a program")


@breaks("Naughty strings come out as they went in, or are refused in one line")
def test_naughty(tmp_path, broken):
    read = (
        test_naughty_strings.test_a_cell_and_a_word_of_a_descriptor_are_read_as_written_or_refused
    )
    read(tmp_path, *test_naughty_strings.FAULTY[-3])
    broken(possible_characters, "faults", lambda text: iter(()))
    with pytest.raises(AssertionError):
        read(tmp_path, *test_naughty_strings.FAULTY[-3])


@breaks("A value that is not possible is refused by name")
def test_values(miniature, tmp_path, broken):
    test_possible_values.test_what_is_not_possible_is_refused_by_name(
        miniature, "a day that is not the printed one"
    )
    broken(time_words, "agrees", lambda period, words: True)
    with pytest.raises(AssertionError):
        test_possible_values.test_what_is_not_possible_is_refused_by_name(
            copy_miniature(tmp_path / "other"), "a day that is not the printed one"
        )


# --- runs


KILLED = {  # the swap of two folders, done in two steps, and killed between them
    "_renameat2(new, old)": "_in_two_steps(new, old)",
    "def _exchange(": (
        "def _in_two_steps(new: Path, old: Path) -> bool:\n"
        "    shutil.rmtree(old)\n"
        "    os.kill(os.getpid(), 9)\n"
        "    return True\n\n\n"
        "def _exchange("
    ),
}


def copied(folder, name, changes):
    """A copy of the code with these changes of one of its files; where Python finds it."""
    shutil.copytree(REPOSITORY / "scripts", folder / "scripts")
    path = folder / name
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return str(folder)


@breaks("A run that is killed leaves everything whole, and no process")
def test_killed(miniature, tmp_path, broken):
    """As in the test of the promise, but the run is killed at its worst moment."""
    assert build.main(miniature) == 0
    tidy = miniature / "data/tidy"
    before = test_all_or_nothing.content(tidy)
    test_all_or_nothing.rename(miniature, 1)
    code = copied(tmp_path / "code", "scripts/model/files.py", KILLED)
    broken(test_all_or_nothing, "ENVIRONMENT", environment(code))
    run = test_all_or_nothing.start(miniature, "build")
    run.communicate()
    assert run.returncode == -signal.SIGKILL
    with pytest.raises((AssertionError, FileNotFoundError)):
        assert test_all_or_nothing.content(tidy).keys() == before.keys()


def environment(code):
    return {**test_all_or_nothing.ENVIRONMENT, "PYTHONPATH": code}


@breaks("A run that is interrupted says so in one line and leaves everything whole")
def test_interrupted(miniature, tmp_path, broken):
    """The whole test publishes; here it is enough that a run tells nothing of what it was told."""
    told = interrupted(miniature, str(REPOSITORY))
    assert told == runs.STOPPED
    change = {"except KeyboardInterrupt:": "except MemoryError:"}
    told = interrupted(miniature, copied(tmp_path / "code", "scripts/model/runs.py", change))
    assert "Traceback" in told


def interrupted(root, code):
    """What a build says that is interrupted while it reads."""
    waits = (
        "import os, signal, sys; from pathlib import Path; from scripts.verbs import build; "
        "signal.signal(signal.SIGINT, signal.default_int_handler); "
        "build.sealed_releases.problems = lambda root: os.kill(os.getpid(), signal.SIGINT); "
        "sys.exit(build.main())"
    )
    command = [sys.executable, "-c", waits]
    done = subprocess.run(command, cwd=root, env=environment(code), capture_output=True, text=True)
    assert done.returncode not in (0, 1)
    return done.stderr.strip()


@breaks("A run that may not write, or has no room, says so in one line and leaves everything whole")
def test_no_room(miniature, monkeypatch, capsys, broken):
    broken(
        build, "replace_folder", lambda folder, write: [folder.mkdir(exist_ok=True), write(folder)]
    )
    with pytest.raises(AssertionError):
        test_all_or_nothing.test_a_file_system_that_refuses_a_step(
            miniature, monkeypatch, capsys, errno.ENOSPC, "_exchange"
        )


@breaks(
    "The data and the site are the same bytes, and can be read by everybody, whatever the umask"
)
def test_umask(tmp_path, miniature, broken):
    broken(files, "_let_all_read", lambda folder: None)
    broken(test_all_or_nothing.publish, "main", a_folder_for_everybody)
    with pytest.raises(AssertionError):
        test_all_or_nothing.test_a_web_server_can_read_the_site_whatever_the_umask(
            tmp_path, miniature
        )


def a_folder_for_everybody(root):
    (root / "site").mkdir()
    (root / "site").chmod(0o755)
    return 0


SEED_IN_IT = """
from scripts.model import seals
keep = seals.seal
def seal(folder):
    (folder / "seed.txt").write_text(str(hash("seed")))
    keep(folder)
seals.seal = seal
"""


@breaks("The data and the site are the same bytes under any seed, time, place and language")
def test_the_same_bytes(tmp_path, small_site, broken):
    broken(test_same_bytes, "RUN", SEED_IN_IT + test_same_bytes.RUN)
    with pytest.raises(AssertionError):
        test_same_bytes.test_the_same_bytes(tmp_path, small_site, "seed", print)


@breaks("Nothing is asked of any network while the data and the site are made")
def test_network(tmp_path, small_site, broken):
    planted = test_no_network.PLANTED["version 6"]
    broken(test_no_network, "MADE", f"try:\n    {planted}\nexcept OSError:\n    pass\n")
    guard_before = test_no_network.compiled(tmp_path)
    with pytest.raises(AssertionError):
        test_no_network.test_build_and_publish_ask_nothing_of_a_network(
            tmp_path, small_site, guard_before
        )


@breaks("Large and hostile input is read in time in step with its size")
def test_time(broken):
    def tries_again_and_again(text):
        end = time.process_time() + test_time_and_messages.SECONDS
        while time.process_time() < end:
            re.search("(a+)+$", "a" * 18 + "!")
        return []

    with pytest.raises(AssertionError):
        test_time_and_messages.test_no_pattern_explodes("capitals", tries_again_and_again)


# --- what is published


@breaks("Text that is data never acts on a page")
def test_escaping(tmp_path, broken):
    broken(rendering, "environment", unescaped(rendering.environment))
    with pytest.raises((AssertionError, KeyError)):
        test_escaping_of.test_no_text_makes_an_element_or_an_attribute(tmp_path, NAUGHTY[0], {})


def unescaped(environment):
    """One of its own, that keeps nothing: what it makes must never be met by other tests."""

    def made():
        found = environment.__wrapped__()
        found.autoescape = False
        found.bytecode_cache = None
        return found

    return made


@breaks("Every library of the locks is in the bill of materials, with its hashes")
def test_bill_of_materials(broken):
    of_bill = test_bill.test_every_library_of_the_locks_is_listed_with_its_hashes
    broken(bill_of_materials, "HASH", re.compile("no hash"))
    made = json.loads(bill_of_materials.bill(REPOSITORY, *test_bill.MADE))
    with pytest.raises(AssertionError):
        of_bill(made, REPOSITORY, print)


@breaks("Every step of a workflow that others wrote is pinned to one commit")
def test_pinned(tmp_path):
    (path, *_) = test_workflows.workflows()
    text = path.read_text(encoding="utf-8")
    spoilt = tmp_path / path.name
    spoilt.write_text(re.sub("@[0-9a-f]{40} # ", "@", text), encoding="utf-8")
    with pytest.raises(AssertionError):
        test_workflows.test_every_step_of_others_is_pinned(spoilt)


# --- privacy


@breaks("The solver finds what can be worked out of numbers that are kept back")
def test_solver(broken):
    broken(solver.Search, "cut", lambda self, relation, ranges, key: ranges[key])
    broken(solver.Search, "fits", lambda self, ranges: True)
    with pytest.raises(AssertionError):
        test_solver_of.test_the_solver_finds_the_same_as_trying_every_number(print)


@breaks("Names of people in the documents are found in what we write")
def test_names(broken):
    broken(people, "together", lambda text: iter(()))
    with pytest.raises(AssertionError):
        test_people.test_nearly_all_planted_names_are_found(print)


@breaks("Personal details are found in the built site")
def test_details_in_the_site(tmp_path, broken):
    broken(personal_texts, "of_site", lambda folder: iter(()))
    with pytest.raises(AssertionError):
        test_personal_texts.test_a_detail_is_found_in_a_file_of_each_kind(
            *test_personal_texts.PLACES[0], tmp_path
        )


@breaks("Personal details are found in the history since the last release")
def test_details_in_the_history(tmp_path, broken):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(personal_texts, "since_release", lambda root: iter(()))
        assert test_personal_texts.history(tmp_path) == []


@breaks("No number that is kept back is given away by checks, shares or older versions")
@pytest.mark.parametrize("name", test_kept_back.GIVEN_AWAY)
def test_kept_back_numbers(tmp_path, broken, name):
    broken(kept_back, "narrowed", lambda *given: set())
    with pytest.raises(AssertionError):
        test_kept_back.test_what_a_share_or_a_rate_gives_away_is_a_problem(tmp_path, name)
