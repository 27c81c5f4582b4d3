"""The package as a whole: what validate refuses, and the published profiles that the contract
keeps.
"""

import json

import frictionless
import jsonschema
import pytest
from referencing import Registry, Resource

from scripts.verbs import build, validate
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, bytes_of, describe, descriptor, edit


def told(root, capsys):
    """Exit code of validate and its lines of problems."""
    capsys.readouterr()
    code = validate.main(root)
    return code, capsys.readouterr().err.splitlines()[:-1]


@pytest.fixture
def built(miniature):
    assert build.main(miniature) == 0
    return miniature


def told_by_build(root, capsys):
    """Exit code of build and its lines of problems."""
    code = build.main(root)
    return code, capsys.readouterr().err.splitlines()


def test_the_project_in_small_is_valid(built, capsys):
    before = bytes_of(built)
    assert told(built, capsys) == (0, [])
    assert bytes_of(built) == before, "validate writes nothing"


# name: (how the built project is spoiled, the one line that validate says, or its start)
FAULTS = {
    "a table without a description": (
        lambda root: describe(root, resources__0__description=""),
        "datapackage.json: documents: has no description. ",
    ),
    "a table without a title": (
        lambda root: describe(root, resources__0__title=None),
        "datapackage.json: documents: has no title. ",
    ),
    "a column without a description": (
        lambda root: describe(root, resources__0__schema__fields__0__description=""),
        "datapackage.json: documents/document_id: has no description. ",
    ),
    "a changelog of another version": (
        lambda root: edit(root / "CHANGELOG.md", "## 1.0.0", "## 1.0.1"),
        "CHANGELOG.md: version: says 1.0.1, datapackage.json says 1.0.0. ",
    ),
    "no changelog": (
        lambda root: (root / "CHANGELOG.md").unlink(),
        "CHANGELOG.md: version: says none, datapackage.json says 1.0.0. ",
    ),
    "a citation of another version": (
        lambda root: edit(root / "CITATION.cff", "\nversion: 1.0.0", "\nversion: 2.0.0"),
        "CITATION.cff: version: says 2.0.0, ",
    ),
    "a tidy file edited by hand": (
        lambda root: edit(
            root / "data/tidy/answers.csv", "online-safety,every_year", "online-safety,once"
        ),
        "data/tidy/answers.csv: file: is not what build makes. Run make build.",
    ),
    "a tidy file too many": (
        lambda root: (root / "data/tidy/more.csv").write_text("a\n1\n"),
        "data/tidy/more.csv: file: is named by nothing. ",
    ),
    "a tidy file missing": (
        lambda root: (root / "data/tidy/checks.csv").unlink(),
        "data/tidy/checks.csv: file: is not what build makes. ",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_validate_tells_a_fault_in_one_line(name, built, capsys):
    spoil, line = FAULTS[name]
    spoil(built)
    code, lines = told(built, capsys)
    assert code == 1
    assert len(lines) == 1 and lines[0].startswith(line), lines


def test_a_row_of_a_made_table_that_breaks_the_contract_is_told_with_its_source(miniature, capsys):
    edit(
        miniature / NORTHBRIDGE / "answers.csv",
        "private-fostering-frequency",
        "Private-fostering-frequency",
    )
    code, lines = told_by_build(miniature, capsys)
    assert code == 1 and any(f"{NORTHBRIDGE}/answers.csv, row 3" in line for line in lines), lines


def test_an_unknown_reason_for_no_number_is_told_with_its_source(miniature, capsys):
    edit(
        miniature / SOUTHMERE / "datapackage.json",
        '"sex": "girls"}, "means": {"n/k": "x not_held"}',
        '"sex": "girls"}, "means": {"n/k": "x secret"}',
    )
    edit(
        miniature / SOUTHMERE / "datapackage.json",
        '"girls": {"x not_held": 1}',
        '"girls": {"x secret": 1}',
    )
    code, lines = told_by_build(miniature, capsys)
    assert code == 1 and any(
        f"{SOUTHMERE}/plans-by-age.csv, row 1" in line and "secret" in line for line in lines
    ), lines


def test_a_vocabulary_term_that_stands_twice_is_told(built, capsys):
    edit(
        built / "data/vocabulary/units.csv",
        "gbp,Pounds,£,,0,100000000000,\n",
        "gbp,Pounds,£,,0,100000000000,\ngbp,Pounds,£,,0,100000000000,\n",
    )
    code, lines = told(built, capsys)
    assert code == 1 and lines[0].startswith("data/vocabulary/units.csv: row 4: "), lines


def test_a_contract_that_is_no_package_is_told(built, capsys):
    describe(built, resources__0__name="tables")
    code, lines = told(built, capsys)
    assert code == 1 and any(
        line.startswith("datapackage.json: table documents: ") for line in lines
    ), lines


def test_a_source_folder_that_is_no_package_is_told_with_its_path(built, capsys):
    """Columns described in another order than they stand: build reads them by name, other readers
    do not.
    """
    fields = descriptor(built / NORTHBRIDGE)["resources"][0]["schema"]["fields"]
    fields[2], fields[3] = fields[3], fields[2]
    describe(built / NORTHBRIDGE, resources__0__schema__fields=fields)
    code, lines = told_by_build(built, capsys)
    assert code == 1 and lines[0].startswith(
        f"{NORTHBRIDGE}/referrals-by-source.csv: column 'y2019_20': stands in another place"
    ), lines


def test_a_measure_with_an_unknown_unit_is_told(miniature, capsys):
    edit(
        miniature / "data/vocabulary/measures.csv",
        "Late assessments,count",
        "Late assessments,counts",
    )
    code, lines = told_by_build(miniature, capsys)
    assert code == 1 and any("counts" in line for line in lines), lines
    assert not (miniature / "data/tidy").exists()


def test_a_contract_without_words_is_told_by_build(miniature, capsys):
    describe(miniature, resources__0__title="")
    code, lines = told_by_build(miniature, capsys)
    assert code == 1 and lines[0].startswith("datapackage.json: documents: has no title"), lines


def test_frictionless_reads_the_package_and_finds_it_valid(built):
    report = frictionless.validate(str(built / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["errors"] == 0 and len(report.tasks) == len(
        json.loads((built / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    )


def test_each_source_folder_is_a_package_of_its_own(built):
    for folder in (NORTHBRIDGE, SOUTHMERE):
        assert frictionless.validate(str(built / folder / "datapackage.json")).valid


def test_the_names_that_other_peoples_checks_rely_on_are_there(repository):
    fixed = {
        "documents": "document_id text_sha256 licence_id licence_basis",
        "figures": (
            "figure_id document_id table_id measure_id value unit value_as_published locator "
            "line period_start period_end period_as_published"
        ),
        "answers": (
            "answer_id document_id table_id question_id answer answer_as_published locator line"
        ),
        "checks": "check_id document_id rule printed recomputed difference verdict explanation",
        "numbers": "document_id line token used_as reason",
    }
    tables = {table["name"]: table for table in contract(repository)["resources"]}
    for name, columns in fixed.items():
        assert tables[name]["path"] == f"data/tidy/{name}.csv"
        assert set(columns.split()) <= {field["name"] for field in tables[name]["schema"]["fields"]}


def test_every_file_of_the_contract_is_in_the_project_in_small_and_the_other_way(built):
    listed = {table["path"] for table in contract(built)["resources"]}
    official = contract(built / "data/official")["resources"]
    listed |= {f"data/official/{table['path']}" for table in official}
    there = {
        f"data/{path}"
        for path in bytes_of(built / "data")
        if path.endswith(".csv") and not path.startswith("sources/")
    }
    assert listed == there


def contract(root):
    return json.loads((root / "datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture
def profile(repository):
    """A published profile's validator, by version. The profiles are handed over beside the
    project.
    """

    def validator(version):
        folder = repository / "../shared/profiles" / f"datapackage-{version}"
        if not folder.is_dir():
            pytest.skip(f"the Data Package profiles {version} are not in ../shared/profiles")
        known = {
            path.name: json.loads(path.read_text(encoding="utf-8"))
            for path in folder.glob("*.json")
        }
        resources = [
            (schema.get("$id") or schema.get("id") or name, Resource.from_contents(schema))
            for name, schema in known.items()
        ]
        resources += [
            (f"https://datapackage.org/profiles/{version}/{name}", Resource.from_contents(schema))
            for name, schema in known.items()
        ]
        schema = known["datapackage.json"]
        return jsonschema.validators.validator_for(schema)(
            schema, registry=Registry().with_resources(resources)
        )

    return validator


@pytest.mark.parametrize("version", ["2.0", "1.0"])
def test_the_contract_keeps_the_data_package_profile(version, profile, repository):
    errors = [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for error in profile(version).iter_errors(contract(repository))
    ]
    assert errors == []


BAD = {
    "no resources": lambda package: package.update(resources=[]),
    "a contributor whose title is a number": lambda package: package.update(
        contributors=[{"title": 1}]
    ),
    "a licence without name and path": lambda package: package.update(licenses=[{"title": "Free"}]),
    "a table without a name": lambda package: package["resources"][0].pop("name"),
    "a column of an unknown type": lambda package: package["resources"][0]["schema"]["fields"][
        0
    ].update(type="word"),
}


@pytest.mark.parametrize("name", BAD)
def test_the_profile_rejects(name, profile, repository):
    package = contract(repository)
    BAD[name](package)
    assert not profile("2.0").is_valid(package)


@pytest.mark.parametrize("folder", [NORTHBRIDGE, SOUTHMERE])
def test_a_source_folder_keeps_the_data_package_profile(folder, profile, miniature):
    assert [
        error.message for error in profile("2.0").iter_errors(contract(miniature / folder))
    ] == []
