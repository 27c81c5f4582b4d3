"""Strings of every kind that trouble programs, by kind, to be put wherever data reach.

The kinds are those of the Big List of Naughty Strings (github.com/minimaxir/big-list-of-naughty-
strings, MIT licence), and some more; the strings are our own. Those that are allowed have to come
out as they went in. The others have to be refused by name.
"""

import json
from pathlib import Path

KINDS = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
TOO_LONG = [("too long", "x" * 2_000), ("too long", "ab " * 1_000)]
ALLOWED = [(kind, text) for kind, texts in KINDS["allowed"].items() for text in texts]
FAULTY = [(kind, text) for kind, texts in KINDS["refused"].items() for text in texts] + TOO_LONG
EVERY = [*ALLOWED, *FAULTY]


def named(kind: str, text: str) -> str:
    """A name of a case that every terminal can show."""
    return f"{kind}: {ascii(text)[:30]}"
