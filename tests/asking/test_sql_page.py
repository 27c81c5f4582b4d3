"""The page that asks in SQL, in a browser: worked queries, addresses, files, and everything that
goes wrong.
"""

import csv
import re
from urllib.parse import quote

import pytest

from scripts.asking import worked_queries

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
MANY = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 1000000) SELECT x FROM n"
)


def address(start, sql):
    return f"{start}/ask/sql.html#sql={quote(sql)}"


def ask(page, sql):
    page.fill("#sql", sql)
    page.click("[data-run]")


def told(page, words):
    page.wait_for_function(
        "words => document.querySelector('[data-told]').textContent.includes(words)", arg=words
    )


def cells(page):
    return page.locator("[data-table] tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )


@pytest.mark.parametrize("width", [320, 1280])
def test_every_worked_query_runs(page, start, width, repository):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{start}/ask/sql.html")
    for query in worked_queries.read(repository):
        page.get_by_text(query.question, exact=True).first.click()
        page.locator(f"[data-try='{query.query_id}']").click()
        told(page, " seconds.")
        assert page.locator("[data-table] th").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.wrong == []


def test_an_address_is_a_query_and_its_result(page, start):
    page.goto(address(start, "SELECT 'a' AS one, 2 AS two UNION ALL SELECT 'b', NULL"))
    told(page, "2 rows")
    assert cells(page) == [["a", "2"], ["b", ""]]
    ask(page, "SELECT 3 AS three")
    told(page, "1 row")
    shared = page.url
    page.goto("about:blank")
    page.goto(shared)
    told(page, "1 row")
    assert cells(page) == [["3"]]
    assert all(url.startswith((start, "blob:", "data:", "about:")) for url in page.asked)


def test_the_result_is_saved_as_csv(page, start, tmp_path):
    page.goto(address(start, "SELECT 'a,\"b\"' AS said, 9007199254740993 AS whole, NULL AS blank"))
    told(page, "1 row")
    with page.expect_download() as saved:
        page.click("[data-save]")
    saved.value.save_as(tmp_path / "saved.csv")
    with (tmp_path / "saved.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [["said", "whole", "blank"], ['a,"b"', "9007199254740993", ""]]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELEC 1", 'SQLite cannot run this: near "SELEC": syntax error'),
        ("SELECT colour FROM figures", "no such column: colour"),
        ("DELETE FROM figures_rows", "can be read and not changed"),
        ("", "There is no query yet"),
        ("-- only words", "The query gave no table"),
        ("SELECT zeroblob(2000000000)", "more memory than there is"),
    ],
)
def test_what_fails_is_told_plainly_and_the_next_query_runs(page, served, sql, said):
    page.goto(f"{served}/ask/sql.html")
    ask(page, sql)
    told(page, said)
    ask(page, "SELECT 1")
    told(page, "1 row")


def test_a_query_that_never_ends_can_be_stopped_and_the_page_stays_alive(page, start):
    page.goto(address(start, ENDLESS))
    told(page, "The query runs")
    page.wait_for_timeout(300)
    assert page.evaluate("1 + 1") == 2
    page.fill("#sql", "SELECT 1")
    page.press("#sql", "Control+Enter")
    told(page, "A query runs already")
    page.click("[data-stop]")
    told(page, "you stopped it")
    ask(page, "SELECT 1")
    told(page, "1 row")


def test_a_million_rows_are_cut_and_the_page_says_so(page, served):
    page.goto(address(served, MANY))
    told(page, "10,000 rows")
    told(page, "There are more")
    assert page.locator("[data-table] tbody tr").count() == 500


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT '<img src=x onerror=hacked=1>' AS \"<b onclick=1>\"", "1 row"),
        ("<script>hacked=1</script>", "SQLite cannot run this"),
    ],
)
def test_text_of_an_address_or_a_cell_is_never_run(page, start, sql, said):
    page.goto(address(start, sql))
    told(page, said)
    assert page.evaluate("window.hacked") is None
    assert page.locator("[data-table] img, [data-table] b, [data-told] script").count() == 0


