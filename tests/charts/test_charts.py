"""What charts keep to: printed values, broken lines, titles that hold, words for those who don't
see them, colours that can be seen.
"""

import csv
import io
import json
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
import vl_convert
from PIL import Image

from scripts.charts import (
    chart_files,
    definitions,
    drawing,
    encodings,
    findings,
    kinds,
    layout,
    pictures,
    text_alternatives,
    timelines,
)
from scripts.charts.definitions import Chart, Where
from scripts.charts.kinds import line
from scripts.charts.points import Panel, Point, Selection
from scripts.charts.selection import once, select, wanted
from scripts.model.package import Package
from tests import sample
from tests.naughty import NAUGHTY

SVG = "{http://www.w3.org/2000/svg}"
CSS = Path("scripts/publishing/theme/assets/safeguarding.css")


def figure(value="10", start="2015-04-01", end="2016-03-31", series="s", **more):
    return {
        "figure_id": f"d/t/{value}/{start}",
        "document_id": "d",
        "table_id": "d/t",
        "measure_id": "m",
        "unit": "count",
        "value_kind": "actual",
        "value": value,
        "qualifier": "",
        "value_marker": "" if value else "x",
        "period_start": start,
        "period_end": end,
        "series_id": series,
        "line": "7",
        "locator": "Table 1",
        "area_id": "a",
        "breakdown_1_dimension": "",
        "breakdown_1_category": "",
        "breakdown_2_dimension": "",
        "breakdown_2_category": "",
        **more,
    }


def point(name="2015", said=None, **more):
    row = figure(**more)
    return Point(row, name, name, said or row["value"] or "[x]", row["period_end"])


def years(*values, **more):
    return [
        point(
            str(2015 + place),
            value=value,
            start=f"{2015 + place}-01-01",
            end=f"{2015 + place}-12-31",
            **more,
        )
        for place, value in enumerate(values)
    ]


@pytest.fixture
def package(tmp_path):
    return Package(with_charts(sample.write(tmp_path)))


def with_charts(root, **more):
    """The sample with one chart of its own in the place of the project's."""
    chart = {
        "chart": "cases",
        "measures": ["cases"],
        "along": ["part"],
        "titles": ["{largest.name}: {largest.said}"],
        "know": "Cases, not children.",
        **more,
    }
    given = {
        "numbers": [
            {
                "measure": "cases",
                "where": {"totals": True},
                "says": ["{value} cases in {area} in {when}."],
            }
        ],
        "charts": [chart],
    }
    (root / "docs/charts").mkdir()
    (root / "docs/charts/exploitation.json").write_text(json.dumps(given), encoding="utf-8")
    return root


def the_chart(package):
    return chart_files.of_topic("exploitation", package)[0]


# lines


def test_a_line_joins_numbers_of_one_series():
    assert len(set(layout.parts(years("3", "4", "5")))) == 1


def test_a_line_is_never_drawn_from_one_series_to_another():
    one, other = years("3", "4"), years("5", "6", series="other")
    assert set(layout.parts([*one, *other])[:2]).isdisjoint(layout.parts([*one, *other])[2:])


def test_a_period_without_a_number_breaks_the_line():
    before, missing, after = layout.parts(years("3", "", "5"))
    assert len({before, missing, after}) == 3


@pytest.mark.parametrize("inexact", [{"qualifier": "almost"}, {"start": "", "end": ""}])
def test_an_inexact_or_undated_number_is_joined_to_nothing(inexact):
    first, last = years("3", "5")
    joined = layout.parts([first, point("between", value="4", **inexact), last])
    assert joined[0] == joined[2] != joined[1]


@pytest.mark.parametrize(
    ("start", "end"),
    [("2015-01-01", "2016-12-31"), ("2017-01-01", "2017-06-30"), ("2017-01-31", "2017-01-31")],
)
def test_what_is_for_a_longer_or_shorter_time_does_not_stand_among_years(start, end):
    other = point("other", value="7", start=start, end=end)
    assert [each.said for each in timelines.equally_long([other, *years("3", "4")])] == ["3", "4"]


def test_a_number_without_a_period_stands_among_those_of_any_length():
    assert (
        len(
            timelines.equally_long(
                [*years("3", "4"), point("undated", value="5", start="", end="")]
            )
        )
        == 3
    )


