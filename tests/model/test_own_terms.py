"""Terms in a document's own folder are read as if they stood in the common files; what does not
fit is told at the row where it is written.
"""

import io
import zipfile

import pytest

from scripts.formats import archives
from scripts.model import own_terms, terms
from scripts.model.files import csv_text
from scripts.model.package import Package
from scripts.official import by_hand
from scripts.reading import areas
from scripts.verbs import build, check, validate
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, bytes_of, edit

COMMON = "data/vocabulary"
NORTH = NORTHBRIDGE.rpartition("/")[2]


def own(root, document, table, *rows):
    """Write a file of terms of a document's own, with the header of the common one."""
    header = (root / COMMON / f"{table}.csv").read_text(encoding="utf-8").partition("\n")[0]
    path = root / document / "vocabulary" / f"{table}.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return path


def last_rows_moved(root):
    """The last row of each vocabulary table with two rows or more, into the folder of a
    document.
    """
    for path in sorted((root / COMMON).glob("*.csv")):
        *rest, last = path.read_text(encoding="utf-8").splitlines()
        if len(rest) > 1 and last.count('"') % 2 == 0:
            path.write_text("\n".join([*rest, ""]), encoding="utf-8")
            own(root, NORTHBRIDGE, path.stem, last)


def topic(root):
    """A row of the table of topics that is not there, with all its cells."""
    last = (root / COMMON / "topics.csv").read_text(encoding="utf-8").splitlines()[-1]
    return ",".join(["swimming", *last.split(",")[1:]])


def told(root, capsys, run=build.main):
    assert run(root) == 1
    return capsys.readouterr().err


def test_everything_follows_as_from_the_common_files(miniature, capsys):
    assert build.main(miniature) == 0
    before, package = bytes_of(miniature / "data/tidy"), Package(miniature)
    last_rows_moved(miniature)
    assert len(own_terms.files(miniature / COMMON / "measures.csv")) == 1
    assert build.main(miniature) == 0 and validate.main(miniature) == 0
    assert bytes_of(miniature / "data/tidy") == before
    after = Package(miniature)
    assert after.rows == package.rows
    assert all(after.content(name).decode() == text for name, text in texts(package).items())
    frame = by_hand.frame(miniature / COMMON / "measures.csv")
    assert by_hand.records(frame) == package["measures"]
    capsys.readouterr()
    assert check.main(miniature, ["--documents", str(miniature / "documents"), NORTH]) == 0


def texts(package):
    names = {name: [each["name"] for each in package.fields(name)] for name in package.rows}
    return {name: csv_text(columns, package[name]) for name, columns in names.items()}


def test_a_release_has_each_term_once_in_the_common_table(miniature):
    last_rows_moved(miniature)
    assert build.main(miniature) == 0
    archive = zipfile.ZipFile(io.BytesIO(archives.whole(Package(miniature)).content))
    assert not [name for name in archive.namelist() if name.startswith(f"{NORTHBRIDGE}/voc")]
    measures = archive.read(f"{COMMON}/measures.csv").decode().splitlines()
    assert measures[0].startswith("measure_id") and len(set(measures)) == len(measures)


def test_two_documents_have_terms_of_their_own(miniature):
    own(miniature, NORTHBRIDGE, "topics", topic(miniature))
    own(miniature, SOUTHMERE, "topics", topic(miniature).replace("swimming", "cycling"))
    assert build.main(miniature) == 0
    assert [row["topic_id"] for row in Package(miniature)["topics"]][-2:] == ["swimming", "cycling"]


def test_one_id_in_two_documents_is_refused(miniature, capsys):
    for document in (NORTHBRIDGE, SOUTHMERE):
        own(miniature, document, "topics", topic(miniature))
    said = told(miniature, capsys)
    assert f"{SOUTHMERE}/vocabulary/topics.csv: row 1: 'swimming' is the id of row 1 of" in said
    assert f"{NORTHBRIDGE}/vocabulary/topics.csv too, and says the same" in said
    assert "Take both rows out and write the term into data/vocabulary once" in said


def test_a_term_that_contradicts_the_common_one_is_refused(miniature, capsys):
    known = (miniature / COMMON / "topics.csv").read_text(encoding="utf-8").splitlines()
    own(miniature, NORTHBRIDGE, "topics", topic(miniature), known[1].replace("Help for", "Help to"))
    said = told(miniature, capsys)
    assert f"{NORTHBRIDGE}/vocabulary/topics.csv: row 2: " in said
    assert "of data/vocabulary/topics.csv too, which says something else" in said
    assert check.main(miniature, [NORTH]) == 1
    assert "which says something else" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda root: own(root, NORTHBRIDGE, "topics"), "or no row follows"),
        (
            lambda root: own(root, NORTHBRIDGE, "topics", topic(root)).rename(
                root / NORTHBRIDGE / "vocabulary/topic.csv"
            ),
            "topic.csv: file: has not the name of a table of data/vocabulary",
        ),
        (
            lambda root: edit(
                own(root, NORTHBRIDGE, "topics", topic(root)), "topic_id,title", "title,topic_id"
            ),
            "topics.csv: header: is not topic_id",
        ),
        (
            lambda root: own(root, NORTHBRIDGE, "topics", topic(root).replace("swim", "Swim")),
            f"{NORTHBRIDGE}/vocabulary/topics.csv: row 1, topic_id: 'Swimming' is no plain id",
        ),
        (
            lambda root: (own(root, NORTHBRIDGE, "topics").parent / "deeper").mkdir(),
            "deeper: file: has not the name",
        ),
        (
            lambda root: own(root, NORTHBRIDGE, "topics", topic(root) + "\x00"),
            "has a NUL byte",
        ),
        (
            lambda root: own(root, NORTHBRIDGE, "area_names", "no_such_area,Nowhere"),
            f"{NORTHBRIDGE}/vocabulary/area_names.csv: row 1",
        ),
    ],
)
def test_terms_that_do_not_fit_are_told_where_they_are_written(miniature, capsys, spoil, words):
    spoil(miniature)
    assert words in told(miniature, capsys)
    check.main(miniature, [NORTH])
    assert "Traceback" not in capsys.readouterr().out


def test_a_word_of_another_table_that_is_not_there_is_told_by_build_and_by_check(miniature, capsys):
    last = (miniature / COMMON / "measures.csv").read_text(encoding="utf-8").splitlines()[-1]
    cells = last.split(",")
    cells[0] = "lengths_swum"
    header = (miniature / COMMON / "measures.csv").read_text(encoding="utf-8").partition("\n")[0]
    cells[header.split(",").index("topic_id")] = "no_such_topic"
    own(miniature, NORTHBRIDGE, "measures", ",".join(cells))
    place = f"{NORTHBRIDGE}/vocabulary/measures.csv: row 1: "
    assert place in told(miniature, capsys)
    assert check.main(miniature, [NORTH]) == 1
    assert place in capsys.readouterr().out


def test_areas_of_a_document_are_found_by_name(miniature):
    row = (miniature / COMMON / "area_names.csv").read_text(encoding="utf-8").splitlines()[1]
    area = row.split(",")[0]
    own(miniature, NORTHBRIDGE, "area_names", f"{area},The Place by the River")
    found = areas.of(terms.read(miniature / COMMON)).find("The Place by the River")
    assert found.area_id == area
