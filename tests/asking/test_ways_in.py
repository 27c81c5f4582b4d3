"""Pages lead to Ask the data with what they are about chosen."""

import html
import re
from urllib.parse import parse_qs

import pytest

from scripts.asking import filter_rows
from scripts.model.package import Package
from scripts.pages import addresses

WAY = re.compile(r'href="\.\./ask/index\.html#([^"]+)"')


@pytest.fixture(scope="module")
def facts(small_site):
    return filter_rows.facts(Package(small_site))


@pytest.mark.parametrize("kind", ["topics", "measures", "areas"])
def test_each_page_leads_to_its_own_facts(small_site, facts, kind):
    pages = [path for path in (small_site / "site" / kind).glob("*.html") if path.stem != "index"]
    chosen = [WAY.findall(path.read_text(encoding="utf-8")) for path in pages]
    assert pages and any(chosen)
    for path, (address, *more) in zip(pages, filter(None, chosen), strict=False):
        asked = parse_qs(html.unescape(address))
        assert not more, path
        assert [fact for fact in facts if chooses(asked, fact)], (path, asked)


def test_each_measure_with_figures_has_its_way(small_site):
    package = Package(small_site)
    for measure_id in {row["measure_id"] for row in package["figures"]}:
        page = small_site / "site" / addresses.measure(measure_id)
        assert WAY.search(page.read_text(encoding="utf-8")), measure_id


def chooses(asked, fact):
    return all(getattr(fact, name) in values for name, values in asked.items())
