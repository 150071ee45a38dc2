"""How a page is laid out: columns, headings, contents, running head and foot."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docutils import nodes as docutils_nodes
from reportlab.platypus import CondPageBreak, Paragraph, TableStyle
from rst2pdf.flowables import DelayedTable, Heading, MySpacer
from rst2pdf.genelements import HandleSection, HandleTable, HandleTitle, HandleTopic

from handout import nodes
from handout.columns import Columns
from handout.contents import ContentsInColumns
from handout.floating import arrange
from handout.flowables import AtBottom, Bar, Beside, Icon
from handout.ink import icon
from handout.print_base import ALL, UNPADDED, PrintHandler, mark_wide
from handout.side import OneSide

if TYPE_CHECKING:
    from typing import Any

    from reportlab.platypus import Flowable
    from rst2pdf.createpdf import RstToPdf

    from handout import front


class SectionHandler(HandleSection):
    """A section; a chapter's text is set in as many columns as it was given."""

    sphinxmode = True

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return the section's flowables."""
        elements = list(super().gather_elements(client, node, style))
        if "side" in node:
            return one_side(elements, node["side"], client.styles["gutter"].width)
        if client.depth or "columns" not in node:
            return elements
        start = next(i for i, part in enumerate(elements) if isinstance(part, Heading)) + 1
        text, gutter = elements[start:], client.styles["gutter"].width
        return [*elements[:start], *arrange(text, node["columns"], gutter)]


def one_side(elements: list[Flowable], columns: int, gutter: float) -> list[Flowable]:
    """Return *elements* as one side of a leaf: its title, and below it columns of text."""
    kept = [part for part in elements if not isinstance(part, CondPageBreak)]
    start = next(i for i, part in enumerate(kept) if isinstance(part, Heading)) + 1
    return [OneSide([*kept[:start], Columns(kept[start:], columns, gutter)])]


class TitleHandler(HandleTitle):
    """A heading and its icon; a chapter's has a bar above it and never starts at a page's foot."""

    sphinxmode = True

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return the heading's flowables."""
        elements = list(super().gather_elements(client, node, style))
        if isinstance(node.parent, docutils_nodes.section) and client.depth == 1:
            look = client.styles["chapter-bar"]
            elements[:0] = [
                CondPageBreak(client.styles["chapter-room"].leading),
                MySpacer(0, look.spaceBefore),
                Bar(look),
                MySpacer(0, look.spaceAfter),
            ]
        if name := node.parent.get("icon"):
            elements[-1] = Beside(Icon(icon(name), client.styles["small-icon"].width), elements[-1])
        return elements


class WideTableHandler(HandleTable):
    """A table; it takes the whole width of the page, unless it asks for a column's."""

    sphinxmode = True

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return title and table."""
        elements = list(super().gather_elements(client, node, style))
        return elements if node.get("column") else mark_wide(elements)


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
        half = client.styles["gutter"].width / 2
        commands = [
            *UNPADDED,
            ("VALIGN", *ALL, "TOP"),
            ("RIGHTPADDING", (0, 0), (-2, -1), half),
            ("LEFTPADDING", (1, 0), (-1, -1), half),
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
        if node["columns"] > 1:
            contents = ContentsInColumns(contents, client.styles["gutter"].width)
        return [title, contents]


class PageBottomHandler(PrintHandler):
    """What stands at the bottom of a page."""

    def gather_elements(
        self, client: RstToPdf, node: front.PageBottom, style: Any
    ) -> list[Flowable]:
        """Return all of it as one part."""
        return [AtBottom(list(client.gather_elements(node, style)))]


class RunningLineHandler(PrintHandler):
    """The head or foot of a page: words on the left and on the right, or below each other."""

    def gather_elements(
        self, client: RstToPdf, node: front.RunningLine, style: Any
    ) -> list[Flowable]:
        """Return one row of two cells, or two rows where the style has one column."""
        look = client.styles[node["kind"]]
        # With # by its number, as rst2pdf would put the page's number for ###Page### in a name.
        left = [Paragraph(escape(node["left"], {"#": "&#35;"}), look)]
        # Unbroken, so that the long words that stand for the numbers need one line as they do.
        words = escape(node["right"]).replace(" ", "\u00a0")
        right = [Paragraph(words, client.styles[f"{node['kind']}-right"])]
        commands = TableStyle([*UNPADDED, *look.commands])
        rows = [[left], [right]] if len(look.colWidths) == 1 else [[left, right]]
        return [DelayedTable(rows, list(look.colWidths), commands)]