def test_every_break_is_told_with_its_reason(package):
    panel = Panel(
        "", [point(value="3"), point("later", value="", start="2016-04-01", end="2017-03-31")]
    )
    assert [each.why for each in timelines.breaks(Selection([panel], {}), package)] == [
        "One of them has no number."
    ]


# titles


def told(panel):
    return findings.path(panel, findings.ends(panel))


def test_a_title_of_change_needs_one_series():
    assert told(Panel("Sexual abuse", years("3", "5"))) == "sexual abuse 3 in 2015, 5 in 2016"
    later = point("2016", value="5", start="2016-01-01", end="2016-12-31", series="other")
    assert findings.ends(Panel("", [*years("3"), later])) is None


def test_a_change_is_told_of_exact_numbers_only():
    almost = point("2014", value="900", start="2014-01-01", end="2014-12-31", qualifier="almost")
    assert told(Panel("", [almost, *years("882", "578")])) == "882 in 2015, 578 in 2016"


def test_nothing_is_the_largest_where_two_are_alike(package):
    facts = findings.of_panel(
        Panel("", [point("a", value="5"), point("b", value="5", start="2016-04-01")]), package
    )
    assert "largest" not in facts


def test_a_chart_of_undated_numbers_alone_is_named_by_its_measure(package):
    undated = Panel("No date printed", [point("a", start="", end="")], True)
    chart = the_chart(package).chart._replace(titles=["{ranges}", "{each}", "{largest.name}"])
    assert findings.title(chart, Selection([undated], {"measure": "Cases"}), package) == "Cases"


def test_a_title_that_the_facts_cannot_fill_is_passed_over(package):
    chart = the_chart(package).chart._replace(
        titles=["{first.said} to {last.said}", "{largest.name}"]
    )
    assert findings.title(chart, select(chart, package), package) == "North"
    nothing_holds = chart._replace(titles=["{paths}"])
    assert findings.title(nothing_holds, select(chart, package), package) == "Cases with a factor"


def test_a_measure_over_time_is_named_before_its_numbers_and_a_rank_is_a_place(package):
    shown = Selection([Panel("", years("46", "64"))], {"measure": "Deprivation rank"})
    rank = {
        "measure_id": "m",
        "unit": "rank",
        "definition": "The place of the area. First is the most deprived.",
    }
    assert (
        findings.title(timelines.chart({**rank, "unit": "count"}), shown, package)
        == "Deprivation rank: 46 in 2015, 64 in 2016"
    )
    assert (
        findings.title(timelines.chart(rank), shown, package)
        == "46th in 2015, 64th in 2016; 1st is the most deprived"
    )
    assert (
        findings.title(timelines.chart({**rank, "definition": "A place."}), shown, package)
        == "46th in 2015, 64th in 2016"
    )


def test_a_total_that_its_parts_do_not_make_is_told_with_what_they_make(package):
    check = {"check_id": "c", "rule": "total", "verdict": "discrepancy", "recomputed": "1200"}
    one, other = years("3", "5")
    package.checks_of = {each.figure["figure_id"]: [check] for each in (one, other)}
    assert findings.differing_sum(Panel("", [one, other]), package) == "1,200"
    package.checks_of[one.figure["figure_id"]] = [{**check, "check_id": "another"}]
    assert findings.differing_sum(Panel("", [one, other]), package) == ""


# which figures


def test_a_new_document_with_a_known_measure_gets_a_part_of_its_own(tmp_path):
    both = Package(
        with_charts(
            sample.write(tmp_path, documents={"north-town": "cases", "south-town": "cases"})
        )
    )
    assert [panel.title for panel in the_chart(both).selection.panels] == [
        "North-Town",
        "South-Town",
    ]


def test_a_chart_without_figures_is_not_made(package):
    assert select(Chart("exploitation", "none", ["nothing"], ["part"]), package) is None


def test_printed_totals_are_no_bars_beside_their_parts(package):
    assert [each.name for each in the_chart(package).selection.points] == ["North", "South"]
    assert "Total" in [
        each.name
        for each in select(
            the_chart(package).chart._replace(where=Where(totals=True)), package
        ).points
    ]


