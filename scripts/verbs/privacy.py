"""privacy: looks for personal details in the built site and in all that was added since the last
release.

With --documents FOLDER it also looks for the names of people that stand in the documents' texts, in
the project, the site and the history. Says where something stands and of which kind it is, never
what. Writes nothing. Exit code 1 if anything was found.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.model.contract import VOCABULARY
from scripts.model.files import read_rows
from scripts.model.problems import Problem, tell
from scripts.model.runs import plainly
from scripts.privacy import no_people, people, personal_texts
from scripts.privacy.personal_texts import NoHistory, Placed

WRITTEN_BY_US = ("data/sources", VOCABULARY, "data/official", "docs")
FALSE_ALARMS = f"{VOCABULARY}/false_alarms.csv"


@plainly
def main(root: Path = Path(), arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="privacy", description=str(__doc__).partition("\n\n")[0])
    parser.add_argument("--documents", type=Path, help="folder of the documents' texts")
    parser.add_argument("--site", type=Path, default=root / "site", help="a built site")
    options = parser.parse_args(arguments)
    names = names_of(root, options.documents) if options.documents else None
    problems = looked("the project", of_project(root), names)
    if options.site.is_dir():
        problems += looked("the site", personal_texts.of_site(options.site), names)
    else:
        print(f"NOT LOOKED AT: the site. {options.site} is not there. Run `make site` first.")
    try:
        problems += looked("the history", list(personal_texts.since_release(root)), names)
    except NoHistory as reason:
        print(f"NOT LOOKED AT: the history. {str(reason).capitalize()}.")
    if names is None:
        print("NOT LOOKED FOR: names without a title. Give the texts with --documents FOLDER.")
    if problems:
        tell(problems, "Take it out before anybody sees it.")
    return 1 if problems else 0


def looked(
    where: str, texts: Iterator[Placed] | list[Placed], names: people.Names | None
) -> list[Problem]:
    """What was found there; says how many texts were looked at."""
    seen = no_people.look(texts, names)
    print(f"{where}: {seen.texts:,} different texts, {len(seen.problems):,} with personal details")
    return seen.problems


def of_project(root: Path) -> Iterator[Placed]:
    """Every text that people wrote."""
    for folder in WRITTEN_BY_US:
        for name, text in personal_texts.of_site(root / folder):
            yield f"{folder}/{name}", text
    for path in sorted(root.glob("*.md")):
        yield from personal_texts.of_file(path.name, path.read_bytes(), set())


def names_of(root: Path, documents: Path) -> people.Names:
    """The names of people in the documents' texts, without what was found to be no name."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(documents.glob("*.txt"))]
    path = root / FALSE_ALARMS
    reviewed = [row["words"] for row in read_rows(path)] if path.is_file() else []
    ours = [text for _, text in of_project(root)]
    return people.names(texts, ours, reviewed)


if __name__ == "__main__":
    sys.exit(main())
