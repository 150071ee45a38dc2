"""Two balanced columns of text between the wide parts of a chapter.

Short lines (about 45 letters) are easier on weak readers, and lists waste less paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable
from reportlab.platypus.doctemplate import NullActionFlowable

from handout.packing import (
    Size,
    after_what_continues,
    flat,
    floats,
    heights,
    is_wide,
    kept_together,
    levelled,
    orders,
)

if TYPE_CHECKING:
    # What goes into the left and the right column.
    Layout = tuple[list["Flowable"], list["Flowable"]]

# Taller than any page: lets a part be measured without being cut (points).
UNBOUNDED = 1e5
# A part that was cut to fit may measure a hair more when it is measured again (points).
SLACK = 0.5
# Text moves up before a picture only if there is room for some lines of it (points).
LEAST_TEXT = 44
PICTURE_GAP = 7
# What it must save to let one run of text go before a picture (points).
LATER_COST = 4


class Columns(Flowable):
    """Sets *parts* in two columns of equal width, as level as can be; may go over pages.

    Every pass lays the same parts out again, and every page asks several times: what has been
    found out for one width is kept.

    :param gutter: space between the columns in points.
    :param measured: heights that are known: of a part in a column of that width.
    """

    def __init__(
        self,
        parts: list[Flowable],
        gutter: float,
        measured: dict[tuple[Flowable, float], float] | None = None,
    ) -> None:
        super().__init__()
        self._content = parts
        self.gutter = gutter
        self._measured = {} if measured is None else measured
        self._layouts: dict[float, tuple[list[Flowable], list[Flowable], float]] = {}
        self._pieces: dict[tuple[float, float], list[Flowable]] = {}

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the whole width and the height of the taller column."""
        self.width = available_width
        if available_width not in self._layouts:
            left, right = self._best_layout()
            self._layouts[available_width] = left, right, max(map(self._height, (left, right)))
        self._left, self._right, self.height = self._layouts[available_width]
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return the part that fills both columns of this page, and the rest."""
        room = available_width, available_height
        if room not in self._pieces:
            self._pieces[room] = self._divided(*room)
        return list(self._pieces[room])

    def _divided(self, available_width: float, available_height: float) -> list[Flowable]:
        self.wrap(available_width, available_height)
        if self.height <= available_height:
            return [self]
        height = max(0, available_height - SLACK)
        left, rest = self._fill(self._content, height)
        right, later = self._fill(rest, height)
        if not left:
            return []
        # Nothing is left for later when all fits once a picture has moved down.
        pieces = [parts for parts in (left + right, later) if parts]
        return [Columns(parts, self.gutter, self._measured) for parts in pieces]

    def draw(self) -> None:
        """Draw the left column, then the right one."""
        self._draw_column(self._left, 0)
        self._draw_column(self._right, self._column_width() + self.gutter)

    def _column_width(self) -> float:
        return float(self.width - self.gutter) / 2

    def _tall(self, part: Flowable) -> float:
        """Return the height of *part* in a column."""
        width = self._column_width()
        if (part, width) not in self._measured:
            self._measured[part, width] = part.wrapOn(self.canv, width, UNBOUNDED)[1]
        return self._measured[part, width]

    def _size(self, stack: list[Flowable]) -> Size:
        """Return how much room *stack* takes in a column."""
        height = gap = 0.0
        for number, part in enumerate(stack):
            height += self._tall(part)
            height += max(gap, part.getSpaceBefore()) if number else 0
            gap = part.getSpaceAfter()
        return Size(height, stack[0].getSpaceBefore() if stack else 0.0, gap)

    def _height(self, parts: list[Flowable]) -> float:
        """Return the height of *parts* below each other in one column."""
        return self._size(parts).height

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
        return flat(best_order[:best_count]), flat(best_order[best_count:])

    def _fill(self, parts: list[Flowable], height: float) -> tuple[list[Flowable], list[Flowable]]:
        """Return what of *parts* fills one column of that *height*, and what is left over."""
        stacks = list(kept_together(parts))
        tall = heights([self._size(stack) for stack in stacks])
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
        room = height - self._height(full) - PICTURE_GAP
        if room < LEAST_TEXT or not rest:
            return full, [*picture, *rest]
        more, later = self._fill(rest, room)
        first, others = after_what_continues(picture, later)
        return [*full, *more], [*first, *others]

    def _draw_column(self, parts: list[Flowable], x: float) -> None:
        y, gap, width = self.height, 0.0, self._column_width()
        for number, part in enumerate(parts):
            part_width, part_height = part.wrapOn(self.canv, width, UNBOUNDED)
            y -= max(gap, part.getSpaceBefore()) if number else 0
            y -= part_height
            part.drawOn(self.canv, x, y, _sW=max(0, width - part_width))
            gap = part.getSpaceAfter()


def _gap_between(above: list[Flowable], part: Flowable) -> float:
    """Return the space between what is *above* and *part* below it."""
    return float(max(above[-1].getSpaceAfter(), part.getSpaceBefore())) if above else 0.0


def arrange(parts: list[Flowable], gutter: float) -> list[Flowable]:
    """Return *parts* with all that is not marked ``full_width`` set in two columns.

    A heading right above a wide part goes with it.
    """
    arranged: list[Flowable] = []
    wide: list[Flowable] = []
    text: list[Flowable] = []
    for stack in kept_together(parts):
        if not is_wide(stack):
            text += stack
            continue
        if text:
            arranged += _placed(wide, text, gutter)
            wide, text = [], []
        wide += stack
    return arranged + _placed(wide, text, gutter)


def _placed(wide: list[Flowable], text: list[Flowable], gutter: float) -> list[Flowable]:
    """Return a wide part and the text after it, either of which may be missing."""
    if not text:
        return wide
    columns = Columns(text, gutter)
    if floats(wide):
        return [Floating(wide, columns)]
    return [*wide, columns]


class Floating(Flowable):
    """A wide picture and the text after it; the text goes first where the picture does not fit.

    Without this, a picture that goes to the next page would leave a gap behind.
    """

    def __init__(self, wide: list[Flowable], text: Columns) -> None:
        super().__init__()
        self._content = [*wide, text]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return a height that fits nowhere, so that :meth:`split` decides."""
        return available_width, UNBOUNDED

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return wide part and text in the order that leaves no gap."""
        *wide, text = self._content
        height = sum(part.wrapOn(self.canv, available_width, UNBOUNDED)[1] for part in wide)
        if height <= available_height:
            ordered = [*wide, text]
        else:
            # What fills this page, then the picture at the top of the next one, then the rest.
            now, *later = text.splitOn(self.canv, available_width, available_height) or [text]
            ordered = [now, *wide, *later]
        # ReportLab wants the first of the parts to fit as it is; this one always does.
        return [NullActionFlowable(), *ordered]
