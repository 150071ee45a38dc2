"""The layouts of the drawings that go into large print: as large as it promises, and low enough.

Lettering is outlined, so no size can be read from a file.  The scripts draw each picture anew
and tell the size of each label; its outlines must stand in the file just as they drew them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from tests.product.shown import IMAGES, NAMES
from tests.product.test_pictures import WITHOUT_WORDS, canvas_of
from tools.art.__main__ import find_drawings, load_words
from tools.art.canvas import Canvas
from tools.art.sheets import Sheets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

# In points: the line of large print, over which a drawing is set, and its floor for letters.
LINE, LEAST_LETTERING = 446, 18
# Higher than this in points, and too little of a Letter page is left for an 18-point caption.
HIGHEST = 530
LARGE = sorted(path.stem for path in IMAGES.glob("*-large.svg"))
WORDED = [name for name in NAMES if name not in WITHOUT_WORDS]


def in_large_print(name: str) -> str:
    """Return the layout of a drawing that large print uses: the first there is of three."""
    layouts = [f"{name}-large", f"{name}-narrow", name]
    return next(layout for layout in layouts if (IMAGES / f"{layout}.svg").is_file())


def sheets_of(module: ModuleType) -> Iterator[tuple[str, Canvas]]:
    words = load_words(module, "en")
    sheet = module.draw(words)
    yield from sheet.pictures.items() if isinstance(sheet, Sheets) else [(module.NAME, sheet)]


@pytest.fixture(scope="module")
def drawn() -> dict[str, Canvas]:
    return all_drawn()


@lru_cache
def all_drawn() -> dict[str, Canvas]:
    """Return every picture of the chapters in all its layouts, as the scripts draw it now."""
    modules = [
        module
        for name, module in find_drawings().items()
        if not name.startswith(("cover-", "icons/"))
    ]
    return {name: canvas for module in modules for name, canvas in sheets_of(module)}


def smallest_lettering(canvas: Canvas) -> float:
    """Return the size in points of the smallest lettering when printed over the line."""
    return min(label.size for label in canvas.labels) * LINE / canvas.width


@lru_cache
def least_width(layout: str) -> float:
    """Return how wide a layout must be printed for its lettering to be large enough (points)."""
    canvas = all_drawn()[layout]
    return max((LEAST_LETTERING * canvas.width / label.size for label in canvas.labels), default=0)


def printed_height(layout: str) -> float:
    width, height = canvas_of(IMAGES / f"{layout}.svg")
    return height * LINE / width


@pytest.mark.parametrize("name", WORDED)
def test_lettering_in_large_print_is_18_points_or_more(drawn: dict[str, Canvas], name: str) -> None:
    assert smallest_lettering(drawn[in_large_print(name)]) >= LEAST_LETTERING


@pytest.mark.parametrize("name", WORDED)
def test_lettering_of_a_wide_layout_would_be_too_small(drawn: dict[str, Canvas], name: str) -> None:
    assert smallest_lettering(drawn[name]) < LEAST_LETTERING


@pytest.mark.parametrize("name", sorted(WITHOUT_WORDS))
def test_a_drawing_without_words_has_no_lettering(drawn: dict[str, Canvas], name: str) -> None:
    assert in_large_print(name) == name
    assert drawn[name].labels == []


@pytest.mark.parametrize("name", WORDED)
def test_the_file_holds_the_lettering_as_drawn(drawn: dict[str, Canvas], name: str) -> None:
    layout = in_large_print(name)
    elements = (IMAGES / f"{layout}.svg").read_text(encoding="utf-8").splitlines()

    assert {label.element for label in drawn[layout].labels} <= set(elements), "run: make art"
    assert canvas_of(IMAGES / f"{layout}.svg") == (drawn[layout].width, drawn[layout].height)


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_in_large_print_leaves_room_for_its_caption(name: str) -> None:
    assert printed_height(in_large_print(name)) <= HIGHEST


# -- The layouts drawn for large print ---------------------------------------------------

LARGE_WIDTH, LARGE_HEIGHT = 390, 440


def test_there_are_layouts_for_large_print() -> None:
    assert len(LARGE) >= 2


@pytest.mark.parametrize("layout", LARGE)
def test_a_large_layout_is_390_units_wide_and_low(layout: str) -> None:
    width, height = canvas_of(IMAGES / f"{layout}.svg")

    assert width == LARGE_WIDTH
    assert height <= LARGE_HEIGHT


@pytest.mark.parametrize("layout", LARGE)
def test_a_large_layout_stands_where_the_narrow_one_is_too_high(layout: str) -> None:
    assert printed_height(layout.replace("-large", "-narrow")) > HIGHEST


@pytest.mark.parametrize("layout", LARGE)
def test_a_large_layout_has_the_words_of_the_narrow_one_in_their_order(
    drawn: dict[str, Canvas], layout: str
) -> None:
    narrow = drawn[layout.replace("-large", "-narrow")]

    assert words_of(drawn[layout]) == words_of(narrow) != []


def words_of(canvas: Canvas) -> list[str]:
    """Return the labels of a drawing, however they are broken into lines."""
    return [" ".join(label.text.split()) for label in canvas.labels]
