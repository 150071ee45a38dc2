"""Lists, the glossary and the list of sources on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.platypus import Paragraph, TableStyle
from rst2pdf.flowables import MySpacer, SplitTable

from handout.flowables import Icon, TickBox
from handout.ink import icon
from handout.print_base import PrintHandler

if TYPE_CHECKING:
    from typing import Any

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable
    from rst2pdf.createpdf import RstToPdf


# Lists with icons and no more items than this are not parted.
FEW = 3


class ListItemHandler(PrintHandler):
    """A list item: bullet, number, icon or box to tick on the left, words on the right.

    rst2pdf's own guesses the width of the words and lets the bullets hang into the margin.
    """

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return the item as a row that may break over pages."""
        look = client.styles["bullet-list-item"]
        words = client.gather_elements(node, style=look)
        item = HangingItem([[self._mark(client, node), words]], style)
        item.continues = node.parent.index(node) > 0
        gap = look.spaceBefore if item.continues else 0
        parts = [MySpacer(0, gap), item]
        for part in parts if is_kept(node) else []:
            part.keepWithNext = True
        return parts

    def _mark(self, client: RstToPdf, node: Any) -> Flowable:
        if "checklist" in node.parent["classes"]:
            colour = client.styles["rule"].textColor
            return TickBox(client.styles["tick-box"].width, colour, node.parent["spoken"])
        if name := node.get("icon"):
            return Icon(icon(name), client.styles["small-icon"].width)
        mark, kind = client.bullet_for_node(node)
        return Paragraph("\u2022" if kind == "bullet" else mark, client.styles["list-mark"])


def is_kept(item: Any) -> bool:
    """Return whether *item* stays with the next one: phone numbers are not torn apart."""
    others = item.parent.children
    return "icons" in item.parent["classes"] and len(others) <= FEW and item is not others[-1]


class HangingItem(SplitTable):
    """A list item whose mark has a fixed width and whose words take the rest."""

    def __init__(self, data: list[list[Any]], style: ParagraphStyle) -> None:
        super().__init__(data, list(style.colWidths), TableStyle(list(style.commands)), padding=0)
        self.mark_width = float(style.colWidths[0])

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure the item for a column *width* points wide."""
        mark = self.mark_width
        self._colWidths = [mark, width - mark]
        self.hAlign = "LEFT"
        return super().wrap(width, height)  # type: ignore[no-any-return]


class DefinitionHandler(PrintHandler):
    """A word of the glossary and, in the same line, what it means."""

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return one paragraph; the word carries the anchors that links to it lead to."""
        term, definition = node.children
        anchors = "".join(f'<a name="{escape(name)}"/>' for name in term["ids"])
        client.targets.extend(term["ids"])
        meaning = " ".join(client.gen_pdftext(paragraph) for paragraph in definition.children)
        words = f"{anchors}<b>{client.gen_pdftext(term)}</b>\u2002{meaning}"
        return [Paragraph(words, client.styles["definition"])]


class SourceHandler(PrintHandler):
    """One entry of the list of sources, its number hanging on the left."""

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return the entry as one paragraph with the anchors that its marks lead to."""
        label, *paragraphs = node.children
        anchors = "".join(f'<a name="{escape(name)}"/>' for name in node["ids"])
        client.targets.extend(node["ids"])
        words = " ".join(client.gather_pdftext(paragraph) for paragraph in paragraphs)
        return [Paragraph(anchors + words, client.styles["source"], bulletText=label.astext())]
