"""Who takes part in a check of a made-up package, and the same check with others in their place."""

from itertools import count

from scripts.model.package import Package

NUMBERS = count(1)


def ids(package: Package, row: dict, part: str = "") -> list[str]:
    """The ids of the figures and answers that take part, or those of one part."""
    return [
        member["figure_id"] or member["answer_id"]
        for member in package.members(row)
        if not part or member["part"] == part
    ]


def instead(package: Package, row: dict, *members: tuple[str, str], **columns: str) -> dict:
    """The same check under another id, in which these figures take part: each (part, figure_id)."""
    key = f"{row['check_id']}-{next(NUMBERS)}"
    package.group("check_members", "check_id", key)
    package._groups["check_members", "check_id"][key] = [
        {"check_id": key, "part": part, "figure_id": figure_id, "answer_id": "", "number": ""}
        for part, figure_id in members
    ]
    return {**row, "check_id": key, **columns}
