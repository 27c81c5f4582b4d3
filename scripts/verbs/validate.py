"""validate: checks everything under data/ against the contract, and prints every problem.

Reads datapackage.json, data/, CHANGELOG.md and CITATION.cff. Writes nothing. Exit code 1 if anything is wrong.
"""

import sys
from pathlib import Path

from scripts.model.problems import tell
from scripts.proof import measured_again
from scripts.validations import whole_package
from scripts.verbs import build


def main(root: Path = Path()) -> int:
    files, problems = build.texts(root)
    problems = problems or whole_package.problems(root, files)
    if problems:
        tell(problems, "The package is not valid; the site is as it was.")
        return 1
    print("The package is valid: contract, keys, words, sums and versions agree.")
    for notice in measured_again.notices(root):
        print(notice)
    return 0


if __name__ == "__main__":
    sys.exit(main())
