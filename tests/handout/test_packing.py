"""Where a picture may stand among the text beside it."""

from __future__ import annotations

import pytest
from reportlab.platypus import Spacer

from handout.packing import Size, after_what_continues, flat, levelled, orders


def part(*, floats: bool = False, continues: bool = False) -> Spacer:
    spacer = Spacer(1, 1)
    spacer.floats, spacer.continues, spacer.keepWithNext = floats, continues, False
    return spacer


PICTURE, WORDS, FIRST, SECOND = part(floats=True), part(), part(), part(continues=True)


def places_of_picture(*parts: Spacer) -> list[int]:
    return [flat(order).index(PICTURE) for _, order in orders([[one] for one in parts])]


def test_a_picture_may_stand_later_but_never_earlier() -> None:
    assert places_of_picture(WORDS, PICTURE, WORDS, WORDS) == [1, 2, 3]


def test_a_picture_never_goes_into_the_middle_of_a_list() -> None:
    assert places_of_picture(PICTURE, FIRST, SECOND, WORDS) == [0, 2, 3]


def test_what_goes_on_with_a_list_stands_before_a_picture_on_the_next_page() -> None:
    assert after_what_continues([PICTURE], [SECOND, WORDS]) == ([SECOND, PICTURE], [WORDS])
    assert after_what_continues([PICTURE], [WORDS, SECOND]) == ([PICTURE], [WORDS, SECOND])


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], (0, 0)),
        ([Size(10, 3, 4)], (10, 1)),
        # The space between two runs is the larger of what both ask for, and none at the top.
        ([Size(10, 3, 4), Size(10, 6, 0), Size(9, 0, 0)], (19.01, 1)),
        ([Size(10, 3, 4), Size(10, 6, 0), Size(30, 0, 0)], (30.01, 2)),
    ],
)
def test_columns_are_as_level_as_can_be(sizes: list[Size], expected: tuple[float, int]) -> None:
    assert levelled(sizes) == expected
