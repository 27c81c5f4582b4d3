"""What may be compared is said of measures and kinds: copies of a document add no row, another kind
does.
"""

from scripts.model import terms
from scripts.model.contract import VOCABULARY
from scripts.reading import tidy
from scripts.reading.figures import Figure
from scripts.register import comparisons, runs_of_figures
from scripts.register.runs_of_figures import Series

COUNCIL = "Local authority"


def series(document="one", measure="referrals", area="a", kind=COUNCIL, period="month", target=""):
    name = f"{document}-{measure}-{area}-{period}-{target}"
    return Series(name, document, measure, area, kind, period, target, "", "", "", "")


def made(root, *given):
    return comparisons.rows(list(given), terms.read(root / VOCABULARY))


def test_copies_of_documents_add_no_row(miniature):
    one = made(miniature, series(), series(period="day"))
    copies = [
        series(f"copy-{number}", period=kind) for number in range(16) for kind in ("month", "day")
    ]
    assert made(miniature, *copies) == one


def test_no_comparison_mixes_kinds_of_period(miniature):
    found = made(miniature, series(), series("two", period="other_6_months"))
    (mixed,) = [row for row in found if row.period_kind != row.other_period_kind]
    assert mixed.may_compare == "no"
    assert "month and other 6 months" in mixed.reason


def test_targets_and_forecasts_are_compared_with_nothing(miniature):
    assert made(miniature, series(target="target"), series(target="forecast")) == []


def test_a_group_of_areas_is_alike_with_itself_only(miniature):
    found = made(miniature, series(kind="group"))
    assert {(row.areas, row.may_compare) for row in found if row.documents != "other"} == {
        ("same", "yes"),
        ("other", "no"),
    }


def test_areas_of_different_kinds_are_not_compared_by_number(miniature):
    found = made(miniature, series(), series(kind="National"))
    verdicts = {
        (row.area_kind, row.other_area_kind): row.may_compare
        for row in found
        if row.documents != "other"
    }
    assert verdicts[COUNCIL, "National"] == "no"
    assert verdicts[COUNCIL, COUNCIL] == "yes"


def test_a_series_says_in_columns_what_its_figures_share(miniature):
    tables = tidy.make(miniature).tables
    rows = {row.series_id: row for row in tables["series"]}
    for figure in tables["figures"]:
        row = rows[figure["series_id"]]
        assert (row.document_id, row.measure_id) == (figure["document_id"], figure["measure_id"])
        assert row.area_id == figure["area_id"]


def test_a_breakdown_that_figures_do_not_share_is_not_their_series(miniature):
    row = next(
        row for row in tidy.make(miniature).tables["figures"] if row["breakdown_1_dimension"]
    )
    read = Figure(**row)
    other = read._replace(breakdown_1_dimension="another")
    vocabulary = terms.read(miniature / VOCABULARY)
    (same,) = runs_of_figures.rows([read, read], vocabulary)
    (mixed,) = runs_of_figures.rows([read, other], vocabulary)
    assert same.breakdown_1_dimension == read.breakdown_1_dimension != ""
    assert mixed.breakdown_1_dimension == mixed.breakdown_1_category == ""
