"""build: makes data/tidy, whole, from the contract, the sources and the vocabulary. No clock, no
network, no environment.

Reads datapackage.json, data/sources, data/vocabulary, data/official and docs. Writes data/tidy, in
one step, or nothing; then the counterparts in data/official, which follow from both. What did not
change since the last build is taken from .cache. Whatever can be known before pages are made is
told here: what validate would find, in measured and official tables too, and what publish would
refuse, in prose, links and explanations.
"""

import argparse
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from scripts.model import contract
from scripts.model.files import (
    clear_aside,
    csv_text,
    read_json,
    replace_file,
    replace_folder,
)
from scripts.model.kept import CODE, Kept, key_of, key_of_code, key_of_files
from scripts.model.problems import Problem, tell
from scripts.model.progress import Progress
from scripts.model.runs import alone
from scripts.reading import keys, parts, tidy
from scripts.validations import once_right, sealed_releases, versions_agree

COUNTED = ("documents", "tables", "figures", "answers", "checks", "not_recomputed")
OFFICIAL, DOCS = "data/official", "docs"
BEFORE_PAGES = "scripts.publishing.before_pages"
SEEN = "made"  # all that is kept of what stands as it follows
README = """# Made by `make build`

Do not edit these files: they follow from `data/sources` and `data/vocabulary`.
`datapackage.json` describes every column.
"""


class Invalid(Exception):
    """The tables would not keep the contract; the problems say where."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def texts(root: Path) -> tuple[dict[str, str], list[Problem]]:
    """The files of data/tidy as text by file name, made clean, and all problems."""
    made = tidy.make(root)
    return ({}, made.problems) if made.problems else (files_of(made, root), [])


def files_of(made: tidy.Tidy, root: Path) -> dict[str, str]:
    """The files of data/tidy as text by file name. Columns come from the contract, in its order."""
    columns = contract.columns(read_json(root / contract.CONTRACT), contract.WRITTEN)
    return {"README.md": README} | {
        f"{name}.csv": csv_text(columns[name], rows) for name, rows in made.tables.items()
    }


@alone
def main(root: Path = Path(), cluster: str = "") -> int:
    return 0 if built(root, cluster) else 1


def built(root: Path, cluster: str = "") -> dict[str, str]:
    """Builds; the files of data/tidy as text by file name, or none where something is wrong, which
    is told.
    """
    kept = Kept(root)
    with Progress() as progress:
        made = parts.whole(root, kept, cluster, progress.say)
        if made is None:
            return refused(root)
        files = {"README.md": README} | {f"{name}.csv": text for name, text in made.texts.items()}
        progress.say("comparing with official figures")
        key = key_of_official(root, files)
        follows = kept.get(key)  # the names of the official tables that follow from ours
        beside, problems = counterparts(root, files) if follows is None else ({}, [])
        follows = list(beside) if follows is None else follows
        progress.say("reading what is written round the data")
        problems += beside_the_data(root) + round_the_data(root, files, beside, kept)
        progress.say("looking at what was measured, and at what is kept back")
        problems += once_right.problems(root, files, follows, kept)
    if problems:
        tell(problems, "data/tidy and data/official are as they were.")
        return {}
    clear_aside(root / contract.WRITTEN)
    try:
        put(root, files, kept)
    except Invalid as invalid:
        tell(invalid.problems, "data/tidy and data/official are as they were.")
        return {}
    for name, text in beside.items():
        replace_file(root / OFFICIAL / name, text)
    kept.put(key_of_official(root, files), follows)
    kept.put(key_of_docs(root, files), SEEN)
    kept.drop_unused()
    counts = ", ".join(f"{made.rows[name]:,} {name.replace('_', ' ')}" for name in COUNTED)
    print(f"data/tidy: {counts}")
    return files


def put(root: Path, files: dict[str, str], kept: Kept) -> None:
    """Puts the files into data/tidy, unless they are there; raises Invalid where the package would
    break its contract.
    """
    sources = key_of_files(root, root / "data/sources")
    key = key_of("valid", key_of_code(), keys.key_of_common(root), sources, *files.values())
    is_valid = bool(kept.get(key))

    def fill(folder: Path) -> None:
        write(folder, files)
        if not is_valid:
            refuse_invalid(root, folder)

    if not is_there(root / contract.WRITTEN, files):
        replace_folder(root / contract.WRITTEN, fill)
    elif not is_valid:
        refuse_invalid(root, root / contract.WRITTEN)
    kept.put(key, SEEN)


def refuse_invalid(root: Path, folder: Path) -> None:
    """Raises Invalid if the package would break its contract with the files in a folder for
    data/tidy.
    """
    whole_package = import_module("scripts.validations.whole_package")  # frictionless, too
    if problems := whole_package.before_writing(root, folder):
        raise Invalid(problems)


def refused(root: Path) -> dict[str, str]:
    """Tells everything that is wrong, by a clean build."""
    _, unfit = tidy.read_contract(root)
    whole_package = import_module("scripts.validations.whole_package")
    found = unfit or [
        *tidy.make(root).problems,
        *beside_the_data(root),
        *whole_package.measured_problems(root),
    ]
    tell(found, "data/tidy is as it was.")
    return {}


def beside_the_data(root: Path) -> list[Problem]:
    """Versions that don't agree and releases that changed, which no table depends on."""
    described = read_json(root / contract.CONTRACT)
    return [*versions_agree.problems(root, described), *sealed_releases.problems(root)]


