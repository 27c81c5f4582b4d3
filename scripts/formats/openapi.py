"""api/openapi.json: the description (OpenAPI 3.1) of the static API, its schemas made from the contract's columns."""

from scripts.formats import official_json
from scripts.model.package import Package
from scripts.offering import flat, reuse, urls
from scripts.offering.records import json_bytes
from scripts.offering.resources import File

TYPES = {"integer": "integer", "number": "number"}
TEXT = {"type": "string"}
CITATION = {
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
NAMED = {"figures": "figure_id", "answers": "answer_id", "numbers": "number"}

# path under api/v1: (schema, what it is, what each {parameter} is, in order)
PATHS = {
    "index.json": ("Index", "What there is: lists, counts, version, how to cite the whole", []),
    "documents.json": ("Documents", "All documents", []),
    "documents/{document_id}.json": (
        "DocumentWhole",
        "One document with its tables and checks",
        ["document_id"],
    ),
    "tables/{document_id}/{table}.json": (
        "TableWhole",
        "One table with its figures and answers",
        ["document_id", "table"],
    ),
    "topics.json": ("Topics", "All topics", []),
    "topics/{topic_id}.json": ("TopicWhole", "One topic with its measures", ["topic_id"]),
    "measures.json": ("Measures", "All measures that have figures", []),
    "measures/{measure_id}.json": (
        "MeasureWhole",
        "One measure with all its figures",
        ["measure_id"],
    ),
    "figures/{document_id}/{table}/{row}.json": (
        "FigureWhole",
        "One figure in a sentence",
        ["document_id", "table", "row"],
    ),
    "figures/{document_id}/{table}/{row}/{column}.json": (
        "FigureWhole",
        "One figure of a table",
        ["document_id", "table", "row", "column"],
    ),
    "checks.json": ("Checks", "All checks", []),
    "licences.json": ("Licences", "All re-use terms, and what our own licence covers", []),
    "licences/{licence_id}.json": (
        "LicenceWhole",
        "One set of re-use terms with the documents that state it",
        ["licence_id"],
    ),
}


def file(package: Package) -> File:
    return File("api/openapi.json", json_bytes(description(package)))


def description(package: Package) -> dict:
    contract = package.contract
    return {
        "openapi": "3.1.0",
        "info": {
            "title": contract["title"],
            "version": contract["version"],
            "description": f"{contract['description']} Files, not a server: an address that does not exist gives the host's 404. {reuse.MIXED}",
            "license": {"name": "CC BY 4.0 for our own part only", "url": reuse.OURS_URL},
        },
        "servers": [{"url": urls.site(package).rstrip("/")}],
        "paths": {
            f"/api/v1/{path}": {"get": _operation(path, *about)}
            for path, about in (PATHS | official_paths(package)).items()
        },
        "components": {"schemas": schemas(package)},
    }


def schemas(package: Package) -> dict:
    """One schema an answer or part of one; every property that is always there is required, and nothing else is allowed."""
    basic = {
        "Document": _object(
            _columns(package.fields("documents")) | DOCUMENT_TERMS | PLACES | {"zip": TEXT}
        ),
        "Table": _object(_columns(package.fields("tables")) | PLACES),
        "Topic": _object(_columns(package.fields("topics")) | PLACES),
        "Measure": _object(_columns(package.fields("measures")) | PLACES),
        "Check": _object(
            _columns(package.fields("checks")) | {word: _parts(key) for word, key in NAMED.items()}
        ),
        "Licence": _object(_columns(package.fields("licences")) | {"api": TEXT}),
        "Figure": _object(_columns(package.once(flat.figures).fields) | PLACES),
        "Answer": _object(_columns(package.once(flat.answers).fields)),
        "Citation": CITATION,
    }
    lists = {
        f"{name}s": _object({f"{name.lower()}s": _many(name)})
        for name in ("Document", "Topic", "Measure", "Check")
    }
    return basic | lists | _wholes(basic) | {"Index": _index()} | official_schemas(package)


def official_paths(package: Package) -> dict:
    """The addresses of the official statistics, where there are any."""
    paths = {
        f"official/{name}.json": (_official(name), each.title, [])
        for name, each in official_json.listed(package).items()
    }
    what = "Official statistics: what there is, with licence and attribution"
    return {"official/index.json": ("OfficialIndex", what, [])} | paths if paths else {}


def official_schemas(package: Package) -> dict:
    """One schema a list of official rows, each with the licence and attribution beside it."""
    terms = dict.fromkeys(("licence", "licence_url", "attribution"), TEXT)
    found = {
        _official(name): _object(
            terms | {name: {"type": "array", "items": _object(_columns(each.fields))}}
        )
        for name, each in official_json.listed(package).items()
    }
    texts = {"type": "object", "additionalProperties": TEXT}
    counts = {"type": "object", "additionalProperties": {"type": "integer"}}
    index = _object({"description": TEXT, "lists": texts, "agreement": counts} | terms)
    return {"OfficialIndex": index} | found if found else {}


def _official(name: str) -> str:
    return "Official" + name.title().replace("_", "")


def _wholes(basic: dict) -> dict:
    ours = _object({"covers": TEXT, "url": TEXT})
    return {
        "Licences": _object({"licences": _many("Licence"), "ours": ours}),
        "DocumentWhole": _with(
            basic["Document"],
            tables=_many("Table"),
            checks=_many("Check"),
            citation=_ref("Citation"),
        ),
        "TableWhole": _with(
            basic["Table"],
            figures=_many("Figure"),
            answers=_many("Answer"),
            citation=_ref("Citation"),
        ),
        "TopicWhole": _with(basic["Topic"], measures=_many("Measure")),
        "MeasureWhole": _with(basic["Measure"], figures=_many("Figure")),
        "LicenceWhole": _with(basic["Licence"], documents={"type": "array", "items": TEXT}),
        "FigureWhole": _with(
            basic["Figure"],
            text_sha256=TEXT,
            checks={"type": "array", "items": TEXT},
            not_recomputed={"type": "array", "items": TEXT},
            citation=_ref("Citation"),
        ),
    }


def _index() -> dict:
    texts = dict.fromkeys(
        ("title", "version", "released", "description", "homepage", "openapi", "reuse"), TEXT
    )
    lists = {"type": "object", "additionalProperties": TEXT}
    counts = {"type": "object", "additionalProperties": {"type": "integer"}}
    return _object(texts | {"lists": lists, "counts": counts, "citation": _ref("Citation")})


def _operation(path: str, schema: str, what: str, parameters: list[str]) -> dict:
    return {
        "operationId": schema[0].lower() + schema[1:] + ("OfTable" if "{column}" in path else ""),
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


def _parts(key: str) -> dict:
    """What takes part in a check, each with the part that it takes."""
    return {"type": "array", "items": _object({"part": TEXT, key: TEXT})}


def _columns(fields: list[dict]) -> dict:
    return {field["name"]: _property(field) for field in fields}


def _property(field: dict) -> dict:
    kind = TYPES.get(field["type"], "string")
    required = field.get("constraints", {}).get("required")
    return {
        "type": kind if required else [kind, "null"],
        "title": field["title"],
        "description": field["description"],
    }


def _object(properties: dict) -> dict:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _with(schema: dict, **more: dict) -> dict:
    return _object(schema["properties"] | more)


def _ref(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


def _many(name: str) -> dict:
    return {"type": "array", "items": _ref(name)}
