"""Call-outs on paper: an icon and a title, the words below, in a tint or a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Paragraph, TableStyle
from rst2pdf.flowables import DelayedTable, MySpacer

from handout.flowables import Icon
from handout.ink import icon
from handout.print_base import ALL, PrintHandler

if TYPE_CHECKING:
    from typing import Any

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable
    from rst2pdf.createpdf import RstToPdf

    from handout import nodes

# Icon and title in the first row; the words take the whole width below.
BOX_STYLE = [("SPAN", (0, 1), (1, 1)), ("VALIGN", (0, 0), (1, 0), "MIDDLE")]


class CalloutHandler(PrintHandler):
    """A tinted or framed box with an icon and a title; it never breaks over pages."""

    def gather_elements(self, client: RstToPdf, node: nodes.Callout, style: Any) -> list[Flowable]:
        """Return the box with space around it."""
        kind = node["kind"]
        look: ParagraphStyle = client.styles[f"callout-{kind}"]
        title, *rest = node.children
        room: ParagraphStyle = client.styles["callout-padding"]
        picture = Icon(icon(kind), client.styles["callout-icon"].width)
        body = [
            part
            for child in rest
            for part in client.gen_elements(child, client.styles["callout-body"])
        ]
        tint = ("BACKGROUND", *ALL, look.backColor)
        lines = [*BOX_STYLE, *room.commands, tint, *look.commands]
        box = MarkedRow(
            [[picture, client.gen_elements(title)], [body, ""]],
            float(room.colWidths[0]),
            TableStyle([*lines, *_cut_line(client, kind)]),
        )
        box.closes = kind == "key-points"
        return [MySpacer(0, look.spaceBefore), box, MySpacer(0, look.spaceAfter)]


def _cut_line(client: RstToPdf, kind: str) -> list[tuple[Any, ...]]:
    """Return a dashed frame for the card to cut out; style sheets know solid lines only."""
    if kind != "wallet-card":
        return []
    return [("BOX", *ALL, 1.2, client.styles["rule"].textColor, None, (5, 4))]


class MarkedRow(DelayedTable):
    """Rows with a first column of fixed width; the rest of the width is the second's."""

    def __init__(self, data: list[list[Any]], mark_width: float, style: TableStyle) -> None:
        super().__init__(data, [mark_width, 0], style, splitByRow=False)
        self.mark_width = mark_width

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure the row for a column *width* points wide."""
        self._colWidths = [self.mark_width, width - self.mark_width]
        self.hAlign = "LEFT"
        return super().wrap(width, height)  # type: ignore[no-any-return]


class CalloutTitleHandler(PrintHandler):
    """The words at the top of a box, in the box's own colour."""

    def gather_elements(
        self, client: RstToPdf, node: nodes.CalloutTitle, style: Any
    ) -> list[Flowable]:
        """Return the title."""
        name = f"callout-title-{node.parent['kind']}"
        return [Paragraph(client.gather_pdftext(node), client.styles[name])]
