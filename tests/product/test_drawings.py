"""The drawings' files: safe for screen and paper, and low enough for phones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops, ImageStat
from svglib.svglib import svg2rlg

from tests.product.shown import IMAGES
from tools.art.__main__ import find_drawings, load_words
from tools.art.palette import COLOURS, DEEP, INK
from tools.art.raster import pixels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = sorted(IMAGES.rglob("*.svg"))


def name_of(path: Path) -> str:
    return path.relative_to(IMAGES).with_suffix("").as_posix()


# -- What may stand in a file ------------------------------------------------------------

# Drawn alike by browsers and svglib.  Whatever is not named here is refused: opacity, masks,
# filters, markers, styles, links and transforms are lost or misplaced on paper.
LINE = {"stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray"}
PAINT = {"fill", "fill-rule", *LINE}
SHAPES = {
    "rect": {"x", "y", "width", "height", "rx", "ry"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
    "path": {"d"},
    "line": {"x1", "y1", "x2", "y2"},
    "polyline": {"points"},
    "polygon": {"points"},
}
FRAMES: dict[str, set[str]] = {
    "svg": {"width", "height", "viewBox", "role"},
    "title": set(),
    "g": set(),
}
PALETTE = COLOURS | {"none"}
MOST_BYTES = 200_000
# Coordinates are rounded to a tenth of a unit.
SLACK = 0.15


def faults_of(path: Path) -> list[str]:
    """Return what would make the drawing at *path* come out wrong somewhere."""
    heavy = ["heavy"] if path.stat().st_size >= MOST_BYTES else []
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError:
        return ["no XML"]
    found = [*heavy, *strangers(root), *frame_faults(root), *off_palette(root)]
    # svglib stumbles over what it does not know, so it measures only what is safe.
    return found or [*over_the_edge(path, root)]


def strangers(root: ElementTree.Element) -> Iterator[str]:
    """Yield elements and attributes outside the safe vocabulary."""
    known = FRAMES | {name: PAINT | own for name, own in SHAPES.items()}
    for element in root.iter():
        tag = element.tag.removeprefix(SVG)
        if tag not in known:
            yield f"<{tag}>"
        else:
            yield from (f"{name} on <{tag}>" for name in set(element.attrib) - known[tag])


def frame_faults(root: ElementTree.Element) -> Iterator[str]:
    """Yield what is wrong with title, viewBox and the sheet, by which svglib measures."""
    title = root.find(f"{SVG}title")
    if title is None or not (title.text or "").strip():
        yield "no title"
    width, height = (re.sub("pt$", "", root.get(name, "")) for name in ("width", "height"))
    if root.get("viewBox") != f"0 0 {width} {height}":
        yield "viewBox"
    sheet = {"x": "0", "y": "0", "width": width, "height": height, "fill": "none"}
    first = next((child for child in root if child is not title), None)
    if first is None or first.tag != f"{SVG}rect" or first.attrib != sheet:
        yield "no sheet"


def off_palette(root: ElementTree.Element) -> Iterator[str]:
    """Yield colours outside the palette; a shape without a fill would be black."""
    for shape in root.iter():
        if shape.tag.removeprefix(SVG) in SHAPES:
            for colour in (shape.get("fill", "black"), shape.get("stroke", "none")):
                if colour not in PALETTE:
                    yield colour


def over_the_edge(path: Path, root: ElementTree.Element) -> Iterator[str]:
    """Yield where paint, strokes counted, leaves the canvas."""
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    drawing = svg2rlg(str(path))
    left, low, right, high = drawing.getBounds()
    if min(left, low) < -SLACK or right > drawing.width + SLACK or high > drawing.height + SLACK:
        yield "over the edge"
    for left, low, right, high in stroked(drawing):
        if min(left, low) < -SLACK or right > width + SLACK or high > height + SLACK:
            yield f"over the edge: {left:.1f} {low:.1f} {right:.1f} {high:.1f}"


def stroked(group: Any) -> Iterator[tuple[float, float, float, float]]:
    """Yield the box of every line with its width, which getBounds() leaves out.

    Without transforms in the file, boxes inside the outermost group are in its own units.
    """
    for part in group.contents:
        if hasattr(part, "contents"):
            yield from stroked(part)
        elif part.strokeColor is not None:
            left, low, right, high = part.getBounds()
            edge = part.strokeWidth / 2
            yield left - edge, low - edge, right + edge, high + edge


def test_there_are_pictures() -> None:
    assert len(PICTURES) >= 50


@pytest.mark.parametrize("path", PICTURES, ids=name_of)
def test_a_drawing_is_safe_for_screen_and_paper(path: Path) -> None:
    assert faults_of(path) == []


SHEET = '<rect x="0" y="0" width="40" height="20" fill="none"/>'
DOT = f'<circle cx="20" cy="10" r="5" fill="{DEEP}"/>'


def drawn(
    body: str = DOT,
    title: str = "<title>A dot</title>",
    sheet: str = SHEET,
    box: str = "0 0 40 20",
) -> str:
    """Return a small SVG file, faultless unless a part is replaced."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="{box}">'
    return head + title + sheet + body + "</svg>"


