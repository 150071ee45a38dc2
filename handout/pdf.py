"""How the handout's own nodes are set on paper; the one module that knows rst2pdf."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docutils import nodes as docutils_nodes
from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak, Paragraph, TableStyle
from rst2pdf.basenodehandler import NodeHandler
from rst2pdf.flowables import DelayedTable, Heading, MySpacer, SplitTable
from rst2pdf.genelements import HandleSection, HandleTable, HandleTitle, HandleTopic
from sphinx import addnodes
from svglib.svglib import svg2rlg

from handout import front, nodes
from handout.columns import arrange
from handout.edition import edition_of
from handout.flowables import RULE_GAP, AtBottom, Bar, Icon, LabelledRule, Rules, TickBox
from rst2pdf_tagged import NODE_HANDLERS_EVENT, TREE_READY_EVENT, FigureHandler, contents_topic

if TYPE_CHECKING:
    from typing import Any

    from reportlab.graphics.shapes import Drawing
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable
    from rst2pdf.createpdf import RstToPdf
    from sphinx.application import Sphinx

ALL = ((0, 0), (-1, -1))
ICONS = Path(__file__).parent.parent / "images" / "icons"
# Kinds of call-out whose icon has another name than the kind.
ICON_NAMES = {"main-message": "message", "wallet-card": "scissors"}
ICON_SIZE = 19
MARK_WIDTH = 35
TICK_BOX = 11
# Space between columns (points).
GUTTER = 18
# Icon and title in the first row; the words take the whole width below.
BOX_STYLE = [
    ("SPAN", (0, 1), (1, 1)),
    ("VALIGN", (0, 0), (1, 0), "MIDDLE"),
    ("LEFTPADDING", *ALL, 10),
    ("LEFTPADDING", (1, 0), (1, 0), 0),
    ("RIGHTPADDING", *ALL, 8),
    ("TOPPADDING", (0, 0), (1, 0), 5),
    ("BOTTOMPADDING", (0, 0), (1, 0), 2),
    ("TOPPADDING", (0, 1), (1, 1), 0),
    ("BOTTOMPADDING", (0, 1), (1, 1), 6),
]
# A line to cut along; style sheets know solid lines only.
EXTRA_LINES = {"wallet-card": [("BOX", *ALL, 1.2, HexColor("#56656b"), None, (5, 4))]}
# A chapter starts on the next page when less than this is left (points).
CHAPTER_ROOM = 125
BLANK = "_" * 18
UNPADDED = [(side, *ALL, 0) for side in ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")]


@lru_cache(maxsize=64)
def icon(name: str) -> Drawing:
    """Return the drawing of ``images/icons/<name>.svg``."""
    return svg2rlg(str(ICONS / f"{name}.svg"))


class PrintHandler(NodeHandler):
    """Base of the handout's handlers; ``sphinxmode`` is what rst2pdf calls them in."""

    sphinxmode = True


class CalloutHandler(PrintHandler):
    """A tinted or framed box with an icon and a title; it never breaks over pages."""

    def gather_elements(self, client: RstToPdf, node: nodes.Callout, style: Any) -> list[Flowable]:
        """Return the box with space around it."""
        kind = node["kind"]
        look: ParagraphStyle = client.styles[f"callout-{kind}"]
        title, *rest = node.children
        picture = Icon(icon(ICON_NAMES.get(kind, kind)), ICON_SIZE)
        body = [part for child in rest for part in client.gen_elements(child, client.styles["callout-body"])]
        lines = [*BOX_STYLE, ("BACKGROUND", *ALL, look.backColor), *look.commands]
        box = MarkedRow(
            [[picture, client.gen_elements(title)], [body, ""]],
            MARK_WIDTH,
            TableStyle([*lines, *EXTRA_LINES.get(kind, [])]),
        )
        return [MySpacer(0, look.spaceBefore), box, MySpacer(0, look.spaceAfter)]


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


class ListItemHandler(PrintHandler):
    """A list item: bullet, number or box to tick on the left, words on the right.

    rst2pdf's own guesses the width of the words and lets the bullets hang into the margin.
    """

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return the item as a row that may break over pages."""
        look = client.styles["bullet-list-item"]
        words = client.gather_elements(node, style=look)
        item = HangingItem([[self._mark(client, node), words]], style)
        gap = look.spaceBefore if node.parent.index(node) else 0
        return [MySpacer(0, gap), item]

    def _mark(self, client: RstToPdf, node: Any) -> Flowable:
        if "checklist" in node.parent["classes"]:
            return TickBox(TICK_BOX, client.styles["rule"].textColor, drop=2)
        mark, kind = client.bullet_for_node(node)
        return Paragraph("\u2022" if kind == "bullet" else mark, client.styles["list-mark"])


class HangingItem(SplitTable):
    """A list item whose mark has a fixed width and whose words take the rest."""

    def __init__(self, data: list[list[Any]], style: ParagraphStyle) -> None:
        super().__init__(data, list(style.colWidths), TableStyle(list(style.commands)), padding=0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure the item for a column *width* points wide."""
        mark = float(self._colWidths[0])
        self._colWidths = [mark, width - mark]
        self.hAlign = "LEFT"
        return super().wrap(width, height)  # type: ignore[no-any-return]


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
        label = [Paragraph(escape(node["label"]), client.styles["fill-in-label"])] if node["label"] else []
        return [*label, Rules(node["count"], client.styles["rule"].textColor), MySpacer(0, 8)]


