"""mutate: every corruption of the project in small is made, and what the checks notice is counted
and held to be true.
"""

import csv

import pytest

from scripts.model import terms
from scripts.proof import against_text, corruptions, survivors
from scripts.verbs import build, mutate
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, describe, descriptor, edit


def measured(root, *arguments):
    return mutate.main(root, ["--documents", str(root / "documents"), *arguments])


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_shares_are_written_for_every_table_and_are_then_up_to_date(miniature, capsys):
    measured(miniature, "--write")
    tables = rows(miniature / "data/measured/mutation.csv")
    assert [row["table_id"].split("/")[1] for row in tables] == [
        "referrals-by-source",
        "prose",
        "answers",
        "plans-by-age",
        "prose",
    ]
    kinds = rows(miniature / "data/measured/mutation_by_kind.csv")
    for row in tables + kinds:
        assert (
            0
            < int(row["noticed_by_checks"])
            <= int(row["noticed_with_text"])
            <= int(row["corruptions"])
        )
    for place in ("", "headings_"):
        assert all(
            int(row[f"{place}noticed_by_checks"])
            <= int(row[f"{place}noticed_with_text"])
            <= int(row[f"{place}corruptions"])
            for row in tables
        )
    for column in mutate.CELLS:
        assert sum(int(row[column]) + int(row[f"headings_{column}"]) for row in tables) == sum(
            int(row[column]) for row in kinds
        )
    assert len(rows(miniature / "data/measured/survivors.csv")) == sum(
        int(row["corruptions"]) - int(row["noticed_with_text"]) for row in kinds
    )
    measured(miniature)
    assert "is not what was measured now" not in capsys.readouterr().err


def test_the_project_in_small_is_as_well_guarded_as_its_files_say(miniature, monkeypatch):
    # in so small a project, the one slip that nothing can notice is more than 0.2% of all
    monkeypatch.setattr(mutate, "LEAST_WITH_TEXT", 0.997)
    assert build.main(miniature) == 0
    assert measured(miniature) == 0


def test_shares_that_are_no_longer_true_are_told(miniature, capsys):
    measured(miniature, "--write")
    edit(
        miniature / "data/measured/mutation.csv",
        "\nnorthbridge-foi-1234/prose,",
        "\nnorthbridge-foi-1234/prose,1",
    )
    capsys.readouterr()
    assert measured(miniature) == 1
    assert (
        "data/measured/mutation.csv: file: is not what was measured now. Run the same "
        "command with --write."
    ) in capsys.readouterr().err


def test_without_its_claims_a_table_with_totals_breaks_the_promise(miniature, capsys):
    describe(
        miniature / SOUTHMERE,
        claims=[],
        discrepancies=[],
        causes=[],
        caveats=[],
        resources__0__control={},
    )
    mutate.main(miniature, [])
    assert (
        "southmere-report-2021-22/plans-by-age: prints totals or rates, and only "
        in capsys.readouterr().err
    )


def test_sentences_with_rates_are_held_to_the_promise_as_tables_are(miniature, capsys, monkeypatch):
    monkeypatch.setattr(mutate, "LEAST_WITHOUT", 0.99)
    claims = descriptor(miniature / NORTHBRIDGE)["claims"]
    about_tables = [claim for claim in claims if "prose/" not in str(claim)]
    describe(miniature / NORTHBRIDGE, claims=about_tables)
    mutate.main(miniature, [])
    assert "northbridge-foi-1234/prose: prints totals or rates" in capsys.readouterr().err


def test_a_corruption_that_nothing_notices_for_no_known_reason_breaks_the_promise(
    miniature, capsys, monkeypatch
):
    monkeypatch.setattr(survivors, "_stands_on_the_next_line", lambda *_: False)
    measured(miniature, "--write")
    assert (
        "northbridge-foi-1234/answers: line shifted in line is not noticed, and no reason is known."
        in capsys.readouterr().err
    )
    assert rows(miniature / "data/measured/survivors.csv")[0]["reason"] == survivors.NO_REASON


def test_too_little_noticed_with_the_texts_breaks_the_promise(miniature, capsys, monkeypatch):
    monkeypatch.setattr(against_text, "tokens_on_lines", lambda *_: [])
    assert measured(miniature) == 1
    assert "all tables: less than 99.8% is noticed with the texts." in capsys.readouterr().err


