"""A page that is too heavy is parted: no entry is lost, every anchor leads on, and every link goes
where its entry stands.
"""

import re

import pytest

from scripts.pages.rendering import Page
from scripts.publishing import page_weight, parting
from scripts.verbs import publish

ROW = (
    '<tr data-entry id="row-{0}"><th scope="row">Row {0}</th><td><a '
    'href="#row-0">{1}</a></td></tr>\n'
)
CHECK = (
    '<section class="check" data-entry id="check-{0}" data-verdict="holds"><h3>Check '
    "{0}</h3><p>{1}</p></section>\n"
)
TABLE = (
    '<nav class="crumbs"><ol><li><a href="../index.html">Home</a></li>\n</ol></nav>\n'
    '<header class="head"><h1>Numbers</h1></header>\n'
    '<section id="_rows"><h2>Rows</h2><div class="scroll"><table class="data"><caption>All '
    "rows</caption>"
    "<thead><tr><th>Row</th><th>Says</th></tr></thead><tbody>\n{rows}</tbody></table></div></section>\n"
    '<section id="_checks" data-group><h2>Checks</h2>\n{checks}</section>\n'
    '<section id="_after"><h2>Download</h2><p>All of it</p></section>'
)


def page(rows=900, checks=60):
    body = TABLE.format(
        rows="".join(ROW.format(number, "x" * 200) for number in range(rows)),
        checks="".join(CHECK.format(number, "y" * 2000) for number in range(checks)),
    )
    return Page("documents/numbers.html", "Numbers", "All numbers", body)


@pytest.fixture(scope="module")
def parted():
    return parting.parts(page())


def anchors(text):
    return re.findall(r'<(?:tr|section)[^<>]* id="((?:row|check)-\d+)"', text)


def test_a_light_page_stays_whole_and_its_marks_are_taken_out():
    (whole,) = parting.parts(page(rows=3, checks=2))
    assert "data-entry" not in whole.body
    assert whole.path == "documents/numbers.html"
    assert anchors(whole.body) == ["row-0", "row-1", "row-2", "check-0", "check-1"]


def test_a_page_without_entries_is_not_parted():
    heavy = page()._replace(body="<p>" + "x" * 400_000 + "</p>")
    assert parting.parts(heavy) == [heavy]


def test_every_entry_stands_on_one_part_in_order(parted):
    expected = [f"row-{n}" for n in range(900)] + [f"check-{n}" for n in range(60)]
    assert [each for part in parted for each in anchors(part.body)] == expected


def test_every_part_is_light_and_well_formed(parted):
    assert len(parted) > 2
    for part in parted:
        assert page_weight.weight(part.body) <= parting.BODY
        open_now = []
        for tag in parting.TAG.finditer(part.body):
            closing, name, _, alone = tag.groups()
            if closing:
                assert open_now.pop() == name
            elif not alone and name not in parting.VOID:
                open_now.append(name)
        assert open_now == []


def test_a_part_repeats_the_headings_above_its_entries_and_leads_back(parted):
    second = parted[1]
    assert second.path == "documents/numbers.2.html"
    assert second.part_of == "documents/numbers.html"
    assert "<h2>Rows</h2>" in second.body
    assert "<caption>All rows</caption>" in second.body
    assert '<li><a href="numbers.html">Numbers</a></li>' in second.body
    assert f"page 2 of {len(parted)}" in second.body
    assert not second.found


def test_what_is_no_entry_stays_on_the_first_part(parted):
    assert "All of it" in parted[0].body
    assert all("All of it" not in part.body for part in parted[1:])
    assert "<h2>Checks</h2>" in parted[0].body
    assert "60 more on the next pages" in parted[0].body


def test_each_anchor_that_moved_is_a_link_on_the_first_part_or_named_there(parted):
    first = parted[0].body
    listed = dict(re.findall(r'<a id="([^"]+)" href="([^"]+)"', first))
    (named,) = re.findall(r'data-named="([^"]*)"', first)
    pairs, way = {}, ""
    for name in named.split():
        way = name if name.endswith(".html") else way
        pairs[name] = way
    assert len(listed) == parting.LISTED
    for part in parted[1:]:
        for anchor in anchors(part.body):
            way = listed.get(anchor, "").partition("#")[0] or pairs[anchor]
            assert part.path == f"documents/{way}"


def test_an_entry_that_moved_can_still_be_filtered_on_the_first_part():
    first = parting.parts(page(rows=10, checks=300))[0].body
    assert re.search(r'<li data-verdict="holds"><a id="check-299"', first)


@pytest.mark.parametrize("rows", [5_000, 20_000])
def test_however_many_entries_a_page_has_no_part_of_it_is_too_heavy(rows):
    parts = parting.parts(page(rows=rows))
    assert all(page_weight.weight(part.body) <= parting.BODY for part in parts)
    shown = [anchor for part in parts for anchor in anchors(part.body)]
    assert len(shown) == rows + 60 == len(set(shown))


def test_links_are_turned_to_where_an_anchor_stands(parted):
    where = parting.Where()
    for part in parted:
        where.note(part)
    last = parted[-1].path
    turned = where.turned("index.html", '<a class="x" href="documents/numbers.html#check-59">')
    assert turned == f'<a class="x" href="{last}#check-59">'
    own = where.turned(parted[1].path, '<a href="#row-0">')
    assert own == '<a href="numbers.html#row-0">'
    stays = '<a href="documents/numbers.html#row-0">'
    assert where.turned("index.html", stays) == stays
    other = '<a href="documents/other.html#check-59">'
    assert where.turned("index.html", other) == other
    itself = f'<a href="{last.removeprefix("documents/")}#check-59">'
    assert where.turned(last, '<a href="#check-59">') == '<a href="#check-59">'
    assert where.turned(last, itself) == itself


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<p>" + "x" * page_weight.MOST_BYTES + "</p>", "bytes"),
        ("<br>" * (page_weight.MOST_NODES + 1), "elements"),
    ],
)
def test_a_page_that_is_too_heavy_is_refused(tmp_path, text, what):
    (tmp_path / "heavy.html").write_text(text, encoding="utf-8")
    (problem,) = page_weight.problems(tmp_path)
    assert f"may have {300_000 if what == 'bytes' else 3_000:,}" in problem.what
    assert problem.place == what


def test_a_page_as_heavy_as_any_may_be_is_accepted(tmp_path):
    (tmp_path / "page.html").write_text("<br>" * page_weight.MOST_NODES, encoding="utf-8")
    assert page_weight.problems(tmp_path) == []


def test_a_site_with_a_page_that_is_too_heavy_is_not_published(project, capsys):
    heavy = "# How to use it\n\n" + "x" * 300_001 + "\n"
    (project / "docs/how-to-use.md").write_text(heavy, encoding="utf-8")
    (project / "docs/heavy.md").write_text(heavy, encoding="utf-8")
    assert publish.main(project) == 1
    assert "a page may have 300,000" in capsys.readouterr().err
