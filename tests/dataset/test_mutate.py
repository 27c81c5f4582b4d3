"""mutate: every corruption of the project in small is made, and what the checks notice is counted and held to be true."""

import csv

import pytest

from scripts import mutate
from scripts.dataset import corruptions
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, describe, edit


def measured(root, *arguments):
    return mutate.main(root, ["--documents", str(root / "documents"), *arguments])


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_shares_are_written_for_every_table_and_are_then_up_to_date(miniature, capsys):
    measured(miniature, "--write")
    tables = rows(miniature / "data/measured/mutation.csv")
    assert [row["table_id"].split("/")[1] for row in tables] == ["referrals-by-source", "prose", "answers", "plans-by-age", "prose"]
    for row in tables:
        assert 0 < int(row["noticed_by_checks"]) <= int(row["noticed_with_text"]) <= int(row["corruptions"])
    assert len(rows(miniature / "data/measured/survivors.csv")) == sum(int(row["corruptions"]) - int(row["noticed_with_text"]) for row in tables)
    measured(miniature)
    assert "is not what was measured now" not in capsys.readouterr().err


def test_shares_that_are_no_longer_true_are_told(miniature, capsys):
    measured(miniature, "--write")
    edit(miniature / "data/measured/mutation.csv", "\nnorthbridge-foi-1234/prose,", "\nnorthbridge-foi-1234/prose,1")
    capsys.readouterr()
    assert measured(miniature) == 1
    assert "data/measured/mutation.csv: file: is not what was measured now. Run the same command with --write." in capsys.readouterr().err


def test_without_its_claims_a_table_with_totals_breaks_the_promise(miniature, capsys):
    describe(miniature / SOUTHMERE, claims=[], discrepancies=[], caveats=[], resources__0__control={})
    mutate.main(miniature, [])
    assert "southmere-report-2021-22/plans-by-age: prints totals or rates, and only " in capsys.readouterr().err


FAULTS = {
    "text missing": (lambda root: (root / "documents/northbridge-foi-1234.txt").unlink(), "northbridge-foi-1234.txt: text: is not in the folder"),
    "text of another encoding": (lambda root: (root / "documents/northbridge-foi-1234.txt").write_bytes(b"caf\xe9"), "northbridge-foi-1234.txt: text: is not UTF-8"),
    "data that does not build": (lambda root: edit(root / NORTHBRIDGE / "datapackage.json", '"url":', '"url"'), "is not JSON"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_and_nothing_is_measured(name, miniature, capsys):
    spoil, words = FAULTS[name]
    spoil(miniature)
    assert measured(miniature, "--write") == 1
    out, err = capsys.readouterr()
    assert out == "" and words in err and err.endswith("Nothing was measured.\n")


@pytest.mark.parametrize(("token", "kinds"), [
    ("", {"zero for blank": "0"}),
    ("no", {"label mistyped": "nx"}),
    ("£1,205", {"digit changed": "£1,200", "off by one": "£1,206", "ten times": "£1,2050", "sign": "£-1,205", "blank for number": "", "digits swapped": "£1,025", "separator lost": "£1205"}),
    ("3.5%", {"digit changed": "3.0%", "off by one": "3.6%", "ten times": "35%", "sign": "-3.5%", "blank for number": "", "separator lost": "35%"}),
])  # fmt: skip
def test_a_token_is_corrupted_in_every_way(token, kinds):
    assert dict(corruptions.of_token(token)) == kinds
