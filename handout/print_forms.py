"""What is filled in by hand: labelled lines, ruled lines, a log, blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docutils import nodes as docutils_nodes
from reportlab.platypus import Paragraph, TableStyle
from rst2pdf.flowables import DelayedTable, MySpacer

from handout.flowables import LabelledRule, Rule, Rules
from handout.print_base import PrintHandler, made_for, mark_wide

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
        rule = Rule(client.styles["rule"], node["spoken"])
        return [LabelledRule(label, rule)]


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
        look = client.styles["rule"]
        rules = Rules(node["count"], look, node["spoken"])
        return [*label, rules, MySpacer(0, look.spaceAfter)]


class LogHandler(PrintHandler):
    """A grid with column heads and empty rows."""

    def gather_elements(self, client: RstToPdf, node: nodes.Log, style: Any) -> list[Flowable]:
        """Return title and grid."""
        (title_node,) = node.findall(docutils_nodes.title)
        heads = [
            made_for(entry, Paragraph(escape(entry.astext()), client.styles["table-heading"]))
            for entry in list(node.findall(docutils_nodes.entry))[: len(node["columns"])]
        ]
        empty = [[""] * len(heads) for _ in range(node["rows"])]
        look = client.styles["log"]
        grid = DelayedTable([heads, *empty], _shares(len(heads)), TableStyle(look.commands))
        grid.splitByRow = False
        words = escape(title_node.astext())
        title = made_for(title_node, Paragraph(words, client.styles["table-title"]))
        rule = client.styles["rule"]
        writable = RowHeights(grid, rule.leading - look.fontSize)
        return mark_wide([title, writable, MySpacer(0, rule.spaceAfter)])


class RowHeights(DelayedTable):
    """A grid whose empty rows are high enough to write in, by *more* points."""

    def __init__(self, grid: DelayedTable, more: float) -> None:
        style = TableStyle(parent=grid.style)
        style.add("BOTTOMPADDING", (0, 1), (-1, -1), more)
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
