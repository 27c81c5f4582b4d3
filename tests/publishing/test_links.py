"""The check of the finished site: each fault it looks for has a page that has it."""

from html.parser import HTMLParser

import pytest

from scripts.publishing import links

ADDRESS = "https://figures.example/part/"
GOOD = (
    '<h1 id="top">A</h1><a href="other/b.html#b">b</a> <a href="#top">top</a> <a '
    'href="https://example.org/">elsewhere</a> <a href="mailto:a@example.org">write</a>'
)


@pytest.fixture
def site(tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other/b.html").write_text(
        '<p id="b"><a href="../a.html">a</a> <a href="/part/a.html">a</a> '
        'https://figures.example/part/a.html#top. <a href="../?x=1">home</a></p>'
    )
    (tmp_path / "a.html").write_text(GOOD)
    (tmp_path / "index.html").write_text("")
    return tmp_path


def test_a_sound_site_has_no_problems(site):
    assert links.problems(site, ADDRESS) == []


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        ('<a href="nowhere.html">x</a>', "leads nowhere"),
        ('<a href="other/">x</a>', "leads nowhere"),
        ('<a href="../../outside.html">x</a>', "leads nowhere"),
        ('<a href="other/b.html#c">x</a>', "anchor that is not there"),
        ('<a href="#c">x</a>', "anchor that is not there"),
        ('<i id="top"></i>', "is there twice"),
        ('<script src="https://example.org/x.js"></script>', "from another host"),
        ('<img src="//example.org/x.png">', "from another host"),
        ('<link rel="stylesheet" href="https://example.org/x.css">', "from another host"),
        ('<img src="lost.png">', "leads nowhere"),
        ("<p>https://figures.example/part/lost.csv</p>", "leads nowhere"),
        ("<p>https://figures.example/part/other/b.html#c</p>", "anchor that is not there"),
    ],
)
def test_a_fault_is_found(site, fault, what):
    (site / "a.html").write_text(GOOD + fault)
    assert [what in problem.what for problem in links.problems(site, ADDRESS)] == [True]


@pytest.mark.parametrize(
    ("fragment", "problems"),
    [
        ("area=North%20Town", 0),
        ("area=North%26South%23%3D", 0),
        ("topic=A&amp;what=B", 0),
        ("area=North%20&amp;%20South", 1),
        ("size=1", 1),
        ("area", 1),
    ],
)
def test_a_choice_among_the_filters_is_no_anchor(site, fragment, problems):
    (site / "ask").mkdir()
    (site / "ask/index.html").write_text("<h1>Ask</h1>")
    (site / "a.html").write_text(f'{GOOD}<a href="ask/index.html#{fragment}">x</a>')
    assert len(links.problems(site, ADDRESS)) == problems


@pytest.mark.parametrize("name", ["about.json", "map.xml", "terms.csv", "read.md"])
def test_an_address_that_leads_nowhere_is_found_in_any_file(site, name):
    (site / name).write_text(
        '{"url": "https://figures.example/part/lost.html", "part": "https://figures.example/part/"}'
    )
    assert [(problem.file, problem.what) for problem in links.problems(site, ADDRESS)] == [
        (name, "leads nowhere")
    ]


class Parser(HTMLParser):
    """The anchors and links of a page by a whole parser of HTML."""

    def __init__(self):
        super().__init__()
        self.anchors, self.links = [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.anchors += [given["id"]] if given.get("id") else []
        self.links += [given["href"]] if tag == "a" and "href" in given else []


def test_every_page_is_read_as_a_whole_parser_reads_it(published):
    pages = list((published / "site").rglob("*.html"))
    assert pages
    for path in pages:
        text = path.read_text(encoding="utf-8")
        parser = Parser()
        parser.feed(text)
        found = links.read(text)
        assert (found.anchors, found.links) == (parser.anchors, parser.links), path
