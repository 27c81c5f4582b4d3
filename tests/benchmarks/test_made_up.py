"""Made-up documents are a project like any other: what is measured with them is measured whole."""

from benchmarks import made_up
from scripts.model.files import read_rows
from scripts.verbs import build


def test_made_up_documents_build(tmp_path, repository):
    made_up.write(tmp_path / "project", repository, 3)
    assert build.main(tmp_path / "project") == 0
    assert len(read_rows(tmp_path / "project/data/tidy/documents.csv")) == 3


def test_the_same_seed_gives_the_same_documents(tmp_path, repository):
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        made_up.write(folder, repository, 2)
    found = [sorted(each.rglob("*.csv")) for each in folders]
    assert [path.read_bytes() for path in found[0]] == [path.read_bytes() for path in found[1]]
