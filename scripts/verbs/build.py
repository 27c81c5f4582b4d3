"""build: makes data/tidy, whole, from the contract, the sources and the vocabulary. No clock, no network, no environment.

Reads datapackage.json, data/sources, data/vocabulary and data/official. Writes data/tidy, in one step, or nothing; then
the counterparts in data/official, which follow from both.
"""

import sys
from pathlib import Path

from scripts.model import contract
from scripts.model.files import csv_text, read_json, replace_folder
from scripts.model.problems import Problem, tell
from scripts.official import derived
from scripts.reading import tidy

COUNTED = ("documents", "tables", "figures", "answers", "checks", "not_recomputed")
README = """# Made by `make build`

Do not edit these files: they follow from `data/sources` and `data/vocabulary`. `datapackage.json` describes every column.
"""


def texts(root: Path) -> tuple[dict[str, str], list[Problem]]:
    """The files of data/tidy as text by file name, and all problems."""
    made = tidy.make(root)
    return ({}, made.problems) if made.problems else (files_of(made, root), [])


def files_of(made: tidy.Tidy, root: Path) -> dict[str, str]:
    """The files of data/tidy as text by file name. Columns come from the contract, in its order."""
    columns = contract.columns(read_json(root / contract.CONTRACT), contract.WRITTEN)
    return {"README.md": README} | {
        f"{name}.csv": csv_text(columns[name], rows) for name, rows in made.tables.items()
    }


def main(root: Path = Path()) -> int:
    return 0 if built(root) else 1


def built(root: Path) -> dict[str, str]:
    """Builds; the files of data/tidy as text by file name, or none where something is wrong, which is told."""
    made = tidy.make(root)
    if made.problems:
        tell(made.problems, "data/tidy is as it was.")
        return {}
    files = files_of(made, root)
    beside, problems = derived.files(root, files)
    if problems:
        tell(problems, "data/tidy and data/official are as they were.")
        return {}
    replace_folder(root / "data/tidy", lambda folder: write(folder, files))
    derived.write(root, beside)
    counts = ", ".join(f"{len(made.tables[name]):,} {name.replace('_', ' ')}" for name in COUNTED)
    print(f"data/tidy: {counts}")
    return files


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
