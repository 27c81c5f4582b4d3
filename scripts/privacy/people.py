"""Names of people without a title: they are learnt from the documents' texts, and then looked for
in what we write.

A text gives a name where two words with a capital stand together, of which one is never written
small: neither in the texts nor by us. It gives one, too, as the sender of an e-mail address, and as
a cell beside a cell that names a post. Names are kept as words in small letters. They are never
printed: a problem says where one stands, not which.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

Name = tuple[str, ...]
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
CAPITAL = r"[A-ZÀ-Ý][\w'’]*[a-zà-ÿ](?:-[A-ZÀ-Ý][\w'’]*[a-zà-ÿ])?"
TOGETHER = re.compile(rf"(?<![\w'’-]){CAPITAL}(?: [A-Z]\.?)?(?= ({CAPITAL})(?![\w'’-]))")
SENDER = re.compile(r"\b((?:[^\W\d_]|['’]){2,})[._]((?:[^\W\d_]|['’]){2,})@")
POST = re.compile(
    r"\b(?:Chair|Director|Manager|Officer|Head|Lead|Nurse|Councillor|Superintendent|Inspector"
    r"|Adviser|Doctor|Governor|Headteacher|Executive|Member|Coordinator)\b"
)
CELL = re.compile(rf"{CAPITAL}(?: [A-Z]\.?)?(?: {CAPITAL}){{1,2}}")
SMALL = re.compile(r"(?<![\w'’])[a-zà-ÿ]{2,}(?![\w])")
BETWEEN = re.compile(r"[\s.,_@-]{1,2}|\s[A-Za-z]\.?\s")
COMMA = re.compile(r",\s?")
APOSTROPHE = re.compile(r"['’]")
OWNED = re.compile(r"['’]s?$")
FEWEST, LONGEST = 2, 4  # words of a name


class Names(NamedTuple):
    """Names by their first word: as they are said, and with the last word first and a comma after
    it.
    """

    said: dict[str, list[Name]]
    turned: dict[str, list[Name]]

    def stand_in(self, text: str) -> Iterator[Name]:
        """Each name that stands in the text, however it is written: with capitals, in an id, with
        dots.
        """
        words = [word for word in WORD.finditer(text) if len(word.group()) > 1]
        for place, word in enumerate(words):
            first = plain(word.group())
            for names, between in ((self.said, BETWEEN), (self.turned, COMMA)):
                for name in names.get(first, ()):
                    if stands(name, text, words[place : place + len(name)], between):
                        yield name


def stands(name: Name, text: str, run: list[re.Match[str]], between: re.Pattern[str]) -> bool:
    """Whether these words of a text are the name's, with a sign or the letter of a middle name
    between them at most.
    """
    if tuple(plain(each.group()) for each in run) != name:
        return False
    gaps = [text[one.end() : other.start()] for one, other in pairwise(run)]
    return bool(between.fullmatch(gaps[0])) and all(BETWEEN.fullmatch(gap) for gap in gaps[1:])


def names(texts: Iterable[str], ours: Iterable[str], reviewed: Iterable[str]) -> Names:
    """The names in the documents' texts. `reviewed` are words that look like names and are none."""
    given, small = list(texts), set[str]()
    for text in (*given, *ours):
        small.update(SMALL.findall(text))
    none = {words_of(one) for one in reviewed}
    found = Names({}, {})
    for name in sorted({name for text in given for name in in_text(text, small)} - none):
        if len(name) >= FEWEST:
            found.said.setdefault(name[0], []).append(name)
            found.turned.setdefault(name[-1], []).append((name[-1], *name[:-1]))
    return found


def in_text(text: str, small: set[str]) -> Iterator[Name]:
    yield from (name for name in together(text) if not small.issuperset(name))
    yield from (words_of(f"{match[1]} {match[2]}") for match in SENDER.finditer(text))
    for line in text.splitlines():
        yield from beside_a_post(line)


def together(text: str) -> Iterator[Name]:
    """Each two words with capitals side by side."""
    for match in TOGETHER.finditer(text):
        first = match.group().split()[0]
        yield words_of(f"{first} {match[1]}")


def beside_a_post(line: str) -> Iterator[Name]:
    """Cells of a line that are a name's words, if another cell names a post."""
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) > 1 and any(POST.search(cell) for cell in cells):
        named = (cell for cell in cells if CELL.fullmatch(cell) and not POST.search(cell))
        yield from (words_of(cell) for cell in named)


def plain(word: str) -> str:
    """A word in small letters, without apostrophes and without the ending of what is somebody's."""
    return APOSTROPHE.sub("", OWNED.sub("", word.casefold()))


def words_of(name: str) -> Name:
    """The words of a name in small letters, without letters that stand for a middle name."""
    found = map(plain, WORD.findall(name))
    return tuple(word for word in found if len(word) > 1)[:LONGEST]
