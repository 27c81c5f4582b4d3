"""The solver finds the same as trying every number, and says so where numbers can be worked out."""

import itertools
import random

import pytest

from scripts.checks import RULES
from scripts.checks.reckoning.examples import counts, kept_back, percents
from scripts.checks.reckoning.members import Named
from scripts.privacy.solver import FAR, Range, Relation, Search

TABLES = 60
LIMIT = Range(0, 4)


def hidden(name):
    (number,) = kept_back("0", "4")
    return number._replace(fact_id=name)


def printed(number):
    return counts(str(number))[0]


def total(whole, *parts):
    return Relation(Named({"whole": [whole], "parts": list(parts)}), RULES["total"].reckon)


def table(dice):
    """Rows and columns of small numbers with their totals, of which some are kept back: relations,
    and sums of hidden ones.
    """
    height, width = dice.choice([(2, 2), (2, 3), (3, 3)])
    cells = {(row, column): dice.randrange(5) for row in range(height) for column in range(width)}
    kept = {place for place in cells if dice.random() < 0.5}
    lines = [[(row, column) for column in range(width)] for row in range(height)]
    lines += [[(row, column) for row in range(height)] for column in range(width)]
    lines = [line for line in lines if kept & set(line) and dice.random() < 0.8]
    number = {
        place: hidden(f"{place}") if place in kept else printed(cells[place]) for place in cells
    }
    relations = [
        total(printed(sum(cells[place] for place in line)), *(number[place] for place in line))
        for line in lines
    ]
    sums = [
        ([f"{place}" for place in line if place in kept], sum(cells[p] for p in line if p in kept))
        for line in lines
    ]
    return {f"{place}": LIMIT for place in sorted(kept)}, relations, sums


def by_trying(unknown, sums):
    """The least and the most of each number among all that fit."""
    names = list(unknown)
    fitting = []
    for numbers in itertools.product(range(5), repeat=len(names)):
        tried = dict(zip(names, numbers, strict=True))
        if all(sum(tried[name] for name in line) == added for line, added in sums):
            fitting.append(tried)
    return {
        name: Range(min(one[name] for one in fitting), max(one[name] for one in fitting))
        for name in names
    }


@pytest.mark.promise("The solver finds what can be worked out of numbers that are kept back")
def test_the_solver_finds_the_same_as_trying_every_number(record_property):
    dice = random.Random(11)
    tables = [table(dice) for _ in range(TABLES)]
    tables = [one for one in tables if len(one[0]) <= 6]
    wrong = [
        unknown
        for unknown, relations, sums in tables
        if Search(relations, unknown).learned() != by_trying(unknown, sums)
    ]
    record_property("tried", len(tables))
    record_property("held", len(tables) - len(wrong))
    assert wrong == [] and len(tables) > TABLES / 2


def test_two_sums_together_can_give_away_what_neither_does():
    a, b, c = hidden("a"), hidden("b"), hidden("c")
    unknown = {"a": LIMIT, "b": LIMIT, "c": LIMIT}
    one, other = total(printed(3), a, b), total(printed(7), a, b, c)
    assert Search([one], unknown).learned()["c"] == LIMIT
    assert Search([one, other], unknown).learned()["c"] == Range(4, 4)


def test_a_number_without_a_limit_is_searched_too():
    a, b = hidden("a"), hidden("b")
    unknown = {"a": Range(0, FAR), "b": Range(0, FAR)}
    assert Search([total(printed(9), a, b)], unknown).learned() == {
        "a": Range(0, 9),
        "b": Range(0, 9),
    }


def test_a_share_gives_away_its_part():
    parts = {"part": [hidden("a")], "whole": [printed(40)], "percent": percents("7.5")}
    relation = Relation(Named(parts), RULES["share"].reckon)
    assert Search([relation], {"a": LIMIT}).learned() == {"a": Range(3, 3)}


def test_sums_that_do_not_fit_tell_nothing():
    unknown = {"a": LIMIT}
    assert Search([total(printed(9), hidden("a"))], unknown).learned() == unknown
