"""Each promise is seen to fail where the code is broken on purpose: a test that could not fail
would promise nothing.
"""

from contextlib import nullcontext

import pytest

from scripts.charts import definition_problems
from scripts.model import named_files, problems, runs, seals
from scripts.pages import plain_markdown
from scripts.validations import personal_details, sealed_releases
from tests.ground import test_all_or_nothing, test_time_and_messages
from tests.model import test_named_files, test_seals
from tests.pages import test_prose


@pytest.fixture
def broken(monkeypatch):
    """Puts something else in the place of a part of the code."""
    return monkeypatch.setattr


def test_flipped_bits(tmp_path, broken):
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.csv").write_text("a\n")
    seals.seal(folder)
    (folder / "a.csv").write_text("b\n")
    assert test_seals.told(folder)
    broken(seals, "fault_of", lambda path, expected: "")
    assert not test_seals.told(folder)


def test_sealed_releases(tmp_path, broken):
    (tmp_path / "data/releases/1.0.0").mkdir(parents=True)
    assert list(sealed_releases.problems(tmp_path))
    broken(seals, "faults", lambda folder, shown: [])
    assert not list(sealed_releases.problems(tmp_path))


def test_files_that_are_named(miniature, broken):
    (miniature / "docs").mkdir()
    (miniature / "docs/page.html").write_text("x")
    assert test_named_files.told(miniature)
    broken(named_files, "faults", lambda root, name, allowed: [])
    assert not test_named_files.told(miniature)


def test_two_runs_at_once(tmp_path, broken):
    with runs.held(tmp_path), pytest.raises(runs.Busy), runs.held(tmp_path):
        pass
    broken(runs, "held", lambda folder: nullcontext())
    with pytest.raises(pytest.fail.Exception):
        test_all_or_nothing.test_a_run_that_is_over_lets_go(tmp_path)


def test_personal_details(broken):
    assert personal_details.kinds("Write to a@b.example.")
    broken(personal_details, "KINDS", {})
    assert not personal_details.kinds("Write to a@b.example.")


def test_html_in_prose(broken):
    script = test_prose.HTML[0]
    test_prose.test_html_in_prose_is_refused_with_its_line_and_shown_as_written(script)
    broken(test_prose, "converted", lambda text: plain_markdown.Converted({}, text, []))
    with pytest.raises(AssertionError):
        test_prose.test_html_in_prose_is_refused_with_its_line_and_shown_as_written(script)


def test_messages(broken):
    test_time_and_messages.test_no_message_is_longer_than_a_few_lines("what")
    broken(problems, "shortened", lambda part: part)
    with pytest.raises(AssertionError):
        test_time_and_messages.test_no_message_is_longer_than_a_few_lines("what")


def test_charts(broken):
    text = "{area.__class__}"
    assert definition_problems.unknown_facts(text, definition_problems.IN_TITLES)
    broken(definition_problems, "IN_TITLES", {"area.__class__"})
    assert not definition_problems.unknown_facts(text, definition_problems.IN_TITLES)
