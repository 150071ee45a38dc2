"""The drawings that chapters show: all there, and as large on paper as was asked for, and a light cover."""

from __future__ import annotations

import io
import itertools
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest
from reportlab.graphics import renderPDF
from svglib.svglib import svg2rlg

from tests.product.shown import ART, IMAGES, NAMES, SHOWN, SOURCE, Shown
from tools.art.palette import INK, MINIMUM_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL.Image import Image

# Lettering shrinks with the picture, so what carries words has a layout for small screens.
WITHOUT_WORDS = {"brain", "meditation", "meditation-chair"}


def test_every_drawing_of_the_chapters_was_read() -> None:
    sources = [path.read_text(encoding="utf-8") for path in SOURCE.glob("*.rst")]

    assert len(SHOWN) == sum(text.count(".. drawing::") for text in sources) >= 10


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_of_a_chapter_exists(name: str) -> None:
    assert (IMAGES / f"{name}.svg").is_file()


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WITHOUT_WORDS])
def test_a_drawing_with_words_has_a_narrow_layout(name: str) -> None:
    assert (IMAGES / f"{name}-narrow.svg").is_file()


@pytest.mark.parametrize("name", NAMES)
def test_only_those_listed_carry_no_words(name: str) -> None:
    stem = "people" if name.startswith("people-") else name
    words = tomllib.loads((ART / "words" / f"{stem}.toml").read_text(encoding="utf-8"))

    assert (set(words) == {"title"}) == (name in WITHOUT_WORDS)


# -- On paper ----------------------------------------------------------------------------

PAGE = (612, 792)
# The page less its margins (72 and 54 points) and the space between columns (18), halved.
COLUMN = (612 - 72 - 54 - 14) / 2
LEAST_LETTERING = 10
LEAST_ICON = 6 * 72 / 25.4
UNITS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72, "pt": 1}

Size = tuple[float, float]


@dataclass(frozen=True)
class Sheet:
    """The sheet of a drawing as painted: its page, its size in units, and on paper in points."""

    page: int
    canvas: Size
    painted: Size
    clip: Size


def sheets(pdf: Path) -> Iterator[Sheet]:
    """Yield the sheets of the drawings in *pdf* in the order in which they are painted."""
    with pikepdf.open(pdf) as file:
        for number, page in enumerate(file.pages, start=1):
            yield from sheets_on(number, page)


def sheets_on(number: int, page: pikepdf.Page) -> Iterator[Sheet]:
    """Follow the transforms of *page* and yield its unpainted rectangles from 0, 0 on.

    Nothing but a sheet is a rectangle that is neither filled nor stroked and stands in a
    system whose y grows downwards, as SVG's does.
    """
    now, clip, kept = pikepdf.Matrix(), (0.0, 0.0), []
    steps = [(str(step.operator), step.operands) for step in pikepdf.parse_content_stream(page)]
    for (name, operands), (following, _) in itertools.pairwise(steps):
        if name == "q":
            kept.append((now, clip))
        elif name == "Q":
            now, clip = kept.pop()
        elif name == "cm":
            now = pikepdf.Matrix(*map(float, operands)) @ now
        elif name == "re":
            x, y, width, height = map(float, operands)
            size = (width * abs(now.a), height * abs(now.d))
            if following in ("W", "W*"):
                clip = size
            elif following == "n" and now.d < 0 and (x, y) == (0, 0):
                yield Sheet(number, (width, height), size, clip)


@pytest.fixture(scope="module")
def painted(pdf: Path) -> list[Sheet]:
    return list(sheets(pdf))


@pytest.fixture(scope="module")
def printed(painted: list[Sheet]) -> list[Sheet]:
    """The sheets without cover and icons: one for each drawing of the chapters."""
    return [sheet for sheet in painted if sheet.page > 1 and sheet.canvas != (48, 48)]


def printed_file(drawing: Shown) -> Path:
    """Return the layout that goes on paper."""
    narrow = IMAGES / f"{drawing.name}-narrow.svg"
    use_narrow = "column" in drawing.options and narrow.is_file()
    return narrow if use_narrow else IMAGES / f"{drawing.name}.svg"


def asked(drawing: Shown) -> float:
    """Return the width in points that the chapter asks for."""
    if "column" in drawing.options:
        return COLUMN
    number, unit = re.fullmatch(r"([\d.]+)(\w+)", drawing.options["width"]).groups()
    return float(number) * UNITS[unit]


