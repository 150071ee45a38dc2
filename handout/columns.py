"""Two balanced columns of text between the wide parts of a chapter.

Short lines (about 45 letters) are easier on weak readers, and lists waste less paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable
from reportlab.platypus.doctemplate import NullActionFlowable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Taller than any page: lets a part be measured without being cut (points).
UNBOUNDED = 1e5
# A part that was cut to fit may measure a hair more when it is measured again (points).
SLACK = 0.5
# Text moves up before a picture only if there is room for some lines of it (points).
LEAST_TEXT = 60
PICTURE_GAP = 10


class Columns(Flowable):
    """Sets *parts* in two columns of equal width, as level as can be; may go over pages.

    :param gutter: space between the columns in points.
    """

    def __init__(self, parts: list[Flowable], gutter: float) -> None:
        super().__init__()
        self._content = parts
        self.gutter = gutter

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the whole width and the height of the taller column."""
        self.width = available_width
        self._measure()
        cuts = self._cuts()
        self.cut = min(cuts, key=self._taller)
        self.height = self._taller(self.cut)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return the part that fills both columns of this page, and the rest."""
        self.wrap(available_width, available_height)
        if self.height <= available_height:
            return [self]
        height = max(0, available_height - SLACK)
        left, rest = self._fill(self._content, height)
        right, later = self._fill(rest, height)
        if not left:
            return []
        # Nothing is left for later when all fits once a picture has moved down.
        return [Columns(parts, self.gutter) for parts in (left + right, later) if parts]

    def draw(self) -> None:
        """Draw the left column, then the right one."""
        self._draw_column(0, self.cut, 0)
        self._draw_column(self.cut, len(self._content), self._column_width() + self.gutter)

    def _column_width(self) -> float:
        return float(self.width - self.gutter) / 2

    def _measure(self) -> None:
        """Note the height of each part in a column."""
        width = self._column_width()
        self._heights = [part.wrapOn(self.canv, width, UNBOUNDED)[1] for part in self._content]

    def _cuts(self) -> list[int]:
        """Return before which parts a new column may start, the end included."""
        lengths = [len(stack) for stack in kept_together(self._content)]
        return [sum(lengths[:count]) for count in range(len(lengths) + 1)]

    def _height(self, start: int, end: int) -> float:
        """Return the height of the parts from *start* up to *end* in one column."""
        height = gap = 0.0
        for number in range(start, end):
            part = self._content[number]
            height += self._heights[number]
            height += max(gap, part.getSpaceBefore()) if number > start else 0
            gap = part.getSpaceAfter()
        return height

    def _taller(self, cut: int) -> float:
        left, right = self._height(0, cut), self._height(cut, len(self._content))
        # A left column that is the shorter one looks like a mistake.
        return max(left, right) + (0.01 if left < right else 0)

    def _fill(self, parts: list[Flowable], height: float) -> tuple[list[Flowable], list[Flowable]]:
        """Return what of *parts* fills one column of that *height*, and what is left over."""
        column = self._column_of(parts)
        end = max(cut for cut in column._cuts() if column._height(0, cut) <= height)
        full, rest = parts[:end], parts[end:]
        stack = next(kept_together(rest), [])
        if not stack:
            return full, rest
        if floats(stack):
            return self._fill_past(full, stack, rest[len(stack) :], height)
        *head, last = stack
        # A heading may stay if the first lines of what it heads stay with it.
        above = self._column_of([*full, *head])
        room = height - above._height(0, len(above._content)) - above._gap_before(last)
        pieces = last.splitOn(self.canv, self._column_width(), room)
        if len(pieces) < 2:
            return full, rest
        return [*full, *head, pieces[0]], [*pieces[1:], *rest[len(head) + 1 :]]

    def _fill_past(
        self, full: list[Flowable], picture: list[Flowable], rest: list[Flowable], height: float
    ) -> tuple[list[Flowable], list[Flowable]]:
        """Return a column filled up with what comes after a *picture* that does not fit."""
        used = self._column_of(full)
        room = height - used._height(0, len(full)) - PICTURE_GAP
        if room < LEAST_TEXT or not rest:
            return full, [*picture, *rest]
        more, later = self._fill(rest, room)
        return [*full, *more], [*picture, *later]

    def _column_of(self, parts: list[Flowable]) -> Columns:
        """Return *parts* as measured for a column of this width."""
        column = Columns(parts, self.gutter)
        column.canv, column.width = self.canv, self.width
        column._measure()
        return column

    def _gap_before(self, part: Flowable) -> float:
        """Return the space between the last part here and *part* below it."""
        after = self._content[-1].getSpaceAfter() if self._content else 0
        return float(max(after, part.getSpaceBefore())) if self._content else 0.0

    def _draw_column(self, start: int, end: int, x: float) -> None:
        y, gap, width = self.height, 0.0, self._column_width()
        for number in range(start, end):
            part = self._content[number]
            part_width, part_height = part.wrapOn(self.canv, width, UNBOUNDED)
            y -= max(gap, part.getSpaceBefore()) if number > start else 0
            y -= part_height
            part.drawOn(self.canv, x, y, _sW=max(0, width - part_width))
            gap = part.getSpaceAfter()


def kept_together(parts: Iterable[Flowable]) -> Iterator[list[Flowable]]:
    """Yield runs of parts that must not be parted, such as a heading and what follows."""
    stack: list[Flowable] = []
    for part in parts:
        stack.append(part)
        if not part.getKeepWithNext():
            yield stack
            stack = []
    if stack:
        yield stack


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


def floats(stack: list[Flowable]) -> bool:
    """Return whether *stack* holds a picture, which may stand a little later than its text."""
    return any(getattr(part, "floats", False) for part in stack)


def is_wide(stack: list[Flowable]) -> bool:
    """Return whether any part of *stack* asks for the whole width of the page."""
    return any(getattr(part, "full_width", False) for part in stack)


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
        ordered = [*wide, text] if height <= available_height else [text, *wide]
        # ReportLab wants the first of the parts to fit as it is; this one always does.
        return [NullActionFlowable(), *ordered]
