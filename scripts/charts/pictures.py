"""Puts the panels of a chart together: one SVG for the page in a wide and a narrow form, one to
take away with its words, and a PNG.
"""

import re
import textwrap
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple
from xml.etree import ElementTree

import vl_convert
from PIL import Image

from scripts.charts.drawing import FONTS, TOP, draw
from scripts.charts.drawings import kept as drawn_once
from scripts.charts.encodings import QUIET, TEXT
from scripts.charts.kinds import KINDS, lay_out
from scripts.charts.kinds.bars import BAR, GAP
from scripts.charts.layout import LINE, Layout, clean
from scripts.charts.points import Panel, Selection

SVG = "http://www.w3.org/2000/svg"
WIDE, NARROW, SPACE, HEADING = 640, 288, 28, 28
MOST_COLOURS = 256  # of a palette
LONG = re.compile(r"\d+\.\d{3,}(e-?\d+)?")
NOISE = ("class", "role", "aria-roledescription", "aria-hidden", "version")
ElementTree.register_namespace("", SVG)


class Words(NamedTuple):
    """What a picture says: its title, what it measures, its text alternative, and where the numbers
    come from.
    """

    title: str
    statistic: str
    description: str
    source: str


class Spot(NamedTuple):
    """The part of a picture that leads to a figure, and what is said of it to who points at it."""

    figure_id: str
    said: str
    left: float
    top: float
    width: float
    height: float

    def moved(self, left: float, top: float) -> "Spot":
        return self._replace(left=self.left + left, top=self.top + top)


class Drawn(NamedTuple):
    """All panels of a chart in one group, and what leads from them to their figures."""

    group: ElementTree.Element
    width: int
    height: float
    spots: list[Spot]


def for_page(drawn: Drawn, words: Words, anchor: str, address: Callable[[str], str]) -> str:
    """SVG to stand in a page, its name and description in it; the page has the title and the source
    around it.

    The picture is one image to those who hear it: the table below has the same links for the
    keyboard.
    """
    links = element("g", {"class": "spots", "aria-hidden": "true"})
    links.extend(link(spot, address(spot.figure_id)) for spot in drawn.spots)
    svg = framed(drawn.group, drawn.width, drawn.height, words, anchor)
    image = element("g", {name: svg.attrib.pop(name) for name in ("role", "aria-labelledby")})
    image.extend(svg)
    whole = element("svg", svg.attrib, image, links)
    return text(whole)


def link(spot: Spot, address: str) -> ElementTree.Element:
    place = {"x": f"{spot.left:g}", "y": f"{spot.top:g}"}
    size = {"width": f"{spot.width:g}", "height": f"{spot.height:g}"}
    area = element("rect", {**place, **size, "fill": "transparent"})
    return element(
        "a", {"href": address, "tabindex": "-1"}, element("title", {}, said=spot.said), area
    )


def to_take_away(drawn: Drawn, words: Words) -> str:
    """SVG that stands alone: title, statistic, chart and source on white."""
    height = drawn.height
    head = [
        *lines(words.title, 19, 58, "bold", TEXT),
        *lines(words.statistic, 14, 84, "normal", QUIET),
    ]
    foot = lines(words.source, 12, 98, "normal", QUIET)
    top = 14 + stacked(head)
    whole, inner = int(top + 14 + height + 18 + stacked(foot) + 12), 20
    svg = framed(
        element("g", {"transform": f"translate({inner},{top + 14})"}, *drawn.group),
        WIDE + 2 * inner,
        whole,
        words,
        "chart",
    )
    svg.insert(
        2,
        element("rect", {"width": str(WIDE + 2 * inner), "height": str(whole), "fill": "#ffffff"}),
    )
    svg.extend([*placed(head, inner, 14), *placed(foot, inner, top + 14 + height + 18)])
    return text(svg)


def png(svg: str) -> bytes:
    return drawn_once("palette.png", svg, lambda: packed(vl_convert.svg_to_png(svg, scale=1.5)))


def packed(png: bytes) -> bytes:
    """The same picture in a sixth of the bytes: with a list of its colours, where a byte has room
    for them all.
    """
    with Image.open(BytesIO(png)) as picture:
        opaque = picture.convert("RGB")  # on white, see `to_take_away`
    colours = opaque.getcolors(MOST_COLOURS)
    kept = opaque.quantize(MOST_COLOURS, dither=Image.Dither.NONE) if colours else opaque
    held = BytesIO()
    kept.save(held, "PNG", optimize=True)
    return held.getvalue()


def panels(selection: Selection, kind: str, width: int) -> Drawn:
    """All panels in one group, two in a row where they are small and there is room."""
    beside = in_pairs(selection.panels, kind, width)
    each = (width - SPACE) // 2 if beside else width
    laid = lay_out(selection.panels, kind, each)
    drawn = [
        panel_group(panel, layout, sizes(panel, selection))
        for panel, layout in zip(selection.panels, laid, strict=True)
    ]
    group, top, spots = element("g", {}), 0.0, []
    step = 2 if beside else 1
    for start in range(0, len(drawn), step):
        row = drawn[start : start + step]
        for number, part in enumerate(row):
            left = number * (each + SPACE)
            group.append(element("g", {"transform": f"translate({left},{top:g})"}, *part.group))
            spots += [spot.moved(left, top) for spot in part.spots]
        top += max(part.height for part in row) + SPACE
    return Drawn(group, width, top - SPACE, spots)


