"""The bill of materials: every library that builds the site or is sent to readers, with the hashes
that its lock allows.

Reads requirements/site.txt, browser/package-lock.json and pyproject.toml, which says of each
library that we chose what it is for. The form is that of CycloneDX 1.6, without a clock and without
a random number: the same locks give the same bytes.
"""

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.model.files import read_json
from scripts.offering.records import json_bytes

NAME = "bom.json"
PYTHON, NODE = Path("requirements/site.txt"), Path("browser/package-lock.json")
CHOSEN = Path("pyproject.toml")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
EACH = re.compile(r"^(?=[A-Za-z0-9._-]+==)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
REASON = re.compile(r'^    "([A-Za-z0-9._-]+)[^"]*", *# (.+)$', re.MULTILINE)
Component = dict[str, Any]


def bill(root: Path, version: str, created: str) -> bytes:
    """The bill of a version, as JSON. A project without locks has no libraries in it."""
    components = [*of_python(root), *of_node(root)]
    return json_bytes(
        {
            "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "version": 1,
            "metadata": {
                "timestamp": created,
                "component": {
                    "type": "data",
                    "bom-ref": "safeguarding-figures",
                    "name": "safeguarding-figures",
                    "version": version,
                },
            },
            "components": sorted(components, key=lambda one: str(one["purl"])),
        }
    )


def of_python(root: Path) -> Iterator[Component]:
    """Each pinned library of Python: in the lock its hashes follow it."""
    reasons = reasons_of(read(root / CHOSEN))
    for entry in EACH.split(read(root / PYTHON))[1:]:
        name, version = PINNED.findall(entry)[0]
        name = plain(name)
        hashes = [("SHA-256", digest) for digest in HASH.findall(entry)]
        address = f"https://pypi.org/project/{name}/{version}/"
        made = component("pypi", name, version, address, hashes)
        yield made | ({"description": reasons[name]} if name in reasons else {})


def of_node(root: Path) -> Iterator[Component]:
    """Each pinned library of the pages' scripts. What only tests and tools need is excluded from
    what readers get.
    """
    path = root / NODE
    packages = read_json(path)["packages"] if path.is_file() else {}
    once = {}
    for place, about in packages.items():
        if place and "integrity" in about:
            name = place.rpartition("node_modules/")[2]
            kind, _, digest = about["integrity"].partition("-")
            hashes = [(kind.upper().replace("SHA", "SHA-"), base64.b64decode(digest).hex())]
            address = f"https://www.npmjs.com/package/{name}/v/{about['version']}"
            made = component("npm", name.replace("@", "%40"), about["version"], address, hashes)
            made |= {"name": name, "scope": "excluded" if about.get("dev") else "required"}
            if licence := about.get("license"):
                made["licenses"] = [{"license": {"name": licence}}]
            once[made["purl"]] = made
    yield from once.values()


def component(
    kind: str, name: str, version: str, address: str, hashes: list[tuple[str, str]]
) -> Component:
    purl = f"pkg:{kind}/{name}@{version}"
    allowed = [{"alg": algorithm, "content": digest} for algorithm, digest in hashes]
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        "externalReferences": [{"type": "distribution", "url": address, "hashes": allowed}],
    }


def reasons_of(settings: str) -> dict[str, str]:
    """What pyproject.toml says that each library is for."""
    return {plain(name): reason.strip() for name, reason in REASON.findall(settings)}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
