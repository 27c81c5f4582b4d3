"""What was made once is kept by all that it follows from; what is damaged or gone is made again."""

import pytest

from scripts.model import made_before
from scripts.model.kept import Kept


@pytest.fixture
def work(tmp_path, monkeypatch):
    """How often something was made, with an empty folder to keep it in."""
    monkeypatch.setattr(made_before, "KEPT", Kept(tmp_path, "kept"))
    times = []

    def make():
        times.append(1)
        return b"some bytes"

    return times, make


def test_it_is_made_once(work):
    times, make = work
    made = [made_before.made("zip", ["a", b"b"], make) for _ in range(3)]
    assert made == [b"some bytes"] * 3
    assert len(times) == 1


@pytest.mark.parametrize(
    ("what", "given"),
    [("workbook", ["a", "b"]), ("zip", ["ab"]), ("zip", ["b", "a"]), ("zip", [b"a", "b"])],
)
def test_what_follows_from_other_things_is_made(work, what, given):
    times, make = work
    made_before.made("zip", ["a", "b"], make)
    made_before.made(what, given, make)
    assert len(times) == 2


def test_other_code_makes_it_again(work, monkeypatch):
    times, make = work
    made_before.made("zip", ["a"], make)
    monkeypatch.setattr(made_before, "key_of_code", lambda: "other code")
    made_before.made("zip", ["a"], make)
    assert len(times) == 2


@pytest.mark.parametrize(
    "damage", [lambda path: path.write_bytes(path.read_bytes()[:-1]), lambda path: path.unlink()]
)
def test_what_is_damaged_or_gone_is_made_again(work, damage):
    times, make = work
    made_before.made("zip", ["a"], make)
    damage(next(made_before.KEPT.folder.iterdir()))
    assert made_before.made("zip", ["a"], make) == b"some bytes"
    assert len(times) == 2


def test_what_a_run_did_not_use_is_dropped(work, tmp_path):
    _, make = work
    made_before.made("zip", ["a"], make)
    later = Kept(tmp_path, "kept")
    later.write("b", b"other bytes")
    later.drop_unused()
    assert [path.name for path in later.folder.iterdir()] == ["b"]
