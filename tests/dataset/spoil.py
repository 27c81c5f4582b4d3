"""Ways to spoil a project in small: each changes one thing, and fails where that thing is not
there.
"""

import json
from pathlib import Path

NORTHBRIDGE = "data/sources/northbridge-foi-1234"
SOUTHMERE = "data/sources/southmere-report-2021-22"


def edit(path: Path, old: str | bytes, new: str | bytes) -> None:
    """Replace what stands in the file exactly once."""
    data, old, new = path.read_bytes(), _bytes(old), _bytes(new)
    assert data.count(old) == 1, f"{old!r} stands in {path.name} {data.count(old)} times"
    path.write_bytes(data.replace(old, new))


def edit_all(path: Path, old: str | bytes, new: str | bytes) -> None:
    """Replace all that stands in the file."""
    data, old, new = path.read_bytes(), _bytes(old), _bytes(new)
    assert old in data
    path.write_bytes(data.replace(old, new))


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def describe(folder: Path, **words) -> None:
    """Set words of a descriptor: `document__reference="1"` sets document/reference, `None` takes a
    word out.
    """
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    for steps, value in words.items():
        *way, last = steps.split("__")
        thing = descriptor
        for step in way:
            thing = thing[int(step) if step.isdigit() else step]
        last = int(last) if isinstance(thing, list) else last
        if value is None:
            del thing[last]
        else:
            thing[last] = value
    path.write_text(json.dumps(descriptor, indent=1, ensure_ascii=False), encoding="utf-8")


def descriptor(folder: Path) -> dict:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path, hidden ones and leftovers too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
