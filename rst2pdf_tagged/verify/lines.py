"""Puts what is painted together to lines of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rst2pdf_tagged.verify.shapes import union

if TYPE_CHECKING:
    from rst2pdf_tagged.verify.access import Box
    from rst2pdf_tagged.verify.file import TaggedFile
    from rst2pdf_tagged.verify.tree import Place

# How far below another one a line begins at least, as a share of its height.
BELOW = 0.5


@dataclass
class Line:
    """A line of text: its page (from 0), what it shows, and where (points)."""

    page: int
    text: str
    box: Box

    @property
    def width(self) -> float:
        """Return how wide it is."""
        return self.box[2] - self.box[0]

    @property
    def letter(self) -> float:
        """Return how wide one of its characters is, on average."""
        return self.width / max(1, len(self.text))

    def words(self) -> list[str]:
        """Return its words."""
        return self.text.split()

    def is_above(self, other: Line) -> bool:
        """Return whether *other* stands below it, in the same column."""
        return (
            self.page == other.page
            and other.box[1] < self.box[1]
            and (other.box[0] < self.box[2] and self.box[0] < other.box[2])
        )


def lines(file: TaggedFile, places: list[Place]) -> list[Line]:
    """Return the lines that the sequences at *places* show, in their order."""
    found: list[Line] = []
    for place in places:
        for run in file.runs(place):
            if not run.text or run.box is None:
                continue
            if found and _goes_on(found[-1], place.page, run.box):
                found[-1].text += run.text
                found[-1].box = union([found[-1].box, run.box]) or run.box
            else:
                found.append(Line(place.page, run.text, run.box))
    return found


def _goes_on(line: Line, page: int, box: Box) -> bool:
    """Return whether what stands in *box* goes on with *line*; it may be raised or lowered."""
    height = max(line.box[3] - line.box[1], box[3] - box[1])
    return page == line.page and abs(line.box[1] - box[1]) < height * BELOW
