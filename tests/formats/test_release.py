"""A release is frozen only if version, changes, changelog and citation agree; the change report
names what changed by id.
"""

import json

import pytest

from scripts.model.package import Package
from scripts.offering import releases, schema_org
from scripts.offering.downloads import entries, make
from scripts.pages.version import version_page
from scripts.verbs import build, release


@pytest.fixture
def project(miniature):
    """The project in small, built, ready to be released as 1.0.0."""
    assert build.main(miniature) == 0
    contract = read(miniature)
    there = [table for table in contract["resources"] if (miniature / table["path"]).is_file()]
    set_contract(miniature, homepage="https://figures.example/", resources=there)
    set_version(miniature, "1.0.0", "2026-11-22")
    return miniature


def read(root):
    return json.loads((root / "datapackage.json").read_text(encoding="utf-8"))


def set_contract(root, **changes):
    (root / "datapackage.json").write_text(json.dumps(read(root) | changes), encoding="utf-8")


def set_version(root, version, date):
    set_contract(root, version=version, created=f"{date}T00:00:00Z")
    (root / "CHANGELOG.md").write_text(
        f"# Changes\n\n## {version} ({date})\n\n- What changed.\n", encoding="utf-8"
    )
    (root / "CITATION.cff").write_text(
        f'cff-version: 1.2.0\nversion: {version}\ndate-released: "{date}"\n', encoding="utf-8"
    )


VALUE = "{value},{value_low},{value_high},{value_kind},{unit}"


def spoil(root, table, old, new):
    """Replace the first of something in a tidy table."""
    path = root / f"data/tidy/{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def first_value(root):
    row = make(Package(root)).package["figures"][0]
    return row["figure_id"], f",{VALUE.format(**row)},", VALUE.format(**row).partition(",")[2]


def test_a_release_freezes_the_figures_and_the_site_shows_them(project):
    assert release.main(project) == 0
    assert sorted(path.name for path in (project / "data/releases/1.0.0").iterdir()) == [
        "SHA256SUMS",
        "answers.csv",
        "bom.json",
        "columns.csv",
        "figures.csv",
        "ids.csv",
        "package.zip",
        "release.json",
    ]
    files = {file.path: file for file in make(Package(project)).files}
    assert files["v1.0.0/figures.csv"].rows == len(make(Package(project)).package["figures"])
    assert json.loads(files["v1.0.0/changes.json"].content)["against"] is None


def test_the_same_version_is_not_released_twice(project, capsys):
    assert release.main(project) == 0
    assert release.main(project) == 1
    assert "is released already" in capsys.readouterr().err


def test_a_corrected_value_is_a_patch_and_reported_by_id(project):
    assert release.main(project) == 0
    key, cell, unit = first_value(project)
    spoil(project, "figures", cell, f",98765,{unit},")
    set_version(project, "1.0.1", "2026-12-01")
    assert release.main(project) == 0
    report = json.loads(
        {file.path: file for file in make(Package(project)).files}["v1.0.1/changes.json"].content
    )
    assert [
        (one["happened"], one["id"], one["what"], one["after"]) for one in report["changes"]
    ] == [("changed", key, "value", "98765")]
    assert (report["against"], report["latest"]) == ("1.0.0", "1.0.1")


@pytest.mark.parametrize(
    ("version", "verdict"), [("1.0.1", 1), ("1.1.0", 1), ("2.0.0", 0), ("3.0.0", 1)]
)
def test_a_renamed_id_asks_for_a_major_version(project, version, verdict):
    assert release.main(project) == 0
    key, *_ = first_value(project)
    spoil(project, "figures", f"{key},", f"{key}-renamed,")
    set_version(project, version, "2026-12-01")
    assert release.main(project) == verdict


@pytest.mark.parametrize(("version", "verdict"), [("1.0.1", 1), ("1.1.0", 0)])
def test_a_new_figure_asks_for_a_minor_version(project, version, verdict):
    assert release.main(project) == 0
    path = project / "data/tidy/figures.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    key, *_ = first_value(project)
    path.write_text(
        "\n".join([*lines, lines[1].replace(key, key + "-too", 1)]) + "\n", encoding="utf-8"
    )
    set_version(project, version, "2026-12-01")
    assert release.main(project) == verdict


