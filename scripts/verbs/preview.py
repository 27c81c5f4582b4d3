"""preview: shows the pages of one document at once. Reads the package and docs/; writes
build/preview, never site/.

Only the pages about the document are made, from its own facts: what other documents say of the same
things is not on them, and links to other pages lead nowhere. `make build` first: a preview shows
data/tidy as it is.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.model.files import replace_folder
from scripts.model.package import Package, part
from scripts.model.problems import Problem, tell
from scripts.model.runs import alone
from scripts.pages import addresses, prose
from scripts.pages.rendering import Page
from scripts.publishing import contents, generator, shell, staging

SHOWN = Path("build/preview")


@alone
def main(document: str, root: Path = Path()) -> int:
    root = root.resolve()
    package = Package(root)
    if document not in package.documents:
        what = f"is no document of data/tidy; those are {', '.join(package.documents)}"
        cure = "Give the id of one, or run `make build` first"
        tell(
            [Problem("data/tidy/documents.csv", document or "DOCUMENT", what, cure)], "No preview."
        )
        return 1
    made: list[str] = []
    sections = shell.sections(root / "mkdocs.yml")
    replace_folder(root / staging.STAGED, lambda folder: staging.stage(folder, root, sections))
    replace_folder(root / SHOWN, lambda folder: made.extend(show(folder, package, document)))
    print(f"{len(made)} pages. Open {SHOWN / addresses.document(document)} in a browser")
    return 0


def show(folder: Path, package: Package, document: str) -> Iterator[str]:
    """Write the pages of the document into the folder; the address of each."""
    with generator.at_work(folder, package) as finished:
        if wrong := finished():
            raise RuntimeError(f"mkdocs build: {wrong}")
    shells = shell.Shells(folder, shell.sections(package.root / "mkdocs.yml"))
    for page in pages(part(package, [document])):
        if document in page.path:
            staging.write(folder / page.path, shells.page(staging.leaf(page)))
            yield page.path


def pages(package: Package) -> Iterator[Page]:
    """The pages of every kind that can be made of one document: a kind that asks for another
    document's facts is left out.
    """
    for kind in contents.kinds():
        try:
            yield from kind.pages(package)
        except (prose.Broken, KeyError):
            continue


if __name__ == "__main__":
    sys.exit(main((sys.argv[1:2] or [""])[0]))
