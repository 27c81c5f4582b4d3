"""copies: a project with every source document copied some times under other ids, to measure how
costs grow.

python -m benchmarks.copies FOLDER TIMES
"""

import re
import shutil
import sys
from pathlib import Path

from scripts.model.contract import CONTRACT, VOCABULARY
from scripts.reading.sources import DESCRIPTOR, SOURCES, folders


def main(target: Path, times: int, root: Path = Path()) -> None:
    """Writes a project into a folder that isn't there yet: `times` copies of each document, the
    first under its own id.
    """
    originals = folders(root)
    ids = re.compile(r'"(' + "|".join(folder.name for folder in originals) + r')(?=[/"])')
    for name in (CONTRACT, "CHANGELOG.md", "CITATION.cff"):
        target.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, target / name)
    shutil.copytree(root / VOCABULARY, target / VOCABULARY)
    for number in range(times):
        ending = f"-copy-{number}" if number else ""
        for folder in originals:
            copy = target / SOURCES / (folder.name + ending)
            shutil.copytree(folder, copy)
            text = (copy / DESCRIPTOR).read_text(encoding="utf-8")
            renamed = ids.sub(rf'"\1{ending}', text)
            (copy / DESCRIPTOR).write_text(renamed, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
