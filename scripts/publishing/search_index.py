"""The search index in pieces, each a script that is loaded when a search needs it: so it works from
a folder too.

What can be found is an `Entry`. `Index.add` takes them one at a time; `Index.files` gives every
file of the folder `search/`:
- `start.js`: where the pieces begin, the kinds of entries, the synonyms, the words too little to
look for;
- `words-N.js`: words in order of the alphabet, each with the entries that have it and how much it
says about them;
- `near-X.js`: all words that begin with a letter, for typing errors;
- `shown-N.js`: entries as they are shown, in the order in which they were added.
"""

import html
import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scripts.publishing.search_tokens import LITTLE, key, words

FOLDER = "search"
MOST = 15  # the greatest weight of a word
WORDS_BYTES, SHOWN_BYTES = 8_000, 8_000
THE_THEMES = '{"config":{"lang":["en"],"separator":"[\\\\s,]+"},"docs":[]}'
"""The index that the theme asks for once somebody searches: nothing but how to cut the words that
it marks on a page.
"""
COMMON = 2_000  # a word of more entries than this keeps those of which it says most
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
WEIGHTS = "ABCDEFGHIJKLMNOP"


class Entry(NamedTuple):
    """Something to be found. `title` and `text` are plain text; `under` is the address of the page
    that it is shown under, if any.

    `kind` says how much it is worth beside others; `says` is each text that it is found by, with
    its weight from 1 to `MOST`.
    """

    address: str
    title: str
    text: str
    kind: str
    says: Sequence[tuple[str, int]]
    under: str = ""


class Index:
    """Takes entries, numbered in the order in which they are added. Only their words are kept;
    texts wait in `_shown` as they are written.
    """

    def __init__(self, synonyms: Mapping[str, Sequence[str]], kinds: Mapping[str, float]):
        self._synonyms, self._kinds = synonyms, kinds
        self._found_by: dict[str, array[int]] = {}
        self._shown: list[str] = []
        self._numbers: dict[str, int] = {}
        self._read: set[tuple[str, str]] = set()
        self._titled: dict[str, int] = {}
        self._runs: list[tuple[int, str]] = []

    def __len__(self) -> int:
        return len(self._shown)

    def add(self, entry: Entry) -> None:
        """Take one entry; what it is shown under must have been added before.

        No two read alike: a page that would also gives its address, and what stands on a page is
        not added again.
        """
        if (entry.title, entry.text) in self._read:
            if entry.under:
                return
            entry = entry._replace(text=f"{entry.text} {entry.address}".lstrip())
        self._read.add((entry.title, entry.text))
        number = len(self._shown)
        self._numbers.setdefault(entry.address, number)
        if not entry.under:
            self._titled.setdefault(key(entry.title), number)
        if not self._runs or self._runs[-1][1] != entry.kind:
            self._runs.append((number, entry.kind))
        self._shown.append(self._as_shown(entry))
        for word, weight in weighed(entry.says).items():
            self._found_by.setdefault(word, array("L")).append(number * 16 + weight)

    def _as_shown(self, entry: Entry) -> str:
        """Address, title and text as HTML, and the number of the page it is shown under, if that
        page is found.
        """
        shown: list[str | int] = [entry.address, html.escape(entry.title), html.escape(entry.text)]
        shown += [self._numbers[entry.under]] if entry.under in self._numbers else []
        return _json(shown)

    def files(self) -> Iterator[tuple[str, str]]:
        """Every file of the index: its path in the site, and its text."""
        shown = list(_batches(self._shown, SHOWN_BYTES))
        found = [f"{_json(word)}:{_json(listed(self._found_by[word]))}" for word in self._words()]
        shards = list(_batches(found, WORDS_BYTES))
        yield f"{FOLDER}/search_index.json", THE_THEMES
        yield f"{FOLDER}/search_index.js", f"var __index = {THE_THEMES}"
        yield _script("start", _json(self._start(shards, shown)))
        for number, batch in enumerate(shards):
            yield _script(f"words-{number}", "{" + ",".join(batch) + "}")
        for number, batch in enumerate(shown):
            yield _script(f"shown-{number}", "[" + ",".join(batch) + "]")
        for letter, alike in self._by_letter().items():
            yield _script(f"near-{letter}", _json(" ".join(alike)))

    def _words(self) -> list[str]:
        return sorted(self._found_by)

    def _start(self, shards: list[list[str]], shown: list[list[str]]) -> dict[str, object]:
        firsts = [json.loads(batch[0].partition('":')[0] + '"') for batch in shards]
        return {
            "words": firsts,
            "shown": _beginnings([len(batch) for batch in shown]),
            "entries": len(self._shown),
            "kinds": [[start, kind, self._kinds[kind]] for start, kind in self._runs],
            "letters": "".join(self._by_letter()),
            "synonyms": {
                said: [self._titled.get(key(phrase), phrase) for phrase in others]
                for said, others in self._synonyms.items()
            },
            "little": " ".join(sorted(LITTLE)),
        }

    def _by_letter(self) -> dict[str, list[str]]:
        """The words in which a typing error can be told from another word: letters only, four or
        more.
        """
        found: dict[str, list[str]] = {}
        for word in self._words():
            if len(word) >= 4 and word.isascii() and word.isalpha():
                found.setdefault(word[0], []).append(word)
        return found


def weighed(says: Sequence[tuple[str, int]]) -> dict[str, int]:
    """Each word of the texts with its greatest weight."""
    found: dict[str, int] = {}
    for text, weight in says:
        for word in words(text):
            found[word] = max(weight, found.get(word, 0))
    return found


def listed(found: "array[int]") -> str:
    """Entries and weights as one text: how much further the next entry is, in base 36, then its
    weight as a letter.

    The list of a word too common to keep in full begins with `*`.
    """
    kept = sorted(sorted(found, key=lambda each: -(each % 16))[:COMMON])
    before, said = 0, ["*"] if len(kept) < len(found) else []
    for each in kept:
        said.append(base_36(each // 16 - before) + WEIGHTS[each % 16])
        before = each // 16
    return "".join(said)


def base_36(number: int) -> str:
    """A whole number in base 36; nothing for 0."""
    said = ""
    while number:
        number, digit = divmod(number, 36)
        said = DIGITS[digit] + said
    return said


def _script(name: str, data: str) -> tuple[str, str]:
    """A piece of the index: a script that hands its data to the search."""
    return f"{FOLDER}/{name}.js", f'searchPiece("{name}",{data})\n'


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _batches(texts: Sequence[str], most: int) -> Iterator[list[str]]:
    """The texts in order, in batches of about so many bytes."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > most:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def _beginnings(lengths: list[int]) -> list[int]:
    """The number of the first entry of each batch."""
    found, total = [], 0
    for length in lengths:
        found.append(total)
        total += length
    return found
