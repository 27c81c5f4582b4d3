"""The content-security policy of pages: which scripts may run, and that nothing comes from another
host.

A page runs the site's own script files, and the theme's few inline scripts, each known by its hash.
The hashes are those of a page of marks, which holds no data: a script that came in with data or
prose has no hash, and no browser runs it.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from html import escape

INLINE = re.compile("<script>(.*?)</script>", re.DOTALL)
FIRST = '<meta charset="utf-8">'  # of every page; what follows it is under the policy
BASE = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's icons are data in its style sheets
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
# what a page needs besides that runs a program in WebAssembly, in a worker of its own
COMPUTING = {
    "script-src": " 'wasm-unsafe-eval'",
    "worker-src": "'self' blob:",
}
POINTER = "default-src 'none'"


class NoPlace(Exception):
    """A page has no place for its policy."""


def inline(html: str) -> list[str]:
    """The inline scripts of a page, as they stand."""
    return INLINE.findall(html)


def text(scripts: Iterable[str], *, computes: bool = False) -> str:
    """A policy under which these inline scripts run, and no others."""
    hashes = "".join(f" '{_hash(script)}'" for script in sorted(set(scripts)))
    rules = dict(BASE)
    rules["script-src"] += hashes
    if computes:
        for name, more in COMPUTING.items():
            rules[name] = rules.get(name, "") + more
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def meta(policy: str) -> str:
    """The element that sets a policy. The quotes of the policy are single ones, and stay as they
    are.
    """
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">'


def guarded(html: str, policy: str) -> str:
    """The page with its policy, before anything that the policy is about."""
    if FIRST not in html:
        raise NoPlace(f"the page has no {FIRST}")
    return html.replace(FIRST, FIRST + meta(policy), 1)
