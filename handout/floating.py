"""Columns of text with the wide parts of a chapter between them, and pictures that may wait."""

from __future__ import annotations

from reportlab.platypus import Flowable
from reportlab.platypus.doctemplate import NullActionFlowable

from handout.columns import UNBOUNDED, Columns
from handout.packing import floats, is_wide, kept_together


def arrange(parts: list[Flowable], count: int, gutter: float) -> list[Flowable]:
    """Return *parts* with all that is not marked ``full_width`` set in *count* columns.

    A heading right above a wide part goes with it.  One column is as wide as any part.
    """
    if count == 1:
        return [Columns(parts, count, gutter)] if parts else []
    arranged: list[Flowable] = []
    wide: list[Flowable] = []
    text: list[Flowable] = []
    for stack in kept_together(parts):
        if not is_wide(stack):
            text += stack
            continue
        if text:
            arranged += _placed(wide, text, count, gutter)
            wide, text = [], []
        wide += stack
    return arranged + _placed(wide, text, count, gutter)


def _placed(
    wide: list[Flowable], text: list[Flowable], count: int, gutter: float
) -> list[Flowable]:
    """Return a wide part and the text after it, either of which may be missing."""
    if not text:
        return wide
    columns = Columns(text, count, gutter)
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