def sizes(panel: Panel, selection: Selection) -> list[float]:
    """What sets the scale of a panel: the values of all panels in its units. One unit has one scale
    within a chart.
    """
    units = {point.figure["unit"] for point in panel.points}
    return [
        point.size
        for point in selection.points
        if point.size is not None and point.figure["unit"] in units
    ]


def in_pairs(shown: list[Panel], kind: str, width: int) -> bool:
    half = (width - SPACE) // 2
    return (
        width == WIDE
        and KINDS[kind].in_pairs
        and len(shown) > 1
        and all(layout.kind == kind for layout in lay_out(shown, kind, half))
    )


def panel_group(panel: Panel, layout: Layout, scale: list[float]) -> Drawn:
    """A panel with its heading."""
    heading = lines(panel.title, 15, int(layout.width / 8.2), "bold", TEXT) if panel.title else []
    above = stacked(heading) + 8 if heading else 0
    picture = ElementTree.fromstring(draw(layout, max(scale), min(scale)))
    marks = element("g", {"transform": f"translate(0,{above})"}, *tidied(picture))
    over = 0 if KINDS[layout.kind].lies else TOP
    return Drawn(
        element("g", {}, *placed(heading, 0, 0), marks),
        int(layout.width),
        above + layout.height + layout.below + over,
        [
            spot.moved(0, above)
            for spot in spots_of(panel, layout, over + layout.height + layout.below)
        ],
    )


def spots_of(panel: Panel, layout: Layout, height: float) -> list[Spot]:
    """For each point the strip that it has to itself: across for bars that lie, else from top to
    bottom.
    """
    linked = [
        (point, mark.at)
        for point, mark in zip(panel.points, layout.marks, strict=True)
        if point.figure["figure_id"]
    ]
    at = [place for _, place in linked]
    found = []
    for number, (point, _) in enumerate(linked):
        said = f"{point.name}: {point.said}"
        if KINDS[layout.kind].lies:
            first = at[number] - (BAR + GAP) / 2
            spot = Spot("", said, 0, max(first, 0), layout.width, BAR + GAP)
        else:
            half = min([layout.width, *(after - before for before, after in pairwise(at))]) / 2
            first, last = max(at[number] - half, 0), min(at[number] + half, layout.width)
            spot = Spot("", said, first, 0, last - first, height)
        found.append(spot._replace(figure_id=point.figure["figure_id"]))
    return found


def tidied(picture: ElementTree.Element) -> ElementTree.Element:
    """What the library drew, without names of its own parts and without digits that nobody sees."""
    kept = element("g", {})
    kept.extend(child for child in picture if not child.tag.endswith("rect"))
    for parent in kept.iter():
        for child in [
            child
            for child in parent
            if child.tag.endswith("path") and child.get("class") in ("background", "foreground")
        ]:
            parent.remove(child)
        for name in NOISE:
            parent.attrib.pop(name, None)
        for name, value in parent.attrib.items():
            parent.set(
                name,
                LONG.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), value),
            )
    return kept


def framed(
    content: ElementTree.Element, width: float, height: float, words: Words, anchor: str
) -> ElementTree.Element:
    names = {"role": "img", "aria-labelledby": f"{anchor}-title {anchor}-description"}
    size = {
        "viewBox": f"0 0 {width} {int(height + 0.99)}",
        "width": str(width),
        "height": str(int(height + 0.99)),
    }
    title = element("title", {"id": f"{anchor}-title"}, said=words.title)
    return element(
        "svg",
        {**size, **names},
        title,
        element("desc", {"id": f"{anchor}-description"}, said=words.description),
        content,
    )


def lines(
    said: str, size: int, letters: int, weight: str, colour: str
) -> list[ElementTree.Element]:
    """Text in lines of at most so many letters, not yet placed."""
    look = {"font-family": FONTS, "font-size": f"{size}px", "font-weight": weight, "fill": colour}
    return [element("text", look, said=line) for line in textwrap.wrap(clean(said), letters)]


def stacked(texts: list[ElementTree.Element]) -> int:
    return sum(line_height(each) for each in texts)


def placed(texts: list[ElementTree.Element], left: float, top: float) -> list[ElementTree.Element]:
    for each in texts:
        top += line_height(each)
        each.set("x", f"{left:g}")
        each.set("y", f"{top - 4:g}")
    return texts


def line_height(each: ElementTree.Element) -> int:
    return max(LINE - 1, int(float(each.attrib["font-size"][:-2]) * 1.3))


def element(
    tag: str, attributes: dict[str, str], *children: ElementTree.Element, said: str = ""
) -> ElementTree.Element:
    made = ElementTree.Element(f"{{{SVG}}}{tag}", attributes)
    made.text = clean(said) or None
    made.extend(children)
    return made


def text(svg: ElementTree.Element) -> str:
    return ElementTree.tostring(svg, encoding="unicode")
