"""The successor of the site generator builds the same pages from the same mkdocs.yml."""

import shutil
import subprocess
import sys

import html5lib


def words_of(path):
    tree = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    body = next(
        element for element in tree.iter("div") if "sf" in element.attrib.get("class", "").split()
    )
    return "".join(body.itertext()).split()


def test_zensical_builds_every_page_with_the_same_words(tmp_path, published):
    root = tmp_path / "project"
    shutil.copytree(published, root, ignore=shutil.ignore_patterns("site"))
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted(
        path.relative_to(published / "site")
        for path in (published / "site").rglob("*.html")
        if path.parent.name != "latest"
    )  # a download, not a page
    assert (
        sorted(path.relative_to(root / "site") for path in (root / "site").rglob("*.html")) == pages
    )
    for page in pages:
        if (root / "build/pages" / page).with_suffix(".md").is_file() and 'class="sf"' in (
            published / "site" / page
        ).read_text():
            assert words_of(root / "site" / page) == words_of(published / "site" / page), page
    assert (root / "site/datapackage.json").read_bytes() == (root / "datapackage.json").read_bytes()
