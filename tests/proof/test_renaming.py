"""A document or a table gets another name: what was measured under the old one is told, and nothing
is stopped.
"""

import re

import pytest

from scripts.model.files import read_rows
from scripts.verbs import build, validate
from tests.dataset.spoil import SOUTHMERE

DOCUMENT, TABLE = "southmere-report-2021-22", "plans-by-age"


def in_every_word(path, old, new):
    """Writes the new name wherever the old one stands by itself or in an address."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf"(?<![a-z0-9-]){old}(?![a-z0-9-])", new, text), encoding="utf-8")


def rename_document(root):
    folder = root / SOUTHMERE
    in_every_word(folder / "datapackage.json", DOCUMENT, "southmere-yearly-report")
    folder.rename(folder.with_name("southmere-yearly-report"))


def rename_table(root):
    folder = root / SOUTHMERE
    in_every_word(folder / "datapackage.json", TABLE, "children-by-age")
    (folder / f"{TABLE}.csv").rename(folder / "children-by-age.csv")


@pytest.mark.parametrize(
    ("rename", "there", "gone"),
    [
        (rename_document, f"southmere-yearly-report/{TABLE}", f"{DOCUMENT}/{TABLE}"),
        (rename_table, f"{DOCUMENT}/children-by-age", f"{DOCUMENT}/{TABLE}"),
    ],
)
def test_another_name_for_a_document_or_a_table_does_not_block_validate(
    miniature, capsys, rename, there, gone
):
    rename(miniature)
    assert build.main(miniature) == 0
    tables = {row["table_id"] for row in read_rows(miniature / "data/tidy/tables.csv")}
    assert there in tables and gone not in tables
    assert validate.main(miniature) == 0
    told = capsys.readouterr().out
    assert f"{gone}: no longer there" in told or f"{gone}, " in told
    assert "Measure again: make mutate." in told
