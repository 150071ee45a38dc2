"""What the handout's print handlers have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rst2pdf.basenodehandler import NodeHandler
from rst2pdf.flowables import MySpacer

if TYPE_CHECKING:
    from typing import Any

    from docutils.nodes import Node
    from reportlab.platypus import Flowable
    from rst2pdf.createpdf import RstToPdf

ALL = ((0, 0), (-1, -1))
SIDES = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
UNPADDED = [(side, *ALL, 0) for side in SIDES]


class PrintHandler(NodeHandler):
    """Base of the handout's handlers; ``sphinxmode`` is what rst2pdf calls them in."""

    sphinxmode = True


class HiddenHandler(PrintHandler):
    """Something that print shows elsewhere or not at all."""

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return nothing."""
        return []


def made_for(node: Node, flowable: Flowable) -> Flowable:
    """Return *flowable*, which a reader is to take for *node* in the tree of the document."""
    flowable.rst_node, flowable.rst_part = node, None
    return flowable


def mark_wide(elements: list[Flowable]) -> list[Flowable]:
    """Mark *elements* as taking the whole width of the page."""
    for element in elements:
        element.full_width = True
    if isinstance(elements[-1], MySpacer):
        # Else the text below would be kept with them, and be as wide.
        elements[-1].keepWithNext = False
    return elements
