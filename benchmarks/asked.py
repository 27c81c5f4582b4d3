"""Measures in Chromium what asking costs on the site in site/: opening the page, a choice of a
filter, words, and the first result in SQL, which are the times that a reader waits; and what is
loaded for it.

Rows are those of the site's documents, and of so many copies of them that there are 200,000. With
`--write` the medians stand in results.csv.
"""

import argparse
import functools
import http.server
import shutil
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from benchmarks.results import Result, write
from scripts.asking import ask_files, filter_rows, pieces, row_pieces
from scripts.model.package import Package

COMMAND = "asked"
SITE = Path("site")
BROWSERS = ["chromium", "chromium-browser", "google-chrome"]
MANY = 200_000
RUNS = 5
LEISURE = 500  # milliseconds
MOST = 120_000  # milliseconds that anything may take
READY = "() => document.querySelector('[data-shown] tbody tr') ? performance.now() : 0"
ANSWERED = "() => document.querySelector('[data-answer]:not([hidden]) td') ? performance.now() : 0"
OPEN = "document.querySelector('[data-filter=area]').open = true"
BOXES = "[data-filter=area] input[type=checkbox]"
TIMED = """async ([selector, typed]) => {
  const box = document.querySelector(selector);
  const started = performance.now();
  if (typed) {
    box.value = typed;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  } else box.click();
  while (document.querySelector("[data-explore][aria-busy]")) {
    await new Promise((done) => setTimeout(done, 1));
  }
  return performance.now() - started;
}"""
QUERY = "SELECT+count(*)+FROM+all_figures"


class Timed(NamedTuple):
    """Milliseconds of each run of one thing, at a number of documents."""

    what: str
    size: int
    runs: list[float]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *_: object) -> None:
        """Say nothing of each request."""


def main() -> int:
    """Print each measurement; 0 also where there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="asked", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write results.csv")
    options = parser.parse_args()
    if not (SITE / "ask/index.html").is_file():
        print(f"{SITE}/ask is not there, so asking was NOT measured. Run `make site` first")
        return 0
    with sync_playwright() as playwright:
        browser = launched(playwright)
        found = []
        for each in measured(browser):
            result = result_of(each)
            print(f"{result.size} documents: {result.what} {result.median} ms", flush=True)
            found.append(result)
        browser.close()
    for result in weights():
        print(f"{result.what}: {result.median} {result.unit}")
        found.append(result)
    if options.write:
        write(found)
    return 0


def launched(playwright: Playwright) -> Browser:
    """The Chromium of the system, or Playwright's own."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])


def measured(browser: Browser) -> Iterator[Timed]:
    package = Package(Path())
    facts = filter_rows.facts(package)
    for times in (1, -(-MANY // len(facts))):
        rows = row_pieces.pieces(facts * times, package)
        with served(rows) as address:
            size = len(package["documents"]) * times
            print(f"{size} documents: {len(facts) * times:,} rows")
            yield Timed(
                "Explore, until its rows are there",
                size,
                opened(browser, f"{address}/ask/index.html", READY),
            )
            yield from explored(browser, f"{address}/ask/index.html", size)
            if times == 1:
                asked = f"{address}/ask/sql.html#sql={QUERY}"
                runs = opened(browser, asked, ANSWERED)
                yield Timed("the first result in SQL", size, runs)


@contextmanager
def served(rows: row_pieces.Pieces) -> Iterator[str]:
    """The site on a port of this machine, with these rows in the place of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in SITE.iterdir():
            if path.name != ask_files.FOLDER:
                (folder / path.name).symlink_to(path.resolve())
        shutil.copytree(SITE / ask_files.FOLDER, folder / ask_files.FOLDER)
        cut = {"start": rows.start, **{f"rows-{at}": each for at, each in enumerate(rows.rows)}}
        for piece, content in cut.items():
            where, text = ask_files.piece(piece, pieces.as_json(content))
            (folder / where).write_text(text, encoding="utf-8")
        handler = functools.partial(Quiet, directory=folder)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}"
            server.shutdown()


def opened(browser: Browser, address: str, ready: str) -> list[float]:
    """From asking for a page to what it is for, each time with nothing kept from before."""
    return [once(browser, address, ready) for _ in range(RUNS)]


def once(browser: Browser, address: str, ready: str) -> float:
    page = browser.new_context().new_page()
    page.goto(address, wait_until="commit")
    took: float = page.wait_for_function(ready, timeout=MOST, polling=5).json_value()
    page.context.close()
    return took


def explored(browser: Browser, address: str, size: int) -> Iterator[Timed]:
    page = browser.new_page()
    page.goto(address)
    page.wait_for_selector("[data-shown] tbody tr", timeout=MOST)
    page.evaluate(OPEN)
    page.wait_for_selector(BOXES, timeout=MOST)
    yield Timed("a first choice of a filter, with its pieces", size, [timed(page, BOXES)])
    yield Timed("a choice of a filter", size, [timed(page, BOXES) for _ in range(RUNS)])
    yield Timed("first words, with all pieces", size, [timed(page, "#words", "training")])
    typed = [timed(page, "#words", f"childrn train{'ing'[: at % 4]}") for at in range(RUNS)]
    yield Timed("words", size, typed)
    page.close()
    yield Timed(
        "first words, half a second after the field", size, [typed_at_leisure(browser, address)]
    )


def typed_at_leisure(browser: Browser, address: str) -> float:
    """Of a reader who goes to the field, and types half a second later."""
    page = browser.new_page()
    page.goto(address)
    page.wait_for_selector("[data-shown] tbody tr", timeout=MOST)
    page.focus("#words")
    page.wait_for_timeout(LEISURE)
    took = timed(page, "#words", "training")
    page.close()
    return took


def timed(page: Page, selector: str, typed: str = "") -> float:
    took: float = page.evaluate(TIMED, [selector, typed])
    return took


def result_of(each: Timed) -> Result:
    return Result(COMMAND, each.what, each.size, f"{statistics.median(each.runs):.0f}", "ms")


def weights() -> Iterator[Result]:
    """What the pages load besides themselves."""
    data = SITE / ask_files.FOLDER / "data"
    rows = [path.name for path in data.glob("rows-*.js")]
    loads = {
        "data that Explore opens with": ["start.js", "rows-0.js"],
        "data of Explore, all rows": ["start.js", *rows],
        "SQLite and the data": ["worker.js", "wasm.js", "database.js"],
    }
    documents = len(Package(Path())["documents"])
    for what, names in loads.items():
        size = sum((data / name).stat().st_size for name in names)
        yield Result(COMMAND, what, documents, f"{size / 1000:.0f}", "KB")


if __name__ == "__main__":
    sys.exit(main())
