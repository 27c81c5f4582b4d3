"""Code that loads what a page offers, with the page's own addresses: spreadsheet, Python, R, DuckDB
and curl.

DuckDB reads a file that curl has fetched, for reading it straight from the web needs an extension
from another host.
"""

from typing import NamedTuple

from scripts.model.package import Package
from scripts.offering import urls


class Snippet(NamedTuple):
    """What it is for people, the language for colouring (`text` is not run), and the code."""

    name: str
    language: str
    code: str


def of_csv(package: Package, path: str, numbers: tuple[str, ...] = ("value",)) -> list[Snippet]:
    """For a page that offers one CSV file; `numbers` are its columns of numbers, all others are
    read as text.
    """
    url, file = urls.url(package, path), path.rsplit("/", 1)[1]
    name = file.removesuffix(".csv").replace("-", "_").replace(".", "_")
    return [
        Snippet("Spreadsheet", "text", _spreadsheet(url)),
        Snippet("Python (pandas)", "python", _pandas(url, name, numbers)),
        Snippet("Python (frictionless)", "python", _frictionless_rows(url, name)),
        Snippet("R (readr)", "r", _readr(url, name, numbers)),
        Snippet("R", "r", _base_r(url, name, numbers)),
        Snippet(
            "DuckDB",
            "sql",
            _duckdb(url, file, numbers),
        ),
        Snippet("curl", "shell", f"curl -sSfLO {url}"),
    ]


def of_package(package: Package) -> list[Snippet]:
    """For the pages that offer the whole."""
    url, flat = (
        urls.url(package, "datapackage.json"),
        urls.url(package, "data/flat/figures.csv"),
    )
    zipped = urls.url(package, f"data/{package.contract['name']}.zip")
    parquet = urls.url(package, "data/parquet/figures.parquet")
    return [
        Snippet("Spreadsheet", "text", _spreadsheet(flat)),
        Snippet("Python (pandas)", "python", _pandas(flat, "figures", ("value",))),
        Snippet("Python (frictionless)", "python", _frictionless(url)),
        Snippet(
            "R (frictionless)",
            "r",
            (
                f'library(frictionless)\n\npackage <- read_package("{url}")\n'
                'figures <- read_resource(package, "figures")'
            ),
        ),
        Snippet("R (readr)", "r", _readr(flat, "figures", ("value",))),
        Snippet("R", "r", _base_r(flat, "figures", ("value",))),
        Snippet(
            "DuckDB",
            "sql",
            (
                f"{_fetch(parquet)}\nSELECT topic_title, unit_title, count(*) AS figures FROM "
                "'figures.parquet' GROUP BY ALL ORDER BY ALL;"
            ),
        ),
        Snippet("curl", "shell", f"curl -sSfLO {zipped}"),
    ]


def of_api(package: Package, path: str) -> list[Snippet]:
    """For a page whose facts the API has at `path` (as addresses.api gives it)."""
    url = urls.url(package, path)
    python = (
        f'import json\nfrom urllib.request import urlopen\n\nwith urlopen("{url}") as answer:\n'
        "    thing = json.load(answer)\nprint(*thing)"
    )
    return [
        Snippet("curl", "shell", f"curl -sSfL {url}"),
        Snippet("Python", "python", python),
        Snippet("R (jsonlite)", "r", _jsonlite(url)),
    ]


def _spreadsheet(url: str) -> str:
    return (
        f"{url}\nExcel: Data, From Web, paste this address, and set the columns of codes to text.\n"
        "LibreOffice: File, Open, paste this address, choose UTF-8 and comma.\n"
        f'Google Sheets: =IMPORTDATA("{url}")'
    )


def _pandas(url: str, name: str, numbers: tuple[str, ...]) -> str:
    """Only an empty cell of a column of numbers is missing: N/A is an answer that somebody
    printed.
    """
    kinds = "".join(f', {column}="Float64"' for column in numbers)
    missing = ", ".join(f'"{column}": [""]' for column in numbers)
    return (
        "from collections import defaultdict\n\nimport pandas as pd\n\n"
        "# codes stay text: only columns named here are numbers; N/A is a printed answer, not a "
        "gap\n"
        f'kinds = defaultdict(lambda: "string"{kinds})\n'
        f'{name} = pd.read_csv("{url}", dtype=kinds, keep_default_na=False, '
        f"na_values={{{missing}}})\n" + _shown_by_pandas(name, numbers)
    )


def _shown_by_pandas(name: str, numbers: tuple[str, ...]) -> str:
    """The largest counts, with what people read first. Nothing is added up: parts and their totals
    stand in one column.
    """
    if "value" not in numbers:
        return f"print({name}.head())"
    return (
        f'counts = {name}[{name}["unit"] == "count"].sort_values("value", ascending=False)\n'
        'print(counts[["figure_id", "period_as_published", "value"]].head(10))'
    )


def _duckdb(url: str, file: str, numbers: tuple[str, ...]) -> str:
    """Every column as text but the numbers, which are decimals: so `sum(value)` works and codes
    keep their noughts.
    """
    if "value" not in numbers:
        read = f"read_csv('{file}', header = true, all_varchar = true)"
        return f"{_fetch(url)}\nSELECT * FROM {read} LIMIT 10;"
    kinds = "types = {'value': 'DECIMAL(18,6)'}"
    read = f"read_csv('{file}', header = true, all_varchar = true, {kinds})"
    return (
        f"{_fetch(url)}\nSELECT figure_id, period_as_published, value "
        f"FROM {read} WHERE unit = 'count' AND value > 0 ORDER BY value DESC LIMIT 10;"
    )


def _frictionless(url: str) -> str:
    return (
        f'from frictionless import Package\n\npackage = Package("{url}")\n'
        'figures = package.get_resource("figures").read_rows()\nprint(len(figures), "figures")'
    )


def _frictionless_rows(url: str, name: str) -> str:
    """Every column as text: where types are guessed, a mark among numbers would become a gap,
    without a word.
    """
    return (
        "from frictionless import Detector, Resource\n\n"
        "# every column as text: a mark such as * among numbers is kept\n"
        'text = Detector(field_type="string")\n'
        f'{name} = Resource("{url}", detector=text).read_rows()\nprint({name}[0])'
    )


def _jsonlite(url: str) -> str:
    """As nested lists: where they are made into vectors, a printed NA becomes a gap."""
    return (
        "# nested lists: NA would be a printed answer\n"
        f'thing <- jsonlite::fromJSON("{url}", simplifyVector = FALSE)\nstr(thing, max.level = 1)'
    )


def _base_r(url: str, name: str, numbers: tuple[str, ...]) -> str:
    """R alone, without a package."""
    made = "".join(f"{name}${column} <- as.numeric({name}${column})\n" for column in numbers)
    return (
        "# only an empty cell is missing: NA or N/A would be a printed answer\n"
        f'{name} <- read.csv("{url}", colClasses = "character", na.strings = "", '
        f'encoding = "UTF-8")\n{made}head({name})'
    )


def _readr(url: str, name: str, numbers: tuple[str, ...]) -> str:
    kinds = "".join(f", {column} = col_double()" for column in numbers)
    return (
        "library(readr)\n\n# only an empty cell is missing: NA or N/A would be a printed answer\n"
        f'{name} <- read_csv("{url}", na = "", col_types = cols(.default = '
        f"col_character(){kinds}))\n"
        f"print({name})"
    )


def _fetch(url: str) -> str:
    return f"-- first, in a shell: curl -sSfLO {url}"
