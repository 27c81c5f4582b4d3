"""Printed pages: every sheet says where it is from, and a wide table fits on it."""

import io

import pdfplumber
import pytest

from scripts.model.package import Package
from scripts.pages import words

WIDE = "documents/north-town-reply/cases.html"
COLUMNS, ROWS = 14, 60


@pytest.fixture(scope="module")
def sheets(browser, published):
    """The sheets of a page whose table is made as wide and as long as any."""
    page = browser.new_page()
    page.goto((published / "site" / WIDE).as_uri())
    page.evaluate(
        """([columns, rows]) => {
            const words = (n, text) => n ? text : "Referred to an outside agency";
            const cell = (tag, n, text) =>
                `<${tag}${n ? ' class="num"' : ""}>${words(n, text)}</${tag}>`;
            const cells = (tag, text) =>
                Array.from({ length: columns }, (_, n) => cell(tag, n, text)).join("");
            const row = (tag, text) => `<tr>${cells(tag, text)}</tr>`;
            const head = row("th", "September 2015");
            const body = row("td", "12,345").repeat(rows);
            document.querySelector("table.data").innerHTML =
                `<thead>${head}</thead><tbody>${body}</tbody>`;
        }""",
        [COLUMNS, ROWS],
    )
    with pdfplumber.open(io.BytesIO(page.pdf(format="A4"))) as pdf:
        found = [(sheet.width, sheet.extract_words(), sheet.extract_text()) for sheet in pdf.pages]
    page.close()
    return found


def test_every_sheet_names_the_site_the_address_the_version_and_the_date(sheets, published):
    package = Package(published)
    assert len(sheets) > 2
    for _, _, text in sheets:
        foot = " ".join(text.splitlines()[-2:])
        assert package.contract["title"] in foot
        assert f"Version {package.contract['version']}" in foot
        assert f"data of {words.day(package.released)}" in foot
        assert f"{package.contract['homepage'].rstrip('/')}/{WIDE}" in foot


def test_a_wide_table_fits_on_the_sheet(sheets):
    for width, found, _ in sheets:
        assert all(0 <= word["x0"] and word["x1"] <= width for word in found)
    numbers = [word for _, found, _ in sheets for word in found if word["text"] == "12,345"]
    assert len(numbers) == (COLUMNS - 1) * ROWS  # none is broken over lines, or cut off


def test_the_heads_of_a_table_are_printed_again_on_each_sheet(sheets):
    with_numbers = [text for _, _, text in sheets if "12,345" in text]
    assert len(with_numbers) > 1
    assert all("September" in text for text in with_numbers)
