"""Seven files of seven kinds go from file to page by the guide. A program does what the guide asks
of a person.

All are made up. The person confirms what a draft proposes, and says what only a reader of the
document knows.
"""

import csv
import json

import docx
import pytest
import xlsxwriter
from fpdf import FPDF

from scripts.model.package import Package
from scripts.pages.document import document_page
from scripts.verbs import build, check, new, verify
from tests.conftest import copy_miniature

HEADINGS = ("Referred by", "2019/20", "2020/21")
ROWS = [("Schools", "120", "150"), ("Police", "90", "100"), ("Health", "60", "50")]
TOTAL = ("All referrals", "270", "300")
SOURCES = {"Schools": "schools", "Police": "police", "Health": "health", "All referrals": "total"}
SENTENCE = "We had 300 referrals in 2020/21."


def pdf_page(pdf):
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)


def drawn(pdf, rows, **options):
    with pdf.table(**options) as table:
        for row in rows:
            cells = table.row()
            for cell in row:
                cells.cell(cell)


def two_column_report(path):
    pdf = FPDF()
    pdf_page(pdf)
    pdf.multi_cell(0, 8, "Northbridge referrals report")
    with pdf.text_columns(ncols=2, gutter=10) as columns:
        columns.write("Referrals grew again.\nMost of them came from schools.\n" + SENTENCE)
    pdf.ln(20)
    drawn(pdf, [HEADINGS, *ROWS, TOTAL])
    pdf.output(str(path))


def table_over_two_pages(path):
    pdf = FPDF()
    pdf_page(pdf)
    pdf.multi_cell(0, 10, "Northbridge referrals by source")
    drawn(pdf, [HEADINGS, *ROWS[:2]])
    pdf_page(pdf)
    drawn(pdf, [HEADINGS, ROWS[2], TOTAL])
    pdf.output(str(path))


def rotated_page(path):
    pdf = FPDF()
    pdf_page(pdf)
    with pdf.rotation(90, 100, 150):
        pdf.set_xy(20, 120)
        drawn(pdf, [HEADINGS, *ROWS, TOTAL], width=150)
    pdf.output(str(path))


def merged_headings(path):
    document = docx.Document()
    document.add_paragraph("Northbridge referrals by source")
    rows = [("Referred by", "Children", ""), HEADINGS, *ROWS, TOTAL]
    table = document.add_table(rows=len(rows), cols=3)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    document.save(str(path))


def letter(path):
    lines = ["Northbridge: reply to your request", "Our ref: 77/21", "14 May 2021", ""]
    lines += ["1. How many referrals did you get in 2020/21?", SENTENCE, "", "Page 1 of 1", ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def scorecard(path):
    cells = [cell for row in (HEADINGS, *ROWS, TOTAL) for cell in row]
    path.write_text("\n".join(["Northbridge scorecard", "", *cells, ""]), encoding="utf-8")


def notes_above(path):
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("Referrals")
        sheet.write(0, 0, "Counted by the council")
        sheet.write(1, 0, "Referrals by source")
        for number, row in enumerate((HEADINGS, *ROWS, TOTAL), start=3):
            for column, cell in enumerate(row):
                sheet.write(number, column, int(cell) if cell.isdecimal() else cell)


FILES = {
    "two-column-report.pdf": two_column_report,
    "table-over-two-pages.pdf": table_over_two_pages,
    "merged-headings.docx": merged_headings,
    "rotated-page.pdf": rotated_page,
    "letter.txt": letter,
    "scorecard.txt": scorecard,
    "notes-above.xlsx": notes_above,
}
WITHOUT_TABLE, WITH_SENTENCE = {"letter"}, {"two-column-report", "letter"}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project in which all seven were drafted, finished and checked; what check said of each, by
    id.
    """
    root = copy_miniature(tmp_path_factory.mktemp("seven") / "project")
    for file, make in FILES.items():
        make(root / file)
        name = file.partition(".")[0]
        assert new.main(root, [str(root / file), "--name", name]) == 0
        (root / file).unlink()
        person(root, name)
        text = (root / f"drafts/{name}.txt").read_bytes()
        (root / f"documents/{name}.txt").write_bytes(text)
    return root


def person(root, name):
    """What the guide asks: confirm or replace each word after a question mark, in the files of the
    folder.
    """
    folder = root / "data/sources" / name
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    described |= {"title": "Referrals (made up)", "description": "Made up."}
    described["document"] |= {
        "type": "annual_report",
        "publisher": "northbridge-council",
        "area": "northbridge",
        "licence": "not_stated",
        "licence_basis": "not_stated",
        "attribution": "Northbridge Council.",
        "period": "2019-04/2021-03",
    }
    for table in described["resources"]:
        table["title"] = table["title"].lstrip("?")
        if "schema" in table:
            table["every_figure"] = {"measure": "referrals"}
            label, *columns = table["schema"]["fields"][1:]
            label |= {"gives": "referral_source", "means": SOURCES}
            for column in columns:
                column["gives"].pop("measure", None)
    (folder / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    confirm_rows(folder / "prose.csv", "measure", "referrals")


def confirm_rows(path, column, word):
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows({**row, column: word} for row in rows)


NAMES = [file.partition(".")[0] for file in FILES]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_and_nothing_is_wrong(project, name, capsys):
    code = check.main(project, [name])
    out = capsys.readouterr().out
    assert code == 0, out
    assert "(100%)" in out


@pytest.fixture(scope="module")
def package(project):
    for name in NAMES:
        check.main(project, [name])
    assert build.main(project) == 0
    return Package(project)


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_proven_on_its_line_and_is_on_the_page(project, package, name, capsys):
    assert verify.main(project, ["--documents", str(project / "documents"), name]) == 0
    figures = package.group("figures", "document_id", name)
    tables = (
        [] if name in WITHOUT_TABLE else [cell for _, *cells in (*ROWS, TOTAL) for cell in cells]
    )
    sentences = ["300"] if name in WITH_SENTENCE else []
    assert sorted(row["value_as_published"] for row in figures) == sorted(tables + sentences)
    assert {row["time_period"] for row in figures} <= {"201920", "202021"}
    pages = {page.path: page.body for page in document_page.pages(package)}
    (page,) = [body for path, body in pages.items() if name in path]
    assert "Referrals (made up)" in page
