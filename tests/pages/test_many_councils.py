"""A hundred and fifty made-up councils compared: a table for each measure and question, a row for
each council that was asked.
"""

import csv

import html5lib
import pytest

from scripts.model.package import Package
from scripts.pages.comparison import comparison_page, many_councils
from scripts.publishing import page_weight, parting
from tests import sample

COUNCILS = 150
CASES = "compare/cases_request/cases.html"
PARTS = ("north", "south")  # what the cases of each are broken down by, besides their total
PLACES = {
    f"{first}-{second}": "cases" if number % 3 else "assessments"
    for number, (first, second) in enumerate(
        (a, b)
        for a in "north south east west upper lower long old new great".split()
        for b in (
            "ashby barton carlow denton elmley farley garton hexley ingham jarrow kelby luton "
            "marton norley oakley"
        ).split()
    )
}


def rewrite(path, change):
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, columns = list(reader), list(reader.fieldnames or [])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(change(rows))


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Each council replied to one request but the last, whose report nobody asked for."""
    root = sample.write(tmp_path_factory.mktemp("many"), documents=PLACES)
    data = root / "data"
    last = f"{list(PLACES)[-1]}-reply"

    def asked(rows):
        for row in rows:
            row["request_id"] = "cases_request" if row["document_id"] != last else ""
            row["document_type_id"] = row["document_type_id"] if row["request_id"] else "report"
        return rows

    rewrite(data / "tidy/documents.csv", asked)
    rewrite(
        data / "vocabulary/document_types.csv",
        lambda rows: [
            *rows,
            {"document_type_id": "report", "title": "Report", "definition": "A report."},
        ],
    )
    rewrite(
        data / "vocabulary/requests.csv",
        lambda rows: [
            {"request_id": "cases_request", "title": "Cases", "description": "How many cases."}
        ],
    )
    answer = Package(root)["answers"][0]
    put = {
        "request_question_id": "cases_request_1",
        "request_id": "cases_request",
        "order": "1",
        "number": "1",
        "question_id": answer["question_id"],
        "subject": answer["subject"],
        "title": "What is recorded?",
    }
    rewrite(data / "vocabulary/request_questions.csv", lambda rows: [put])
    silent = f"{list(PLACES)[0]}-reply"
    rewrite(
        data / "tidy/answers.csv",
        lambda rows: [row for row in rows if row["document_id"] != silent],
    )
    return root


@pytest.fixture(scope="module")
def pages(root):
    return {page.path: page for page in comparison_page.pages(Package(root))}


def rows(body):
    tree = html5lib.parse(body, namespaceHTMLElements=False)
    return [row for table in tree.iter("table") for row in table.find("tbody")]


def test_each_measure_and_each_question_has_a_table_that_the_old_address_leads_to(pages):
    assert set(pages) == {
        "compare/foi.html",
        "compare/cases_request/cases.html",
        "compare/cases_request/assessments.html",
        *(
            f"compare/cases_request/{measure}/{place}.html"
            for measure in ("cases", "assessments")
            for place in PARTS
        ),
        "compare/cases_request/cases_request_1.html",
    }
    start = pages["compare/foi.html"].body
    assert all(
        f'href="{path.removeprefix("compare/")}"' in start for path in pages if "_request/" in path
    )
    assert 'id="cases"' in start


def test_only_councils_that_were_asked_have_a_row_and_each_has_one(pages):
    body = pages["compare/cases_request/cases_request_1.html"].body
    found = ["".join(row[0].itertext()) for row in rows(body)]
    assert len(found) == len(set(found)) == COUNCILS - 1
    assert found == sorted(found)
    assert len([row for row in rows(body) if "Not stated" in "".join(row.itertext())]) == 1


def test_a_council_that_does_not_print_the_measure_does_not_state_it(pages):
    found = rows(pages["compare/cases_request/cases.html"].body)
    silent = [row for row in found if "Not stated" in "".join(row.itertext())]
    assert 0 < len(silent) < len(found)
    assert all(row.get("data-order") == "" for row in silent)


def test_reasons_not_to_compare_stand_beside_the_pairs_they_concern(root):
    package = Package(root)
    row = package["comparisons"][0]
    ids = {document["document_id"] for document in package["documents"]}
    (reason, *_) = many_councils.reasons(row["measure_id"], ids, package)
    assert reason.text == row["reason"]
    pair = tuple(package.title("areas", row["area_id"]) for row in package["documents"][:2])
    assert pair in reason.pairs or pair[::-1] in reason.pairs
    one = {package.documents[0]}
    assert many_councils.reasons(row["measure_id"], one, package) == []


def test_no_page_of_many_councils_is_too_heavy(pages):
    for page in pages.values():
        (whole,) = parting.parts(page)  # nothing is parted: a table is found and sorted as a whole
        assert page_weight.weight(whole.body) <= parting.BODY


def test_councils_are_found_sorted_and_shown_fifty_at_a_time(browser, pages, tmp_path):
    assets = sample.PROJECT / "scripts/publishing/theme/assets"
    shown = tmp_path / "page.html"
    shown.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Councils</title>'
        f'<link rel="stylesheet" href="{(assets / "safeguarding.css").as_uri()}">'
        f'<body class="md-typeset" style="margin:0"><div class="sf">{pages[CASES].body}</div>'
        f'<script src="{(assets / "councils.js").as_uri()}"></script>',
        encoding="utf-8",
    )
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(shown.as_uri())
    section = page.locator("[data-councils]").first
    shown = section.locator("tbody tr:visible")
    assert shown.count() == 50
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    heights = shown.evaluate_all("rows => rows.map(row => row.getBoundingClientRect().height)")
    assert max(heights) < 48  # one line
    section.get_by_role("button", name="Next").click()
    assert "51 to 100 of" in section.get_by_role("status").inner_text()
    section.get_by_role("searchbox").fill("north")
    assert 0 < shown.count() < 50
    assert all("North" in text for text in shown.all_inner_texts())
    section.get_by_role("searchbox").fill("")
    number = section.get_by_role("button", name="Number")
    number.click()
    orders = shown.evaluate_all("rows => rows.map(row => row.dataset.order)")
    assert [int(each) for each in orders if each] == sorted(int(each) for each in orders if each)
    assert section.locator('th[aria-sort="ascending"]').inner_text().startswith("Number")
    page.close()
