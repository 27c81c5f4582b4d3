"""Texts are made of characters that can be seen: letters, marks, digits, punctuation, signs and
plain spaces.

What cannot be seen hides words from readers and from checks: zero-width and direction characters,
private use, controls, line ends. A word of letters from several scripts looks like another word,
and is told.
"""

import re
import unicodedata
from collections.abc import Iterator

ALLOWED = ("L", "Mn", "Mc", "N", "P", "S", "Zs")  # beginnings of Unicode's general categories
BROKEN = ("Cc", "Cs", "Zl", "Zp")
WORD = re.compile(r"[^\W\d_]+")
SHOWN = 3


def faults(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the characters of a text, and the cure."""
    if text.isascii() and text.isprintable():
        if text and not text.strip():
            yield "has a text of nothing but spaces", "Leave it empty, or write the words"
        return
    kinds = {each: unicodedata.category(each) for each in dict.fromkeys(text)}
    unseen = [each for each, kind in kinds.items() if not kind.startswith(ALLOWED)]
    broken = [each for each in unseen if kinds[each] in BROKEN]
    if broken:
        yield f"has a control character or half of a character ({codes(broken)})", "Remove it"
    if hidden := [each for each in unseen if each not in broken]:
        yield f"has a character that cannot be seen ({codes(hidden)})", "Remove it"
    if not unseen and not text.strip():
        yield "has a text of nothing but spaces", "Leave it empty, or write the words"
    for word in WORD.findall(text):
        if not word.isascii() and len(scripts := scripts_of(word)) > 1:
            yield (
                f"has a word of letters from several scripts ({word[:20]!r}: {', '.join(scripts)})",
                "Write it with the letters of one script",
            )
            return


def codes(characters: list[str]) -> str:
    """The first few characters by their numbers in Unicode."""
    return ", ".join(f"U+{ord(each):04X}" for each in characters[:SHOWN])


def scripts_of(word: str) -> list[str]:
    """The scripts of a word's letters, by the first words of their names: LATIN, GREEK,
    CYRILLIC.
    """
    names = [unicodedata.name(each, "").partition(" ")[0] for each in set(word) if each.isalpha()]
    return sorted(name for name in set(names) if name not in {"FEMININE", "MASCULINE", "MICRO"})
