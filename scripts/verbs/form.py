"""form: writes a document's source folder as one workbook to fill in, or reads that workbook back.

Without --from it writes drafts/<id>.xlsx. With --from it writes what was changed in the workbook
into the folder.
"""

import argparse
import sys
from pathlib import Path

from scripts.importing import form_workbook
from scripts.importing.extraction import Unreadable
from scripts.model import contract, terms
from scripts.model.files import replace_file
from scripts.model.problems import Problem, tell
from scripts.model.runs import alone
from scripts.reading.sources import DESCRIPTOR, SOURCES

DRAFTS = "drafts"


@alone
def main(root: Path = Path(), arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="form", description=str(__doc__).partition("\n\n")[0])
    parser.add_argument("document", help="the document's id")
    parser.add_argument("--from", dest="filled", type=Path, help="the workbook, filled in")
    options = parser.parse_args(arguments)
    folder = root / SOURCES / options.document
    if not (folder / DESCRIPTOR).is_file():
        cure = "Draft it first: make new FROM=file"
        place = f"{SOURCES}/{options.document}"
        tell([Problem(place, "folder", "is not there", cure)], "Nothing was written.")
        return 1
    if options.filled is None:
        (root / DRAFTS).mkdir(exist_ok=True)
        path = root / DRAFTS / f"{options.document}.xlsx"
        if path.exists():
            cure = "Read it back with FROM, or move it away"
            place = f"{DRAFTS}/{path.name}"
            tell([Problem(place, "file", "is there already", cure)], "Nothing was written.")
            return 1
        form_workbook.write(folder, path, terms.read(root / contract.VOCABULARY))
        print(
            f"{DRAFTS}/{path.name}: fill it in, then: make form DOCUMENT={options.document} FROM=it"
        )
        return 0
    return taken_over(folder, options.filled)


def taken_over(folder: Path, filled: Path) -> int:
    try:
        changed = form_workbook.read(filled, folder)
    except Unreadable as fault:
        problem = Problem(filled.name, "workbook", fault.what, fault.cure)
        tell([problem], "The folder is as it was.")
        return 1
    for file, text in changed.items():
        replace_file(folder / file, text)
    print(f"{folder.name}: {', '.join(changed) or 'nothing'} changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
