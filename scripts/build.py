"""build: makes data/tidy, whole, from the contract, the sources and the vocabulary. No clock, no network, no environment.

Reads datapackage.json, data/sources and data/vocabulary. Writes data/tidy, in one step, or nothing.
"""

import sys
from pathlib import Path

from scripts.dataset import contract, tidy
from scripts.ground.files import csv_text, read_json, replace_folder
from scripts.ground.problems import tell

README = """# Made by `make build`

Do not edit these files: they follow from `data/sources` and `data/vocabulary`. `datapackage.json` describes every column.
"""


def texts(root: Path) -> tuple[dict[str, str], list]:
    """The files of data/tidy as text by file name, and all problems. Columns come from the contract, in its order."""
    made = tidy.make(root)
    if made.problems:
        return {}, made.problems
    columns = contract.columns(read_json(root / contract.CONTRACT), contract.WRITTEN)
    return {"README.md": README} | {f"{name}.csv": csv_text(columns[name], rows) for name, rows in made.tables.items()}, []


def main(root: Path = Path()) -> int:
    files, problems = texts(root)
    if problems:
        tell(problems, "data/tidy is as it was.")
        return 1
    replace_folder(root / "data/tidy", lambda folder: write(folder, files))
    counts = ", ".join(f"{text.count(chr(10)) - 1:,} {name.removesuffix('.csv')}" for name, text in files.items() if name in ("documents.csv", "tables.csv", "figures.csv", "answers.csv", "checks.csv"))
    print(f"data/tidy: {counts}")
    return 0


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
