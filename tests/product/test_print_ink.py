"""On paper the drawings are black where the web shows dark teal, which toner would screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from svglib.svglib import svg2rlg

from handout.ink import INK, blackened
from tests.conftest import ROOT
from tests.printed import plumbed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IMAGES = ROOT / "images"
DARK_TEAL = tuple(round(part, 2) for part in INK.rgb())
BLACK = (0.0, 0.0, 0.0)


def colours_of_curves(pdf: Path) -> set[tuple[float, ...]]:
    """Return the colours of all curved shapes behind the cover.

    Only drawings are curved: text is no shape, and frames and rules are straight.
    """
    return {
        tuple(round(part, 2) for part in shape[kind])
        for page in plumbed(pdf)[1:]
        for shape in page.curves
        for kind in ("stroking_color", "non_stroking_color")
        if isinstance(shape[kind], tuple)
    }


def test_no_drawing_in_the_pdf_is_dark_teal(pdf: Path) -> None:
    colours = colours_of_curves(pdf)

    assert BLACK in colours
    assert DARK_TEAL not in colours


def painted(part: Any) -> Iterator[Any]:
    yield from (getattr(part, kind, None) for kind in ("fillColor", "strokeColor"))
    for inner in getattr(part, "contents", ()):
        yield from painted(inner)


@pytest.mark.parametrize("name", ["people-dean2021", "brain", "icons/home"])
def test_the_drawings_keep_their_dark_teal_for_all_others(name: str) -> None:
    drawing = svg2rlg(str(IMAGES / f"{name}.svg"))

    printed = blackened(drawing)

    assert INK in set(painted(drawing))
    assert INK not in set(painted(printed))
    assert blackened(drawing) is printed
