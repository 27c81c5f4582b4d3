"""The successor of the site generator builds the same shells and prose from the same mkdocs.yml."""

import shutil
import subprocess
import sys

import html5lib

from scripts.model.package import Package
from scripts.publishing import contents, generator, shell, staging


def words_of(text):
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    body = next(
        element for element in tree.iter("div") if "sf" in element.attrib.get("class", "").split()
    )
    return "".join(body.itertext()).split()


def test_zensical_builds_shells_and_prose_for_every_page(tmp_path, published):
    root = tmp_path / "project"
    shutil.copytree(published, root, ignore=shutil.ignore_patterns("site"))
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=root,
        env=generator.environment(Package(published)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    shells = shell.Shells(root / "site", shell.sections(root / "mkdocs.yml"))
    for page in contents.pages(Package(published)):
        text = shells.page(staging.leaf(page))
        assert words_of(text) == words_of((published / "site" / page.path).read_text()), page.path
    for path in (root / "docs").glob("*.md"):
        assert (root / "site" / path.with_suffix(".html").name).is_file()
