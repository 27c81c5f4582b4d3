"""Every address that the site prints exists: what the build does not look into, packed files and
descriptions, is looked into here.
"""

import io
import json
import re
import zipfile
from xml.etree import ElementTree

import pytest

from scripts.publishing import links


def printed(address, text):
    """The addresses of the site in a text, without what follows a hash."""
    return {
        found.rstrip(".").removeprefix(address).split("#")[0]
        for found in re.findall(re.escape(address) + r"[^\s\"'<>()\[\]\\`|,;&{}]*", text)
    }


def members(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def is_there(served, path):
    return (served.folder / (path or "index.html")).is_file()


def test_addresses_inside_zips_and_workbooks_exist(served, content):
    packed = {
        path: members(one) for path, one in content.items() if path.endswith((".zip", ".xlsx"))
    }
    found = {
        (path, one)
        for path, texts in packed.items()
        for text in texts.values()
        for one in printed(served.address, text)
    }
    assert len(packed) > 3 and len(found) > 20
    assert [one for one in found if not is_there(served, one[1])] == []


def test_descriptions_beside_csv_files_name_them(served):
    found = sorted(served.folder.rglob("csv-metadata.json"))
    assert found and all(
        (path.parent / table["url"]).is_file()
        for path in found
        for table in json.loads(path.read_text())["tables"]
    )


def sitemap_places(path):
    """The addresses that a sitemap names, be they of pages or of the sitemap's parts."""
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    return [one.text for one in ElementTree.parse(path).iter(f"{space}loc")]


def test_the_sitemap_lists_pages_that_are_there_at_the_site_s_one_address(served):
    """sitemap.xml names its parts, and the parts name the pages."""
    parts = sitemap_places(served.folder / "sitemap.xml")
    assert parts and all(part.startswith(served.address) for part in parts)
    places = [
        place
        for part in parts
        for place in sitemap_places(served.folder / part.removeprefix(served.address))
    ]
    assert len(places) > 30 and len(set(places)) == len(places)
    assert all(
        place.startswith(served.address) and is_there(served, place.removeprefix(served.address))
        for place in places
    )


def test_every_page_is_canonical_at_the_site_s_one_address(served):
    for name in ("index.html", "download.html", "documents/index.html"):
        assert (
            f'<link rel="canonical" href="{served.address}{name}">'
            in (served.folder / name).read_text()
        )


def test_the_site_of_which_all_that_holds_has_no_problems(served):
    assert links.problems(served.folder, served.address) == []


@pytest.mark.parametrize("name", ["index.html", "download.html"])
def test_pages_describe_what_they_offer(served, name):
    """What stands in the head is the description that the validators of test_metadata hold to their
    shapes.
    """
    text = (served.folder / name).read_text()
    described = json.loads(
        text.split('<script type="application/ld+json">')[1].split("</script>")[0]
    )
    assert described["@type"] == "Dataset" and described["@id"].startswith(served.address)
    assert 'type="application/atom+xml"' in text


def test_each_document_and_table_describes_itself(served, package):
    for page in [
        *(row["document_id"] for row in package["documents"]),
        *(row["table_id"] for row in package["tables"]),
    ]:
        text = (served.folder / f"documents/{page}.html").read_text()
        described = json.loads(
            text.split('<script type="application/ld+json">')[1].split("</script>")[0]
        )
        assert described["url"] == f"{served.address}documents/{page}.html"


def test_the_latest_version_is_asked_for_by_name(served):
    assert "url=../index.html" in (served.folder / "latest/index.html").read_text()
