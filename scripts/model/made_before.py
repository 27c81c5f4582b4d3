"""What an earlier publish made, kept by all that it follows from, in a folder that can be deleted
at any time: the bytes are always those that would be made now.
"""

import hashlib
from collections.abc import Callable, Iterable

from scripts.model.kept import CODE, Kept, key_of, key_of_code

FOLDER = ".cache/site"
KEPT = Kept(CODE.parent, FOLDER)


def made(what: str, given: Iterable[str | bytes], make: Callable[[], bytes]) -> bytes:
    """What `make` makes of all that is given, and of nothing else: kept, or made and then kept.

    `what` tells apart what follows from the same.
    """
    key = key_of(what, key_of_code(), *map(digest, given))
    found = KEPT.read(key)
    if found is None:
        found = make()
        KEPT.write(key, found)
    return found


def digest(given: str | bytes) -> str:
    """The SHA-256 of what is given; text and bytes are never alike."""
    if isinstance(given, str):
        return f"text {hashlib.sha256(given.encode()).hexdigest()}"
    return hashlib.sha256(given).hexdigest()
