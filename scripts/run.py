"""Run one verb of the project: prepare .venv, then each step of the verb in it, until one fails.

Says each step and the time it took, and passes its exit code on. Arguments after the verb go to its
last step.

    python3 scripts/run.py site
    python3 scripts/run.py test -k totals
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts import prepare, tied

SITE = [["scripts.verbs.data"], ["scripts.verbs.publish"]]
LINT = [
    ["ruff", "format", "--check", "scripts", "tests", "benchmarks"],
    ["ruff", "check", "scripts", "tests", "benchmarks"],
    ["mypy"],
    ["scripts.asking.linted"],
]
SERVE = ["http.server", "--bind", "127.0.0.1", "--directory", "site", "8000"]
COMPILE = [
    "uv",
    "pip",
    "compile",
    "-q",
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--custom-compile-command",
    "make lock",
]
WRITE_PROMISES = ["--write-promises", "data/measured/promises.csv"]
LEFTOVERS = [
    "site",
    "build",
    ".cache",
    ".pytest_cache",
    ".ruff_cache",
    "scripts/**/__pycache__",
    "tests/**/__pycache__",
]

Verb = tuple[str, list[list[str]], str]
# verb: (group of libraries it needs, modules it runs one after the other with their arguments, what
# it does)
VERBS: dict[str, Verb] = {
    "site": ("site", SITE, "build the data, validate it and write the site to site/"),
    "test": ("test", [["pytest"]], "run the tests"),
    "promises": (
        "test",
        [["pytest", "-m", "promise", "--tries", "200", *WRITE_PROMISES]],
        "try to break every promise, 200 times where chance decides, and write what held",
    ),
    "lint": ("test", LINT, "check the format, the code and its types"),
    "serve": (
        "site",
        [*SITE, SERVE],
        "make the site and show it on http://127.0.0.1:8000/ until Ctrl-C",
    ),
    "preview": (
        "site",
        [["scripts.verbs.build"], ["scripts.verbs.preview"]],
        "show the pages of one document at once, in build/preview (DOCUMENT=its id)",
    ),
    "build": (
        "site",
        [["scripts.verbs.build"]],
        "write data/tidy from data/sources and data/vocabulary",
    ),
    "validate": (
        "site",
        [["scripts.verbs.validate"]],
        "check everything under data/ and print every problem",
    ),
    "official": (
        "site",
        [["scripts.verbs.official"]],
        "take over official statistics from their files (FROM=folder, COPIED=2026-04-27)",
    ),
    "verify": (
        "site",
        [["scripts.verbs.verify"]],
        "compare the sources with the documents' texts (DOCUMENTS=folder, DOCUMENT=one of them)",
    ),
    "check": (
        "draft",
        [["scripts.verbs.check"]],
        (
            "say all that is left to do and all that is wrong in one document (DOCUMENT=its id, "
            "DOCUMENTS=folder)"
        ),
    ),
    "mutate": (
        "site",
        [["scripts.verbs.mutate"]],
        "corrupt every cell and heading, and measure what the checks notice (DOCUMENTS=folder)",
    ),
    "account": (
        "draft",
        [["scripts.verbs.account"]],
        "draft a document's numbers.csv from its text (DOCUMENTS=folder DOCUMENT=its id)",
    ),
    "release": (
        "test",
        [["pytest", *WRITE_PROMISES], ["scripts.verbs.release"]],
        (
            "run the tests, then freeze the version of datapackage.json, with what changed since "
            "the last"
        ),
    ),
    "check-site": (
        "site",
        [["scripts.verbs.check_site"]],
        "check that no file of a site has changed (SITE=folder)",
    ),
    "privacy": (
        "site",
        [["scripts.verbs.privacy"]],
        "look for personal details in the site and in what was added since the last release"
        " (DOCUMENTS=folder for names)",
    ),
    "new": (
        "draft",
        [["scripts.verbs.new"]],
        "draft a document's folder from the publisher's file (FROM=file)",
    ),
    "form": (
        "draft",
        [["scripts.verbs.form"]],
        (
            "write a document's folder as a workbook (DOCUMENT=its id), or read it back "
            "(FROM=workbook)"
        ),
    ),
    "drafts": (
        "site",
        [["scripts.verbs.drafts"]],
        "measure how good drafts are, on documents that are finished (DOCUMENTS=folder)",
    ),
    "benchmark": (
        "test",
        [["benchmarks.asked"], ["benchmarks"]],
        "measure what each step costs, with made-up documents",
    ),
    "readme": ("site", [["scripts.verbs.readme"]], "write the counts into README.md"),
}


def step(command: list[str]) -> int:
    """Run one command in the project's folder; its exit code."""
    name = command[2] if command[1] == "-m" else command[0]
    print("== " + name, flush=True)
    started = time.monotonic()
    code = subprocess.call(command, cwd=prepare.ROOT, preexec_fn=tied.to_parent())
    outcome = f"failed with exit code {code} after" if code else "done in"
    print(f"== {name} {outcome} {time.monotonic() - started:.1f} s", flush=True)
    return 128 - code if code < 0 else code


def run(verb: str, arguments: list[str]) -> int:
    group, modules, _ = VERBS[verb]
    prepare.prepare(group)
    commands = [[str(prepare.PYTHON), "-m", *module] for module in modules]
    commands[-1] += arguments
    return first_failure(commands)


def first_failure(commands: list[list[str]]) -> int:
    return next((code for code in map(step, commands) if code), 0)


def lock(arguments: list[str]) -> int:
    """Write requirements/*.txt from pyproject.toml; pins stay as they are unless the arguments say
    --upgrade.
    """
    if shutil.which("uv") is None:
        sys.exit("The locks are written by uv, which is not installed. Run: pipx install uv")
    test, site, draft = (f"requirements/{group}.txt" for group in ("test", "site", "draft"))
    larger = [*COMPILE, *arguments, "--group", "test", "-o", test]
    smaller = [
        *COMPILE,
        *arguments,
        "--group",
        "site",
        "-o",
        site,
        "-c",
        test,
    ]  # the same versions, fewer libraries
    smallest = [*COMPILE, *arguments, "--group", "draft", "-o", draft, "-c", test]
    return first_failure([larger, smaller, smallest])


def clean(arguments: list[str]) -> int:
    for pattern in LEFTOVERS:
        for folder in list(prepare.ROOT.glob(pattern)):
            shutil.rmtree(folder)
    return 0


def show_help(arguments: Sequence[str] = ()) -> int:
    print("make VERB, or without make: python3 scripts/run.py VERB\n")
    for verb, (*_, does) in {**VERBS, **OTHERS}.items():
        print(f"  {verb:9} {does}")
    return 0


OTHERS: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "clean": (clean, "remove site/, build/ and caches; .venv stays"),
    "lock": (lock, "write requirements/*.txt anew from pyproject.toml (needs uv)"),
    "help": (show_help, "show this list"),
}


def main(verb: str = "help", *arguments: str) -> int:
    if verb in VERBS:
        return run(verb, list(arguments))
    if verb in OTHERS:
        return OTHERS[verb][0](list(arguments))
    show_help()
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
