"""A table that was renamed since the corruption test was run is told, and stops nothing."""

from scripts.model.files import read_rows
from scripts.proof import measured_again
from scripts.verbs import build, validate


def measured(root, *tables):
    folder = root / "data/measured"
    folder.mkdir(exist_ok=True)
    columns = (root / measured_again.MEASURED).read_text(encoding="utf-8").splitlines()[0]
    rows = [table + ",1" * columns.count(",") for table in tables]
    text = "\n".join([columns, *rows]) + "\n"
    (root / measured_again.MEASURED).write_text(text, encoding="utf-8")


def test_a_table_of_another_name_has_to_be_measured_again_and_the_package_is_valid(
    miniature, capsys
):
    build.main(miniature)
    tables = read_rows(miniature / measured_again.TABLES)
    every = [row["table_id"] for row in tables if row["kind"] != "gap"]
    measured(miniature, *every)
    assert measured_again.notices(miniature) == []
    measured(miniature, *every[1:], "southmere-report-2021-22/an-older-name")
    gone, new = measured_again.notices(miniature)
    assert "southmere-report-2021-22/an-older-name: no longer there" in gone
    assert f"{every[0]}: not measured yet" in new
    assert validate.main(miniature) == 0
    assert "Measure again: make mutate." in capsys.readouterr().out
