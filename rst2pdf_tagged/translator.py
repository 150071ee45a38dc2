"""What rst2pdf's walk over the joined tree leaves out."""

from __future__ import annotations

from docutils import nodes
from rst2pdf.pdfbuilder import PDFTranslator

from rst2pdf_tagged.links import adopt_children

_colour = PDFTranslator.visit_literal_block


def colour_code(visitor: PDFTranslator, node: nodes.literal_block) -> None:
    """Put coloured code in the place of *node*; rst2pdf forgets its line, for messages."""
    parent, index = node.parent, node.parent.index(node)
    _colour(visitor, node)
    coloured = parent[index]
    assert isinstance(coloured, nodes.Element)
    coloured.source, coloured.line = node.source, node.line
    adopt_children(coloured)
