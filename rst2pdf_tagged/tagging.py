"""Joins drawing and structure: what happens when a tagged file is saved."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rst2pdf.log import log

from rst2pdf_tagged.errors import PdfBuildError, WorkingOn, place_of
from rst2pdf_tagged.finish import finished
from rst2pdf_tagged.references import References
from rst2pdf_tagged.serialize import StructureWriter
from rst2pdf_tagged.standards import standard_of
from rst2pdf_tagged.structure import StructureTree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes

    from rst2pdf_tagged.canvas import TaggedCanvas
    from rst2pdf_tagged.elements import Element

# What it means when a name of theirs that we take over is no longer called.
CHANGED = "rst2pdf or reportlab changed"


def save(canvas: TaggedCanvas) -> None:
    """Write structure and metadata of what was drawn on *canvas*, and the file.

    :raises SystemExit: something cannot be tagged; rst2pdf's log says what.
    """
    tree = StructureTree(canvas.record, canvas.client)
    root = tree.build(getattr(canvas.client, "tagged_roots", []))
    problems = list(find_problems(canvas, tree))
    for node, message in problems:
        with WorkingOn(node):
            # With Sphinx, the builder adds the place.
            log.error(
                message if canvas.client.sphinx else str(PdfBuildError(message, place_of(node)))
            )
    if problems:
        sys.exit(1)
    standard = standard_of(canvas.client)
    writer = StructureWriter(canvas._doc, standard)
    canvas._doc.Catalog.StructTreeRoot = writer.write(root)
    if standard.refers:
        connect(canvas, root, writer)
    data = finished(canvas._doc.GetPDFData(canvas), canvas.language, standard)
    output = canvas._filename
    if hasattr(output, "write"):
        output.write(data)
    else:
        Path(output).write_bytes(data)


def connect(canvas: TaggedCanvas, root: Element, writer: StructureWriter) -> None:
    """Let elements refer to others, and links and bookmarks lead to elements."""
    references = References(root, canvas.record)
    references.connect()
    for name in canvas.record.places:
        canvas._destinations[name].element = writer.reference_to(references.target(name))


def find_problems(
    canvas: TaggedCanvas, tree: StructureTree
) -> Iterator[tuple[nodes.Node | None, str]]:
    """Yield everything that a reader of the file would miss: where, and a plain sentence."""
    missing = canvas.record.needed - canvas.record.hooks - getattr(canvas.client, "hooks", set())
    if missing:
        # All else that could be said follows from that.
        yield None, f"{CHANGED}: {', '.join(sorted(missing))} was never called"
        return
    for name, stray, text in canvas.record.strays:
        yield stray, f"{name} draws text {text!r} that no reader hears; draw it as a Paragraph"
    for picture in tree.nameless:
        yield (
            picture,
            f"{_name_of(picture)} has no words for those who cannot see it; "
            "add :alt: what it shows, or :class: decorative",
        )
    for picture in tree.unheard:
        yield picture, f"{_name_of(picture)} is on no page, or where no reader hears it; {CHANGED}"
    watch = canvas.record.watch
    if watch is not None and not canvas.client.sphinx:
        # With Sphinx, the builder asks once for all documents.
        for message, user in watch.findings([canvas.client.doctree]):
            yield user, message
    for node, text in tree.unclaimed():
        what = type(node).__name__
        yield node, f"the text {text!r} of this {what} is in no part of the document; report this"


def _name_of(picture: nodes.Element) -> str:
    return f"the picture '{picture['uri']}'" if "uri" in picture else "this formula"
