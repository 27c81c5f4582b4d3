"""The DfE pair passes the rules of the screener, and each rule is seen to fail."""

import pytest

from scripts.offering import dfe_pairs, screener

META = dict.fromkeys(screener.REQUIRED_META, "")
PLACE = {
    "country_code": "E92000001",
    "country_name": "England",
    "region_code": "E12000005",
    "region_name": "West Midlands",
    "old_la_code": "331",
    "new_la_code": "E08000026",
    "la_name": "Coventry",
}


def good():
    """A pair that breaks no rule: one filter with a total, one indicator, two years."""
    rows = [
        ("202021", "Total", "7"),
        ("202021", "Girls", "c"),
        ("202122", "Total", "8"),
        ("202122", "Girls", "z"),
    ]
    data = [
        {
            "time_period": year,
            "time_identifier": "Financial year",
            "geographic_level": "Local authority",
            **PLACE,
            "sex": sex,
            "plans": plans,
        }
        for year, sex, plans in rows
    ]
    meta = [
        META | {"col_name": "sex", "col_type": "Filter", "label": "Sex"},
        META
        | {"col_name": "plans", "col_type": "Indicator", "label": "Plans", "indicator_dp": "0"},
    ]
    return data, meta


def change(place, **changes):
    """A pair with some cells of one row changed; `place` is data or meta."""
    data, meta = good()
    (data if place == "data" else meta)[0].update(changes)
    return data, meta


def change_all(**changes):
    data, meta = good()
    return [row | changes for row in data], meta


def without(place, column):
    data, meta = good()
    for row in data if place == "data" else meta:
        del row[column]
    return data, meta


def more(data=(), meta=()):
    first, second = good()
    return first + list(data), second + list(meta)


BAD = {
    "rows_exist": ([], good()[1]),
    "required_columns_are_there": without("data", "country_name"),
    "meta_has_no_other_columns": change("meta", extra="1"),
    "meta_columns_are_in_the_data": without("data", "plans"),
    "column_names_are_snake_case": ([row | {"Boys Only": "1"} for row in good()[0]], good()[1]),
    "data_columns_are_in_the_meta": ([row | {"boys": "1"} for row in good()[0]], good()[1]),
    "col_names_and_labels_are_unique": change("meta", label="Plans"),
    "col_types_are_known": change("meta", col_type="filter"),
    "indicator_meta_is_for_indicators": change("meta", indicator_unit="%"),
    "filter_meta_is_for_filters": more(
        meta=[META | {"col_name": "sex", "col_type": "Indicator", "label": "x", "filter_hint": "y"}]
    ),
    "indicator_units_are_known": more(
        meta=[
            META
            | {
                "col_name": "plans",
                "col_type": "Indicator",
                "label": "x",
                "indicator_unit": "pounds",
            }
        ]
    ),
    "indicator_dp_is_a_whole_number": more(
        meta=[
            META
            | {"col_name": "plans", "col_type": "Indicator", "label": "x", "indicator_dp": "one"}
        ]
    ),
    "indicators_have_no_blank_or_obsolete_cells": change("data", plans=""),
    "indicators_are_numbers_or_symbols": change("data", plans="1,280"),
    "filters_have_no_blank_cells": change("data", sex=""),
    "filters_have_two_levels": change_all(sex="Total"),
    "no_cell_starts_or_ends_with_space": change("data", sex="Total "),
    "rows_are_unique": more(data=good()[0][:1]),
    "time_identifiers_are_known": change_all(time_identifier="Year"),
    "time_identifiers_are_not_mixed": change("data", time_identifier="Academic year"),
    "time_periods_fit_their_identifiers": change("data", time_period="2020"),
    "six_digit_periods_are_consecutive_years": change("data", time_period="202023"),
    "geographic_levels_are_known": change("data", geographic_level="Parish"),
    "places_are_complete": change("data", la_name=""),
    "places_are_not_too_complete": change("data", geographic_level="Regional"),
    "codes_look_like_codes": change("data", old_la_code="33"),
    "a_code_has_one_name": change("data", la_name="Leicester"),
    "observed_columns_have_no_totals": change("data", region_name="All"),
}


def test_a_good_pair_breaks_no_rule():
    assert screener.screen(*good()) == []


@pytest.mark.parametrize(
    "rule", [rule.__name__ for rule in [*screener.NEEDED, *screener.PRECHECKS, *screener.RULES]]
)
def test_every_rule_is_seen_to_fail(rule):
    assert rule in {failure.rule for failure in screener.screen(*BAD[rule])}


def test_every_pair_of_ours_passes(package):
    made, _ = dfe_pairs.pairs(package)
    assert made
    assert [
        (pair.name, failure) for pair in made for failure in screener.screen(pair.data, pair.meta)
    ] == []


def test_every_figure_is_in_a_pair_or_listed_as_left_out(package):
    made, cuts = dfe_pairs.pairs(package)
    cells = [
        row[name]
        for pair in made
        for row in pair.data
        for name in (meta["col_name"] for meta in pair.meta if meta["col_type"] == "Indicator")
    ]
    absent = sum(cell == dfe_pairs.NOT_APPLICABLE for cell in cells)
    printed = sum(row["value_marker"] == dfe_pairs.NOT_APPLICABLE for row in package["figures"])
    assert len(package["figures"]) - len(cuts) in range(
        len(cells) - absent, len(cells) - absent + printed + 1
    )
    assert len({cut.figure_id for cut in cuts}) == len(cuts)


def test_values_and_markers_stand_in_the_cells(package):
    figure = next(row for row in package["figures"] if row["time_identifier"] and row["value"])
    made, _ = dfe_pairs.pairs(package)
    cells = {
        row[name]
        for pair in made
        if pair.table_id == figure["table_id"]
        for row in pair.data
        for name in row
    }
    assert figure["value"] in cells


def test_long_names_that_are_cut_alike_stay_two_columns():
    long = "children_" * 12
    keys = [(f"{long}boys",), (f"{long}girls",), ("plans", "boys")]
    first, second, third = dfe_pairs._column_names(keys)
    assert len({first, second, third}) == 3
    assert third == "plans_boys"
    assert first == long[:80]
    assert len(second) <= 80


def test_a_name_that_another_has_by_its_number_is_numbered_on():
    assert dfe_pairs._column_names([("a",), ("a", "2"), ("a_2",)]) == ["a", "a_2", "a_2_2"]
