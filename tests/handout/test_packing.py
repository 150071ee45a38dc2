"""Where a picture may stand among the text beside it."""

from __future__ import annotations

from reportlab.platypus import Spacer

from handout.packing import after_what_continues, flat, orders


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
