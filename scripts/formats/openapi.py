"""api/openapi.json: the description (OpenAPI 3.1) of the static API, its schemas made from the
contract's columns.
"""

from typing import Any

from scripts.formats import official_json
from scripts.model.package import Field, Package
from scripts.offering import reuse, urls
from scripts.offering.offered import Format
from scripts.offering.records import json_bytes
from scripts.offering.resources import File

Schema = dict[str, Any]
TYPES = {"integer": "integer", "number": "number"}
TEXT: Schema = {"type": "string"}
CITATION: Schema = {
    "type": "object",
    "properties": dict.fromkeys(("inline", "full", "bibtex", "ris", "cff"), TEXT),
    "additionalProperties": False,
}
CITATION |= {"required": list(CITATION["properties"])}
PLACES = {
    "api": TEXT | {"description": "Its address in this API."},
    "page": TEXT | {"description": "Its page for people."},
}
DOCUMENT_TERMS = dict.fromkeys(
    ("licence_title", "licence_url", "licence_open", "licence_basis_title"), TEXT
)
WORDS = {"type": "object", "additionalProperties": TEXT}
NAMES = {"type": "object", "additionalProperties": TEXT}
CELL = {"type": ["string", "number", "null"]}
IDS = {"type": "array", "items": TEXT}

# path under api/v1: (schema, what it is, what each {parameter} is, in order)
PATHS: dict[str, tuple[str, str, list[str]]] = {
    "index.json": ("Index", "What there is: lists, counts, version, how to cite the whole", []),
    "dictionary.json": ("Dictionary", "What each column of the facts means", []),
    "terms.json": ("Terms", "What each id is called", []),
    "documents.json": ("Documents", "All documents", []),
    "documents/{document_id}.json": (
        "DocumentWhole",
        "One document with its tables and the ids of its checks",
        ["document_id"],
    ),
    "tables/{document_id}/{table}.json": (
        "TableWhole",
        "One table with its figures and answers",
        ["document_id", "table"],
    ),
    "topics.json": ("Topics", "All topics, each with the ids of its measures", []),
    "measures.json": (
        "Measures",
        "All measures that have figures, each with the ids of its figures and of their tables",
        [],
    ),
    "checks.json": ("Checks", "All checks", []),
    "licences.json": ("Licences", "All re-use terms, and what our own licence covers", []),
    "licences/{licence_id}.json": (
        "LicenceWhole",
        "One set of re-use terms with the documents that state it",
        ["licence_id"],
    ),
}


def files(package: Package) -> list[File]:
    return [File("api/openapi.json", json_bytes(description(package)))]


def description(package: Package) -> Schema:
    contract = package.contract
    return {
        "openapi": "3.1.0",
        "info": {
            "title": contract["title"],
            "version": contract["version"],
            "description": (
                f"{contract['description']} Files, not a server: an address that does not exist "
                f"gives the host's 404. {reuse.MIXED}"
            ),
            "license": {"name": "CC BY 4.0 for our own part only", "url": reuse.OURS_URL},
        },
        "servers": [{"url": urls.site(package).rstrip("/")}],
        "paths": {
            f"/api/v1/{path}": {"get": _operation(*about)}
            for path, about in (PATHS | official_paths(package)).items()
        },
        "components": {"schemas": schemas(package)},
    }


def schemas(package: Package) -> dict[str, Schema]:
    """One schema an answer or part of one; every property that is always there is required, and
    nothing else is allowed.
    """
    basic = {
        name: _object(_columns(package.fields(table)) | more)
        for name, table, more in (
            ("Document", "documents", DOCUMENT_TERMS | PLACES | {"zip": TEXT}),
            ("Table", "tables", PLACES),
            ("Topic", "topics", PLACES | {"measures": IDS}),
            ("Measure", "measures", PLACES | {"figures": IDS, "tables": IDS}),
            ("Licence", "licences", {"api": TEXT}),
        )
    }
    facts = {
        name: _rows(package.fields(table))
        for name, table in (
            ("Figures", "figures"),
            ("Answers", "answers"),
            ("Register", "checks"),
            ("Members", "check_members"),
        )
    }
    lists = {
        f"{name}s": _object({f"{name.lower()}s": _many(name)})
        for name in ("Document", "Topic", "Measure")
    }
    return {
        **basic,
        **facts,
        **lists,
        **_wholes(basic),
        "Citation": CITATION,
        "Checks": _object({"checks": _ref("Register"), "check_members": _ref("Members")}),
        "Dictionary": {"type": "object", "additionalProperties": _listed(WORDS)},
        "Terms": {"type": "object", "additionalProperties": NAMES},
        "Index": _index(),
        **official_schemas(package),
    }


