"""Each kind of file gives its lines and tables; what can't be read is refused with a reason and a
cure.
"""

import zipfile

import docx
import pytest
import xlsxwriter
from fpdf import FPDF

from scripts.importing import office_archive, reader
from scripts.importing.extraction import Unreadable
from scripts.verbs import new

ROWS = [
    ["Referred by", "2019/20", "2020/21"],
    ["Schools", "120", "150"],
    ["Police", "90", "100"],
    ["All", "210", "250"],
]
SENTENCE = "Northbridge had 250 referrals in 2020/21."


def text_file(path):
    path.write_text(f"{SENTENCE}\n\n" + "\n".join("\t".join(row) for row in ROWS), encoding="utf-8")


def comma_separated(path):
    path.write_text(
        "\n".join([SENTENCE + ",,", *(",".join(row) for row in ROWS)]), encoding="utf-8"
    )


def spreadsheet(path):
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("Referrals")
        sheet.write(0, 0, SENTENCE)
        for number, row in enumerate(ROWS, start=2):
            for column, cell in enumerate(row):
                sheet.write(number, column, int(cell) if cell.isdecimal() else cell)


def word_file(path):
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    table = document.add_table(rows=0, cols=3)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))


def web_page(path):
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    page = f"<script>9</script><p>{SENTENCE}</p><table>{rows}</table>"
    path.write_text(f"<html><head><style>p {{}}</style></head><body>{page}</body></html>")


def pdf_file(path):
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.multi_cell(0, 10, SENTENCE)
    with pdf.table() as table:
        for row in ROWS:
            cells = table.row()
            for cell in row:
                cells.cell(cell)
    pdf.output(str(path))


MADE = {
    "letter.txt": text_file,
    "figures.csv": comma_separated,
    "figures.xlsx": spreadsheet,
    "letter.docx": word_file,
    "page.html": web_page,
    "report.pdf": pdf_file,
}


@pytest.mark.parametrize("name", MADE)
def test_every_line_and_cell_is_taken_over(tmp_path, name):
    MADE[name](tmp_path / name)
    extraction = reader.read(tmp_path / name)
    assert any(SENTENCE in line.text for line in extraction.lines)
    for row in ROWS:
        assert any(all(cell in line.text for cell in row) for line in extraction.lines)


@pytest.mark.parametrize("name", [name for name in MADE if name != "letter.txt"])
def test_tables_keep_their_rows_and_know_their_lines(tmp_path, name):
    MADE[name](tmp_path / name)
    extraction = reader.read(tmp_path / name)
    (grid,) = extraction.grids
    assert [list(row) for row in grid.rows][-len(ROWS) :] == ROWS
    for row, (first, last) in zip(grid.rows, grid.lines, strict=True):
        text = " ".join(line.text for line in extraction.lines[first - 1 : last])
        assert all(cell in text for cell in row)


def locked_pdf(path):
    pdf = FPDF()
    pdf.set_encryption(owner_password="a", user_password="b")
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.cell(text="12")
    pdf.output(str(path))


def scan(path):
    pdf = FPDF()
    pdf.add_page()
    pdf.output(str(path))


