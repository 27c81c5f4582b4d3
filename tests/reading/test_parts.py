"""A build that takes parts from earlier builds has the bytes of a clean one, whatever was kept,
deleted, damaged or changed in between.
"""

import io
import shutil

import distributed
import pytest

from scripts.model.kept import FOLDER, Kept, key_of, sealed
from scripts.model.progress import Progress
from scripts.reading import parts, spread, tidy
from scripts.verbs import build
from tests.dataset.spoil import SOUTHMERE, describe, edit, edit_all

AREAS = "data/vocabulary/areas.csv"
TWIN = "data/sources/southmere-report-again"


def clean(root):
    files, problems = build.texts(root)
    assert not problems
    return files


def kept(root):
    return sorted((root / FOLDER).iterdir())


@pytest.fixture
def built(miniature):
    """A project in small that was built once, and so has kept parts."""
    assert build.built(miniature) == clean(miniature)
    return miniature


@pytest.fixture
def pieces(monkeypatch):
    """The pieces of work that were done, by the name of the work."""
    done = []

    def noted(work, given):
        for piece in given:
            done.append((work.__name__, piece))
            yield work(piece)

    monkeypatch.setattr(spread, "here", noted)
    return done


def test_what_did_not_change_is_not_read_again(built, pieces, monkeypatch):
    monkeypatch.setattr(build, "counterparts", lambda *given: pytest.fail("worked out again"))
    assert build.built(built) == clean(built)
    assert pieces == []


def test_only_the_document_that_changed_is_read_again(built, pieces):
    describe(built / SOUTHMERE, description="Another description.")
    assert build.built(built) == clean(built)
    assert [piece.name for work, piece in pieces if work == "trace"] == [SOUTHMERE.split("/")[-1]]


def test_another_word_of_the_vocabulary_makes_everything_again(built, pieces):
    before = clean(built)
    edit_all(built / AREAS, "Exampleland", "Old Exampleland")
    assert build.built(built) == clean(built) != before
    assert len([piece for work, piece in pieces if work == "trace"]) == 2


def test_other_code_makes_everything_again(built, pieces, monkeypatch):
    monkeypatch.setattr(parts, "key_of_code", lambda: "other code")
    assert build.built(built) == clean(built)
    assert len([piece for work, piece in pieces if work == "trace"]) == 2


def test_parts_that_are_gone_are_made_again(built):
    shutil.rmtree(built / FOLDER)
    assert build.built(built) == clean(built)
    assert kept(built)


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"abc\n[]"])
def test_parts_that_are_damaged_are_made_again(built, spoilt):
    for path in kept(built):
        path.write_bytes(spoilt)
    assert build.built(built) == clean(built)


def test_a_digit_that_changed_in_a_kept_part_is_noticed(built):
    for path in kept(built):
        path.write_bytes(path.read_bytes().replace(b"7", b"8"))
    assert build.built(built) == clean(built)


def test_a_part_under_the_key_of_another_is_noticed(built):
    one, *others = kept(built)
    for path in others:
        shutil.copyfile(one, path)
    assert build.built(built) == clean(built)


def test_what_was_changed_by_hand_in_the_finished_tables_is_made_again(built):
    (built / "data/tidy/figures.csv").write_text("nothing\n", encoding="utf-8")
    counterparts = built / "data/official/counterparts.csv"
    before = counterparts.read_bytes()
    counterparts.write_text("nothing\n", encoding="utf-8")
    files = build.built(built)
    assert {path.name: path.read_text() for path in (built / "data/tidy").iterdir()} == files
    assert counterparts.read_bytes() == before


def test_parts_that_nothing_asks_for_are_dropped(built):
    before = {path.name for path in kept(built)}
    describe(built / SOUTHMERE, description="Another description.")
    build.built(built)
    after = {path.name for path in kept(built)}
    assert len(after) == len(before) and after != before


def test_a_problem_is_told_as_by_a_clean_build_and_nothing_of_it_is_kept(built, capsys):
    edit(built / SOUTHMERE / "prose.csv", "assessments_late", "asessments_late")
    assert build.built(built) == {}
    told = capsys.readouterr().err
    assert all(problem.what in told for problem in tidy.make(built).problems)
    edit(built / SOUTHMERE / "prose.csv", "asessments_late", "assessments_late")
    assert build.built(built) == clean(built)


def test_a_file_among_the_documents_is_told(built, capsys):
    (built / "data/sources/stray.csv").write_text("a\n1\n", encoding="utf-8")
    assert build.built(built) == {}
    assert "stray.csv" in capsys.readouterr().err


def copied(root):
    """The same report again, under another id: what it prints is printed twice, and one of it by
    the third document.
    """
    shutil.copytree(root / SOUTHMERE, root / TWIN)
    edit_all(root / TWIN / "datapackage.json", SOUTHMERE.split("/")[-1], TWIN.split("/")[-1])


def test_documents_that_print_the_same_number_are_checked_together(built, pieces):
    copied(built)
    files = build.built(built)
    assert files == clean(built)
    assert "printed_twice" in files["figure_flags.csv"]
    groups = [piece for work, piece in pieces if work == "tables"]
    assert max(len(group.folders) for group in groups) == 3
    shutil.rmtree(built / TWIN)
    assert build.built(built) == clean(built)


def test_documents_of_which_one_speaks_of_another_are_checked_together():
    one, two, three = (parts.Folder(parts.Place("", ""), name, "") for name in "abc")
    alone = {"sound": True, "prints": [], "names": ["table"]}
    groups = parts.grouped({one: alone, two: alone, three: {**alone, "names": ["a"]}})
    assert [[folder.name for folder in group.folders] for group in groups] == [["a", "c"], ["b"]]


def test_many_documents_are_spread_over_processes_with_the_same_bytes(miniature, monkeypatch):
    copied(miniature)
    monkeypatch.setattr(spread, "FEW", 0)
    assert build.built(miniature) == clean(miniature)


def test_documents_are_spread_over_a_cluster_with_the_same_bytes(miniature):
    copied(miniature)
    with distributed.LocalCluster(n_workers=1, processes=False, dashboard_address=None) as cluster:
        files = build.built(miniature, cluster.scheduler_address)
    assert files == clean(miniature)


def test_results_come_in_the_order_of_the_work():
    with spread.over(1) as over:
        assert list(over(str, range(9))) == list("012345678")
    with spread.ProcessPoolExecutor(2) as executor:
        assert list(spread.in_batches(executor, str, range(200))) == list(map(str, range(200)))


def test_a_part_is_kept_under_its_key_alone(tmp_path):
    store = Kept(tmp_path)
    store.put("one", {"a": "b"})
    assert store.get("one") == {"a": "b"} and store.get("two") is None
    assert sealed("one", b"x") != sealed("two", b"x")
    assert key_of("a", "bc") != key_of("ab", "c")


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_shows_how_far_it_is_and_is_cleared_at_the_end():
    shown = Terminal()
    with Progress(shown) as progress:
        progress.say("reading documents: 3 of 80")
    assert "reading documents: 3 of 80" in shown.getvalue()
    assert shown.getvalue().endswith("\r\x1b[K")


def test_nothing_is_shown_where_nobody_watches():
    shown = io.StringIO()
    with Progress(shown) as progress:
        progress.say("reading")
    assert shown.getvalue() == ""