def official_paths(package: Package) -> dict[str, tuple[str, str, list[str]]]:
    """The addresses of the official statistics, where there are any."""
    paths: dict[str, Any] = {
        f"official/{name}.json": (_official(name), each.title, [])
        for name, each in official_json.listed(package).items()
    }
    what = "Official statistics: what there is, with licence and attribution"
    return {"official/index.json": ("OfficialIndex", what, [])} | paths if paths else {}


def official_schemas(package: Package) -> Schema:
    """One schema a list of official rows, each with the licence and attribution beside it."""
    terms = dict.fromkeys(("licence", "licence_url", "attribution"), TEXT)
    found = {
        _official(name): _object(terms | {name: _rows(each.fields)})
        for name, each in official_json.listed(package).items()
    }
    texts = {"type": "object", "additionalProperties": TEXT}
    counts = {"type": "object", "additionalProperties": {"type": "integer"}}
    index = _object({"description": TEXT, "lists": texts, "agreement": counts} | terms)
    return {"OfficialIndex": index} | found if found else {}


def _official(name: str) -> str:
    return "Official" + name.title().replace("_", "")


def _rows(fields: list[Field]) -> Schema:
    """Rows under columns: the names of columns of the contract, then a list for each row."""
    names = {"type": "array", "items": {"enum": [field["name"] for field in fields]}}
    return _object({"columns": names, "rows": _listed({"type": "array", "items": CELL})})


def _wholes(basic: dict[str, Schema]) -> dict[str, Schema]:
    ours = _object({"covers": TEXT, "url": TEXT})
    by_fact = {"type": "object", "additionalProperties": IDS}
    return {
        "Licences": _object({"licences": _many("Licence"), "ours": ours}),
        "DocumentWhole": _with(
            basic["Document"], tables=_many("Table"), checks=IDS, citation=_ref("Citation")
        ),
        "TableWhole": _with(
            basic["Table"],
            figures=_ref("Figures"),
            answers=_ref("Answers"),
            figure_flags=by_fact,
            checks=by_fact,
            not_recomputed=by_fact,
        ),
        "LicenceWhole": _with(basic["Licence"], documents=IDS),
    }


def _index() -> Schema:
    texts = dict.fromkeys(
        ("title", "version", "released", "description", "homepage", "openapi", "reuse"), TEXT
    )
    lists = {"type": "object", "additionalProperties": TEXT}
    counts = {"type": "object", "additionalProperties": {"type": "integer"}}
    return _object(texts | {"lists": lists, "counts": counts, "citation": _ref("Citation")})


def _operation(schema: str, what: str, parameters: list[str]) -> Schema:
    return {
        "operationId": schema[0].lower() + schema[1:],
        "summary": what,
        "parameters": [
            {
                "name": name,
                "in": "path",
                "required": True,
                "schema": {"type": "string", "pattern": "^[a-z0-9_-]+$"},
            }
            for name in parameters
        ],
        "responses": {
            "200": {"description": what, "content": {"application/json": {"schema": _ref(schema)}}},
            "404": {"description": "There is no such thing: the host's page for it."},
        },
    }


def _columns(fields: list[Field]) -> Schema:
    return {field["name"]: _property(field) for field in fields}


def _property(field: Field) -> Schema:
    kind = TYPES.get(field["type"], "string")
    required = field.get("constraints", {}).get("required")
    return {
        "type": kind if required else [kind, "null"],
        "title": field["title"],
        "description": field["description"],
    }


def _object(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _with(schema: Schema, **more: Schema) -> Schema:
    return _object(schema["properties"] | more)


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _listed(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _many(name: str) -> Schema:
    return _listed(_ref(name))


FORMAT = Format(
    label="OpenAPI",
    suffix=".json",
    media_type="application/json",
    purpose="Describes the API to programs.",
    section="descriptions",
    file_type="JSON",
    files=files,
)
