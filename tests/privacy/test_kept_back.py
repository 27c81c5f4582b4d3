"""A number that is kept back is not given away by checks or by an older release; what the document
gives away is counted.
"""

import csv
import io

import pytest

from scripts.privacy import kept_back
from scripts.validations import whole_package

FIGURE = ["figure_id", "value", "value_low", "value_high", "unit", "value_marker"]


def table(columns, *rows):
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerows([columns, *rows])
    return made.getvalue()


def built(figures, claims, verdict="may_hold"):
    """The tidy tables of figures (id: number, or nothing where under five is printed) and sums (id:
    whole and parts).
    """
    rows = [
        (key, number, "", "", "count", "") if number else (key, "", 0, 4, "count", "c")
        for key, number in figures.items()
    ]
    kept = "checks" if verdict else "not_recomputed"
    members = [
        (check, place, "parts" if place else "whole", figure, "", "")
        for check, named in claims.items()
        for place, figure in enumerate(named)
    ]
    columns = ["check_id", "place", "part", "figure_id", "answer_id", "number"]
    name = "check_members" if verdict else "not_recomputed_members"
    return {
        "figures.csv": table(FIGURE, *rows),
        f"{name}.csv": table(columns, *members),
        f"{kept}.csv": table(
            ["check_id", "rule", "verdict"], *((one, "total", verdict) for one in claims)
        ),
    }


SAFE = {"t": "6", "a": "", "b": ""}
OPEN = {**SAFE, "u": "8", "c": ""}
SUMS = {"one": ["t", "a", "b"], "other": ["u", "a", "b", "c"]}


def release(root, version, **numbers):
    folder = root / "data/releases" / version
    folder.mkdir(parents=True)
    text = table(["figure_id", "value"], *numbers.items())
    (folder / "figures.csv").write_text(text, encoding="utf-8")


def told(root, files):
    return [(one.file, one.place) for one in kept_back.problems(root, files)]


def test_what_the_checks_give_away_together_is_a_problem(tmp_path):
    assert told(tmp_path, built(OPEN, SUMS)) == [
        ("data/tidy/checks.csv", figure) for figure in ("a", "b", "c")
    ]


def test_what_only_the_document_gives_away_is_counted_and_told_nowhere(tmp_path):
    files = built(OPEN, SUMS, verdict="")
    assert told(tmp_path, files) == []
    learnt = kept_back.worked_out(kept_back.tables(files), [])
    assert (learnt.kept_back, learnt.from_document) == (3, ["a", "b", "c"])


def test_a_check_that_does_not_hold_gives_nothing_away(tmp_path):
    assert told(tmp_path, built(OPEN, SUMS, verdict="discrepancy")) == []


@pytest.mark.parametrize("kept", [{"a": "", "b": ""}, {"t": "4", "a": "", "b": "", "c": ""}])
def test_numbers_that_stay_kept_back_are_no_problem(tmp_path, kept):
    claims = {"one": list(kept)} if "t" in kept else {}
    assert told(tmp_path, built(kept, claims)) == []


def test_an_older_release_that_printed_the_number_is_a_problem(tmp_path):
    files = built({"a": "", "b": ""}, {})
    release(tmp_path, "1.0.0", a="", b="")
    assert told(tmp_path, files) == []
    release(tmp_path, "1.1.0", a="3")
    assert told(tmp_path, files) == [("data/releases", "a")]


def test_the_difference_of_two_releases_is_a_problem(tmp_path):
    files = built({"t": "", "a": "", "b": ""}, {"one": ["t", "a", "b"]}, verdict="")
    assert told(tmp_path, files) == []
    release(tmp_path, "1.1.0", t="8")
    assert told(tmp_path, files) == [("data/releases", figure) for figure in ("a", "b", "t")]


def test_a_part_that_an_older_release_printed_gives_away_the_other(tmp_path):
    files = built({"t": "6", "d": "2", "a": "", "b": ""}, {"one": ["t", "d", "a", "b"]}, verdict="")
    release(tmp_path, "1.0.0", d="2", t="6")
    assert told(tmp_path, files) == []
    release(tmp_path, "1.1.0", a="1")
    assert told(tmp_path, files) == [("data/releases", figure) for figure in ("a", "b")]