def test_a_number_printed_twice_stands_once_and_two_numbers_of_one_name_are_told_apart():
    assert len(once([point(value="5"), point(value="5", line="9")])) == 1
    before, now = (
        point(value="5", figure_id="d/t/plans-before"),
        point(value="6", figure_id="d/t/plans-now"),
    )
    assert [each.name for each in once([before, now])] == ["2015 (1 of 2)", "2015 (2 of 2)"]
    elsewhere = point(value="6", locator="Table 2")
    assert [each.name for each in once([before, elsewhere])] == ["2015 (Table 1)", "2015 (Table 2)"]


@pytest.mark.parametrize(
    "path", sorted(Path("docs/charts").glob("*.json")), ids=lambda path: path.stem
)
def test_definitions_use_words_of_the_vocabulary(path, repository):
    terms = {
        name: rows(repository / f"data/vocabulary/{name}.csv")
        for name in ("topics", "measures", "dimensions", "categories", "areas")
    }
    categories = {(row["dimension_id"], row["category_id"]) for row in terms["categories"]}
    known = {
        name: {row[f"{name.rstrip('s')}_id"] for row in terms[name]}
        for name in ("topics", "measures", "dimensions", "areas")
    }
    given = json.loads((repository / path).read_text(encoding="utf-8"))
    assert path.stem in known["topics"]
    assert len({chart["chart"] for chart in given["charts"]}) == len(given["charts"])
    for each in [*given["charts"], *given["numbers"]]:
        where = Where(**each.get("where", {}))
        assert {
            *each.get("measures", []),
            *([each["measure"]] if "measure" in each else []),
        } <= known["measures"]
        assert {
            *(where.by or []),
            *where.category,
            *(set(each.get("along", [])) - {"period", "place", "area", "measure"}),
        } <= known["dimensions"]
        assert all(
            (dimension, category) in categories
            for dimension, wanted in where.category.items()
            for category in wanted
        )
        assert set(where.area) <= known["areas"]
    assert {chart.get("kind", "bars") for chart in given["charts"]} <= set(kinds.KINDS)


def rows(path):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


# pictures


def test_a_picture_has_a_name_a_description_and_its_values_as_text(package):
    for svg in the_chart(package).drawn.values():
        root = ElementTree.fromstring(svg)
        image = root[0]
        named = {
            each.get("id"): each.text for each in image if each.tag in (f"{SVG}title", f"{SVG}desc")
        }
        assert image.get("role") == "img"
        assert image.get("aria-labelledby").split() == list(named)
        assert all(named.values())
        written = ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]
        assert {"North", "1,200 ≠", "South", "[x]"} <= set(written)


def test_the_description_says_values_and_what_differs(package):
    assert (
        "North 1,200 (takes part in a sum that differs), South [x]"
        in the_chart(package).words.description
    )


def test_a_number_with_about_is_drawn_as_an_outline():
    bars = Panel("", [point("a", value="5"), point("b", value="6", qualifier="about")])
    (laid,) = kinds.lay_out([bars], "bars", 640)
    assert [mark.exact for mark in laid.marks] == [True, False]


def test_bars_and_columns_start_at_zero():
    for kind in ("bars", "columns", "line"):
        given = json.dumps(
            drawing.specification(
                kinds.lay_out([Panel("", years("40", "50"))], kind, 640)[0], 50, 40
            )
        )
        assert {
            tuple(json.loads(found)) for found in re.findall(r'"domain": (\[.*?\])', given)
        } == {(0, 50)}


def test_different_units_never_share_a_scale():
    few, many = (
        Panel("a", [point(value="3", unit="percent")]),
        Panel("b", [point(value="900", unit="count")]),
    )
    assert pictures.sizes(few, Selection([few, many], {})) == [3]


def test_a_length_means_the_same_number_in_every_panel_of_one_unit():
    short, long = (
        Panel("a", [point("a", value="18.8")]),
        Panel("b", [point("A much longer name than that", said="100%, exactly", value="100")]),
    )
    drawn = pictures.panels(Selection([short, long], {}), "bars", 640)
    bars = [each for each in drawn.group.iter(f"{SVG}path") if each.get("fill") == encodings.INK]
    wide = [float(re.search(r"h([\d.]+)", each.get("d"))[1]) for each in bars]
    assert wide[0] / 18.8 == pytest.approx(wide[1] / 100, rel=0.01)


