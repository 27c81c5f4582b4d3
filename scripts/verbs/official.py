"""official: takes over what the project needs of the tables of official statistics.

Reads the files in a folder, in the open-data format, data/official (what people keep there),
data/tidy and data/vocabulary. Writes the rest of data/official, in one step, or nothing; says what
moved, also in CHANGELOG.md.
"""

import argparse
import shutil
import sys
from pathlib import Path

import pandas as pd

from scripts.model.files import replace_file, replace_folder
from scripts.model.problems import tell
from scripts.model.runs import alone
from scripts.official import by_hand, copied, derived, moved, taking
from scripts.official.by_hand import FOLDER
from scripts.official.taking import Words

CHANGELOG = "CHANGELOG.md"
UNTOUCHED = "data/official is as it was."


@alone
def main(root: Path = Path(), arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="official", description=str(__doc__).partition("\n\n")[0])
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="the files' folder")
    parser.add_argument("--copied", default="", help="when they were downloaded, as 2026-04-27")
    options = parser.parse_args(arguments)
    hand = by_hand.read(root)
    words = {name: by_hand.frame(root / f"data/vocabulary/{name}.csv") for name in derived.WORDS}
    problems = list(by_hand.problems(hand, words))
    if problems:
        tell(problems, UNTOUCHED)
        return 1
    taken = taking.take(options.folder, hand, our_areas(root), words_of(root), options.copied)
    if taken.problems:
        tell(taken.problems, UNTOUCHED)
        return 1
    return write(root, taken.tables)


def our_areas(root: Path) -> pd.DataFrame:
    """The areas that our documents and figures are about, as the vocabulary describes them."""
    areas = by_hand.frame(root / "data/vocabulary/areas.csv")
    used = [by_hand.frame(root / f"data/tidy/{name}.csv") for name in ("documents", "figures")]
    ids = {area for table in used for area in table["area_id"]}
    return areas[areas["area_id"].isin(ids)]


def words_of(root: Path) -> Words:
    areas = by_hand.frame(root / "data/vocabulary/areas.csv")
    markers = by_hand.frame(root / "data/vocabulary/markers.csv")
    return Words(areas, {*markers["marker_id"]})


def write(root: Path, tables: dict[str, pd.DataFrame]) -> int:
    """Put the new tables in place, with what follows from them; print what moved."""
    folder = root / FOLDER
    old = {
        name: by_hand.frame(folder / f"{name}.csv")
        for name in by_hand.TAKEN
        if _there(folder, name)
    }
    if "copies" in old:
        tables["copies"] = copied.dated_as_before(tables["copies"], old["copies"])
    before = by_hand.frame(folder / "agreement.csv") if _there(folder, "agreement") else None
    replace_folder(folder, lambda aside: fill(aside, folder, tables))
    for line in moved.lines(old, tables):
        print(line)
    return derive(root, before, old.get("official_figures"))


def fill(aside: Path, folder: Path, tables: dict[str, pd.DataFrame]) -> None:
    """A new folder: what was there, and the new tables instead of the old ones."""
    shutil.copytree(folder, aside, dirs_exist_ok=True)
    for name, table in tables.items():
        (aside / f"{name}.csv").write_text(derived.text(table), encoding="utf-8", newline="\n")


def derive(root: Path, before: pd.DataFrame | None, figures: pd.DataFrame | None) -> int:
    """Match anew; the same files that build writes. `before` is the register as it was, `figures`
    those that it was made of.
    """
    tidy = {path.name: path.read_text(encoding="utf-8") for path in (root / "data/tidy").glob("*")}
    made, problems = derived.files(root, tidy)
    if problems:
        tell(problems, "The official figures are new; their counterparts are as they were.")
        return 1
    derived.write(root, made)
    register = by_hand.frame(root / FOLDER / "agreement.csv")
    verdicts = list(moved.agreement(before, register))
    for line in verdicts:
        print(line)
    note(root, figures, len(verdicts))
    counts = register["agreement_verdict_id"].value_counts().to_dict()
    print("agreement: " + ", ".join(f"{count} {name}" for name, count in sorted(counts.items())))
    return 0


def note(root: Path, before: pd.DataFrame | None, verdicts: int) -> None:
    """Write into the change log what moved, if anything did."""
    after, path = by_hand.frame(root / FOLDER / "official_figures.csv"), root / CHANGELOG
    found = moved.figures(after.head(0) if before is None else before, after)
    line = moved.sentence(found, verdicts)
    if line and path.is_file():
        replace_file(path, moved.noted(path.read_text(encoding="utf-8"), line))


def _there(folder: Path, name: str) -> bool:
    return (folder / f"{name}.csv").is_file()


if __name__ == "__main__":
    sys.exit(main())
