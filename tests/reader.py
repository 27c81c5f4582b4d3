"""What a reader does: opens the home page, follows links by their words, types into the search box,
reads what is there.
"""

import functools
import http.server
import threading
from contextlib import contextmanager

RESULT = "a.md-search-result__link"
ITEM = ".md-search-result__item"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextmanager
def served(folder):
    """The folder on a port of this machine."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def follow(page, words):
    """Choose the link with exactly these words; the page that it leads to is there."""
    go(page, page.locator("#main").get_by_role("link", name=words, exact=True).first)


def go(page, link):
    """Choose a link, and be on the page that it leads to."""
    with page.expect_navigation():
        link.click()


def read(page):
    """The words of the page, without head and foot."""
    page.wait_for_load_state()
    return " ".join(page.locator("#main").inner_text().split())


def search(page, words):
    """Put the words into the search box of the theme; the addresses of the results, the best
    first.
    """
    ask(page, "")
    page.wait_for_function(f"() => !document.querySelector('{ITEM}')")
    ask(page, words)
    return results(page)


def ask(page, words):
    """One question and not one a letter, or the first results would be those of half a word and
    vanish while they are read.
    """
    box = page.locator(".md-search__input")
    box.fill(words)
    box.press("End")  # the theme searches when a key is let go


def results(page):
    """The addresses of the results of the one question that was asked, all read at the same
    moment.
    """
    page.wait_for_selector(ITEM, state="attached")
    found = page.eval_on_selector_all(
        f"{ITEM} > {RESULT}", "(links) => links.map((link) => link.getAttribute('href'))"
    )
    return [address.partition("?")[0] for address in found]
