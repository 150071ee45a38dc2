"""Carries spans (abbreviations, code, languages, words for blanks) through ReportLab's markup.

ReportLab's paragraphs know one kind of span that survives line and page breaks: links.  So
every span is written as a link to an address of our own, which the canvas does not draw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from rst2pdf_tagged.errors import node_at_work
from rst2pdf_tagged.standards import standard_of

if TYPE_CHECKING:
    from rst2pdf.createpdf import RstToPdf

    from rst2pdf_tagged.record import Span

# Begins the address of a span; what follows is its number among the inline nodes.
OWN = "rst-node:"
# Begin the addresses of spans that are made while drawing.
LINE = "rst-line:"
SAY = "rst-say:"
# Begins a class that tells a language.
LANGUAGE = "language-"
# Text that is set in a line with other text.
IN_LINE = (nodes.Inline, nodes.option_string, nodes.option_argument)
# The classes of rst2pdf and of docutils for the numbers beside lines of code.
LINE_NUMBERS = {"linenumber", "ln"}
# The name of the callback that says which picture comes next.
PICTURE = "rst-picture"


def language_of(node: nodes.Node) -> str | None:
    """Return the language that a class like ``language-es`` (docutils' form) gives *node*."""
    names: list[str] = node.get("classes", []) if isinstance(node, nodes.Element) else []
    for name in names:
        if name.startswith(LANGUAGE):
            return name.removeprefix(LANGUAGE)
    return None


def spoken(node: nodes.Node) -> str | None:
    """Return the words to be read in place of *node* (its ``pdf_actual_text``), if any."""
    return node.get("pdf_actual_text") if isinstance(node, nodes.Element) else None


def is_block(node: nodes.Node) -> bool:
    """Return whether *node* holds text and is no part of a line."""
    return isinstance(node, nodes.TextElement) and not isinstance(node, IN_LINE)


def is_line_number(node: nodes.Node) -> bool:
    """Return whether *node* is the number beside a line of code, which nobody is to hear."""
    return isinstance(node, nodes.inline) and not LINE_NUMBERS.isdisjoint(node["classes"])


def _is_span(client: RstToPdf, node: nodes.Node) -> bool:
    if is_block(node):
        # Text of one node that is set in the paragraph of another; but rst2pdf puts coloured
        # code into a second node inside the first.
        return node is not node_at_work() and not isinstance(node, nodes.literal_block)
    return (
        isinstance(node, tuple(standard_of(client).spans))
        or is_line_number(node)
        or (isinstance(node, nodes.abbreviation) and "explanation" in node)
        or (isinstance(node, nodes.Inline) and bool(language_of(node) or spoken(node)))
    )


def is_tagged(client: RstToPdf) -> bool:
    """Return whether the document is to be tagged: unless ``pdf_tagged`` is off."""
    return bool(getattr(client.doctree.settings, "pdf_tagged", True))


def enclose(client: RstToPdf, node: nodes.Node, markup: str) -> str:
    """Return *markup*, made for *node*, with what lets the canvas find the node again."""
    if not is_tagged(client):
        return markup
    if isinstance(node, (nodes.image, nodes.math)):
        return f'<onDraw name="{PICTURE}" label="{_number(client, node)}"/>{markup}'
    if markup.strip() and _is_span(client, node):
        return f'<a href="{OWN}{_number(client, node)}">{markup}</a>'
    return markup


def _number(client: RstToPdf, node: nodes.Node) -> int:
    found = client.__dict__.setdefault("inline_nodes", [])
    found.append(node)
    return len(found) - 1


def node_of_span(client: RstToPdf, span: Span) -> nodes.Node | None:
    """Return the node that *span* was written for; ``None`` for a true link."""
    if not span[1].startswith(OWN):
        return None
    return client.inline_nodes[int(span[1].removeprefix(OWN))]  # type: ignore[no-any-return]
