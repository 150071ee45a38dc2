"""The drawing kit: it refuses what would not print, and draws the same each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageColor

from tests.conftest import ROOT
from tools.art.__main__ import main
from tools.art.canvas import Canvas
from tools.art.errors import DrawingError
from tools.art.inset import Inset
from tools.art.palette import AMBER, DEEP, INK, MINIMUM_TEXT
from tools.art.raster import write_png

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(200, 100, "A sheet")


def shapes(canvas: Canvas) -> list[str]:
    """Return what was drawn, without the lines for title and sheet."""
    return canvas.svg().splitlines()[3:-1]


def test_a_colour_outside_the_palette_is_refused(canvas: Canvas) -> None:
    canvas.circle(50, 50, 10, DEEP, INK, 3)

    with pytest.raises(DrawingError, match="#123456 is not in the palette"):
        canvas.circle(50, 50, 10, "#123456")
    with pytest.raises(DrawingError, match="red is not in the palette"):
        canvas.line([(20, 20), (40, 20)], "red")
    assert len(shapes(canvas)) == 1


@pytest.mark.parametrize(
    ("x", "y"), [(9, 50), (191, 50), (50, 9), (50, 91)], ids=["left", "right", "top", "bottom"]
)
def test_a_shape_past_the_edge_is_refused(canvas: Canvas, x: float, y: float) -> None:
    with pytest.raises(DrawingError, match="leaves the sheet of “A sheet”"):
        canvas.circle(x, y, 10, DEEP)
    assert shapes(canvas) == []


def test_the_width_of_a_line_counts_at_the_edge(canvas: Canvas) -> None:
    canvas.circle(10, 50, 10, DEEP)

    with pytest.raises(DrawingError, match="leaves the sheet"):
        canvas.circle(10, 50, 10, DEEP, INK, 3)


def test_lettering_under_16_units_is_refused(canvas: Canvas) -> None:
    assert MINIMUM_TEXT == 16
    canvas.text("large", 10, 30, 16)

    with pytest.raises(DrawingError, match=r"'small' is 15\.9 units; the least is 16"):
        canvas.text("small", 10, 80, 15.9)


def test_lettering_that_an_inset_makes_too_small_is_refused(canvas: Canvas) -> None:
    with pytest.raises(DrawingError, match="the least is 16"):
        Inset(canvas, 0.5).text("small", 20, 60, 20)


def test_a_sheet_knows_how_large_its_lettering_is(canvas: Canvas) -> None:
    canvas.text("plain", 10, 30, 18)
    Inset(canvas, 0.5, 20).text("smaller", 20, 120, 40)

    assert [(label.text, label.size) for label in canvas.labels] == [("plain", 18), ("smaller", 20)]
    assert [label.element for label in canvas.labels] == shapes(canvas)


def test_lines_get_thinner_in_an_inset_unless_it_is_firm(canvas: Canvas) -> None:
    for firm in (1, 1.5):
        inset = Inset(canvas, 0.5, 20, 10, firm)
        inset.line([(0, 0), (40, 0)], INK, 4, dash=(8, 6))
        inset.circle(20, 40, 10, DEEP, INK, 4)
        inset.rect(60, 30, 20, 20, DEEP, INK, 4)

    path, circle, rect, *firm = shapes(canvas)
    assert 'd="M20 10h20"' in path
    assert 'stroke-dasharray="4 3"' in path
    assert 'cx="30" cy="30" r="5"' in circle
    assert 'x="50" y="25" width="10" height="10"' in rect
    assert all('stroke-width="2"' in shape for shape in (path, circle, rect))
    assert all('stroke-width="3"' in shape for shape in firm)


def test_labels_that_touch_are_refused(canvas: Canvas) -> None:
    canvas.text("first", 10, 40)
    canvas.text("apart", 10, 80)

    with pytest.raises(DrawingError, match="'second' and 'first' touch"):
        canvas.text("second", 20, 44)


# Both are quick, and neither has outlines that come out of numpy, whose last digits may
# differ from one processor to the next.  The second name stands for a whole set.
FAST = ["timeline", "people-murrough2013a"]


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pictures of the handout were drawn once more."""
    folder = tmp_path_factory.mktemp("again")
    assert main([*FAST, "--folder", str(folder)]) == 0
    return folder


@pytest.mark.parametrize(
    "name",
    [*FAST, "people-murrough2013a-narrow", "people-mcinnes2022", "people-mcinnes2022-narrow"],
)
def test_a_drawing_comes_out_the_same_each_time(again: Path, name: str) -> None:
    one, other = ((folder / f"{name}.svg").read_bytes() for folder in (again, ROOT / "images"))

    assert one == other, "run: make art"


def test_a_drawing_becomes_the_same_pixels_each_time(canvas: Canvas, tmp_path: Path) -> None:
    canvas.rect(0, 0, 100, 100, DEEP)
    canvas.circle(150, 50, 20, AMBER, INK, 4)
    for name in ("first", "second"):
        write_png(canvas, tmp_path / f"{name}.png")
    first, second = ((tmp_path / f"{name}.png") for name in ("first", "second"))
    picture = Image.open(first).convert("RGB")

    assert first.read_bytes() == second.read_bytes()
    assert picture.size == (200, 100)
    for place, colour in (((50, 50), DEEP), ((150, 50), AMBER), ((190, 10), "#FFFFFF")):
        assert picture.getpixel(place) == ImageColor.getrgb(colour)


def test_a_name_that_no_drawing_has_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["nonesuch"])

    assert "no drawing named nonesuch; known: brain" in capsys.readouterr().err
