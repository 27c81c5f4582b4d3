"""What a reader does: opens the home page, follows links by their words, types into the search box, reads what is there."""

import functools
import http.server
import threading
from contextlib import contextmanager

RESULT = "a.md-search-result__link"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextmanager
def served(folder):
    """The folder on a port of this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def follow(page, words):
    """Choose the link with exactly these words."""
    page.locator("#main").get_by_role("link", name=words, exact=True).first.click()


def read(page):
    """The words of the page, without head and foot."""
    return " ".join(page.locator("#main").inner_text().split())


def search(page, words):
    """Type into the search box of the theme; the addresses of the results, the best first."""
    box = page.locator(".md-search__input")
    box.click()
    box.fill("")
    page.keyboard.type(words)
    page.wait_for_function("words => document.querySelector('.md-search__input').value === words", arg=words)
    return results(page)


def results(page):
    """The addresses of the results, once they no longer change."""
    page.wait_for_selector(".md-search-result__item", state="attached")
    page.wait_for_function("() => { const now = document.querySelector('.md-search-result__list').textContent; const same = now === window.before; window.before = now; return same && now }", polling=200)
    return [link.get_attribute("href").split("?")[0] for link in page.locator(f".md-search-result__item > {RESULT}").all()]
