"""A page is an address, a title, a description and a finished body: templates with escaping on make
it from facts.
"""

import re
from functools import lru_cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from scripts.model.kept import key_of, key_of_code
from scripts.model.made_before import KEPT
from scripts.model.package import Package
from scripts.pages import addresses, words

TEMPLATES = Path(__file__).parent
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Page(NamedTuple):
    """One page. `path` ends in .html; `body` is safe HTML; `found` says whether search shows it,
    `keywords` are words it is found by besides.

    `dataset` is the text of a schema.org Dataset for its head, in ASCII.
    `computes` says that the page runs WebAssembly in a worker, which its security policy has to
    allow.
    `part_of` is the address of the page that it continues.
    """

    path: str
    title: str
    description: str
    body: str
    found: bool = True
    keywords: tuple[str, ...] = ()
    dataset: str = ""
    computes: bool = False
    part_of: str = ""


class Facts(Environment):
    """Looks for a name in a row first: rows are what templates ask for most, and have no attributes
    of their own.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


class Compiled(BytecodeCache):
    """Templates as Python runs them, kept by their text, the code, the library, and whether they
    escape.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        found = KEPT.read(key_of_template(bucket))
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        KEPT.write(key_of_template(bucket), bucket.bytecode_to_string())


def key_of_template(bucket: Bucket) -> str:
    escapes = str(bucket.environment.autoescape)
    return key_of(
        "template", key_of_code(), version("jinja2"), escapes, bucket.key, bucket.checksum
    )


@lru_cache
def environment() -> Environment:
    made = Facts(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Compiled(),
    )
    made.filters["code_spans"] = code_spans
    made.filters["kept"] = kept
    return made


def code_spans(text: str) -> Markup:
    """Text with its `spans` as code; everything in it is escaped."""
    parts = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if place % 2 else part
        for place, part in enumerate(parts)
    )


def kept(text: str) -> Markup:
    """Text whose lines and spaces stay as they are, though the page has it in one line: for
    code.
    """
    return Markup("&#10;").join(escape(line) for line in text.splitlines())


def render(template: str, path: str, package: Package, **facts: Any) -> str:
    """The body of a page. Every link is made relative to the page; no line of it is blank or
    indented.
    """
    body = (
        environment()
        .get_template(template)
        .render(
            link=partial(addresses.relative, path),
            at=addresses,
            words=words,
            package=package,
            path=path,
            **facts,
        )
    )
    return "\n".join(line.strip() for line in CONTROL.sub("", body).splitlines() if line.strip())


def page(
    template: str,
    path: str,
    title: str,
    description: str,
    package: Package,
    *,
    found: bool = True,
    **facts: Any,
) -> Page:
    return Page(
        path, title, description, render(template, path, package, title=title, **facts), found
    )
