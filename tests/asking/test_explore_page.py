"""The page that filters figures and answers, in a browser: counts, words, tables, addresses, files,
and what goes wrong.
"""

import csv
import json
from urllib.parse import urlencode

import openpyxl
import pytest

from scripts.asking import filter_rows, row_pieces
from scripts.model.package import Package
from tests.asking.conftest import SMALL

SHOWN = 100  # rows, before a reader asks for more


@pytest.fixture(scope="module")
def facts(small_site):
    """Every row of the page, as it is made."""
    return filter_rows.facts(Package(small_site))


def told(page, words):
    page.wait_for_function(
        "words => document.querySelector('[data-told]').textContent.includes(words)", arg=words
    )


def opened(page, start, **asked):
    page.goto("about:blank")
    page.goto(f"{start}/ask/index.html#{urlencode(asked)}")
    page.wait_for_selector("[data-shown] > *", state="attached")


def shown(page):
    return page.locator("[data-shown] tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )


def unfold(page, column):
    """Open the choices of a filter; on a narrow screen the filters first."""
    if page.locator("[data-unfold]").is_visible():
        page.click("[data-unfold][aria-expanded=false]")
    page.click(f"[data-filter={column}]:not([open]) summary")


def choose(page, column, title):
    unfold(page, column)
    page.locator(f"[data-filter={column}] label").filter(has_text=title).first.click()


def saved(page, kind, path):
    with page.expect_download() as download:
        page.click(f"[data-save={kind}]")
    download.value.save_as(path)
    return path


def of_measure(facts, least):
    """The figures of one measure, document, area and kind of period, at least so many, each for a
    period of its own.
    """
    groups = {}
    for fact in facts:
        if fact.group and fact.number:
            groups.setdefault((fact.group, fact.breakdown, fact.kind), []).append(fact)
    return next(
        rows
        for rows in groups.values()
        if len({fact.period for fact in rows}) == len(rows) >= least
    )


def test_every_choice_says_how_many_rows_it_leaves(page, start, facts):
    opened(page, start)
    told(page, f"All {len(facts)} rows")
    area = facts[0].area
    count = sum(fact.area == area for fact in facts)
    choose(page, "area", f"{area} ({count})")
    told(page, f"{count} of {len(facts)} rows")
    unfold(page, "kind")
    for kind in {fact.kind for fact in facts if fact.area == area}:
        both = sum(fact.area == area and fact.kind == kind for fact in facts)
        page.wait_for_selector(f"[data-filter=kind] label:has-text('{kind} ({both})')")
    assert page.wrong == []


def test_a_row_leads_to_its_figure(page, start, facts):
    opened(page, start, what=facts[0].what)
    link = page.locator("[data-shown] tbody a").first
    anchor = link.get_attribute("href").partition("#")[2]
    link.click()
    page.wait_for_load_state()
    assert page.evaluate("id => Boolean(document.getElementById(id))", anchor)


def test_an_address_is_a_selection(page, start, facts):
    fact = facts[0]
    opened(page, start, area=fact.area, words=fact.what, sort="number")
    told(page, f" of {len(facts)} rows")
    before, address = shown(page), page.url
    page.goto("about:blank")
    page.goto(address)
    told(page, f" of {len(facts)} rows")
    assert shown(page) == before
    assert page.input_value("#words") == fact.what
    assert all(url.startswith((start, "blob:", "data:", "about:")) for url in page.asked)


def test_words_are_found_with_a_typing_error(page, served, facts):
    word = next(word for fact in facts for word in fact.what.split() if len(word) > 6)
    opened(page, served)
    page.fill("#words", word[:3] + word[4:])
    told(page, f" of {len(facts)} rows")
    assert any(word in " ".join(row) for row in shown(page))
    page.fill("#words", "zzzzzzz")
    told(page, "No row fits")
    page.click("[data-clear]")
    told(page, f"All {len(facts)} rows")
    assert page.evaluate("document.activeElement.id") == "words"


def test_figures_that_may_stand_together_are_a_table_with_bars(page, start, facts):
    rows = of_measure(facts, 2)
    one = rows[0]
    opened(
        page,
        start,
        what=one.what,
        document=one.document,
        area=one.area,
        breakdown=one.breakdown,
        kind=one.kind,
        view="table",
        down="period",
        across="",
    )
    page.wait_for_selector("[data-shown] table")
    found = {row[0]: row[1] for row in shown(page)}
    for fact in rows:
        assert found[fact.period] == fact.shown
    assert page.locator(".bars li").count() == len([value for value in found.values() if value])


def test_figures_that_may_not_stand_together_say_why(page, start):
    opened(page, start, view="table", down="area", across="period")
    page.wait_for_selector("[data-shown] .know")
    assert "not shown as one table" in page.text_content("[data-shown]")
    assert page.locator("[data-shown] table").count() == 0
    page.locator("[data-shown] a").first.click()
    page.wait_for_selector("[data-shown] table")
    assert page.locator("[data-shown] td a").count() > 1
    assert page.evaluate("document.activeElement.id") == "shown"


def test_only_the_pieces_are_loaded_that_can_hold_what_is_sought(page, start, facts, monkeypatch):
    def pieces():
        return {url.rsplit("/", 1)[1] for url in page.asked if "/rows-" in url}

    monkeypatch.setattr(row_pieces, "LEAST", SMALL)
    cut = list(row_pieces.cuts(sorted(facts, key=row_pieces.place)))
    opened(page, start)
    firsts = [sum(map(len, cut[:at])) for at in range(len(cut))]
    assert pieces() == {f"rows-{at}.js" for at, first in enumerate(firsts) if first < SHOWN}
    page.asked.clear()
    topic = cut[-1][-1].topic
    expected = {
        f"rows-{at}.js" for at, rows in enumerate(cut) if any(fact.topic == topic for fact in rows)
    }
    opened(page, start, topic=topic)
    told(page, f"{sum(fact.topic == topic for fact in facts)} of")
    assert pieces() == expected


def test_all_pieces_are_loaded_once_when_somebody_goes_to_the_field_for_words(page, start, facts):
    opened(page, start)
    page.focus("#words")
    page.wait_for_load_state("networkidle")
    asked = [url.rsplit("/", 1)[1] for url in page.asked if "/rows-" in url]
    page.fill("#words", facts[-1].what)
    told(page, f" of {len(facts)} rows")
    everything = [url.rsplit("/", 1)[1] for url in page.asked if "/rows-" in url]
    assert everything == asked
    assert len(asked) == len(set(asked)) > 1


def test_a_choice_that_is_taken_back_before_its_rows_came_leaves_nothing_loading(
    page, served, facts
):
    ordered = sorted(facts, key=row_pieces.place)
    first, last = ordered[0].topic, ordered[-1].topic
    opened(page, served, topic=first)
    held = []
    page.route("**/ask/data/rows-*.js", lambda route: held.append(route))
    choose(page, "topic", last)
    told(page, "More rows are loading")
    assert page.locator("[data-explore][aria-busy]").count() == 1
    page.locator("[data-off]").filter(has_text=last).click()
    left = f"{sum(fact.topic == first for fact in facts)} of {len(facts)} rows"
    told(page, left)
    assert page.locator("[data-explore][aria-busy]").count() == 0
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    assert left in page.text_content("[data-told]")
    assert page.wrong == []


def test_the_numbers_beside_choices_count_rows_that_are_not_loaded_yet(page, start, facts):
    fact = facts[-1]
    opened(page, start, topic=fact.topic, area=fact.area)
    unfold(page, "topic")
    for topic in {each.topic for each in facts if each.area == fact.area}:
        left = sum(each.area == fact.area and each.topic == topic for each in facts)
        page.wait_for_selector(f"[data-filter=topic] label:has-text('{topic} ({left})')")


def test_a_chosen_filter_is_a_button_that_takes_it_away(page, served, facts):
    opened(page, served, topic=facts[0].topic, area=facts[0].area)
    page.get_by_role("button", name=f"Take away Area: {facts[0].area}").click()
    told(page, f"{sum(fact.topic == facts[0].topic for fact in facts)} of")
    assert page.evaluate("document.activeElement.dataset.off") == "topic"
    page.keyboard.press("Enter")
    told(page, f"All {len(facts)} rows")
    assert page.evaluate("document.activeElement.id") == "words"


def test_on_a_phone_rows_are_in_reach_and_filters_unfold(page, start, facts):
    page.set_viewport_size({"width": 320, "height": 800})
    opened(page, start)
    assert page.locator("[data-shown] tbody a").first.bounding_box()["y"] < 800
    assert not page.locator("[data-filters]").is_visible()
    area = facts[0].area
    choose(page, "area", area)
    count = sum(fact.area == area for fact in facts)
    told(page, f"{count} of {len(facts)} rows")
    page.get_by_role("button", name=f"See {count} rows").click()
    assert page.evaluate("document.activeElement.id") == "shown"
    assert not page.locator("[data-filters]").is_visible()
    assert page.text_content("[data-unfold]") == "Filters (1 chosen)"


def test_what_is_shown_is_saved_as_csv_workbook_and_json(page, start, tmp_path, facts):
    area = facts[0].area
    ordered = sorted(facts, key=row_pieces.place)
    expected = [fact.shown for fact in ordered if fact.area == area]
    opened(page, start, area=area)
    told(page, f"{len(expected)} of")
    page.click(".save summary")
    with saved(page, "csv", tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["value_shown"] for row in rows] == expected
    with_each = ("attribution", "reuse_terms", "cite_as", "address")
    assert all(row[column] for row in rows for column in with_each)
    told_json = json.loads(saved(page, "json", tmp_path / "a.json").read_text(encoding="utf-8"))
    assert told_json["rows"] == rows
    assert told_json["cite"] and told_json["documents"][0]["attribution"]
    book = openpyxl.load_workbook(saved(page, "xlsx", tmp_path / "a.xlsx"))
    cells = [[cell or "" for cell in row] for row in book["Rows"].iter_rows(values_only=True)]
    assert cells == [list(rows[0]), *(list(row.values()) for row in rows)]
    assert "Cite as" in [row[0] for row in book["About"].iter_rows(values_only=True)]


def test_a_table_is_saved_as_it_is_shown(page, start, tmp_path, facts):
    one = of_measure(facts, 2)[0]
    table = {"what": one.what, "document": one.document, "area": one.area, "kind": one.kind}
    table |= {"breakdown": one.breakdown, "view": "table", "down": "period", "across": ""}
    opened(page, start, **table)
    cells = shown(page)
    page.click(".save summary")
    with saved(page, "csv", tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert [row[:2] for row in rows] == cells
    assert head[2:] == ["Cite as", "Selection", "What you should know", "Re-use terms"]
    assert all(all(row[2:]) for row in rows)
    told_json = json.loads(saved(page, "json", tmp_path / "a.json").read_text(encoding="utf-8"))
    assert [row["Number"] for row in told_json["table"]] == [number for _, number in cells]
    assert len(told_json["rows"]) == len([number for _, number in cells if number])
    book = openpyxl.load_workbook(saved(page, "xlsx", tmp_path / "a.xlsx"))
    assert book.sheetnames == ["Table", "Rows", "About"]
    assert [[cell.value or "" for cell in row[:2]] for row in book["Table"]][1:] == cells


def test_nothing_to_save_is_told(page, served):
    opened(page, served, words="zzzzzzz")
    page.click(".save summary")
    page.click("[data-save=csv]")
    told(page, "There is no row to save")


HOSTILE = [
    "area=<img src=x onerror=hacked=1>",
    "words=<script>hacked=1</script>",
    "view=table&down=__proto__&across=constructor",
    "sort=toString&area=%E0%A4%A",
    "words=" + "x" * 7000,
    "x" * 9000,
]


@pytest.mark.parametrize("hash_", HOSTILE)
def test_a_hostile_address_opens_the_page_and_runs_nothing(page, served, hash_):
    page.goto(f"{served}/ask/index.html#{hash_}")
    told(page, "row")
    assert page.evaluate("window.hacked") is None
    page.click("[data-clear]")
    told(page, "All ")
    assert page.wrong == []


@pytest.mark.parametrize("name", ["start", "rows-0"])
def test_a_missing_file_is_told_and_downloads_are_offered(page, served, name):
    page.route(f"**/ask/data/{name}.js", lambda route: route.abort())
    page.goto(f"{served}/ask/index.html")
    told(page, f"ask/data/{name}.js")
    assert page.get_by_role("link", name="all figures").is_visible()


@pytest.mark.parametrize(("name", "kind"), [("data/notes", "csv"), ("workbook", "xlsx")])
def test_a_missing_file_of_a_download_is_told(page, served, name, kind):
    opened(page, served)
    page.click(".save summary")
    page.route(f"**/ask/{name}.js", lambda route: route.abort())
    page.click(f"[data-save={kind}]")
    told(page, f"ask/{name}.js")
    page.unroute(f"**/ask/{name}.js")
    with page.expect_download():
        page.click(f"[data-save={kind}]")


@pytest.mark.parametrize("width", [320, 1280])
def test_an_old_browser_is_told_what_to_do_instead(page, served, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script("delete window.DecompressionStream")
    page.goto(f"{served}/ask/index.html")
    told(page, "This browser cannot unpack the data")
    assert page.get_by_role("link", name="all figures").is_visible()


def test_a_browser_that_cannot_read_the_script_leads_to_downloads(page, served):
    page.route("**/ask/explore.js", lambda route: route.fulfill(body="a ?? ) {", status=200))
    page.goto(f"{served}/ask/index.html")
    assert page.get_by_role("link", name="all figures").is_visible()
    assert not page.locator("#words").is_visible()


def test_copying_that_is_not_allowed_is_told(page, served):
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { get() { throw new Error('no') } })"
    )
    opened(page, served)
    page.click(".save summary")
    page.click("[data-copy]")
    told(page, "Copy the address from its address line")


def test_nothing_is_kept_on_the_device_so_that_blocked_storage_is_no_matter(page, served):
    page.add_init_script(
        "for (const name of ['localStorage', 'indexedDB']) Object.defineProperty(window, "
        "name, { get() { throw new Error(name) } })"
    )
    opened(page, served)
    told(page, "All ")


def test_without_scripts_the_page_leads_to_downloads(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/ask/index.html")
    assert page.get_by_role("link", name="all figures").is_visible()
    assert not page.locator("#words").is_visible()
    context.close()


def test_a_phone_shows_every_state_without_scrolling_sideways(page, served):
    page.set_viewport_size({"width": 320, "height": 800})
    for asked in ({}, {"view": "table"}, {"words": "zzzzz"}):
        opened(page, served, **asked)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(browser, served, faults, facts, scheme):
    one = of_measure(facts, 2)[0]
    table = {"what": one.what, "document": one.document, "area": one.area, "kind": one.kind}
    table |= {"breakdown": one.breakdown, "view": "table", "down": "period", "across": ""}
    for width in (320, 1280):
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        for asked in ({"sort": "area"}, {"words": "zzzzz"}, {"view": "table"}, table):
            opened(page, served, **asked)
            page.evaluate(
                "document.querySelectorAll('details').forEach((each) => { each.open = true })"
            )
            assert faults(page) == [], (width, asked)
        page.close()
