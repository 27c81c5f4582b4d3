"""check-site: says whether a published site is whole: no file changed, missing or added since it
was made.

Reads SHA256SUMS and all files of the folder. Writes nothing. Exit code 1 if anything differs.
"""

import argparse
import sys
from pathlib import Path

from scripts.model import seals
from scripts.model.problems import tell
from scripts.model.runs import plainly


@plainly
def main(root: Path = Path(), arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="check-site", description=str(__doc__).partition("\n\n")[0]
    )
    parser.add_argument("folder", nargs="?", type=Path, default=root / "site", help="the site")
    folder = parser.parse_args(arguments).folder
    problems = list(seals.faults(folder, folder.name))
    if problems:
        tell(problems, "The site isn't the one that was made.")
        return 1
    print(f"{folder.name}: all {len(seals.names(folder)):,} files are as they were made.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