def canvas_of(path: Path) -> Size:
    root = ElementTree.parse(path).getroot()
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    return width, height


def test_the_drawings_are_printed_once_each_and_in_order(printed: list[Sheet]) -> None:
    assert [sheet.canvas for sheet in printed] == [canvas_of(printed_file(one)) for one in SHOWN]


@pytest.mark.parametrize("place", range(len(SHOWN)), ids=NAMES)
def test_painted_size_is_the_size_asked_for(printed: list[Sheet], place: int) -> None:
    """rst2pdf can shrink a drawing unasked, by what it paints or for lack of room.

    Method: the first shape of every drawing is an invisible rectangle as large as its canvas,
    which ReportLab writes out ("re n").  Its size under the transforms in force is therefore
    the drawing's true size on paper; the clip path around it must leave all of it to be seen.
    """
    drawing, sheet = SHOWN[place], printed[place]
    width, height = canvas_of(printed_file(drawing))
    size = (asked(drawing), asked(drawing) * height / width)

    assert sheet.painted == pytest.approx(size, abs=0.05)
    assert sheet.clip == pytest.approx(size, abs=0.05)


@pytest.mark.parametrize("place", range(len(SHOWN)), ids=NAMES)
def test_lettering_in_drawings_is_large_enough_to_read(printed: list[Sheet], place: int) -> None:
    sheet = printed[place]
    lettering = MINIMUM_TEXT * sheet.painted[0] / sheet.canvas[0]

    assert lettering >= LEAST_LETTERING or SHOWN[place].name in WITHOUT_WORDS


def test_the_cover_fills_its_page(painted: list[Sheet]) -> None:
    cover = next(sheet for sheet in painted if sheet.page == 1)

    assert cover.painted == pytest.approx(PAGE, abs=0.05)


def test_icons_are_large_enough_to_make_out(painted: list[Sheet]) -> None:
    icons = [sheet.painted for sheet in painted if sheet.canvas == (48, 48)]

    assert len(icons) > 20
    assert min(map(min, icons)) >= LEAST_ICON


# -- The cover ---------------------------------------------------------------------------

COVERS = {"letter": (612, 792), "a4": (595, 842)}
MOST_INK = 0.2
# The eye's middle between black and white (L* 50) is this step of 255; darker looks solid.
MIDDLE_GREY = 119


def on_paper(path: Path) -> Image:
    """Return the drawing as printed on white paper, in grey, a pixel to the point."""
    pdf = renderPDF.drawToString(svg2rlg(str(path)))
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as file:
        return file[0].render(scale=1).to_pil().convert("L")


def darkness(picture: Image) -> tuple[float, float]:
    """Return the mean darkness of *picture*, and the share of it that is solid."""
    steps = picture.histogram()
    pixels = sum(steps)
    mean = sum((255 - step) * count for step, count in enumerate(steps)) / 255 / pixels
    return mean, sum(steps[:MIDDLE_GREY]) / pixels


@pytest.mark.parametrize("paper", COVERS)
def test_the_cover_takes_little_ink(paper: str) -> None:
    mean, solid = darkness(on_paper(IMAGES / f"cover-{paper}.svg"))

    assert 0 < solid < mean < MOST_INK


@pytest.mark.parametrize("paper", COVERS)
def test_the_cover_reaches_every_edge_of_its_paper(paper: str) -> None:
    picture = on_paper(IMAGES / f"cover-{paper}.svg")
    wide, high = picture.size
    sides = [(0, 0, wide, 1), (0, high - 1, wide, high), (0, 0, 1, high), (wide - 1, 0, wide, high)]

    assert picture.size == COVERS[paper]
    # Nowhere is the bare paper, which is 255, left to be seen.
    assert max(picture.crop(side).getextrema()[1] for side in sides) < 255


def test_a_dark_cover_would_be_found_out(tmp_path: Path) -> None:
    half = f'<rect x="0" y="0" width="30" height="40" fill="{INK}"/>'
    sheet = '<rect x="0" y="0" width="60" height="40" fill="none"/>'
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40" viewBox="0 0 60 40">'
    (tmp_path / "dark.svg").write_text(f"{head}{sheet}{half}</svg>", encoding="utf-8")

    mean, solid = darkness(on_paper(tmp_path / "dark.svg"))

    assert mean > MOST_INK
    assert solid == pytest.approx(0.5, abs=0.02)
