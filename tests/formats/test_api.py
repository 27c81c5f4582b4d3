"""The API's description and its files agree: every file is described, every description has a file, every link leads somewhere."""

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
    """A figure whose value is text, one without its line, one with a word that the description does not know."""
    path, figure = next(
        (path, one) for path, one in answers.items() if path.startswith("api/v1/figures/")
    )
    schema = schema_of(
        described, next(one for one in described["paths"] if re.fullmatch(pattern(one), path))
    )
    without_line = {name: value for name, value in figure.items() if name != "line"}
    for wrong in (figure | {"value": "many"}, without_line, figure | {"surprise": 1}):
        assert [*schema.iter_errors(wrong)]


def test_every_figure_has_an_answer_of_its_own(package, answers):
    wanted = {f"api/v1/figures/{row['figure_id']}.json" for row in package["figures"]}
    assert wanted == {path for path in answers if path.startswith("api/v1/figures/")}


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


def test_a_figure_names_the_checks_it_takes_part_in(package, answers):
    named = {
        (row["check_id"], row["figure_id"]) for row in package["check_members"] if row["figure_id"]
    }
    told = {
        (check, answer["figure_id"])
        for path, answer in answers.items()
        if path.startswith("api/v1/figures/")
        for check in answer["checks"]
    }
    assert told == {
        (check, figure) for check, figure in named if f"api/v1/figures/{figure}.json" in answers
    }


def test_a_figure_names_the_claims_that_cannot_be_recomputed(package, answers):
    named = {
        (row["check_id"], row["figure_id"])
        for row in package["not_recomputed_members"]
        if row["figure_id"]
    }
    told = {
        (claim, answer["figure_id"])
        for path, answer in answers.items()
        if path.startswith("api/v1/figures/")
        for claim in answer["not_recomputed"]
    }
    assert told == {
        (claim, figure) for claim, figure in named if f"api/v1/figures/{figure}.json" in answers
    }


def test_the_description_is_made_from_the_contract(package):
    figure = openapi.schemas(package)["Figure"]["properties"]
    for field in package.fields("figures"):
        assert figure[field["name"]]["description"] == field["description"]


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
