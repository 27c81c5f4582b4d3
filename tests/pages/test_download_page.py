"""A download is shown in a section of the page: one of another name would not be seen."""

import re
from pathlib import Path

from scripts import formats
from scripts.pages.download import download_page

TEMPLATE = Path(download_page.__file__).with_name("download.html")
SHOWN = set(re.findall(r'groups\["(\w+)"\]', TEMPLATE.read_text(encoding="utf-8")))


def unseen(found):
    """The formats whose section the page does not have."""
    return [name for name, each in found.items() if each.section not in SHOWN]


def test_the_section_of_each_format_stands_on_the_download_page():
    assert unseen(formats.discovered()) == []


def test_a_section_that_the_page_does_not_have_is_found():
    name, one = next(iter(formats.discovered().items()))
    assert unseen({name: one._replace(section="nowhere")}) == [name]
