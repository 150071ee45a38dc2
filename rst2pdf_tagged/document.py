"""The document template: what rst2pdf's own leaves out or gets wrong about a whole file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus.doctemplate import LayoutError
from reportlab.platypus.flowables import KeepTogether, _listWrapOn
from rst2pdf import createpdf

from rst2pdf_tagged.errors import PdfBuildError, place_of

if TYPE_CHECKING:
    from typing import Any

    from reportlab.platypus.flowables import Flowable

# A table or box that may be split starts on this page if that much of it fits (points).
SHORTEST_START = 72

NAMES = {
    "table": "a row of this table",
    "tgroup": "a row of this table",
    "figure": "this figure",
    "image": "this picture",
}


class KeepWithStart(KeepTogether):
    """Keeps a heading on the page of what follows it, or at least of the start of it.

    ReportLab's own class forgets the space before its first member when it measures, and
    pushes a long table to the next page, heading and all, although it could start here.
    """

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return the members, with a break before them if they belong on the next page."""
        frame = getattr(self, "_frame", None)
        at_top = getattr(frame, "_atTop", True)
        content = list(self._content)
        gap = 0 if at_top else max(content[0].getSpaceBefore() - frame._prevASpace, 0)
        room = available_height - gap
        if at_top or self._height(content, available_width) <= room:
            return content
        started = self._start(content, available_width, room)
        return started or [self.FrameBreak(), *content]

    def _start(self, content: list[Flowable], width: float, room: float) -> list[Flowable]:
        """Return the members with the last one split, or nothing if too little of it fits."""
        *head, last = content
        left = room - self._height(head, width) - last.getSpaceBefore()
        if not head or left < SHORTEST_START:
            return []
        parts = last.splitOn(self.canv, width, left)
        return [*head, *parts] if len(parts) > 1 else []

    def _height(self, content: list[Flowable], width: float) -> float:
        return float(_listWrapOn(content, width, self.canv)[1]) if content else 0.0


class HonestDocTemplate(createpdf.FancyDocTemplate):
    """Writes metadata, one file per save, and says which part does not fit on a page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, keepTogetherClass=KeepWithStart, **kwargs)

    def multiBuild(self, story: list[Flowable], **kwargs: Any) -> int:
        """Lay the document out; start the output over if it has been written before.

        rst2pdf builds twice into one buffer for ``###Total###`` and real footnotes, which
        gives two files behind each other and a broken cross-reference table.
        """
        settings = self.client.doctree.settings
        self.title = settings.title
        self.author = settings.author
        self.subject = settings.pdf_subject
        self.keywords = settings.pdf_keywords
        self.creator = "Sphinx, rst2pdf"
        self.lang = settings.pdf_language.replace("_", "-")
        self.displayDocTitle = True
        self.filename.seek(0)
        self.filename.truncate()
        return int(super().multiBuild(story, **kwargs))

    def handle_flowable(self, flowables: list[Flowable]) -> None:
        """Place the next flowable; name its source line if it fits on no page."""
        suspect = flowables[0]
        try:
            super().handle_flowable(flowables)
        except LayoutError as error:
            raise too_tall(suspect) from error


def too_tall(flowable: Flowable) -> PdfBuildError:
    """Return the error for a *flowable* that fits on no page."""
    members = getattr(flowable, "_content", None) or [flowable]
    nodes = [member.rst_node for member in members if getattr(member, "rst_node", None)]
    node = nodes[-1] if nodes else None
    what = NAMES.get(node.tagname, "this part") if node is not None else "a part"
    return PdfBuildError(
        f"{what} is taller than a page; shorten it or divide it", place_of(node)
    )