def key_of_official(root: Path, files: dict[str, str]) -> str:
    """The key of all that the counterparts follow from, and of themselves: one that was changed by
    hand is made again.
    """
    ours = [files[f"{name}.csv"] for name in ("documents", "figures", "answers")]
    common = key_of_code(), keys.key_of_common(root)
    return key_of("official", *common, key_of_files(root, root / OFFICIAL), *ours)


def counterparts(root: Path, files: dict[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """The files of data/official that follow from ours, as text by name, and what is wrong."""
    if not (root / OFFICIAL / "mapping.csv").is_file():
        return {}, []
    derived = import_module("scripts.official.derived")  # pandas takes long to start
    made: tuple[dict[str, str], list[Problem]] = derived.files(root, files)
    return made


def round_the_data(
    root: Path, files: dict[str, str], beside: dict[str, str], kept: Kept
) -> list[Problem]:
    """What is wrong with the prose, the explanations and the links of docs/, as they will stand
    round these files.
    """
    shows_data = find_spec(BEFORE_PAGES) is not None  # the data stand without the half that does
    if not shows_data or not (root / DOCS).is_dir() or kept.get(key_of_docs(root, files)):
        return []
    stand = {f"{contract.WRITTEN}/{name}": text for name, text in files.items()}
    stand |= {f"{OFFICIAL}/{name}": text for name, text in beside.items()}
    problems: list[Problem] = import_module(BEFORE_PAGES).of_files(root, stand)
    return problems


def key_of_docs(root: Path, files: dict[str, str]) -> str:
    """The key of all that prose is held to: itself, every table, and the code and the templates
    of pages.
    """
    docs, templates = (
        key_of_files(root, root / DOCS),
        key_of_files(CODE, CODE, "*.html"),
    )
    return key_of("docs", docs, templates, key_of_official(root, files), *files.values())


def is_there(folder: Path, files: dict[str, str]) -> bool:
    """Whether a folder holds these files and no other, byte for byte."""
    if not folder.is_dir() or {path.name for path in folder.iterdir()} != files.keys():
        return False
    return all((folder / name).read_bytes() == text.encode() for name, text in files.items())


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="build", description=str(__doc__).partition("\n\n")[0])
    parser.add_argument("--cluster", default="", help="the address of a Dask cluster to work on")
    return main(cluster=parser.parse_args(arguments).cluster)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