def shares(figures, rule, parts, verdict="holds"):
    """The tidy tables of figures (id: number and unit; no number where it is kept back, a limit
    where one is printed) and one claim by a rule (part: figure).
    """
    rows = [
        (key, number, "", limit, unit, "" if number else "c")
        for key, (number, limit, unit) in figures.items()
    ]
    columns = ["check_id", "place", "part", "figure_id", "answer_id", "number"]
    members = [
        ("claim", place, part, key, "", "") for place, (part, key) in enumerate(parts.items())
    ]
    return {
        "figures.csv": table(FIGURE, *rows),
        "check_members.csv": table(columns, *members),
        "checks.csv": table(["check_id", "rule", "verdict"], ("claim", rule, verdict)),
    }


SHARE = {"part": "a", "whole": "w", "percent": "p"}
OF_40 = ("40", "", "count")
GIVEN_AWAY = {  # figures, the rule of a claim, its parts, and what the claim gives away
    "a count, by its percentage and the whole": (
        {"a": ("", "", "count"), "w": OF_40, "p": ("7.5", "", "percent")},
        "share",
        SHARE,
        "a",
    ),
    "a count with a limit, by its percentage": (
        {"a": ("", "4", "count"), "w": OF_40, "p": ("2.5", "", "percent")},
        "share",
        SHARE,
        "a",
    ),
    "a whole, by a part and its percentage": (
        {"a": ("10", "", "count"), "w": ("", "", "count"), "p": ("25.0", "", "percent")},
        "share",
        SHARE,
        "w",
    ),
    "a percentage, by its part and the whole": (
        {"a": ("10", "", "count"), "w": OF_40, "p": ("", "", "percent")},
        "share",
        SHARE,
        "p",
    ),
    "a percentage with a limit": (
        {"a": ("1", "", "count"), "w": OF_40, "p": ("", "5", "percent")},
        "share",
        SHARE,
        "p",
    ),
    "a rate, by its count and the people": (
        {
            "c": ("30", "", "count"),
            "n": ("6000", "", "count"),
            "t": ("1000", "", "count"),
            "r": ("", "", "rate_per_1000"),
        },
        "rate",
        {"part": "c", "people": "n", "among": "t", "rate": "r"},
        "r",
    ),
}


@pytest.mark.promise(
    "No number that is kept back is given away by checks, shares or older versions"
)
@pytest.mark.parametrize("name", GIVEN_AWAY)
def test_what_a_share_or_a_rate_gives_away_is_a_problem(tmp_path, name):
    figures, rule, parts, given = GIVEN_AWAY[name]
    assert told(tmp_path, shares(figures, rule, parts)) == [("data/tidy/checks.csv", given)]
    assert told(tmp_path, shares(figures, rule, parts, "discrepancy")) == []


def test_a_share_of_which_the_part_is_kept_back_too_stays_so(tmp_path):
    figures = {"a": ("", "4", "count"), "w": ("8", "", "count"), "p": ("", "", "percent")}
    assert told(tmp_path, shares(figures, "share", SHARE)) == []


@pytest.mark.promise(
    "No number that is kept back is given away by checks, shares or older versions"
)
def test_a_percentage_that_an_older_release_printed_is_a_problem(tmp_path):
    files = shares({"p": ("", "", "percent")}, "share", {})
    release(tmp_path, "1.0.0", p="")
    assert told(tmp_path, files) == []
    release(tmp_path, "1.1.0", p="12.5")
    assert told(tmp_path, files) == [("data/releases", "p")]


@pytest.mark.promise(
    "No number that is kept back is given away by checks, shares or older versions"
)
def test_a_part_that_an_older_release_printed_gives_away_a_percentage(tmp_path):
    figures = {"a": ("", "4", "count"), "w": OF_40, "p": ("", "", "percent")}
    files = shares(figures, "share", SHARE, "may_hold")
    assert told(tmp_path, files) == []
    release(tmp_path, "1.0.0", a="3", w="40")
    assert ("data/releases", "a") in told(tmp_path, files)


def test_nothing_that_is_kept_back_is_named_with_its_number(tmp_path):
    said = [str(one) for one in kept_back.problems(tmp_path, built(OPEN, SUMS))]
    assert said and not any("3" in one or "2" in one for one in said)


def test_validate_asks(miniature, monkeypatch):
    asked = []
    monkeypatch.setattr(kept_back, "problems", lambda root, files: asked.append(root) or [])
    monkeypatch.setattr(whole_package.official_follows, "problems", lambda root, files: [])
    whole_package.problems(miniature, {})
    assert asked == [miniature]
