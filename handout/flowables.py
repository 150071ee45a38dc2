"""Shapes for paper that rst2pdf does not have: tick boxes, ruled lines, icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing
    from reportlab.lib.colors import Color
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

RULE_WIDTH = 0.8


class TickBox(Flowable):
    """An empty square with rounded corners, its foot on the text's base line.

    :param size: edge in points.
    :param spoken: what a screen reader says for it.
    """

    # How far below the top of the line it starts, and how round it is, in parts of its edge.
    DROP = CORNER = 2 / 11

    def __init__(self, size: float, colour: Color, spoken: str) -> None:
        super().__init__()
        self.size, self.colour = size, colour
        self.spoken = spoken

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height."""
        return self.size, self.size * (1 + self.DROP)

    def draw(self) -> None:
        """Draw the square."""
        self.canv.setStrokeColor(self.colour)
        self.canv.setLineWidth(1.1)
        corner = self.size * self.CORNER
        self.canv.roundRect(0, 0, self.size, self.size, corner, stroke=1, fill=0)


class Rules(Flowable):
    """*count* lines to write on; may go over a page end.

    :param look: their colour, and as its leading how far they lie apart.
    :param spoken: what a screen reader says for them.
    """

    def __init__(self, count: int, look: ParagraphStyle, spoken: str) -> None:
        super().__init__()
        self.count, self.look = count, look
        self.spoken = spoken

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the whole width and the height of all lines."""
        self.width = available_width
        return available_width, float(self.count * self.look.leading)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return the lines that fit and the rest; never a single line alone."""
        fit = int(available_height // self.look.leading)
        if fit < 2 or self.count - fit < 2:
            return []
        rest = self.count - fit
        return [Rules(lines, self.look, self.spoken) for lines in (fit, rest)]

    def draw(self) -> None:
        """Draw the lines."""
        self.canv.setStrokeColor(self.look.textColor)
        self.canv.setLineWidth(RULE_WIDTH)
        for number in range(self.count):
            y = number * self.look.leading + 2
            self.canv.line(0, y, self.width, y)


class Rule(Flowable):
    """One line to write on.

    :param look: its colour, and as its leading the height to write in.
    :param spoken: what a screen reader says for it.
    """

    def __init__(self, look: ParagraphStyle, spoken: str) -> None:
        super().__init__()
        self.look, self.spoken = look, spoken

    def draw(self) -> None:
        """Draw the line over the width that was set last."""
        self.canv.setStrokeColor(self.look.textColor)
        self.canv.setLineWidth(RULE_WIDTH)
        self.canv.line(0, 0, self.width, 0)


class LabelledRule(Flowable):
    """A label with a line behind it up to the right edge."""

    def __init__(self, label: Paragraph, rule: Rule) -> None:
        super().__init__()
        self.label, self.rule = label, rule
        self._content = [label, rule]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the whole width and a line's height."""
        self.width = available_width
        _, height = self.label.wrapOn(self.canv, available_width * 0.7, available_height)
        self.height = max(height, self.rule.look.leading)
        return available_width, self.height

    def draw(self) -> None:
        """Draw label and line on one base line."""
        self.label.drawOn(self.canv, 0, 0)
        start = self.label.minWidth() if len(self.label.blPara.lines) > 1 else self._label_width()
        style = self.label.style
        x, y = min(start + style.fontSize / 2, self.width * 0.7), style.leading * 0.25
        self.rule.width = self.width - x
        self.rule.drawOn(self.canv, x, y)

    def _label_width(self) -> float:
        widths = self.label.getActualLineWidths0()
        return float(max(widths))


class Icon(Flowable):
    """A small picture, for the eye only: a word always stands beside it."""

    decorative = True

    def __init__(self, drawing: Drawing, size: float) -> None:
        super().__init__()
        self.drawing, self.size = drawing, size

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the square that the icon takes."""
        return self.size, self.size

    def draw(self) -> None:
        """Draw the icon to its size."""
        self.canv.saveState()
        self.canv.scale(self.size / self.drawing.width, self.size / self.drawing.height)
        self.drawing.drawOn(self.canv, 0, 0)
        self.canv.restoreState()


class Beside(Flowable):
    """A heading with an *icon* in front of its first line."""

    # Between icon and heading, in parts of the size of the heading's letters.
    GAP = 0.4

    def __init__(self, icon: Icon, heading: Paragraph) -> None:
        super().__init__()
        self.icon, self.heading = icon, heading
        self._content = [icon, heading]
        self.keepWithNext = heading.getKeepWithNext()
        self.spaceBefore, self.spaceAfter = heading.getSpaceBefore(), heading.getSpaceAfter()

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the whole width and the height of the heading's lines."""
        self.indent = self.icon.size + self.heading.style.fontSize * self.GAP
        room = available_width - self.indent
        _, self.height = self.heading.wrapOn(self.canv, room, available_height)
        self.width = available_width
        return self.width, self.height

    def draw(self) -> None:
        """Draw the icon to the middle of the first line, and the heading."""
        middle = self.height - self.heading.style.leading / 2
        self.icon.drawOn(self.canv, 0, middle - self.icon.size / 2)
        self.heading.drawOn(self.canv, self.indent, 0)


class AtBottom(Flowable):
    """Sets *parts* at the bottom of what is left of the page."""

    def __init__(self, parts: list[Flowable]) -> None:
        super().__init__()
        self._content = parts

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Take all the height there is, but for a hair: what follows must still fit."""
        self.width = available_width
        self.heights = [
            part.wrapOn(self.canv, self.width, available_height)[1] for part in self._content
        ]
        self.height = max(available_height - 1, sum(self.heights))
        return self.width, self.height

    def draw(self) -> None:
        """Draw the parts from the lowest line up."""
        y = sum(self.heights)
        for part, height in zip(self._content, self.heights, strict=True):
            y -= height
            part.drawOn(self.canv, 0, y)


class Bar(Flowable):
    """A short thick bar above a chapter's title."""

    def __init__(self, look: ParagraphStyle) -> None:
        super().__init__()
        self.colour, self.width, self.height = look.backColor, look.width, look.leading
        self.keepWithNext = True

    def draw(self) -> None:
        """Draw the bar."""
        self.canv.setFillColor(self.colour)
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
