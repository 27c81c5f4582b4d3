"""account: drafts numbers.csv for a person to finish, and keeps what the person wrote."""

from scripts.verbs import account, build
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, edit


def drafted(root, document):
    assert account.main(root, ["--documents", str(root / "documents"), document]) == 0
    return (root / f"data/sources/{document}/numbers.csv").read_text(encoding="utf-8")


def rows(text):
    return [tuple(line.split(",")) for line in text.splitlines()[1:]]


def test_a_finished_account_is_drafted_as_it_was(miniature):
    for document in ("northbridge-foi-1234", "southmere-report-2021-22"):
        before = (miniature / f"data/sources/{document}/numbers.csv").read_text(encoding="utf-8")
        assert sorted(rows(drafted(miniature, document))) == sorted(rows(before))


def test_a_first_draft_fills_in_headings_periods_and_labels_and_asks_for_the_rest(miniature):
    (miniature / NORTHBRIDGE / "numbers.csv").unlink()
    (miniature / SOUTHMERE / "numbers.csv").unlink()
    north, south = (
        rows(drafted(miniature, "northbridge-foi-1234")),
        rows(drafted(miniature, "southmere-report-2021-22")),
    )
    assert [token for _, token, reason in north if reason == "heading"] == [
        "2019",
        "20",
        "2020",
        "21",
        "2020",
        "21",
    ]
    assert [token for line, token, reason in north if reason == "period"] == [
        "2019",
        "20",
        "2020",
        "21",
    ]
    assert [(line, token) for line, token, reason in south if reason == "label"] == [
        ("8", "5"),
        ("9", "5"),
        ("9", "15"),
        ("10", "16"),
    ]
    assert ("1", "1234", "?") in north and ("14", "2", "?") in north


def test_a_passage_that_is_left_out_is_drafted_with_hidden_digits(miniature):
    (miniature / SOUTHMERE / "numbers.csv").unlink()
    assert [
        row for row in rows(drafted(miniature, "southmere-report-2021-22")) if row[0] == "20"
    ] == [
        ("20", "One", "personal_story"),
        ("20", "two", "personal_story"),
        ("20", "#", "personal_story"),
    ]


def test_a_reason_is_kept_when_its_neighbours_change(miniature):
    edit(miniature / NORTHBRIDGE / "numbers.csv", "2,2021,running_date\n", "")
    assert [row for row in rows(drafted(miniature, "northbridge-foi-1234")) if row[0] == "2"] == [
        ("2", "14", "running_date"),
        ("2", "2021", "?"),
        ("2", "##", "contact_detail"),
    ]


def test_numerals_of_figures_and_answers_are_not_drafted(miniature):
    assert not {("16", "480"), ("16", "12"), ("17", "three")} & {
        row[:2] for row in rows(drafted(miniature, "northbridge-foi-1234"))
    }


def test_a_draft_with_a_question_mark_is_refused_by_build(miniature, capsys):
    (miniature / NORTHBRIDGE / "numbers.csv").unlink()
    drafted(miniature, "northbridge-foi-1234")
    assert build.main(miniature) == 1
    assert "'?' is not in data/vocabulary/number_reasons.csv" in capsys.readouterr().err


def test_a_text_that_is_missing_or_a_document_that_is_unfit_is_told_and_nothing_is_written(
    miniature, capsys
):
    before = (miniature / NORTHBRIDGE / "numbers.csv").read_bytes()
    assert account.main(miniature, ["--documents", str(miniature), "northbridge-foi-1234"]) == 1
    assert capsys.readouterr().err.startswith(
        "northbridge-foi-1234.txt: text: is not in the folder"
    )
    edit(miniature / NORTHBRIDGE / "datapackage.json", '"url":', '"url"')
    assert (
        account.main(
            miniature, ["--documents", str(miniature / "documents"), "northbridge-foi-1234"]
        )
        == 1
    )
    assert "is not JSON" in capsys.readouterr().err
    assert (miniature / NORTHBRIDGE / "numbers.csv").read_bytes() == before