def test_all_panels_of_a_chart_are_columns_or_all_are_bars():
    many, few = Panel("a", years(*(["1000000"] * 14))), Panel("b", years("3", "4"))
    assert {each.kind for each in kinds.lay_out([many, few], "columns", 288)} == {"bars"}
    assert {each.kind for each in kinds.lay_out([few, few], "columns", 288)} == {"columns"}


@pytest.mark.parametrize("width", [288, 640])
def test_values_and_labels_of_a_line_do_not_touch(width):
    """A value may be moved aside of a steep line; it still ends before the next one begins."""
    for count in range(2, 20):
        points = years(*(f"{50 + place % 3}.4" for place in range(count)))
        (laid,) = kinds.lay_out([Panel("", points)], "line", width)
        if laid.kind == "line":
            ends = [
                (mark.at + mark.lean * line.ASIDE, len(mark.said) * layout.LETTER * 0.9 / 2)
                for mark in laid.marks
            ]
            for (one, half), (other, its_half) in pairwise(ends):
                assert one + half <= other - its_half + line.ASIDE


def test_two_numbers_for_one_day_are_not_two_places_of_one_line():
    first, last = years("3", "5")
    (laid,) = kinds.lay_out([Panel("", [first, first._replace(name="x"), last])], "line", 640)
    assert laid.kind == "bars"


@pytest.fixture
def undated(tmp_path):
    """The sample with a chart over time, where one of its numbers has no period."""

    def made(kind):
        package = Package(sample.write(tmp_path / kind))
        row = next(row for row in package["figures"] if row["value"])
        extra = {**row, "figure_id": "x/y/z", "value": "7", "value_as_published": "7"}
        extra |= {"period_start": "", "period_end": "", "time_period": "", "series_id": "z"}
        package.rows["figures"].append(extra)
        where = Where(by=[], totals=True)
        where = Where(totals=True, category={"part": [row["breakdown_1_category"]]})
        return select(Chart("t", "c", ["cases"], ["period"], kind, where), package)

    return made


def test_an_undated_number_has_no_place_on_a_line_of_time(undated):
    found = undated("line")
    assert [point.figure["figure_id"] for point in found.undated] == ["x/y/z"]
    assert "x/y/z" not in [each.figure["figure_id"] for each in found.panels[0].points]
    assert "x/y/z" in [figure["figure_id"] for figure in found.figures]


def test_an_undated_number_is_a_panel_of_its_own_among_bars_over_time(undated):
    found = undated("bars")
    assert [panel.title for panel in found.panels] == ["", "No date printed"]
    assert [panel.undated for panel in found.panels] == [False, True]


@pytest.mark.parametrize("kind", ["target", "forecast"])
def test_a_target_is_never_drawn(kind, package):
    assert wanted(figure(value_kind="actual"), Where(), package)
    assert wanted(figure(value_kind="estimate"), Where(), package)
    assert not wanted(figure(value_kind=kind), Where(), package)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (("3", "5"), "rose from 3 in 2015 to 5 in 2016"),
        (("5", "9", "3"), "fell from 5 in 2015 to 3 in 2017, highest at 9 in 2016"),
        (("5", "2", "5"), "was 5 in 2015 and 5 in 2017, lowest at 2 in 2016"),
    ],
)
def test_the_description_tells_the_shape(values, told):
    assert text_alternatives.shape(Panel("", years(*values))) == told
    assert told in text_alternatives.spoken(Panel("", years(*values)), short=True)


def test_a_shape_is_told_of_one_series_only():
    later = point("2016", value="5", start="2016-01-01", end="2016-12-31", series="other")
    assert not text_alternatives.shape(Panel("", [*years("3"), later]))


def test_every_point_leads_to_its_figure(package):
    chart = the_chart(package)
    for svg in chart.drawn.values():
        root = ElementTree.fromstring(svg)
        ways = [each.get("href") for each in root.iter(f"{SVG}a")]
        assert ways == [
            chart.to_figure(each.figure["figure_id"]) for each in chart.selection.points
        ]
        assert not list(root[0].iter(f"{SVG}a"))


