"""The standards that the site keeps, and by what each is checked: facts for the validation page. The tests named do the checking."""

from typing import NamedTuple


class Standard(NamedTuple):
    """`files` says which files, `pattern` finds them by path, and matches none if they are parts of pages.

    `checked_with` is a validator that is not ours; `test` has good and bad examples for it.
    """

    name: str
    url: str
    files: str
    checked_with: str
    rejects: str
    test: str
    pattern: str


TESTS = "tests/formats/"
STANDARDS = [
    Standard(
        "Data Package 2.0, readable by 1.0 tools",
        "https://datapackage.org",
        "datapackage.json, and the one in every zip",
        "frictionless; jsonschema with the published profiles 1.0 and 2.0",
        "a unit that is no unit; a resource without data",
        TESTS + "test_downloads.py",
        r"^datapackage\.json$|\.zip$",
    ),
    Standard(
        "CSV on the Web",
        "https://www.w3.org/TR/tabular-data-primer/",
        "the -metadata.json beside every CSV",
        "csvw",
        "a wrong type, a missing column, a missing file",
        TESTS + "test_metadata.py",
        r"-metadata\.json$",
    ),
    Standard(
        "schema.org Dataset",
        "https://schema.org/Dataset",
        "the head of the pages of the whole, each document and each table",
        "pyshacl with the shapes of ESIP (Google required and recommended, science-on-schema.org 1.2.3)",
        "a short description, no name, no licence, two time spans, no version, another namespace",
        TESTS + "test_metadata.py",
        r"^$",
    ),
    Standard(
        "DCAT-AP 3.0.1",
        "https://semiceu.github.io/DCAT-AP/releases/3.0.1/",
        "catalog.jsonld, catalog.ttl",
        "pyshacl with the shapes of SEMIC, ranges included",
        "no title, no address, a licence or a media type as text, a size as text",
        TESTS + "test_metadata.py",
        r"^catalog\.",
    ),
    Standard(
        "Croissant 1.0",
        "https://docs.mlcommons.org/croissant/",
        "croissant.json",
        "mlcroissant, validated and loaded",
        "a column that is not there, a file that is not there",
        TESTS + "test_metadata.py",
        r"^croissant\.json$",
    ),
    Standard(
        "Citation File Format 1.2.0",
        "https://citation-file-format.github.io",
        "CITATION.cff and cite/*.cff",
        "jsonschema with the official schema",
        "a citation without authors",
        TESTS + "test_metadata.py",
        r"\.cff$",
    ),
    Standard(
        "OpenAPI 3.1 and JSON Schema 2020-12",
        "https://spec.openapis.org/oas/v3.1.0",
        "api/openapi.json and every file of the API",
        "jsonschema",
        "a value as text, a missing line, an unknown word",
        TESTS + "test_api.py",
        r"^api/",
    ),
    Standard(
        "DfE open data standards",
        "https://dfe-analytical-services.github.io/analysts-guide/statistics-production/ud.html",
        "data/dfe/",
        "our own port of the rules of DfE's screener that apply",
        "one spoilt pair for each rule",
        TESTS + "test_dfe.py",
        r"^data/dfe/.*\.meta\.csv$",
    ),
]