def test_a_retyped_column_is_a_major_change(project):
    new = releases.freeze(make(Package(project)).package)
    columns = [
        row | {"type": "string"} if row["column"] == "value" else row
        for row in new.tables["columns"]
    ]
    old = new._replace(tables=new.tables | {"columns": columns})
    assert releases.step(releases.changes(old, new)) == "major"
    assert releases.step(releases.changes(new, new)) == "none"


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("CHANGELOG.md", "## 1.0.0", "## 0.9.0", "CHANGELOG.md: first version: is not 1.0.0"),
        ("CHANGELOG.md", "- What changed.", "", "CHANGELOG.md: 1.0.0: has no text"),
        ("CHANGELOG.md", "2026-11-22", "2026-11-21", "is not dated 2026-11-22"),
        ("CITATION.cff", "version: 1.0.0", "version: 1.0.1", "CITATION.cff: version: is not 1.0.0"),
        (
            "CITATION.cff",
            "2026-11-22",
            "2026-11-21",
            "CITATION.cff: date-released: is not 2026-11-22",
        ),
    ],
)
def test_nothing_is_released_while_the_versions_disagree(project, capsys, name, old, new, told):
    path = project / name
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    assert release.main(project) == 1
    assert told in capsys.readouterr().err and not (project / "data/releases").exists()


@pytest.mark.parametrize("spoilt", ["release.json", "figures.csv", "ids.csv", "package.zip"])
def test_nothing_is_released_when_the_change_report_cannot_be_made(project, capsys, spoilt):
    assert release.main(project) == 0
    (project / "data/releases/1.0.0" / spoilt).unlink()
    set_version(project, "1.0.1", "2026-12-01")
    assert release.main(project) == 1
    assert "the change report cannot be made" in capsys.readouterr().err


def page_of(root, version):
    """The page of a version, as the site has it."""
    return next(
        page for page in version_page.pages(Package(root)) if page.path == f"v{version}/index.html"
    )


def test_an_older_version_says_that_it_is_not_the_latest(project):
    assert release.main(project) == 0
    assert "not the latest" not in page_of(project, "1.0.0").body
    key, cell, unit = first_value(project)
    spoil(project, "figures", cell, f",98765,{unit},")
    set_version(project, "1.0.1", "2026-12-01")
    assert release.main(project) == 0
    assert (
        "not the latest" in page_of(project, "1.0.0").body
        and "../v1.0.1/index.html" in page_of(project, "1.0.0").body
    )
    newest = page_of(project, "1.0.1").body
    assert "not the latest" not in newest and key in newest and "98765" in newest


def test_a_frozen_zip_stays_as_it_was_released(project):
    assert release.main(project) == 0
    frozen = {file.path: file.content for file in make(Package(project)).files}[
        "v1.0.0/safeguarding-figures.zip"
    ]
    _, cell, unit = first_value(project)
    spoil(project, "figures", cell, f",98765,{unit},")
    files = {file.path: file.content for file in make(Package(project)).files}
    assert (
        files["v1.0.0/safeguarding-figures.zip"] == frozen != files["data/safeguarding-figures.zip"]
    )


def test_frozen_files_are_no_part_of_the_latest_and_keep_their_day(project):
    assert release.main(project) == 0
    set_version(project, "1.0.1", "2026-12-01")
    made = make(Package(project))
    days = {entry.path: entry.released for entry in made.package.once(entries)}
    assert (days["v1.0.0/figures.csv"], days["data/flat/figures.csv"]) == (
        "2026-11-22",
        "2026-12-01",
    )
    offered = [
        one["contentUrl"] for one in schema_org.whole(made.package, made.shown)["distribution"]
    ]
    assert offered and not [url for url in offered if "/v1.0.0/" in url]
    assert "v1.0.0" not in next(
        file.content.decode() for file in made.files if file.path == "catalog.ttl"
    )


def test_versions_are_ordered_as_numbers():
    assert (
        releases.step_between("1.9.3", "1.10.0") == "minor"
        and releases.step_between("1.9.3", "2.0.0") == "major"
    )
    assert releases.step_between("1.9.3", "1.9.5") == "none"
    with pytest.raises(ValueError, match="not a version"):
        releases.number("1.2")
