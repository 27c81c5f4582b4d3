"""Data never acts on a page: hostile and odd strings in every text of the package come out as the
text they are.
"""

import html

import html5lib
import pytest
import yaml

from scripts.model.package import Package
from scripts.pages.rendering import CONTROL, Page
from scripts.publishing import contents, staging
from scripts.verbs import publish
from tests import sample
from tests.naughty import NAUGHTY

FINE_ELEMENTS = set(
    (
        "html head body div header footer nav aside section h1 h2 h3 h4 p a span b strong ul ol "
        "li dl dt dd table caption thead tbody tfoot tr th td code details summary br form input "
        "button label select option blockquote em pre"
    ).split()
)


OWN = (
    "script",
    "link",
    "fieldset",
    "legend",
    "textarea",
)  # only pages that ask the data have these


def spoil_with(text):
    return lambda value: f"{value} {text}"


def parsed(page):
    return html5lib.parse(
        f"<!doctype html><title></title><div>{page.body}</div>", namespaceHTMLElements=False
    )


def own(tree):
    """How many elements of each kind a page has that no text could make by itself."""
    return {tag: len(list(tree.iter(tag))) for tag in OWN}


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """The elements of pages that ask the data, where no text is odd, by address."""
    root = sample.write(tmp_path_factory.mktemp("usual"))
    found = {page.path: own(parsed(page)) for page in contents.pages(Package(root))}
    return {path: counts for path, counts in found.items() if any(counts.values())}


@pytest.mark.parametrize("naughty", NAUGHTY)
@pytest.mark.promise("Text that is data never acts on a page")
def test_no_text_makes_an_element_or_an_attribute(tmp_path, naughty, usual):
    root = sample.write(tmp_path, spoil_with(naughty))
    for page in contents.pages(Package(root)):
        tree = parsed(page)
        found = {element.tag for element in tree.iter() if isinstance(element.tag, str)} - {"title"}
        if page.path in usual:
            assert own(tree) == usual[page.path], page.path
            found -= set(OWN)
        assert found <= FINE_ELEMENTS, page.path
        names = {
            name
            for element in tree.iter()
            if isinstance(element.tag, str)
            for name in element.attrib
        }
        assert not [name for name in names if str(name).startswith("on")], page.path
        assert not [
            element.attrib["href"]
            for element in tree.iter("a")
            if element.attrib["href"].startswith("javascript")
        ]


def test_all_texts_pass_through_the_site_generator(tmp_path):
    """What a browser would read on the finished page is what stands in the data, space apart."""
    naughty = " ".join(NAUGHTY)
    root = sample.write(tmp_path, spoil_with(naughty))
    assert publish.main(root) == 0
    expected = " ".join(CONTROL.sub("", naughty).split())
    for name in (
        "documents/north-town-reply.html",
        "documents/north-town-reply/cases.html",
        "figures/north-town-reply/cases.html",
        "dictionary.html",
    ):
        first = root / "site" / name
        parts = [first, *sorted(first.parent.glob(f"{first.stem}.*.html"))]  # of a heavy page
        trees = [
            html5lib.parse(part.read_text(encoding="utf-8"), namespaceHTMLElements=False)
            for part in parts
        ]
        bodies = [body for tree in trees for body in tree.iter("div") if is_ours(body)]
        assert expected in " ".join("".join(map(words_of, bodies)).split()), name
        assert not [tag for body in bodies for tag in ("script", "img") if list(body.iter(tag))], (
            name
        )
        title = " ".join(trees[0].find("head/title").text.split())
        assert title.startswith("North-Town: a reply") or name != "documents/north-town-reply.html"


def is_ours(element):
    return "sf" in element.attrib.get("class", "").split()


def words_of(element):
    return "".join(element.itertext())


def test_what_goes_into_the_head_of_a_page_is_one_escaped_line():
    page = Page("a.html", 'A "title" <b>: {x}\n---\n', "d\u0085'", "<p>x</p>")
    made = staging.leaf(page)
    assert made.title == "A &quot;title&quot; &lt;b&gt;: {x} ---"
    assert made.description == "d &#x27;"
    for naughty in NAUGHTY:
        assert html.unescape(staging.escaped(naughty)) == " ".join(CONTROL.sub("", naughty).split())


def test_front_matter_is_always_valid_yaml():
    """Otherwise it would become the text of the page."""
    for naughty in NAUGHTY:
        made = staging.leaf(Page("a.html", naughty, naughty, ""))
        front = yaml.safe_load(staging.markdown(made).split("---\n")[1])
        assert front["title"] == front["description"] == made.title
