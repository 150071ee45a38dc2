"""Columns that are measured, divided and drawn several times are laid out as if for the first."""

from __future__ import annotations

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from handout.columns import Columns

STYLE = ParagraphStyle("words", spaceBefore=3, spaceAfter=4)
ROOMS = [(300, 400), (300, 90), (200, 400), (300, 90), (200, 60), (300, 60)]


class Counted(Paragraph):
    """A paragraph that knows how often it was measured."""

    calls = 0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.calls += 1
        return super().wrap(width, height)


def parts() -> list[Flowable]:
    return [Counted(f"Some words that fill {n} lines or so. " * n, STYLE) for n in (3, 1, 2, 4, 2)]


def columns() -> Columns:
    return Columns(parts(), 2, 18)


def shape(made: Columns, width: float, height: float) -> list[tuple[float, float]]:
    """Return the size of what *made* is divided into for a page with so much room."""
    return [piece.wrapOn(None, width, height) for piece in made.splitOn(None, width, height)]


def test_columns_are_divided_the_same_for_the_same_room() -> None:
    used = columns()

    for room in ROOMS:
        assert used.wrapOn(None, *room) == columns().wrapOn(None, *room)
        assert shape(used, *room) == shape(columns(), *room)


def test_no_part_is_measured_again_for_the_same_width() -> None:
    used = columns()
    used.wrapOn(None, 300, 400)
    calls = [part.calls for part in used._content]
    used.wrapOn(None, 300, 50)

    assert [part.calls for part in used._content] == calls


@pytest.mark.parametrize("height", [60, 90])
def test_the_pieces_of_one_page_are_the_same_in_every_pass(height: float) -> None:
    used = columns()
    first = used.splitOn(None, 300, height)

    assert len(first) == 2
    assert all(one is two for one, two in zip(first, used.splitOn(None, 300, height), strict=True))
