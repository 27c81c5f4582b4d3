"""Numbers in words: `twenty-two`, `one hundred and five`, `a thousand`."""

import re
from collections.abc import Mapping

SCALES = (1_000_000, 1000, 100)
JOINTS = re.compile(r"[\s‐‑-]+")


def number(said: str, words: Mapping[str, str]) -> str | None:
    """The number that a word or a phrase says, in digits; None if it says none.

    `words` are the words that can stand for a number by themselves, in small letters, with their
    values. A word whose value is empty depends on its sentence, and says nothing.
    """
    phrase = " ".join(said.lower().split())
    if phrase in words:
        return words[phrase] or None
    parts = JOINTS.split(phrase)
    whole = {word: int(words[word]) for word in parts if words.get(word, "").isdigit()}
    total = _composed(parts, whole)
    return None if total is None else str(total)


def _composed(parts: list[str], whole: Mapping[str, int]) -> int | None:
    """The number of a phrase: what stands before its largest scale times the scale, and what stands
    after it.
    """
    for scale in SCALES:
        at = next((at for at, part in enumerate(parts) if whole.get(part) == scale), None)
        if at is not None and len(parts) > 1:
            return _scaled(parts[:at], parts[at + 1 :], scale, whole)
    if len(parts) == 2:
        return _tens_and_ones(whole.get(parts[0], 0), whole.get(parts[1], 0))
    return whole.get(parts[0]) if len(parts) == 1 else None


def _scaled(
    before: list[str], after: list[str], scale: int, whole: Mapping[str, int]
) -> int | None:
    times = 1 if before in (["a"], ["one"]) else _composed(before, whole) if before else None
    rest = _composed(after[1:] if after[:1] == ["and"] else after, whole) if after else 0
    if not times or rest is None or not times < 1000 or not rest < scale:
        return None
    return times * scale + rest


def _tens_and_ones(tens: int, ones: int) -> int | None:
    fits = tens in range(20, 100, 10) and ones in range(1, 10)
    return tens + ones if fits else None
