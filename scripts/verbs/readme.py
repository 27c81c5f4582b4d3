"""readme: writes the counts into README.md, between its two marks, so that nobody types a number.
Reads data/tidy.
"""

import re
import sys
from pathlib import Path

from scripts.model.files import read_rows, replace_file
from scripts.model.runs import alone

MARKS = re.compile(r"(<!-- counts[^>]*-->\n).*?(<!-- /counts -->)", re.DOTALL)
COUNTED = ("documents", "tables", "figures", "answers", "checks", "numbers")


def counts_text(root: Path) -> str:
    """The counts in one sentence, from data/tidy."""
    rows = {name: read_rows(root / f"data/tidy/{name}.csv") for name in COUNTED}
    count = {name: len(table) for name, table in rows.items()}
    gaps = sum(row["kind"] == "gap" for row in rows["tables"])
    return (
        f"Today: {count['documents']} documents, {count['tables'] - gaps:,} tables and {gaps:,} "
        f"gaps, {count['figures']:,} figures, {count['answers']:,} answers, "
        f"{count['checks']:,} checks, and {count['numbers']:,} numerals accounted for."
    )


@alone
def main(root: Path = Path()) -> int:
    path, text = root / "README.md", f"{counts_text(root)}\n"
    replace_file(
        path, MARKS.sub(lambda match: match[1] + text + match[2], path.read_text(encoding="utf-8"))
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
