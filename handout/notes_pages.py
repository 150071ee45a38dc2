"""Pages for notes that fill a booklet up to whole sheets, before its last part."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docutils import nodes
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.doctemplate import ActionFlowable, IndexingFlowable

from handout.booklet import PAGES_A_SHEET
from handout.flowables import Rules
from handout.print_base import PrintHandler

if TYPE_CHECKING:
    from typing import Any

    from reportlab.platypus import BaseDocTemplate
    from rst2pdf.createpdf import RstToPdf

MOST_PAGES = PAGES_A_SHEET - 1


class NotesPages(nodes.General, nodes.Element):
    """Where notes pages go: each has a ``heading``, and lines that are ``spoken`` as words.

    It stands between two chapters; what comes behind it begins on a page of its own.
    """


class NotesPage(Flowable):
    """One page: a heading, and lines to write on down to the foot."""

    def __init__(self, heading: Paragraph, rules: Rules) -> None:
        super().__init__()
        self.heading, self.rules = heading, rules
        self._content = [heading, rules]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Take the whole page, with as many lines as it has room for."""
        self.width, self.height = available_width, available_height
        _, self.above = self.heading.wrapOn(self.canv, available_width, available_height)
        self.rules.count = int((available_height - self.above) // self.rules.look.leading)
        _, self.below = self.rules.wrapOn(self.canv, available_width, available_height)
        return available_width, available_height

    def draw(self) -> None:
        """Draw heading and lines; the running head says the same as the heading."""
        self.canv.sectName, self.canv.firstSect = self.heading.getPlainText(), False
        y = self.height - self.above
        self.heading.drawOn(self.canv, 0, y)
        self.rules.drawOn(self.canv, 0, y - self.below)


class FillSheets(ActionFlowable, IndexingFlowable):
    """Begins a new page and puts so many of *pages* there that the whole fills its sheets.

    What comes before and behind is counted in one pass and filled up in the next one, which
    changes neither, as both end and begin with a page.

    :ivar shown: how many pages this pass shows; the document is done when it *is* right.
    """

    def __init__(self, pages: list[NotesPage]) -> None:
        super().__init__()
        self._content = pages
        self.others = self.shown = 0

    @property
    def needed(self) -> int:
        """Return how many pages are missing to whole sheets."""
        return -self.others % PAGES_A_SHEET

    def beforeBuild(self) -> None:  # noqa: N802
        """Begin one pass, which fills up what the one before has counted."""
        self.shown = self.needed

    def apply(self, doc: BaseDocTemplate) -> None:
        """Set the pages."""
        self._doc = doc
        if not doc.frame._atTop:
            self._turn_page()
        for page in self._content[: self.shown]:
            doc.handle_flowable([page])
            self._turn_page()

    def _turn_page(self) -> None:
        self._doc.handle_pageBreak()
        self._doc.clean_hanging()

    def afterBuild(self) -> None:  # noqa: N802
        """Count all pages but those for notes."""
        self.others = self._doc.page - self.shown

    def isSatisfied(self) -> bool:  # noqa: N802
        """Return whether the sheets are full."""
        return self.shown == self.needed


class NotesPagesHandler(PrintHandler):
    """Pages for notes, none to three."""

    def gather_elements(self, client: RstToPdf, node: NotesPages, style: Any) -> list[Flowable]:
        """Return all of them as one part, which shows those that are needed."""
        look, rule = client.styles["heading1"], client.styles["rule"]
        pages = [
            NotesPage(Paragraph(escape(node["heading"]), look), Rules(1, rule, node["spoken"]))
            for _ in range(MOST_PAGES)
        ]
        return [FillSheets(pages)]
