"""Balanced columns of text between the wide parts of a chapter: two, or one.

Short lines (about 45 letters) are easier on weak readers, and lists waste less paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable
from reportlab.platypus.doctemplate import FrameBreak, NullActionFlowable

from handout.packing import (
    Size,
    after_what_continues,
    closes,
    flat,
    floats,
    heights,
    kept_together,
    levelled,
    orders,
    untorn,
    without_spacers,
)

if TYPE_CHECKING:
    # What goes into each column, from the left.
    Layout = list[list["Flowable"]]

# Taller than any page: lets a part be measured without being cut (points).
UNBOUNDED = 1e5
# A part that was cut to fit may measure a hair more when it is measured again (points).
SLACK = 0.5
# Text moves up before a picture only if there is room for some lines of it (points).
LEAST_TEXT = 44
# What it must save to let one run of text go before a picture (points).
LATER_COST = 4


class Columns(Flowable):
    """Sets *parts* in columns of equal width, as level as can be; may go over pages.

    Every pass lays the same parts out again, and every page asks several times: what has been
    found out for one width is kept.

    :param count: how many columns, 1 or 2; :param gutter: space between them in points.
    :param measured: heights that are known: of a part in a column of that width.
    """

    # They begin on a page below their heading if two lines fit (points).
    shortest_start = 29

    def __init__(
        self,
        parts: list[Flowable],
        count: int,
        gutter: float,
        measured: dict[tuple[Flowable, float], float] | None = None,
    ) -> None:
        super().__init__()
        self._content = parts
        self.count, self.gutter = count, gutter
        self._measured = {} if measured is None else measured
        self._layouts: dict[float, tuple[Layout, float]] = {}
        self._pieces: dict[tuple[float, float], list[Flowable]] = {}

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the whole width and the height of the tallest column."""
        self.width = available_width
        if available_width not in self._layouts:
            layout = self._best_layout() if self.count == 2 else [self._content]
            self._layouts[available_width] = layout, max(map(self._height, layout))
        self._layout, self.height = self._layouts[available_width]
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return the part that fills the columns of this page, and the rest."""
        room = available_width, available_height
        if room not in self._pieces:
            self._pieces[room] = self._divided(*room)
        return list(self._pieces[room])

    def _divided(self, available_width: float, available_height: float) -> list[Flowable]:
        self.wrap(available_width, available_height)
        if self.height <= available_height:
            return [self]
        height = max(0, available_height - SLACK)
        now: list[Flowable] = []
        later = self._content
        for _ in range(self.count):
            full, later = self._fill(later, height)
            now += full
        if not now:
            return self._alone(available_height)
        if not later:
            # All fits once a picture has moved down.
            return [self._with(now)]
        whole, rest = untorn(now, later)
        # Without a break, the room that is left would be filled with the list again.
        breaks = [FrameBreak()] if len(whole) < len(now) else []
        return [self._with(whole), *breaks, self._with(rest)]

    def _alone(self, available_height: float) -> list[Flowable]:
        """Return the parts one by one if even a whole page is too low for the first of them.

        Whoever sets them can then say which of them it is.
        """
        if self.count > 1 or available_height < self._page_height():
            return []
        return [NullActionFlowable(), *self._content]

    def _with(self, parts: list[Flowable]) -> Columns:
        return Columns(parts, self.count, self.gutter, self._measured)

    def draw(self) -> None:
        """Draw the columns from the left."""
        for number, column in enumerate(self._layout):
            self._draw_column(column, number * (self._column_width() + self.gutter))

    def _column_width(self) -> float:
        return (float(self.width) - self.gutter * (self.count - 1)) / self.count

    def _tall(self, part: Flowable) -> float:
        """Return the height of *part* in a column."""
        width = self._column_width()
        if (part, width) not in self._measured:
            self._measured[part, width] = part.wrapOn(self.canv, width, UNBOUNDED)[1]
        return self._measured[part, width]

    def _size(self, stack: list[Flowable]) -> Size:
        """Return how much room *stack* takes in a column."""
        if not stack:
            return Size(0, 0, 0)
        height = self._stacked(stack)
        empty = height - self._height(stack)
        return Size(height, stack[0].getSpaceBefore(), stack[-1].getSpaceAfter(), empty)

    def _stacked(self, parts: list[Flowable]) -> float:
        """Return the height of *parts* below each other."""
        height = gap = 0.0
        for number, part in enumerate(parts):
            height += self._tall(part)
            height += max(gap, part.getSpaceBefore()) if number else 0
            gap = part.getSpaceAfter()
        return height

    def _height(self, parts: list[Flowable]) -> float:
        """Return the height of *parts* in a column that they begin."""
        return self._stacked(without_spacers(parts))

    def _best_layout(self) -> Layout:
        """Return what goes into each column so that it costs least."""
        stacks = list(kept_together(self._content))
        sizes = {id(stack): self._size(stack) for stack in stacks}
        least = sum(map(self._tall, self._content)) / 2
        best, best_order, best_count = float("inf"), stacks, 0
        for later, order in orders(stacks):
            if least + later * LATER_COST >= best:
                break  # Even with two level columns, this and all further ones cost more.
            taller, count = levelled([sizes[id(stack)] for stack in order])
            if taller + later * LATER_COST < best:
                best, best_order, best_count = taller + later * LATER_COST, order, count
        return [flat(best_order[:best_count]), flat(best_order[best_count:])]

    def _fill(
        self, parts: list[Flowable], height: float, past_picture: bool = False
    ) -> tuple[list[Flowable], list[Flowable]]:
        """Return what of *parts* fills one column of that *height*, and what is left over.

        :param past_picture: whether a picture waits already, which no other may overtake.
        """
        stacks = list(kept_together(parts))
        ends = (n for n, stack in enumerate(stacks) if past_picture and self._ends_wait(stack))
        tall = heights([self._size(stack) for stack in stacks])[: next(ends, len(stacks)) + 1]
        count = max(number for number, needed in enumerate(tall) if needed <= height)
        full, rest = flat(stacks[:count]), flat(stacks[count:])
        if count == len(stacks):
            return full, rest
        stack = stacks[count]
        if floats(stack):
            return self._fill_past(full, stack, rest[len(stack) :], height)
        *head, last = stack
        # A heading may stay if the first lines of what it heads stay with it.
        above = [*full, *head]
        room = height - self._height(above) - _gap_between(above, last)
        width = self._column_width()
        # A part remembers the width that it was measured for last.
        last.wrapOn(self.canv, width, UNBOUNDED)
        pieces = last.splitOn(self.canv, width, room)
        if len(pieces) < 2:
            return full, rest
        pieces[1].continues = True
        return [*above, pieces[0]], [*pieces[1:], *rest[len(stack) :]]

    def _fill_past(
        self, full: list[Flowable], picture: list[Flowable], rest: list[Flowable], height: float
    ) -> tuple[list[Flowable], list[Flowable]]:
        """Return a column filled up with what comes after a *picture* that does not fit."""
        room = height - self._height(full)
        while room >= LEAST_TEXT and rest:
            more, later = self._fill(rest, room, past_picture=True)
            # Spaces between the two count only now that they stand below each other.
            excess = self._height([*full, *more]) - height
            if excess <= 0:
                return [*full, *more], self._put_back(picture, later)
            room -= excess
        return full, [*picture, *rest]

    def _put_back(self, picture: list[Flowable], later: list[Flowable]) -> list[Flowable]:
        """Return *later* with the *picture* that waits where it tears nothing apart."""
        first, others = after_what_continues(picture, later)
        if self._height(first) > self._page_height():
            # It would not fit on the next page either, and come later and later.
            return [*picture, *later]
        return [*first, *others]

    def _ends_wait(self, stack: list[Flowable]) -> bool:
        """Return whether *stack* may not come before a picture that waits for its place.

        Two columns have no room to keep the summing up of a chapter behind its pictures.
        """
        return floats(stack) or (self.count == 1 and closes(stack))

    def _page_height(self) -> float:
        """Return the height of a whole page's text in points, as far as it is known."""
        frame = getattr(self, "_frame", None)
        return float(frame._aH) if frame else UNBOUNDED

    def _draw_column(self, parts: list[Flowable], x: float) -> None:
        y, gap, width = self.height, 0.0, self._column_width()
        for number, part in enumerate(without_spacers(parts)):
            part_width, part_height = part.wrapOn(self.canv, width, UNBOUNDED)
            y -= max(gap, part.getSpaceBefore()) if number else 0
            y -= part_height
            part.drawOn(self.canv, x, y, _sW=max(0, width - part_width))
            gap = part.getSpaceAfter()


def _gap_between(above: list[Flowable], part: Flowable) -> float:
    """Return the space between what is *above* and *part* below it."""
    return float(max(above[-1].getSpaceAfter(), part.getSpaceBefore())) if above else 0.0
