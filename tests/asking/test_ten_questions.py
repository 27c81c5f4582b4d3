"""Ten questions that no ready-made page answers, asked as a reader would: by filters, words and
tables, and in SQL.

Each answer is worked out here from the rows themselves. They are asked of a server, of a folder and
on a phone.
"""

from urllib.parse import quote, urlencode

import pytest

from scripts.asking import filter_rows
from scripts.model.package import Package


@pytest.fixture(scope="module")
def package(small_site):
    return Package(small_site)


@pytest.fixture(scope="module")
def facts(package):
    return filter_rows.facts(package)


@pytest.fixture(params=[("served", 1280), ("folder", 1280), ("served", 320)])
def home(request, page, site, served):
    """Where the site begins, for a screen as wide as that; nothing scrolls sideways on it."""
    where, width = request.param
    page.set_viewport_size({"width": width, "height": 800})
    yield served if where == "served" else site.as_uri()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.wrong == []


def explored(page, home, **asked):
    """What the page says of a selection: how many rows, as it counts them."""
    page.goto("about:blank")
    page.goto(f"{home}/ask/index.html#{urlencode(asked, doseq=True)}")
    page.wait_for_selector("[data-shown] > *", state="attached")
    said = page.text_content("[data-told]")
    return 0 if said.startswith("No row") else int(said.split(" ")[0].replace(",", ""))


def answered(page, home, sql):
    page.goto("about:blank")
    page.goto(f"{home}/ask/sql.html#sql={quote(sql)}")
    page.wait_for_selector("[data-answer]:not([hidden])")
    return page.locator("[data-table] tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )


SELECTIONS = [
    ("Which figures of one area are percentages?", ("area", "unit")),
    ("Which figures of one document take part in no check?", ("document", "checks")),
    ("What has one period on one topic?", ("period", "topic")),
    ("Which targets are there on one topic?", ("topic", "kind")),
    ("What in one area has an official counterpart?", ("area", "official")),
    ("What may be used again on the same terms, of one unit?", ("terms", "unit")),
]


@pytest.mark.parametrize(("question", "columns"), SELECTIONS)
def test_two_filters_answer(page, home, facts, question, columns):
    wanted = {column: getattr(facts[0], column) for column in columns}
    fitting = [fact for fact in facts if all(getattr(fact, c) == v for c, v in wanted.items())]
    assert explored(page, home, **wanted) == len(fitting) > 0


def test_two_areas_beside_each_other_in_one_list(page, home, facts):
    areas = sorted({fact.area for fact in facts})[:2]
    assert explored(page, home, area=areas) == sum(fact.area in areas for fact in facts)


def test_how_many_figures_does_each_line_of_a_document_hold(page, home, package):
    document = package["documents"][0]["document_id"]
    sql = (
        f"SELECT line, count(*) FROM figures WHERE document_id = '{document}' "
        "GROUP BY line ORDER BY count(*) DESC, line LIMIT 1"
    )
    lines = [row["line"] for row in package.group("figures", "document_id", document)]
    most = max(lines.count(line) for line in lines)
    [[line, count]] = answered(page, home, sql)
    assert int(count) == most == lines.count(line)


def test_which_questions_did_only_one_document_answer(page, home, package):
    sql = (
        "SELECT question_id FROM answers GROUP BY question_id "
        "HAVING count(DISTINCT document_id) = 1 ORDER BY question_id"
    )
    documents = {}
    for row in package["answers"]:
        documents.setdefault(row["question_id"], set()).add(row["document_id"])
    alone = sorted(question for question, of in documents.items() if len(of) == 1)
    assert [row[0] for row in answered(page, home, sql)] == alone


def test_which_figures_take_part_in_most_checks(page, home, package):
    sql = (
        "SELECT figure_id, count(DISTINCT check_id) AS checks FROM check_members "
        "WHERE figure_id <> '' GROUP BY figure_id ORDER BY checks DESC, figure_id LIMIT 1"
    )
    checks = {}
    for row in package["check_members"]:
        if row["figure_id"]:
            checks.setdefault(row["figure_id"], set()).add(row["check_id"])
    most = max(map(len, checks.values()))
    [[figure, count]] = answered(page, home, sql)
    assert int(count) == most == len(checks[figure])