def test_several_units_in_one_chart_are_said_to_have_scales_of_their_own():
    one = Panel("a", [point(value="3", unit="percent")])
    other = Panel("b", [point(value="900")])
    assert findings.scales(Selection([one, other], {})) == findings.SCALES
    assert not findings.scales(Selection([other, other], {}))


def test_a_value_near_the_axis_is_not_written_into_it():
    (laid,) = kinds.lay_out([Panel("", years("900", "2", "900"))], "line", 640)
    assert laid.marks[1].low
    assert not drawing.rows(laid, 900)[1]["low"]


def test_the_same_chart_is_the_same_bytes(tmp_path):
    one, other = (
        dict(chart_files.files(Package(with_charts(sample.write(tmp_path / name)))))
        for name in ("one", "other")
    )
    assert one == other
    assert "charts/exploitation/cases.svg" in one


def test_hostile_names_stay_text(tmp_path):
    package = Package(
        with_charts(sample.write(tmp_path, lambda value: f"{value} {' '.join(NAUGHTY)}"))
    )
    chart = the_chart(package)
    for svg in [*chart.drawn.values(), pictures.to_take_away(chart.wide, chart.words)]:
        tags = {each.tag.removeprefix(SVG) for each in ElementTree.fromstring(svg).iter()}
        assert tags <= {"svg", "g", "a", "path", "text", "tspan", "rect", "title", "desc", "line"}
        assert not any(
            name.startswith("on")
            for each in ElementTree.fromstring(svg).iter()
            for name in each.attrib
        )


def test_the_picture_to_take_away_says_title_statistic_and_source(package):
    chart = the_chart(package)
    written = " ".join(
        "".join(each.itertext())
        for each in ElementTree.fromstring(pictures.to_take_away(chart.wide, chart.words)).iter(
            f"{SVG}text"
        )
    )
    assert chart.words.title in written
    assert chart.words.statistic in written
    assert "Source: North-Town Council, a reply. As printed; not official statistics." in written


def test_packing_a_png_changes_no_pixel():
    loose = vl_convert.svg_to_png(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><circle r="20" '
        'cx="30" cy="20"/></svg>'
    )
    packed = pictures.packed(loose)
    assert len(packed) < len(loose)
    assert pixels(packed) == pixels(loose)


def pixels(png):
    """What a picture without anything behind it shows: the colours, however they are packed."""
    with Image.open(io.BytesIO(png)) as picture:
        return picture.convert("RGB").tobytes()


def test_the_csv_has_just_the_numbers_of_the_chart(package):
    found = list(
        csv.DictReader(
            io.StringIO(dict(chart_files.files(package))["charts/exploitation/cases.csv"])
        )
    )
    assert [
        (row["name"], row["value"], row["value_marker"], row["attribution"]) for row in found
    ] == [
        ("North", "1200", "", "North-Town Council, a reply."),
        ("South", "", "x", "North-Town Council, a reply."),
    ]


# colours


def test_every_colour_of_a_chart_can_be_seen_in_light_and_in_dark():
    style = CSS.read_text(encoding="utf-8")
    for scheme, shades in (("default", {}), ("slate", replaced(style))):
        ground = variable(style, scheme, "md-default-bg-color")
        variables = {
            encodings.TEXT: "md-default-fg-color",
            encodings.QUIET: "quiet",
            encodings.SIGNAL: "bad",
        }
        for colour in (encodings.INK, *variables):
            shown = (
                variable(style, scheme, variables[colour])
                if colour in variables
                else shades.get(colour, colour)
            )
            assert contrast(shown, ground) >= (4.5 if colour in variables else 3), (scheme, colour)


def replaced(style):
    return dict(
        re.findall(
            (
                r'\[data-md-color-scheme="slate"\] \.sf \.picture \[fill="(#\w+)"\] \{ fill: '
                r"(#\w+); \}"
            ),
            style,
        )
    )


def variable(style, scheme, name):
    return re.search(rf'\[data-md-color-scheme="{scheme}"\] \{{[^}}]*--{name}: (#\w+);', style)[1]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_colours_are_those_of_the_analysis_function():
    assert encodings.INK == "#12436D"
    assert encodings.SIGNAL == "#801650"


def test_definitions_without_a_file_are_no_charts(package):
    assert definitions.charts("no-such-topic", package) == []
