"""validate: checks everything under data/ against the contract, and prints every problem.

Reads datapackage.json, data/, CHANGELOG.md and CITATION.cff. Writes nothing. Exit code 1 if
anything is wrong.
"""

import sys
from pathlib import Path

from scripts.model.problems import Problem, tell
from scripts.model.runs import plainly
from scripts.proof import measured_again
from scripts.validations import whole_package
from scripts.verbs import build


@plainly
def main(root: Path = Path()) -> int:
    files, problems = build.texts(root)
    return valid(root, files, problems)


def valid(root: Path, files: dict[str, str], problems: list[Problem]) -> int:
    """Checks the package against what build makes now (`files`), unless that has problems of its
    own.
    """
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
