"""What was drawn once is kept; what was damaged or deleted is drawn again, and the bytes are the
same.
"""

import pytest

from scripts.charts import drawings


@pytest.fixture
def drawn(tmp_path, monkeypatch):
    """How often something was drawn, with an empty folder to keep it in."""
    monkeypatch.setattr(drawings, "FOLDER", tmp_path / "kept")
    times = []

    def draw():
        times.append(1)
        return b"picture"

    return times, draw


def test_the_same_words_are_drawn_once(drawn):
    times, draw = drawn
    assert [drawings.kept("svg", "a", draw) for _ in range(3)] == [b"picture"] * 3
    assert len(times) == 1


@pytest.mark.parametrize(("kind", "given"), [("png", "a"), ("svg", "b")])
def test_another_kind_and_other_words_are_drawn(drawn, kind, given):
    times, draw = drawn
    drawings.kept("svg", "a", draw)
    drawings.kept(kind, given, draw)
    assert len(times) == 2


@pytest.mark.parametrize(
    "damage", [lambda path: path.write_bytes(b"x" * 70), lambda path: path.unlink()]
)
def test_what_is_damaged_or_gone_is_drawn_again(drawn, damage):
    times, draw = drawn
    drawings.kept("svg", "a", draw)
    damage(next(drawings.FOLDER.iterdir()))
    assert drawings.kept("svg", "a", draw) == b"picture"
    assert len(times) == 2


def test_where_nothing_can_be_kept_it_is_drawn_each_time(drawn, monkeypatch, tmp_path):
    times, draw = drawn
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr(drawings, "FOLDER", tmp_path / "file" / "kept")
    assert drawings.kept("svg", "a", draw) == drawings.kept("svg", "a", draw) == b"picture"
    assert len(times) == 2