FAULTS = {
    "text missing": (
        lambda root: (root / "documents/northbridge-foi-1234.txt").unlink(),
        "northbridge-foi-1234.txt: text: is not in the folder",
    ),
    "text of another encoding": (
        lambda root: (root / "documents/northbridge-foi-1234.txt").write_bytes(b"caf\xe9"),
        "northbridge-foi-1234.txt: text: is not UTF-8",
    ),
    "data that does not build": (
        lambda root: edit(root / NORTHBRIDGE / "datapackage.json", '"url":', '"url"'),
        "is not JSON",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_and_nothing_is_measured(name, miniature, capsys):
    spoil, words = FAULTS[name]
    spoil(miniature)
    assert measured(miniature, "--write") == 1
    out, err = capsys.readouterr()
    assert out == "" and words in err and err.endswith("Nothing was measured.\n")


@pytest.mark.parametrize(
    ("token", "kinds"),
    [
        ("", {"zero for blank": "0"}),
        ("no", {"label mistyped": "nx"}),
        (
            "£1,205",
            {
                "digit changed": "£1,200",
                "off by one": "£1,206",
                "ten times": "£1,2050",
                "sign": "£-1,205",
                "blank for number": "",
                "digits swapped": "£1,025",
                "separator lost": "£1205",
            },
        ),
        (
            "3.5%",
            {
                "digit changed": "3.0%",
                "off by one": "3.6%",
                "ten times": "35%",
                "sign": "-3.5%",
                "blank for number": "",
                "separator lost": "35%",
            },
        ),
    ],
)
def test_a_token_is_corrupted_in_every_way(token, kinds):
    assert dict(corruptions.of_token(token)) == kinds


CHOSEN = {
    "area": ["england", "wales"],
    "comparator": ["england", "wales"],
    "value_kind": ["actual", "target"],
    "qualifier": ["over", "under"],
    "marker": ["n", "x", "z"],
}
TABLE = {
    "name": "t",
    "lines": [1, 9],
    "every_figure": {"period": "2015-04/2016-03"},
    "schema": {
        "fields": [
            {"name": "line"},
            {"name": "row", "gives": "subject"},
            {"name": "agency", "title": "Agency", "gives": "organisation"},
            {"name": "y2015", "title": "2015", "gives": {"period": "2015"}},
            {"name": "y2016", "title": "2016", "gives": {"period": "2016"}},
        ]
    },
}
ROWS = [
    {"line": "2", "row": "first", "agency": "Police", "y2015": "7", "y2016": ""},
    {"line": "3-4", "row": "second", "agency": "Health", "y2015": "", "y2016": ""},
]


def test_every_cell_row_and_heading_is_corrupted_and_our_own_words_are_not():
    made = list(corruptions.of_table(TABLE, ROWS, CHOSEN))
    done = {(one.kind, one.row, one.column) for one in made}
    assert {
        ("row dropped", 0, ""),
        ("row duplicated", 1, ""),
        ("label mistyped", 0, "agency"),
        ("zero for blank", 0, "y2016"),
        ("line shifted", 1, "line"),
    } <= done
    swapped = {(one.kind, one.row, one.column, one.other) for one in made if one.other}
    cells, headings = "neighbouring cells swapped", "neighbouring headings swapped"
    assert (cells, 0, "y2015", "y2016") in swapped
    assert (cells, 1, "y2015", "y2016") not in swapped
    assert (headings, None, "agency", "y2015") in swapped
    assert {
        ("heading mistyped", None, "agency"),
        ("period shifted", None, "y2016"),
        ("period shifted", None, ""),
    } <= done
    assert not [one for one in made if "row" in (one.column, one.other)]
    assert all((one.table, one.rows) != (TABLE, ROWS) for one in made)


def test_in_sentences_terms_and_printed_periods_are_corrupted_too():
    row = {
        "line": "2",
        "row": "first",
        "measure": "cases",
        "value_as_published": "7",
        "period": "2015",
        "period_as_published": "2015",
        "note": "Ours.",
    }
    made = {
        (one.kind, one.column): one.rows[0].get(one.column)
        for one in corruptions.of_table({"name": "prose", "lines": [1, 9]}, [row], CHOSEN)
        if len(one.rows) == 1
    }
    assert (
        made["label mistyped", "measure"] == "casex"
        and made["printed period changed", "period_as_published"] == "2016"
        and made["period shifted", "period"] == "2016"
    )
    assert not {column for _, column in made} & {"row", "note"}


@pytest.mark.parametrize(
    ("column", "term", "kind", "others"),
    [
        ("area", "wales", "area changed", ["england", ""]),
        ("area", "", "area changed", ["england"]),
        ("comparator", "england", "area changed", ["wales", ""]),
        ("value_kind", "target", "kind of value changed", ["actual", ""]),
        ("qualifier", "over", "limit changed", ["under", ""]),
    ],
)
def test_a_chosen_term_becomes_another_none_or_one_where_none_was(column, term, kind, others):
    row = {"line": "2", "row": "first", "value_as_published": "7", column: term}
    made = corruptions.of_table({"name": "prose", "lines": [1, 9]}, [row], CHOSEN)
    assert [one.rows[0][column] for one in made if one.kind == kind] == others


@pytest.mark.parametrize(
    ("meaning", "beside", "other"),
    [
        ("attended", ["attended", "apologies", "attended"], "apologies"),
        ("n", ["n"], "x"),
        ("6", ["6"], "7"),
        ("total", ["total"], "totax"),
    ],
)
def test_what_a_printed_token_means_becomes_something_else(meaning, beside, other):
    assert corruptions.other_meaning(meaning, beside, CHOSEN["marker"]) == other


def test_what_is_damaged_and_what_holds_for_a_column_or_a_table_is_corrupted_too():
    gives = {"qualifier": "over", "period_as_published": "this year"}
    field = {"name": "boys", "gives": gives, "means": {"-": "n"}, "damaged": {"q": "9"}}
    table = {"name": "t", "every_figure": {"area": "wales"}, "schema": {"fields": [field]}}
    made = [(kind, column) for kind, column, _ in corruptions.of_description(table, CHOSEN)]
    assert made == [
        ("printed period changed", "boys"),
        ("limit changed", "boys"),
        ("limit changed", "boys"),
        ("meaning changed", "boys"),
        ("meaning changed", "boys"),
        ("area changed", ""),
        ("area changed", ""),
    ]


def test_a_printed_limit_is_turned_round():
    assert dict(corruptions.of_token("<5"))["limit changed"] == ">5"


def test_terms_are_those_of_the_vocabulary(miniature):
    chosen = corruptions.terms(terms.read(miniature / "data/vocabulary"))
    assert "southmere" in chosen["area"] and "target" in chosen["value_kind"]
    assert "over" in chosen["qualifier"] and "x" in chosen["marker"]


SOURCE = against_text.text(b"Agency 2015 2016 2015\nPolice 7\nPolice 7 8 Health\n")


@pytest.mark.parametrize(
    ("kind", "row", "columns", "rows", "known"),
    [
        ("period shifted", 0, "period", [{"period_as_published": "this year"}], True),
        ("period shifted", 0, "period", [{"period_as_published": "2015"}], False),
        ("period shifted", None, "y2015", ROWS, False),
        ("neighbouring cells swapped", 0, "y2015 y2016", ROWS, True),
        ("neighbouring cells swapped", 0, "y2015 agency", ROWS, False),
        ("blank for number", 0, "y2015", ROWS, True),
        ("blank for number", 0, "y2015", ROWS[:1], False),
        ("line shifted", 0, "line", ROWS, True),
        ("line shifted", 1, "line", ROWS, False),
        ("neighbouring headings swapped", None, "agency y2015", ROWS, True),
        ("neighbouring headings swapped", None, "agency y2016", ROWS, False),
        ("digit changed", 0, "y2015", ROWS, False),
    ],
)
def test_a_reason_is_given_only_where_it_is_true(kind, row, columns, rows, known):
    shifted = [{**one, "line": {"2": "3", "3-4": "4-5"}.get(one.get("line"), "")} for one in rows]
    column, *others = columns.split()
    made_of = shifted if kind == "line shifted" else rows
    corruption = corruptions.Corruption(kind, row, column, TABLE, made_of, *others)
    assert (survivors.reason(corruption, rows, SOURCE) != survivors.NO_REASON) is known
