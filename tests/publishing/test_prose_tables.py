"""A wide table in prose can be scrolled with the keyboard, and each has a name of its own."""

from scripts.publishing.prose_tables import reachable

HEAD = '<thead><tr><th>library</th><th style="text-align: right">a &amp; b</th></tr></thead>'
NAMED = '<div class="sf"><div class="scroll" role="region" tabindex="0" aria-label="Table {}">'


def test_a_bare_table_stands_in_a_region_named_by_its_headings():
    page = f"<p>x</p><table>{HEAD}</table><p>y</p>"
    assert reachable(page) == (
        "<p>x</p>"
        + NAMED.format("1: library, a &amp; b")
        + f'<table class="data">{HEAD}</table></div></div><p>y</p>'
    )


def test_two_tables_with_the_same_headings_have_two_names():
    page = reachable(f"<table>{HEAD}</table>" * 2)
    assert "Table 1: library" in page
    assert "Table 2: library" in page


def test_a_table_of_ours_stays_as_it_is():
    page = '<div class="scroll"><table class="data"><tr><td>1</td></tr></table></div>'
    assert reachable(page) == page
