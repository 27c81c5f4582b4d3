"""The API's description and its files agree: every file is described, every description has a file,
every link leads somewhere.
"""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from scripts.formats import openapi

PARAMETER = r"[a-z0-9_-]+"


@pytest.fixture(scope="module")
def described(content):
    return json.loads(content["api/openapi.json"])


@pytest.fixture(scope="module")
def answers(content):
    return {path: json.loads(content[path]) for path in content if path.startswith("api/v1/")}


def pattern(path):
    return re.sub(r"\\\{\w+\\\}", PARAMETER, re.escape(path.removeprefix("/")))


def schema_of(described, path):
    reference = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    return Draft202012Validator(reference | {"components": described["components"]})


def test_the_schemas_are_schemas(described):
    for schema in described["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_file_fits_exactly_one_description_and_its_schema(described, answers):
    for path, answer in answers.items():
        fits = [one for one in described["paths"] if re.fullmatch(pattern(one), path)]
        assert len(fits) == 1, path
        assert [
            error.message for error in schema_of(described, fits[0]).iter_errors(answer)
        ] == [], path


def test_every_description_has_a_file(described, answers):
    for path in described["paths"]:
        if "{column}" not in path:
            assert [one for one in answers if re.fullmatch(pattern(path), one)], path


def test_every_parameter_is_described(described):
    for path, item in described["paths"].items():
        assert re.findall(r"\{(\w+)\}", path) == [
            parameter["name"] for parameter in item["get"]["parameters"]
        ]
    assert len({item["get"]["operationId"] for item in described["paths"].values()}) == len(
        described["paths"]
    )


def test_a_wrong_answer_is_rejected(described, answers):
    """A row that is no list, an answer without its figures, a column and a word that the
    description does not know.
    """
    path, answer = next(
        (path, one) for path, one in answers.items() if path.startswith("api/v1/tables/")
    )
    schema = schema_of(
        described, next(one for one in described["paths"] if re.fullmatch(pattern(one), path))
    )
    without = {name: value for name, value in answer.items() if name != "figures"}
    wrong_row = answer | {"figures": {"columns": ["value"], "rows": ["many"]}}
    wrong_column = answer | {"figures": {"columns": ["surprise"], "rows": []}}
    assert not [*schema.iter_errors(answer)]
    for wrong in (wrong_row, wrong_column, without, answer | {"surprise": 1}):
        assert [*schema.iter_errors(wrong)]


def records(answer, kind):
    """The rows of a table's answer as dicts."""
    return [dict(zip(answer[kind]["columns"], row, strict=True)) for row in answer[kind]["rows"]]


def of_tables(answers):
    return [one for path, one in answers.items() if path.startswith("api/v1/tables/")]


def test_every_fact_stands_in_the_answer_of_its_table_once(package, answers):
    for kind, key in (("figures", "figure_id"), ("answers", "answer_id")):
        told = [row[key] for one in of_tables(answers) for row in records(one, kind)]
        assert sorted(told) == sorted(row[key] for row in package[kind])


def test_a_row_has_every_cell_that_says_something(package, answers):
    known = package.terms["figures"]
    for one in of_tables(answers):
        for row in records(one, "figures"):
            said = {name: text for name, text in known[row["figure_id"]].items() if text}
            assert said.keys() == {name for name, value in row.items() if value is not None}
            assert row["value_as_published"] in (said.get("value_as_published"), None)


def test_every_id_has_its_name_and_every_column_its_meaning(package, answers):
    names, columns = answers["api/v1/terms.json"], answers["api/v1/dictionary.json"]
    for row in package["figures"]:
        assert names["measures"][row["measure_id"]] == package.title("measures", row["measure_id"])
    assert {one["name"] for one in columns["figures"]} >= set(package["figures"][0])


def test_every_address_of_the_api_leads_to_a_file(served, answers):
    for path, answer in answers.items():
        for address in found(answer):
            if address.startswith(served.address) and not address.split("#")[0].endswith(
                (".html", "/")
            ):
                assert (served.folder / address.removeprefix(served.address)).is_file(), (
                    path,
                    address,
                )


@pytest.mark.parametrize(
    ("register", "members"),
    [("checks", "check_members"), ("not_recomputed", "not_recomputed_members")],
)
def test_a_fact_names_the_checks_and_claims_it_takes_part_in(package, answers, register, members):
    named = {
        (row["check_id"], fact)
        for row in package[
            f"{register.removesuffix('s') if register == 'checks' else register}_members"
        ]
        if (fact := row["figure_id"] or row["answer_id"])
    }
    told = {
        (check, fact)
        for one in of_tables(answers)
        for fact, checks in one[register].items()
        for check in checks
    }
    assert told == named


def test_the_description_is_made_from_the_contract(package):
    figures = openapi.schemas(package)["Figures"]["properties"]["columns"]["items"]["enum"]
    assert figures == [field["name"] for field in package.fields("figures")]
    measure = openapi.schemas(package)["Measure"]["properties"]
    for field in package.fields("measures"):
        assert measure[field["name"]]["description"] == field["description"]


def found(thing):
    """Every address of ours in an answer that stands alone."""
    if isinstance(thing, dict):
        for value in thing.values():
            yield from found(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from found(value)
    elif isinstance(thing, str) and re.fullmatch(r"https?://\S+", thing):
        yield thing
