"""One version everywhere: CHANGELOG.md and CITATION.cff speak of the version in the contract."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.model.contract import CONTRACT
from scripts.model.problems import Problem


def problems(root: Path, contract: dict[str, Any]) -> Iterator[Problem]:
    """CHANGELOG.md and CITATION.cff speak of the version in the contract."""
    patterns = {
        "CHANGELOG.md": r"^## \[?(\d+\.\d+\.\d+)",
        "CITATION.cff": r"^version: \"?(\d+\.\d+\.\d+)",
    }
    for name, pattern in patterns.items():
        text = (root / name).read_text(encoding="utf-8") if (root / name).is_file() else ""
        match = re.search(pattern, text, re.MULTILINE)
        if not match or match[1] != contract["version"]:
            yield Problem(
                name,
                "version",
                f"says {match[1] if match else 'none'}, {CONTRACT} says {contract['version']}",
                "Make them agree",
            )
