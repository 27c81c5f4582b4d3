"""Everything the site holds: the pages of every kind, and the files that go with them."""

from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path
from types import ModuleType

from scripts import pages as rooms
from scripts.asking import ask_files
from scripts.charts import chart_files, official_charts
from scripts.formats import csv_on_the_web
from scripts.model.package import Package
from scripts.offering import of_measures
from scripts.pages import corrections, datasets, on_this_page, search_words
from scripts.pages.glossary import glossary_page
from scripts.pages.rendering import Page
from scripts.publishing import parting


def kinds() -> list[ModuleType]:
    """The page kinds: scripts/pages/<kind>/<kind>_page.py, each with a function `pages`."""
    return [
        import_module(f"{rooms.__name__}.{folder.name}.{folder.name}_page")
        for folder in sorted(Path(rooms.__path__[0]).iterdir())
        if (folder / f"{folder.name}_page.py").is_file()
    ]


def pages(package: Package) -> Iterator[Page]:
    """Every generated page, in parts if it is heavy, with the words it is found by, its description
    for programs, and a notice where a figure on it was corrected.
    """
    corrected = corrections.all_of(package)
    described = datasets.by_page(package)
    made = chain.from_iterable(kind.pages(package) for kind in kinds())
    found = search_words.with_keywords(made, package)
    for each in found:
        noticed = corrections.with_notice(each, corrections=corrected, package=package)
        finished = datasets.with_dataset(noticed, described)
        yield from map(on_this_page.with_contents, parting.parts(finished))


def files(package: Package) -> Iterator[tuple[str, str | bytes]]:
    """Every generated file that goes with a page: acronyms, what asking runs on, charts to take
    away, the figures of each measure, what the columns of each CSV are.

    The downloads are made elsewhere.
    """
    yield glossary_page.WORDS_FILE, glossary_page.words_script(package)
    yield from ask_files.files(package)
    described = []
    for path, content in chart_files.files(package):
        yield path, content
        if path.endswith(".csv") and isinstance(content, str):
            described.append(csv_on_the_web.of_text(package, path, content))
    for path, content in official_charts.files(package):
        yield path, content
        if path.endswith(".csv") and isinstance(content, str):
            file = csv_on_the_web.of_text(package, path, content)
            described.append(file._replace(official=True))
    for file in of_measures.files(package):
        yield file.path, file.content
        described.append(file)
    for listed in sorted((package.root / "docs").glob("*.csv")):
        text = listed.read_text(encoding="utf-8")
        described.append(csv_on_the_web.of_text(package, listed.name, text))
    for file in csv_on_the_web.by_folder(package, described):
        yield file.path, file.content
