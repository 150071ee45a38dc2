"""What is filled in by hand: labelled lines, ruled lines, a log, blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.platypus import Paragraph, TableStyle
from rst2pdf.flowables import DelayedTable, MySpacer

from handout.flowables import RULE_GAP, LabelledRule, Rules
from handout.print_base import PrintHandler, mark_wide

if TYPE_CHECKING:
    from typing import Any

    from reportlab.platypus import Flowable
    from rst2pdf.createpdf import RstToPdf

    from handout import nodes

BLANK = "_" * 18


class FillInHandler(PrintHandler):
    """A label with a line behind it."""

    def gather_elements(self, client: RstToPdf, node: nodes.FillIn, style: Any) -> list[Flowable]:
        """Return the labelled line."""
        label = Paragraph(client.gather_pdftext(node), client.styles["fill-in"])
        return [LabelledRule(label, client.styles["rule"].textColor)]


class WriteLinesHandler(PrintHandler):
    """Ruled lines under a label."""

    def gather_elements(
        self, client: RstToPdf, node: nodes.WriteLines, style: Any
    ) -> list[Flowable]:
        """Return label and lines."""
        label = (
            [Paragraph(escape(node["label"]), client.styles["fill-in-label"])]
            if node["label"]
            else []
        )
        return [*label, Rules(node["count"], client.styles["rule"].textColor), MySpacer(0, 8)]


class LogHandler(PrintHandler):
    """A grid with column heads and empty rows."""

    def gather_elements(self, client: RstToPdf, node: nodes.Log, style: Any) -> list[Flowable]:
        """Return title and grid."""
        heads = [
            Paragraph(escape(name), client.styles["table-heading"]) for name in node["columns"]
        ]
        empty = [[""] * len(heads) for _ in range(node["rows"])]
        look = client.styles["log"]
        grid = DelayedTable([heads, *empty], _shares(len(heads)), TableStyle(look.commands))
        grid.splitByRow = False
        title = Paragraph(escape(node["title"]), client.styles["table-title"])
        return mark_wide([title, RowHeights(grid), MySpacer(0, 8)])


class RowHeights(DelayedTable):
    """A grid whose empty rows are high enough to write in."""

    def __init__(self, grid: DelayedTable) -> None:
        style = TableStyle(parent=grid.style)
        style.add("BOTTOMPADDING", (0, 1), (-1, -1), RULE_GAP - 12)
        super().__init__(grid.data, grid._colWidths, style, splitByRow=False)


def _shares(count: int) -> list[str]:
    """Return column widths: the last column, for notes, as wide as two others."""
    part = 100 / (count + 1)
    return [f"{part}%"] * (count - 1) + [f"{2 * part}%"]


class BlankHandler(PrintHandler):
    """A fact nobody told us: a rule in the line, to fill in by hand."""

    def get_text(self, client: RstToPdf, node: nodes.Blank, replaceEnt: bool) -> str:
        """Return the rule."""
        return BLANK

    def gather_elements(self, client: RstToPdf, node: nodes.Blank, style: Any) -> list[Flowable]:
        """Return the rule as a paragraph of its own."""
        return [Paragraph(BLANK, style)]
