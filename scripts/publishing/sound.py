"""Reads the package as others will: frictionless every table with its keys."""

from collections.abc import Iterator

from scripts.model import validity
from scripts.model.contract import CONTRACT
from scripts.model.package import Package
from scripts.model.problems import Problem


def problems(package: Package) -> Iterator[Problem]:
    for file, error in validity.errors(package.root / CONTRACT):
        yield Problem(file or CONTRACT, "package", error.message.rstrip("."), "Run `make validate`")
