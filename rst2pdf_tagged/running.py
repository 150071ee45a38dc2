"""The head and foot of each page: read from their text once, and heard by nobody."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docutils import nodes
from rst2pdf import createpdf

from rst2pdf_tagged.canvas import TaggedCanvas

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_draw = createpdf.HeaderOrFooter.draw
_replace = createpdf.HeaderOrFooter.replaceTokens
_publish = createpdf.publish_secondary_doctree


def draw(line: createpdf.HeaderOrFooter, page: Any, canvas: Any, *args: Any) -> None:
    """Draw a page's head or foot, which no reader is to hear on every page."""
    if canvas.draft:
        return
    kind = "Footer" if line.isfooter else "Header"
    with artifact(canvas, f"/Type /Pagination /Subtype /{kind}"):
        _draw(line, page, canvas, *args)


@dataclass(frozen=True)
class Values:
    """What stands in a head or foot for ``###Title###`` and the like, as markup.

    The ``#`` is written by its number: a title that holds ``###Page###`` is no order.
    """

    title: str
    sectName: str  # noqa: N815 - read by rst2pdf
    sectNum: str  # noqa: N815


def replace_tokens(
    line: createpdf.HeaderOrFooter, parts: list[Any], canvas: Any, doc: Any, smarty: str
) -> Any:
    """Put title, section and numbers in place; rst2pdf takes words for markup and for orders."""
    if not isinstance(doc, Values):
        words = (doc.title, getattr(canvas, "sectName", ""), getattr(canvas, "sectNum", ""))
        canvas = doc = Values(*(escape(str(text), {"#": "&#35;"}) for text in words))
    return _replace(line, parts, canvas, doc, smarty)


def artifact(canvas: Any, properties: str = "") -> AbstractContextManager[None]:
    """Return a block in which all that is drawn on a tagged *canvas* is an artifact."""
    if isinstance(canvas, TaggedCanvas):
        return canvas.artifact(properties)
    return nullcontext()


def is_in_line(node: nodes.Node | None) -> bool:
    """Return whether *node* stands in a head or foot of the document's own."""
    while node is not None and not isinstance(node, nodes.decoration):
        node = node.parent
    return node is not None


def parsed_once() -> Callable[..., nodes.document]:
    """Return what reads the text of a cover, head or foot, each text of a document once.

    rst2pdf reads head and foot anew for every page of every pass: more than a third of the
    time that layout takes.  Trees are copied, for rst2pdf changes what it is given.
    """
    known: dict[tuple[int, str], tuple[nodes.document, nodes.document]] = {}

    def publish(text: str, main_tree: nodes.document, source_path: str | None) -> nodes.document:
        key = (id(main_tree), text)
        if key not in known:
            # The tree of the document is kept too, or another one may get its identity.
            known[key] = (_publish(text, main_tree, source_path), main_tree)
        return known[key][0].deepcopy()

    return publish
