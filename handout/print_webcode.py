"""The square code on paper, with its address under it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, TableStyle
from reportlab.platypus.doctemplate import NullActionFlowable
from rst2pdf.flowables import DelayedTable

from handout.print_base import ALL, UNPADDED, PrintHandler, made_for, mark_wide

if TYPE_CHECKING:
    from typing import Any

    from rst2pdf.createpdf import RstToPdf

    from handout.webcode import Modules, WebCode

# What a phone's camera can read at arm's length (points).
LEAST_EDGE = 25 * mm
LEAST_MODULE = 0.5 * mm
# White on all sides, in modules (ISO/IEC 18004, 5.3.8).
QUIET = 4
# How far letters may reach below their own line (points).
TAIL = 2
# White on the left of a column and of the page's text, at least (points).
GUTTER = 18
# Words stand beside the code in a column that is so many times as wide, else above it.
ROOMY = 2


class CodeSquare(Flowable):
    """The code in black, all in one shape so that no gaps can be seen between its modules.

    :param edge: the edge that is asked for, in points; a code to scan may need more.
    :ivar quiet: how much white it needs on each side.
    """

    pictured = True

    def __init__(self, modules: Modules, edge: float) -> None:
        super().__init__()
        self.modules = modules
        self.width = self.height = max(edge, LEAST_EDGE, len(modules) * LEAST_MODULE)
        self.module = self.width / len(modules)
        self.quiet = QUIET * self.module

    def draw(self) -> None:
        """Draw the runs of black modules in each row."""
        shape = self.canv.beginPath()
        for y, row in enumerate(reversed(self.modules)):
            x = 0
            for is_black, run in groupby(row):
                length = len(list(run))
                if is_black:
                    shape.rect(x, y, length, 1)
                x += length
        self.canv.saveState()
        self.canv.scale(self.module, self.module)
        self.canv.setFillColor(black)
        self.canv.drawPath(shape, stroke=0, fill=1)
        self.canv.restoreState()


class AddressedCode(Flowable):
    """*words* that say what the *code* is for, the code, and under it its *address*."""

    def __init__(self, words: Paragraph, code: CodeSquare, address: Paragraph) -> None:
        super().__init__()
        self.words, self.code, self.address = words, code, address
        self._content = [words, code, address]
        self.indent = max(0, code.quiet - GUTTER)
        self.spaceBefore = code.quiet + TAIL

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the whole width and the height of all three."""
        code = self.code
        _, self.foot = self.address.wrapOn(self.canv, available_width, available_height)
        self.foot += code.quiet
        is_roomy = available_width >= ROOMY * code.width
        self.left = self.indent + code.width + code.quiet if is_roomy else 0
        _, words = self.words.wrapOn(self.canv, available_width - self.left, available_height)
        if is_roomy:
            self.words_foot = self.foot + max(0, code.height - words) / 2
        else:
            self.words_foot = self.foot + code.height + code.quiet + TAIL
        self.width = available_width
        self.height = max(self.foot + code.height, self.words_foot + words)
        return self.width, self.height

    def draw(self) -> None:
        """Draw all three."""
        self.words.drawOn(self.canv, self.left, self.words_foot)
        self.code.drawOn(self.canv, self.indent, self.foot)
        self.address.drawOn(self.canv, self.indent, 0)


class TextBesideCode(DelayedTable):
    """*text* on the left, and the *code* on the right in a column *width* points wide.

    Where not all of it fits on the page, the code comes after the text instead.
    """

    def __init__(self, text: list[Flowable], code: AddressedCode, width: float) -> None:
        look = TableStyle(
            [*UNPADDED, ("VALIGN", *ALL, "TOP"), ("LEFTPADDING", (1, 0), (1, 0), GUTTER)]
        )
        super().__init__([[text, [code]]], [0, width], look, splitByRow=False)
        self.code_width = GUTTER + max(width, code.code.width + code.code.quiet)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Measure both columns."""
        self._colWidths = [available_width - self.code_width, self.code_width]
        self.hAlign = "LEFT"
        return super().wrap(available_width, available_height)  # type: ignore[no-any-return]

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return all parts, to be set below each other."""
        ((text, code),) = self.data
        # ReportLab wants the first of the parts to fit as it is; this one always does.
        return [NullActionFlowable(), *text, *code]


class WebCodeHandler(PrintHandler):
    """The code, or some sections with the code on their right."""

    def gather_elements(self, client: RstToPdf, node: WebCode, style: Any) -> list[Flowable]:
        """Return it as one part."""
        beside: list[Any]
        square: Any
        *beside, words, square, address = node.children
        look = client.styles["web-code"]
        code = AddressedCode(
            self._paragraph(client, words),
            made_for(square, CodeSquare(square["modules"], client.styles.adjustUnits(look.width))),
            self._paragraph(client, address),
        )
        if not beside:
            return [code]
        text = [part for section in beside for part in client.gen_elements(section)]
        return mark_wide([TextBesideCode(text, code, client.styles["web-code-words"].width)])

    def _paragraph(self, client: RstToPdf, node: Any) -> Paragraph:
        (style,) = node["classes"]
        return made_for(node, Paragraph(client.gather_pdftext(node), client.styles[style]))
