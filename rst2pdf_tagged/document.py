"""The document template: what rst2pdf's own leaves out or gets wrong about a whole file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from reportlab import rl_config
from reportlab.graphics import shapes
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import LayoutError
from reportlab.platypus.flowables import KeepTogether, _listWrapOn
from rst2pdf import createpdf
from rst2pdf.flowables import Heading

from rst2pdf_tagged.canvas import TaggedCanvas
from rst2pdf_tagged.errors import PdfBuildError, WorkingOn, place_of
from rst2pdf_tagged.inline import is_tagged

if TYPE_CHECKING:
    from typing import Any

    from reportlab.platypus.flowables import Flowable

# A table or box that may be split starts on this page if that much of it fits (points), or
# as much as its own ``shortest_start`` says.
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
        content = list(self._content)
        frame = getattr(self, "_frame", None)
        if frame is None or frame._atTop:
            return content
        gap = max(content[0].getSpaceBefore() - frame._prevASpace, 0)
        room = available_height - gap
        if self._height(content, available_width) <= room:
            return content
        started = self._start(content, available_width, room)
        return started or [self.FrameBreak(), *content]

    def _start(self, content: list[Flowable], width: float, room: float) -> list[Flowable]:
        """Return the members with the last one split, or nothing if too little of it fits."""
        *head, last = content
        if not head:
            return []
        gap = max(head[-1].getSpaceAfter(), last.getSpaceBefore())
        left = room - self._height(head, width) - gap
        if left < getattr(last, "shortest_start", SHORTEST_START):
            return []
        parts = last.splitOn(self.canv, width, left)
        return [*head, *parts] if parts else []

    def _height(self, content: list[Flowable], width: float) -> float:
        return float(_listWrapOn(content, width, self.canv)[1]) if content else 0.0


class PageCount(createpdf.UnhappyOnce):
    """Ends a story; asks for another pass until ``###Total###`` is what it says.

    rst2pdf always makes one more pass and stops there, right or not.
    """

    # Without this, an empty page is added for it behind a full one.
    _ZEROSIZE = True
    shown = 0
    counted = 0

    def beforeBuild(self) -> None:
        """Begin one pass, which shows what the one before has counted."""
        self.shown = self.counted

    def draw(self) -> None:
        """Count the pages: this is the last flowable."""
        self.counted = self.canv.getPageNumber()

    def isSatisfied(self) -> bool:
        """Return whether the pages show what they are."""
        return self.shown == self.counted


class HonestDocTemplate(createpdf.FancyDocTemplate):
    """Writes metadata, one file per save, and says which part does not fit on a page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, keepTogetherClass=KeepWithStart, **kwargs)

    def multiBuild(self, story: list[Flowable], **kwargs: Any) -> int:
        """Lay the document out; start the output over if it has been written before.

        rst2pdf builds twice into one buffer for ``###Total###`` and real footnotes, which
        gives two files behind each other and a broken cross-reference table.
        """
        settings = vars(self.client.doctree.settings)
        # Sphinx knows them; rst2pdf alone has read them from the document.
        self.title: str = settings.get("title") or self.title or _name_of(self.client.doctree)
        self.author: str = settings.get("author") or self.author
        self.subject = settings.get("pdf_subject")
        self.keywords = settings.get("pdf_keywords")
        self.creator = "Sphinx, rst2pdf"
        self.lang = settings.get("pdf_language", self.client.language).replace("_", "-")
        self.displayDocTitle = True
        if hasattr(self.filename, "seek"):
            self.filename.seek(0)
            self.filename.truncate()
        return int(super().multiBuild(story, **kwargs))

    def _makeCanvas(self, filename: Any = None, canvasmaker: Any = Canvas) -> Canvas:
        """Return the canvas for one pass; the file is tagged unless it is asked not to be."""
        maker = TaggedCanvas if is_tagged(self.client) else canvasmaker
        # Tagged files are written once more by `finish`, which packs them: not as letters too.
        rl_config.useA85 = int(maker is not TaggedCanvas)
        canvas = super()._makeCanvas(filename, maker)
        if maker is TaggedCanvas:
            canvas.setPageCompression(0)
        canvas.client, canvas.language = self.client, self.lang
        # While no pages have been counted, another pass will follow, and nothing of this is kept.
        counts = [part for part in self._indexingFlowables if isinstance(part, PageCount)]
        canvas.draft = any(not count.counted for count in counts)
        return canvas

    def handle_documentBegin(self) -> None:
        """Begin one pass: ``###Total###`` is what the pass before has counted.

        rst2pdf shows the longest of all passes, and what an earlier build counted.
        """
        # Drawings select a font before they draw; Times is not embedded even if unused.
        shapes.STATE_DEFAULTS["fontName"] = rl_config.canvas_basefontname
        for page in self.pageTemplates:
            page._head.totalpages = page._foot.totalpages = getattr(self, "page", 0)
        super().handle_documentBegin()

    def handle_pageBegin(self) -> None:
        """Begin a page: ``###Section###`` goes on with the last section of the page before.

        rst2pdf goes on with the first one, even if others began below it.
        """
        super().handle_pageBegin()
        if hasattr(self.canv, "last_section"):
            self.canv.sectName, self.canv.sectNum = self.canv.last_section

    def afterFlowable(self, flowable: Flowable) -> None:
        """Note a heading for the contents and for the running heads of later pages."""
        super().afterFlowable(flowable)
        if isinstance(flowable, Heading) and flowable.level < flowable.section_header_depth:
            self.canv.last_section = (flowable.stext, flowable.snum or "")

    def handle_flowable(self, flowables: list[Flowable]) -> None:
        """Place the next flowable; name its source line if it fits on no page."""
        node = node_of(flowables[0])
        with WorkingOn(node):
            try:
                super().handle_flowable(flowables)
            except LayoutError as error:
                raise too_tall(node) from error
        _inherit_node(flowables, node)


def _name_of(tree: nodes.document) -> str:
    """Return the first heading of a document without a title, else its file's name."""
    heading = tree.next_node(nodes.title)
    return heading.astext() if heading is not None else Path(tree.get("source", "")).stem


def node_of(flowable: Flowable) -> nodes.Element | None:
    """Return the node that *flowable*, or the last of several in one, was made for."""
    members = getattr(flowable, "_content", None) or [flowable]
    found = [member.rst_node for member in members if getattr(member, "rst_node", None)]
    return found[-1] if found else None


def _inherit_node(flowables: list[Flowable], node: nodes.Element | None) -> None:
    """Let the parts of what was just divided, now first in line, remember its *node*."""
    for flowable in flowables:
        if node is None or hasattr(flowable, "rst_node"):
            return
        flowable.rst_node = node


def too_tall(node: nodes.Element | None) -> PdfBuildError:
    """Return the error for the flowable of a *node* that fits on no page."""
    what = NAMES.get(node.tagname, "this part") if node is not None else "a part"
    return PdfBuildError(f"{what} is taller than a page; shorten it or divide it", place_of(node))
