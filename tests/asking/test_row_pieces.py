"""The rows that the page filters, in pieces: one number a row, and terms in the order in which they
are shown.
"""

import pytest

from scripts.asking import filter_rows, row_pieces
from scripts.asking.filter_rows import FILTERS, NO_GROUP, SIDES

FEW = 10  # rows


@pytest.fixture(scope="module")
def facts(package):
    """The rows in the order in which they stand."""
    return sorted(filter_rows.facts(package), key=row_pieces.place)


@pytest.fixture(scope="module")
def cut(package, facts):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_pieces, "LEAST", FEW)
        return row_pieces.pieces(facts, package)


def all_of(cut, *path):
    """A column of all pieces, one after the other."""
    found = []
    for piece in cut.rows:
        for step in path:
            piece = piece[step]
        found += piece
    return found


def test_every_figure_and_answer_is_a_row(package, cut):
    rows = len(package["figures"]) + len(package["answers"])
    assert sum(cut.start["pieces"]) == len(all_of(cut, "ids")) == len(all_of(cut, "groups")) == rows
    assert all(len(all_of(cut, "codes", name)) == rows for name in (*FILTERS, *SIDES))


def test_codes_lead_back_to_what_was_said(facts, cut):
    for name in (*FILTERS, *SIDES):
        terms = cut.start["terms"][name]
        said = [terms[code] for code in all_of(cut, "codes", name)]
        assert said == [getattr(fact, name) for fact in facts]
    for name in row_pieces.OWN:
        said = [
            piece["own"][name]["terms"][code]
            for piece in cut.rows
            for code in piece["own"][name]["codes"]
        ]
        assert said == [getattr(fact, name) for fact in facts]


def test_numbers_lead_back_and_their_codes_are_in_order_of_size(facts, cut):
    known = {}
    for piece in cut.rows:
        known |= dict(zip(*piece["number"]["terms"], strict=True))
    codes = all_of(cut, "number", "codes")
    assert [known[code] for code in codes] == [fact.number for fact in facts]
    sizes = [float(known[code]) for code in sorted(known) if known[code]]
    assert sizes == sorted(sizes)


def test_periods_are_in_order_of_time(cut):
    assert cut.start["terms"]["period"][-1] == "period not stated"


def test_what_a_piece_holds_is_said_before_it_is_loaded(cut):
    for name in FILTERS:
        for number, piece in enumerate(cut.rows):
            codes, rows = cut.start["held"][name][number]
            own = piece["codes"][name]
            assert dict(zip(codes, rows, strict=True)) == {code: own.count(code) for code in own}


def test_topics_stay_together_until_a_piece_has_its_least(facts, cut):
    assert len(cut.rows) > 1
    lengths = cut.start["pieces"]
    assert all(length >= FEW for length in lengths[:-1])
    first = lengths[0]
    assert facts[first - 1].topic != facts[first].topic


@pytest.mark.parametrize("most", [1, 7, 50])
def test_no_piece_is_larger_than_the_most(facts, monkeypatch, most):
    monkeypatch.setattr(row_pieces, "MOST", most)
    cut = list(row_pieces.cuts(facts))
    assert max(map(len, cut)) <= most
    assert [fact for rows in cut for fact in rows] == facts


def test_no_rows_make_no_piece():
    assert list(row_pieces.cuts([])) == []


def test_only_figures_have_a_group(facts, cut):
    for fact, group in zip(facts, all_of(cut, "groups"), strict=True):
        assert (group == NO_GROUP) == (fact.kind == filter_rows.ANSWER_KIND)
