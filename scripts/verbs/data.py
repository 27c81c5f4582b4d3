"""data: builds data/tidy and validates everything under data/, in one process, so that the data are
made once.

Reads and writes what build does, and reads what validate does. Exit code 1 if anything is wrong.
"""

import sys
from pathlib import Path

from scripts.model.runs import alone
from scripts.verbs import build, validate


@alone
def main(root: Path = Path()) -> int:
    files = build.built(root)
    return validate.valid(root, files, []) if files else 1


if __name__ == "__main__":
    sys.exit(main())
