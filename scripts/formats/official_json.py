"""The official statistics in the API: publications with licence and attribution, register,
counterparts, series.

Everything stands under api/v1/official/, apart from our figures: rows under columns, as
everywhere in the API.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from scripts.model.package import Package
from scripts.offering import official_tables, urls
from scripts.offering.offered import Format
from scripts.offering.records import in_columns, json_bytes
from scripts.offering.resources import File, Resource

LISTS = (
    "publications",
    "copies",
    "mapping",
    "agreement",
    "counterparts",
    "without_counterpart",
    "claim_verdicts",
    "official_series",
    "official_figures",
)


def files(package: Package) -> Iterator[File]:
    """Nothing where there are no official tables."""
    resources = official_tables.resources(package)
    if not resources:
        return
    terms = official_tables.terms(package)
    licence = {"licence": terms.title, "licence_url": terms.url, "attribution": terms.rights}
    yield File(urls.api("official/index"), json_bytes(index(package) | licence))
    for name, each in listed(package).items():
        found = in_columns(each.rows, each.fields)
        yield File(urls.api(f"official/{name}"), json_bytes(licence | {name: found}))


def listed(package: Package) -> dict[str, Resource]:
    """The tables that the API has, by name."""
    by_name = {
        each.path.rpartition("/")[2].removesuffix(".csv"): each
        for each in official_tables.resources(package)
    }
    return {name: by_name[name] for name in LISTS if name in by_name}


def index(package: Package) -> dict[str, Any]:
    """What there is, and how often the register says what."""
    register = official_tables.rows(package, "agreement")
    return {
        "description": "Official statistics beside our figures. Never mixed with them.",
        "lists": {name: urls.url(package, urls.api(f"official/{name}")) for name in LISTS},
        "agreement": dict(sorted(Counter(row["agreement_verdict_id"] for row in register).items())),
    }


FORMAT = Format(
    label="JSON (official)",
    suffix=".json",
    media_type="application/json",
    purpose="Official statistics for programs, apart from our figures.",
    section="official",
    file_type="JSON",
    files=files,
)
