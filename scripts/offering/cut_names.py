"""Names that fit where they must be short."""

from collections.abc import Container


def free(name: str, taken: Container[str], longest: int) -> str:
    """The name, cut to so many letters, that nothing else has: names that would be cut alike are
    numbered.
    """
    cut, number = name[:longest], 2
    while cut in taken:
        cut = f"{name[: longest - len(str(number)) - 1]}_{number}"
        number += 1
    return cut
