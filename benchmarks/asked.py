"""Measures in Chromium what asking costs on the site in site/: a choice of a filter, words, and the
first result in SQL.

Rows are those of the site, once and so often that there are 200,000. Times are those that a reader
waits, in milliseconds.
"""

import base64
import functools
import http.server
import json
import statistics
import sys
import threading
import time
import zlib
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.asking import pieces

SITE = Path("site")
ROWS = SITE / "ask/data/rows.js"
MANY = 200_000
RUNS = 5
CHOICE = (
    "() => { const box = document.querySelector('[data-filter=area] input[type=checkbox]');"
    " const start = performance.now(); box.click(); return performance.now() - start }"
)
WORDS = (
    "typed => { const box = document.querySelector('#words'); box.value = typed;"
    " const start = performance.now(); box.dispatchEvent(new Event('input', {bubbles: true}));"
    " return performance.now() - start }"
)
FIRST = "/ask/sql.html#sql=SELECT+count(*)+FROM+all_figures"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *_: object) -> None:
        """Say nothing of each request."""


def main() -> int:
    """Print each measurement; 0 also where there is no site to measure."""
    if not ROWS.is_file():
        print(f"{ROWS} is not there, so asking was NOT measured. Run `make site` first")
        return 0
    handler = functools.partial(Quiet, directory=SITE)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox"]
            )
            measure(browser, f"http://127.0.0.1:{server.server_port}")
            browser.close()
        server.shutdown()
    return 0


def measure(browser: Browser, address: str) -> None:
    rows = unpacked(ROWS.read_text(encoding="utf-8"))
    for times in (1, -(-MANY // len(rows["ids"]))):
        page = browser.new_page()
        script = pieces.script("rows", pieces.as_json(repeated(rows, times)))
        page.route("**/ask/data/rows.js", answering(script))
        page.goto(f"{address}/ask/index.html")
        page.wait_for_selector("[data-filter]", state="attached", timeout=60_000)
        told = f"{len(rows['ids']) * times:,} rows"
        print(f"{told}: a choice {median(page, CHOICE)} ms, words {median(page, WORDS)} ms")
        page.close()
    started = time.monotonic()
    page = browser.new_page()
    page.goto(address + FIRST)
    page.wait_for_selector("[data-answer]:not([hidden])", timeout=60_000)
    print(f"first result in SQL: {1000 * (time.monotonic() - started):.0f} ms")


def median(page: Page, code: str) -> str:
    times = [page.evaluate(code, "childrn training") for _ in range(RUNS)]
    return f"{statistics.median(times):.0f} (first {times[0]:.0f})"


def answering(script: str) -> Any:
    return lambda route: route.fulfill(body=script, content_type="text/javascript")


def unpacked(script: str) -> dict[str, Any]:
    """What a piece of JSON holds."""
    packed = script.split('"')[3]
    found: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(packed)))
    return found


def repeated(rows: dict[str, Any], times: int) -> dict[str, Any]:
    """The same rows over and over."""
    columns = {
        name: {**column, "codes": column["codes"] * times}
        for name, column in rows["columns"].items()
    }
    return {
        **rows,
        "columns": columns,
        "ids": rows["ids"] * times,
        "groups": rows["groups"] * times,
    }


if __name__ == "__main__":
    sys.exit(main())