def changed(source, path, part, change):
    """The Office file with one of its parts changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data)


ENTITIES = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY a "12">]>'


def with_entities(data):
    start = data.index(b"?>") + 2
    return data[:start] + ENTITIES + data[start:].replace(b"250", b"&a;&e;")


def word_file_with_entities(path):
    word_file(path.with_name("sound.docx"))
    changed(path.with_name("sound.docx"), path, "word/document.xml", with_entities)


def workbook_with_entities(path):
    spreadsheet(path.with_name("sound.xlsx"))
    changed(path.with_name("sound.xlsx"), path, "xl/sharedStrings.xml", with_entities)


def packed_tight(path):
    word_file(path.with_name("sound.docx"))
    blank = b" " * (office_archive.LARGEST_UNPACKED + 1)
    changed(path.with_name("sound.docx"), path, "word/document.xml", lambda data: data + blank)


def curves(path):
    pdf = FPDF()
    pdf.add_page()
    pdf.line(10, 10, 50, 50)
    pdf.output(str(path))


def with_part(make, sound, part, data=b"x"):
    """An Office file with one part more."""

    def add(path):
        make(path.with_name(sound))
        changed(path.with_name(sound), path, "", None)
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(part, data)

    return add


RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" TargetMode="External" Target="{}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"/>'
    "</Relationships>"
)
BOOK = RELATION.format("file:///C:/Other/budget.xlsx", "externalLinkPath").encode()
TEMPLATE = RELATION.format("http://127.0.0.1:9/letter.dotm", "attachedTemplate").encode()
PAGE = RELATION.format("https://example.org/", "hyperlink").encode()
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)  # how Office locks a file in another


def large(path):
    with path.open("wb") as file:
        file.truncate(reader.LARGEST + 1)


REFUSED = {
    "macros.xlsm": (with_part(spreadsheet, "sound.xlsx", "xl/vbaProject.bin"), "has macros"),
    "macros.docm": (with_part(word_file, "sound.docx", "word/vbaProject.bin"), "has macros"),
    "macros.ods": (with_part(spreadsheet, "sound.xlsx", "Basic/Standard/A.xml"), "has macros"),
    "links.xlsx": (
        with_part(spreadsheet, "sound.xlsx", "xl/externalLinks/_rels/a.xml.rels", BOOK),
        "takes something from another file .'file:///C:/Other",
    ),
    "template.docx": (
        with_part(word_file, "sound.docx", "word/_rels/settings.xml.rels", TEMPLATE),
        "takes something from another file",
    ),
    "large.pdf": (large, "is larger than 50,000,000 bytes"),
    "locked.docx": (lambda path: path.write_bytes(LOCKED), "can't be read as a Word"),
    "locked.xlsx": (lambda path: path.write_bytes(LOCKED), "can't be read as a workbook"),
    "empty.pdf": (lambda path: path.write_bytes(b""), "is empty"),
    "entities.docx": (word_file_with_entities, "declares XML entities"),
    "entities.xlsx": (workbook_with_entities, "declares XML entities"),
    "packed.docx": (packed_tight, "once it is unpacked"),
    "curves.pdf": (curves, "its letters are drawn as pictures"),
    "nul.txt": (lambda path: path.write_bytes(b"12\0plans\n"), "has NUL signs"),
    "pdf.docx": (lambda path: path.write_bytes(b"%PDF-1.7"), "can't be read as a Word"),
    "empty.txt": (lambda path: path.write_bytes(b""), "is empty"),
    "latin.txt": (lambda path: path.write_bytes(b"caf\xe9"), "isn't UTF-8"),
    "blank.txt": (lambda path: path.write_text(" \n \n"), "has no text"),
    "other.ppt": (lambda path: path.write_text("12"), "of no kind that can be read"),
    "locked.pdf": (locked_pdf, "locked with a password"),
    "scan.pdf": (scan, "it is a scan"),
    "damaged.pdf": (lambda path: path.write_bytes(b"%PDF-1.7 and no more"), "damaged"),
    "damaged.docx": (lambda path: path.write_bytes(b"PK no zip"), "can't be read as a Word"),
    "damaged.xlsx": (lambda path: path.write_bytes(b"PK no zip"), "can't be read as a workbook"),
    "empty.html": (lambda path: path.write_text("<script>alert(1)</script>"), "has no text"),
    "folder.txt": (lambda path: path.mkdir(), "is not a file"),
    "link.txt": (lambda path: path.symlink_to("/etc/hostname"), "is not a file"),
    "unclosed.csv": (lambda path: path.write_text('a,"b\n'), "isn't CSV"),
}


def test_a_formula_with_a_link_is_read_as_its_last_value_and_nothing_is_loaded(tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "links.xlsx")) as workbook:
        sheet = workbook.add_worksheet("A")
        sheet.write(0, 0, "Plans")
        sheet.write_formula(0, 1, "='[http://127.0.0.1:9/b.xlsx]S'!A1", value=12)
    assert "Plans | 12" in reader.read(tmp_path / "links.xlsx").text


def test_a_link_for_readers_is_no_reason_to_refuse_a_file(tmp_path):
    make = with_part(word_file, "sound.docx", "word/_rels/other.xml.rels", PAGE)
    make(tmp_path / "letter.docx")
    assert SENTENCE in reader.read(tmp_path / "letter.docx").text


@pytest.mark.parametrize("name", REFUSED)
def test_of_a_refused_file_one_line_is_told_and_nothing_is_written(tmp_path, capsys, name):
    root, given = tmp_path / "project", tmp_path / "given"
    root.mkdir()
    given.mkdir()
    REFUSED[name][0](given / name)
    assert new.main(root, [str(given / name), "--name", "northbridge"]) == 1
    told, refused = capsys.readouterr().err.splitlines()
    assert told.startswith(f"{name}: file: ") and told.endswith(".")
    assert refused == "1 problem. Nothing was written."
    assert list(root.rglob("*")) == []


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_a_cure(tmp_path, name):
    make, words = REFUSED[name]
    make(tmp_path / name)
    with pytest.raises(Unreadable, match=words) as refused:
        reader.read(tmp_path / name)
    assert refused.value.cure
