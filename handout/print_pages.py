"""How a page is laid out: columns, headings, contents, running head and foot."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docutils import nodes as docutils_nodes
from reportlab.platypus import CondPageBreak, Paragraph, TableStyle
from rst2pdf.flowables import DelayedTable, Heading, MySpacer
from rst2pdf.genelements import HandleSection, HandleTable, HandleTitle, HandleTopic

from handout import nodes
from handout.columns import arrange
from handout.contents import ContentsInColumns
from handout.flowables import AtBottom, Bar, Beside, Icon
from handout.ink import SMALL_ICON, icon
from handout.print_base import ALL, UNPADDED, PrintHandler, mark_wide

if TYPE_CHECKING:
    from typing import Any

    from reportlab.platypus import Flowable
    from rst2pdf.createpdf import RstToPdf

    from handout import front

# Space between columns (points).
GUTTER = 18
# A chapter starts on the next page when less than this is left (points).
CHAPTER_ROOM = 84


class SectionHandler(HandleSection):
    """A section; a chapter's text is set in two columns, except in chapters named otherwise."""

    sphinxmode = True

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return the section's flowables."""
        elements = list(super().gather_elements(client, node, style))
        if client.depth or node.get("full_width"):
            return elements
        start = next(i for i, part in enumerate(elements) if isinstance(part, Heading)) + 1
        return [*elements[:start], *arrange(elements[start:], GUTTER)]


class TitleHandler(HandleTitle):
    """A heading and its icon; a chapter's has a bar above it and never starts at a page's foot."""

    sphinxmode = True

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return the heading's flowables."""
        elements = list(super().gather_elements(client, node, style))
        if isinstance(node.parent, docutils_nodes.section) and client.depth == 1:
            look = client.styles["chapter-bar"]
            bar = Bar(look.backColor)
            elements[:0] = [
                CondPageBreak(CHAPTER_ROOM),
                MySpacer(0, look.spaceBefore),
                bar,
                MySpacer(0, look.spaceAfter),
            ]
        if name := node.parent.get("icon"):
            elements[-1] = Beside(Icon(icon(name), SMALL_ICON), elements[-1])
        return elements


class WideTableHandler(HandleTable):
    """A table; it takes the whole width of the page."""

    sphinxmode = True

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return title and table."""
        elements = list(super().gather_elements(client, node, style))
        return mark_wide(elements)


class SideBySideHandler(PrintHandler):
    """Boxes, drawings, or words and a drawing, in columns."""

    def gather_elements(
        self, client: RstToPdf, node: nodes.SideBySide, style: Any
    ) -> list[Flowable]:
        """Return one row of cells."""
        body = client.styles["beside"]
        cells = [
            [element for child in cell for element in client.gen_elements(child, style=body)]
            for cell in columns(node)
        ]
        # Half of the gutter on each side of it, so that all columns are equally wide.
        commands = [
            *UNPADDED,
            ("VALIGN", *ALL, "TOP"),
            ("RIGHTPADDING", (0, 0), (-2, -1), GUTTER / 2),
            ("LEFTPADDING", (1, 0), (-1, -1), GUTTER / 2),
        ]
        table = DelayedTable([cells], [f"{100 / len(cells)}%"] * len(cells), TableStyle(commands))
        table.splitByRow = False
        # Drawings may stand a little later than their text, boxes may not.
        table.floats = all(isinstance(child, docutils_nodes.figure) for child in node.children)
        return mark_wide([table])


def columns(node: nodes.SideBySide) -> list[list[Any]]:
    """Return what belongs in each column: a box or drawing alone, words together."""
    cells: list[list[Any]] = []
    for child in node.children:
        alone = isinstance(child, (nodes.Callout, docutils_nodes.figure))
        if alone or not cells or isinstance(cells[-1][0], (nodes.Callout, docutils_nodes.figure)):
            cells.append([child])
        else:
            cells[-1].append(child)
    return cells


class ContentsHandler(HandleTopic):
    """The list of contents in two columns, with a fine line under each entry to lead the eye."""

    sphinxmode = True

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return heading and list."""
        title, contents = super().gather_elements(client, node, style)
        contents.tableStyle = TableStyle([*UNPADDED, *client.styles["tableofcontents"].commands])
        return [title, ContentsInColumns(contents, GUTTER)]


class PageBottomHandler(PrintHandler):
    """What stands at the bottom of a page."""

    def gather_elements(
        self, client: RstToPdf, node: front.PageBottom, style: Any
    ) -> list[Flowable]:
        """Return all of it as one part."""
        return [AtBottom(list(client.gather_elements(node, style)))]


class RunningLineHandler(PrintHandler):
    """The head or foot of a page: words on the left and on the right."""

    def gather_elements(
        self, client: RstToPdf, node: front.RunningLine, style: Any
    ) -> list[Flowable]:
        """Return one row of two cells."""
        look = client.styles[node["kind"]]
        # With # by its number, as rst2pdf would put the page's number for ###Page### in a name.
        left = [Paragraph(escape(node["left"], {"#": "&#35;"}), look)]
        # Unbroken, so that the long words that stand for the numbers need one line as they do.
        words = escape(node["right"]).replace(" ", "\u00a0")
        right = [Paragraph(words, client.styles[f"{node['kind']}-right"])]
        commands = TableStyle([*UNPADDED, *look.commands])
        return [DelayedTable([[left, right]], list(look.colWidths), commands)]