def spoilt(attribute: str) -> str:
    """Return a file whose dot has one more attribute."""
    return drawn(DOT.replace("/>", f" {attribute}/>"))


BAD = {
    "not XML": (drawn() + "<", "no XML"),
    "text": (drawn('<text x="5" y="9">a</text>'), "<text>"),
    "pattern": (drawn('<pattern id="p"/>'), "<pattern>"),
    "symbol": (drawn('<symbol id="s"/>'), "<symbol>"),
    "picture from outside": (drawn('<image href="https://example.org/a.png"/>'), "<image>"),
    "style sheet": (drawn("<style>circle { opacity: 0 }</style>"), "<style>"),
    "foreign element": (drawn('<path xmlns="urn:x" d="M0 0"/>'), "<{urn:x}path>"),
    "group opacity": (drawn(f'<g opacity=".5">{DOT}</g>'), "opacity on <g>"),
    "group transform": (drawn(f'<g transform="scale(2)">{DOT}</g>'), "transform on <g>"),
    "mask": (spoilt('mask="url(#m)"'), "mask on <circle>"),
    "filter": (spoilt('filter="url(#f)"'), "filter on <circle>"),
    "marker": (spoilt('marker-end="url(#a)"'), "marker-end on <circle>"),
    "style with var()": (spoilt('style="fill: var(--ink)"'), "style on <circle>"),
    "link": (spoilt('href="https://example.org/"'), "href on <circle>"),
    "no title": (drawn(title=""), "no title"),
    "empty title": (drawn(title="<title> </title>"), "no title"),
    "shifted canvas": (drawn(box="5 0 40 20"), "viewBox"),
    "no sheet": (drawn(sheet=""), "no sheet"),
    "smaller sheet": (drawn(sheet=SHEET.replace("40", "39")), "no sheet"),
    "later sheet": (drawn(sheet="", body=DOT + SHEET), "no sheet"),
    "colour of its own": (drawn(DOT.replace(DEEP, "#FF0000")), "#FF0000"),
    "line of its own colour": (spoilt('stroke="#123456"'), "#123456"),
    "no fill": (drawn('<circle cx="20" cy="10" r="5"/>'), "black"),
    "gradient": (drawn(DOT.replace(DEEP, "url(#g)")), "url(#g)"),
    "fill over the edge": (drawn(DOT.replace('"20"', '"36"')), "over the edge"),
    "line over the edge": (
        drawn(f'<path d="M5 1h20" fill="none" stroke="{INK}" stroke-width="4"/>'),
        "over the edge: 3.0 -1.0 27.0 3.0",
    ),
    "too heavy": (drawn(f"<!--{'x' * MOST_BYTES}-->"), "heavy"),
}


@pytest.mark.parametrize(("text", "fault"), BAD.values(), ids=BAD)
def test_a_bad_drawing_is_found_out(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "bad.svg").write_text(text, encoding="utf-8")

    assert faults_of(tmp_path / "bad.svg") == [fault]


@pytest.mark.parametrize("text", [drawn(), drawn(f"<g>{DOT}</g>"), spoilt(f'stroke="{INK}"')])
def test_a_good_drawing_has_no_fault(tmp_path: Path, text: str) -> None:
    (tmp_path / "good.svg").write_text(text, encoding="utf-8")

    assert faults_of(tmp_path / "good.svg") == []


# -- For links ---------------------------------------------------------------------------


def test_the_picture_for_shared_links_is_drawn_light_and_of_the_size_that_is_shown() -> None:
    drawing = find_drawings()["share"]
    words = load_words(drawing, "en")
    assert words is not None
    kept = Image.open(IMAGES / "share.png").convert("RGB")
    missed = ImageChops.difference(pixels(drawing.draw(words)), kept).convert("L")

    assert kept.size == (1200, 630)
    assert (IMAGES / "share.png").stat().st_size < 100_000
    assert " ".join(words["lines"]) == "The Science Behind Ketamine Therapy"
    # Fewer colours, and another processor's last digits, move an edge by a shade.
    assert ImageStat.Stat(missed).mean[0] < 1, "run: make art"


def test_another_picture_for_shared_links_is_found_out() -> None:
    drawing = find_drawings()["share"]
    words = load_words(drawing, "en")
    assert words is not None
    other = pixels(drawing.draw({**words, "lines": ["Another", "title"]}))
    kept = Image.open(IMAGES / "share.png").convert("RGB")

    assert ImageStat.Stat(ImageChops.difference(other, kept).convert("L")).mean[0] > 1


# -- On a phone --------------------------------------------------------------------------

# A phone's screen is 360 by 640 pixels or more; a unit of a narrow layout is a pixel of it.
NARROW, HIGHEST = 340, 600


@pytest.mark.parametrize("path", sorted(IMAGES.glob("*-narrow.svg")), ids=name_of)
def test_a_narrow_layout_fits_on_one_screen_of_a_phone(path: Path) -> None:
    root = ElementTree.parse(path).getroot()

    assert float(root.attrib["width"]) == NARROW
    assert float(root.attrib["height"]) <= HIGHEST
