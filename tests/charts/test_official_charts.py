"""Charts that set what documents print beside official statistics: told apart without colour, in
words, and never joined.
"""

import csv
import io
import re
from xml.etree import ElementTree

import pytest

from scripts.charts import layout, official_charts, official_lines, pictures
from scripts.charts.kinds import KINDS, several_lines
from scripts.charts.points import OURS, Panel, Point

SVG = "{http://www.w3.org/2000/svg}"
SCALE = {"domain": [0, 100], "range": [several_lines.TALL, 0]}


def point(year, value, look, name="", **more):
    figure = {
        "figure_id": f"d/t/{year}" if look == OURS else "",
        "value": value,
        "qualifier": "",
        "period_start": f"{year}-03-31",
        "period_end": f"{year}-03-31",
        "series_id": look,
        "unit": "count",
        **more,
    }
    return Point(figure, name or year, year, value or "[c]", f"{year}-03-31", look=look)


def panel(*points):
    names = {OURS: "Printed in documents", "official": "Official: Town"}
    looks = {each.look for each in points}
    return Panel("", [*points], names={look: names[look] for look in names if look in looks})


@pytest.fixture(scope="module")
def charts(package):
    return {chart.anchor: chart for chart in official_charts.everything(package)}


@pytest.fixture
def chart(charts):
    return charts["official-plans-southmere"]


def words(svg):
    return " ".join("".join(each.itertext()) for each in svg.iter(f"{SVG}text"))


def test_what_is_official_differs_in_dash_in_shape_and_in_name():
    looks = several_lines.LOOKS.values()
    assert len({str(look.dash) for look in looks}) == len({look.shape for look in looks}) == 5
    assert several_lines.LOOKS[OURS].full
    assert not any(look.full for name, look in several_lines.LOOKS.items() if name != OURS)


def test_ours_and_the_official_numbers_are_never_joined():
    points = [point("2020", "9", OURS), point("2020", "8", "official"), point("2021", "7", OURS)]
    one, other, third = layout.parts(points)
    assert one == third != other


def test_a_withheld_number_breaks_an_official_line():
    first, _, last = layout.parts([point(str(year), value, "official") for year, value in
                                   ((2019, "9"), (2020, ""), (2021, "8"))])  # fmt: skip
    assert first != last


def test_numbers_of_two_areas_stand_in_rates_not_in_counts(chart):
    number, rate = chart.selection.panels
    assert {*number.names} == {OURS, "official"}
    assert rate.title == "Official rate, for each 10,000 children"
    assert OURS not in rate.names
    assert {"official", "country", "neighbours"} <= {*rate.names}
    assert all(name.startswith("Official: ") for name in rate.names.values())


def test_the_picture_says_whose_each_line_is(chart):
    for drawn in chart.drawn("measures/children_with_a_plan.html").values():
        said = words(ElementTree.fromstring(drawn))
        assert "Printed" in said
        assert "Official: Southmere" in re.sub(r"Official: +", "Official: ", said)
        assert "stroke-dasharray" in drawn


def test_who_hears_the_picture_hears_whose_each_number_is(chart):
    said = chart.words.description
    assert "Printed in documents: 103 (31 March 2022)" in said
    assert "Official statistics, Southmere: 98 in 2021, 101 in 2022." in said
    assert "Official statistics, Exampleland: " in said
    assert "Official statistics, similar areas: " in said


def test_the_source_names_both_and_which_is_not_official(chart):
    said = chart.words.source
    assert said.startswith("Official statistics: Department of Examples, The children count.")
    assert "Printed in documents, not official statistics: " in said


def test_only_our_figures_lead_to_a_page(chart):
    links = re.findall(r'<a href="([^"]*)"', chart.drawn("measures/x.html")["wide"])
    assert links
    assert len(links) == len(chart.drawn_rows)
    assert all("southmere-report-2021-22" in link for link in links)


def test_a_figure_without_a_time_is_listed_and_not_drawn():
    row = {"value": "9", "period_start": "", "period_end": ""}
    assert not official_lines.has_place(row)
    assert official_lines.has_place(
        row | {"period_start": "2020-04-01", "period_end": "2021-03-31"}
    )
    assert not official_lines.has_place(
        row | {"period_start": "2016-01-01", "period_end": "2020-12-31"}
    )
    day = {"period_start": "2020-04-01", "period_end": "2020-04-01"}
    assert not official_lines.has_place(row | day | {"value": ""})


def test_the_csv_has_official_numbers_only(package, chart):
    files = dict(official_charts.files(package))
    rows = list(csv.DictReader(io.StringIO(files[chart.file("csv")])))
    assert {row["area"] for row in rows} == {"Southmere", "Exampleland", "similar areas"}
    assert [row["number"] for row in rows if row["area"] == "Southmere"] == ["98", "101"]
    assert "103" not in {row["number"] for row in rows}
    assert files[chart.file("png")][:4] == b"\x89PNG"


def test_names_at_the_ends_of_lines_never_touch():
    tops = several_lines.apart([(50, 34), (52, 34), (55, 17), (200, 34)], several_lines.TALL)
    sizes = [34, 34, 17, 34]
    ends = [top + size for top, size in zip(tops, sizes, strict=True)]
    assert all(end <= top for end, top in zip(ends, tops[1:], strict=False))
    assert ends[-1] <= several_lines.TALL + layout.LINE


def test_two_values_for_one_day_do_not_lie_on_each_other():
    points = [point("2020", "90", OURS), point("2020", "89", OURS), point("2021", "50", OURS)]
    (laid,) = several_lines.lay_out([panel(*points)], pictures.WIDE)
    written = several_lines.said(laid, SCALE)
    places = [(each["encoding"]["x"]["value"], each["encoding"]["y"]["value"]) for each in written]
    assert len({*places}) == len(places) == 4


def test_years_under_the_axis_have_room():
    points = [point(str(year), "5", "official") for year in range(1990, 2025)]
    (laid,) = several_lines.lay_out([panel(*points)], pictures.NARROW)
    ticks = [each for each in laid.marks if each.lines]
    assert 2 <= len(ticks) < 10
    assert ticks[-1].lines == ["2024"]


def test_a_number_printed_with_about_is_an_open_dot():
    layers = KINDS["several_lines"].layers(
        several_lines.lay_out([panel(point("2020", "9", OURS, qualifier="about"))], 640)[0], SCALE
    )
    dots = [each["mark"] for each in layers if each["mark"]["type"] == "point"]
    assert [dot["filled"] for dot in dots] == [True, False]
    assert dots[1]["fill"] == "#ffffff"