class LogHandler(PrintHandler):
    """A grid with column heads and empty rows."""

    def gather_elements(self, client: RstToPdf, node: nodes.Log, style: Any) -> list[Flowable]:
        """Return title and grid."""
        heads = [Paragraph(escape(name), client.styles["table-heading"]) for name in node["columns"]]
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
        commands = [*UNPADDED, ("VALIGN", *ALL, "TOP"), ("RIGHTPADDING", (0, 0), (-2, -1), GUTTER)]
        table = DelayedTable([cells], [f"{100 / len(cells)}%"] * len(cells), TableStyle(commands))
        table.splitByRow = False
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


class DefinitionHandler(PrintHandler):
    """A word of the glossary and, in the same line, what it means."""

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return one paragraph; the word carries the anchors that links to it lead to."""
        term, definition = node.children
        anchors = "".join(f'<a name="{escape(name)}"/>' for name in term["ids"])
        client.targets.extend(term["ids"])
        meaning = " ".join(client.gather_pdftext(paragraph) for paragraph in definition.children)
        words = f"{anchors}<b>{client.gather_pdftext(term)}</b>\u2002{meaning}"
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


class HiddenHandler(PrintHandler):
    """Something that print shows elsewhere or not at all."""

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return nothing."""
        return []


class TitleHandler(HandleTitle):
    """A heading; a chapter's has a bar above it and never starts at a page's foot."""

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
        return elements


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


class WideTableHandler(HandleTable):
    """A table; it takes the whole width of the page."""

    sphinxmode = True

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return title and table."""
        elements = list(super().gather_elements(client, node, style))
        return mark_wide(elements)


class DrawingHandler(FigureHandler):
    """A drawing with its caption; one not made for a column takes the whole width."""

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return the drawing's flowables."""
        elements = super().gather_elements(client, node, style)
        for element in elements:
            element.floats = isinstance(element, DelayedTable)
        return elements if node.get("column") else mark_wide(elements)


def mark_wide(elements: list[Flowable]) -> list[Flowable]:
    """Mark *elements* as taking the whole width of the page."""
    for element in elements:
        element.full_width = True
    if isinstance(elements[-1], MySpacer):
        # Else the text below would be kept with them, and be as wide.
        elements[-1].keepWithNext = False
    return elements


class ContentsHandler(HandleTopic):
    """The list of contents, with a fine line under each entry to lead the eye."""

    sphinxmode = True

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return heading and list."""
        title, contents = super().gather_elements(client, node, style)
        contents.tableStyle = TableStyle([*UNPADDED, *client.styles["tableofcontents"].commands])
        return [title, contents]


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
        left = [Paragraph(escape(node["left"]), look)]
        # Unbroken, so that the long words that stand for the numbers need one line as they do.
        words = escape(node["right"]).replace(" ", "\u00a0")
        right = [Paragraph(words, client.styles[f"{node['kind']}-right"])]
        commands = TableStyle([*UNPADDED, *look.commands])
        return [DelayedTable([[left, right]], list(look.colWidths), commands)]


HANDLERS: dict[type, NodeHandler] = {
    nodes.Callout: CalloutHandler(),
    nodes.CalloutTitle: CalloutTitleHandler(),
    nodes.FillIn: FillInHandler(),
    nodes.WriteLines: WriteLinesHandler(),
    nodes.Log: LogHandler(),
    nodes.Blank: BlankHandler(),
    nodes.SideBySide: SideBySideHandler(),
    nodes.LongDescription: HiddenHandler(),
    front.PageBottom: PageBottomHandler(),
    front.RunningLine: RunningLineHandler(),
    docutils_nodes.citation: SourceHandler(),
    docutils_nodes.definition_list_item: DefinitionHandler(),
    docutils_nodes.list_item: ListItemHandler(),
    docutils_nodes.section: SectionHandler(),
    docutils_nodes.table: WideTableHandler(),
    docutils_nodes.figure: DrawingHandler(),
    docutils_nodes.title: TitleHandler(),
    docutils_nodes.topic: ContentsHandler(),
}


def on_node_handlers(app: Sphinx) -> dict[type, NodeHandler]:
    """Tell the PDF builder how to set the handout's nodes."""
    return HANDLERS


def on_tree_ready(app: Sphinx, tree: docutils_nodes.document, options: dict[str, Any]) -> None:
    """Put cover, contents and running head and foot around the chapters."""
    edition = edition_of(app.env)
    contents = contents_topic(tree, edition.words["contents"])
    for chapter in tree.findall(addnodes.start_of_file):
        if chapter["docname"] in app.config.handout_full_width:
            chapter.next_node(docutils_nodes.section)["full_width"] = True
    tree.insert(0, [front.running(edition), *front.cover(edition), contents])


def setup(app: Sphinx) -> None:
    """Connect to the PDF builder's events."""
    app.add_node(front.PageBottom)
    app.add_node(front.RunningLine)
    app.connect(NODE_HANDLERS_EVENT, on_node_handlers)
    app.connect(TREE_READY_EVENT, on_tree_ready)
