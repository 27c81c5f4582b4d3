"""Pages written through a shell are those that the site generator would have written, byte for
byte.
"""

import shutil
import subprocess

import pytest

from scripts.model.package import Package
from scripts.publishing import contents, generator, policy, shell, staging
from scripts.publishing.shell import BODY, DATASET, DESCRIPTION, PATH, SCRIPT, TITLE, Leaf, Shell
from scripts.publishing.thinning import thinned

KINDS = {  # of each depth, with and without a dataset, in the menu and not
    "index.html",
    "glossary.html",
    "topics/index.html",
    "topics/exploitation.html",
    "areas/north-town.html",
    "documents/north-town-reply.html",
    "documents/north-town-reply/cases.html",
    "figures/north-town-reply/cases.html",
    "measures/index.html",
    "checks/by-rule/total.html",
}
HTML = f"""{policy.FIRST}<link rel="canonical" href="https://x.example/{PATH}">\
<title>{TITLE} - x</title>
<meta content="{DESCRIPTION}"><base data-base="../.."><a href="../../index.html">x</a>{SCRIPT}
<script>"../../assets/a.js"</script><a href='../../documents/index.html#top'>y</a>{BODY}</html>"""
PAGE = Leaf("documents/a b/c.html", "T", "D", "<p>a\tb</p>")


@pytest.fixture(scope="module")
def by_generator(tmp_path_factory, published):
    """The site as the generator makes it when every page is given to it as a file."""
    root = tmp_path_factory.mktemp("generator")
    package = Package(published)
    for name in ("mkdocs.yml", "build/pages", "scripts/publishing/theme"):
        copy = shutil.copytree if (published / name).is_dir() else shutil.copyfile
        copy(published / name, root / name)
    for page in contents.pages(package):
        markdown = staging.markdown(staging.leaf(page))
        staging.write((root / "build/pages" / page.path).with_suffix(".md"), markdown)
    subprocess.run(
        generator.command(root / "site", root), check=True, env=generator.environment(package)
    )
    return root / "site"


@pytest.mark.parametrize("path", sorted(KINDS))
def test_a_page_is_byte_for_byte_what_the_generator_makes_thinned_and_its_policy(
    path, by_generator, published
):
    made = thinned((by_generator / path).read_text(encoding="utf-8"))
    own = policy.text(policy.inline(made))
    assert (published / "site" / path).read_bytes() == policy.guarded(made, own).encode()


def test_the_page_of_marks_is_no_page_of_the_site(published):
    assert not list((published / "site").glob("shell*"))
    maps = [published / "site/sitemap.xml", *(published / "site/sitemaps").glob("*.xml")]
    assert len(maps) > 1 and not any("shell-mark" in path.read_text() for path in maps)


def test_white_space_goes_but_where_it_is_seen():
    made = thinned("<ul>\n\n  <li>a  b\n  </li></ul>\n<pre>\n  x\n\n  y</pre>\n <p>z")
    assert made == "<ul>\n<li>a  b\n</li></ul>\n<pre>\n  x\n\n  y</pre>\n<p>z"


def test_links_are_turned_to_the_folder_of_the_page():
    deep, flat = Shell(HTML).page(PAGE), Shell(HTML).page(PAGE._replace(path="glossary.html"))
    assert 'href="../../index.html"' in deep and "href='../index.html#top'" in deep
    assert 'data-base="."' in flat and '"assets/a.js"' in flat and 'href="index.html"' in flat


def test_addresses_are_encoded_and_tabs_are_spaces_as_the_generator_has_them():
    assert "https://x.example/documents/a%20b/c.html" in Shell(HTML).page(PAGE)
    assert "<p>a    b</p>" in Shell(HTML).page(PAGE)


def test_a_page_without_a_dataset_has_no_script_for_one():
    assert "ld+json" not in Shell(HTML).page(PAGE)
    assert 'ld+json">{}</script>' in Shell(HTML).page(PAGE._replace(dataset="{}"))


@pytest.mark.parametrize("mark", [TITLE, DESCRIPTION, BODY, DATASET, PATH])
def test_a_theme_that_drops_a_mark_is_refused(mark):
    with pytest.raises(shell.Broken, match="has no"):
        Shell(HTML.replace(mark, ""))


def test_text_about_marks_stays_text():
    assert TITLE in Shell(HTML).page(PAGE._replace(body=f"<p>{TITLE}</p>"))