@pytest.mark.parametrize("hash_", ["#sql=%E0%A4%A", "#%%%", f"#sql={'x' * 9000}", "#__proto__=1"])
def test_a_broken_address_opens_the_page(page, served, hash_):
    page.goto(f"{served}/ask/sql.html{hash_}")
    page.wait_for_selector("#sql")
    ask(page, "SELECT 1")
    told(page, "1 row")


@pytest.mark.parametrize("name", ["database", "wasm", "worker"])
def test_a_file_that_is_missing_is_told_by_name(page, served, name):
    page.route(f"**/ask/data/{name}.js", lambda route: route.abort())
    page.goto(f"{served}/ask/sql.html")
    told(page, f"ask/data/{name}.js")
    page.unroute(f"**/ask/data/{name}.js")
    ask(page, "SELECT 1")
    told(page, "1 row")


@pytest.mark.parametrize("gone", ["DecompressionStream", "Worker", "WebAssembly"])
def test_an_old_browser_is_told_what_to_do_instead(page, served, gone):
    page.add_init_script(f"delete window.{gone}")
    page.goto(f"{served}/ask/sql.html")
    ask(page, "SELECT 1")
    told(page, "This browser cannot run the database")
    assert page.get_by_role("link", name="download the database").is_visible()


def test_a_browser_that_cannot_read_the_script_leads_to_downloads(page, served):
    page.route("**/ask/sql.js", lambda route: route.fulfill(body="a ?? ) {", status=200))
    page.goto(f"{served}/ask/sql.html")
    assert page.get_by_role("link", name="download the database").is_visible()
    assert not page.locator("#sql").is_visible()


def test_nothing_is_kept_on_the_device_so_that_blocked_storage_is_no_matter(page, served):
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])"
        " Object.defineProperty(window, name, { get() { throw new Error(name) } })"
    )
    page.goto(address(served, "SELECT 1"))
    told(page, "1 row")


def test_the_schema_stands_beside_the_editor_and_its_columns_go_into_the_query(page, start):
    page.goto(f"{start}/ask/sql.html")
    page.fill("#sql", "SELECT  FROM areas")
    page.evaluate("document.querySelector('#sql').setSelectionRange(7, 7)")
    editor, schema = (page.locator(each).bounding_box() for each in ("#sql", ".schema"))
    assert schema["x"] >= editor["x"] + editor["width"]
    assert schema["y"] < editor["y"] + editor["height"]
    table = page.locator("[data-schema] > details").filter(
        has=page.locator("summary code", has_text=re.compile("^areas$"))
    )
    table.locator("summary").click()
    table.get_by_role("button", name="area_id", exact=True).click()
    assert page.input_value("#sql") == "SELECT area_id FROM areas"
    assert page.evaluate("document.activeElement.id") == "sql"


def test_words_that_fit_are_offered_and_the_keyboard_takes_them(page, served):
    page.goto(f"{served}/ask/sql.html")
    page.fill("#sql", "")
    page.type("#sql", "SELECT area_id FROM fig")
    assert page.locator("[role=option]").first.text_content() == "figures"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("#sql") == "SELECT area_id FROM figures"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hasAttribute('data-run')")


def test_without_scripts_the_page_leads_to_downloads(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/ask/sql.html")
    assert page.get_by_role("link", name="download the database").is_visible()
    assert not page.locator("#sql").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_any_state(browser, served, faults, scheme, width):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(f"{served}/ask/sql.html")
    assert faults(page) == []
    page.type("#sql", " fig")
    page.keyboard.press("ArrowDown")
    assert faults(page) == []
    ask(page, "SELECT * FROM areas")
    told(page, " seconds.")
    assert faults(page) == []
    ask(page, "SELEC")
    told(page, "SQLite cannot run this")
    assert faults(page) == []
    ask(page, ENDLESS)
    assert faults(page) == []
    page.close()


def test_other_pages_load_nothing_of_it(page, served):
    page.goto(f"{served}/index.html", wait_until="networkidle")
    assert [url for url in page.asked if "/ask/" in url] == []
