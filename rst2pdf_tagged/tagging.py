"""Joins drawing and structure: what happens when a tagged file is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from rst2pdf.log import log

from rst2pdf_tagged.errors import WorkingOn
from rst2pdf_tagged.finish import finished
from rst2pdf_tagged.serialize import StructureWriter
from rst2pdf_tagged.structure import StructureTree

if TYPE_CHECKING:
    from rst2pdf_tagged.canvas import TaggedCanvas


def save(canvas: TaggedCanvas) -> None:
    """Write structure and metadata of what was drawn on *canvas*, and the file.

    What cannot be tagged is reported to rst2pdf's log as errors.
    """
    tree = StructureTree(canvas.record, canvas.client)
    root = tree.build(canvas.client.tagged_roots)
    report(canvas, tree)
    document = canvas._doc
    document.Catalog.StructTreeRoot = StructureWriter(document).write(root)
    data = finished(document.GetPDFData(canvas), canvas.language)
    output = canvas._filename
    if hasattr(output, "write"):
        output.write(data)
    else:
        Path(output).write_bytes(data)


def report(canvas: TaggedCanvas, tree: StructureTree) -> None:
    """Report everything that a reader of the file would miss."""
    for name, node, text in canvas.record.strays:
        _fail(node, f"{name} draws text {text!r} that no reader will hear; draw it as a Paragraph")
    for node in tree.nameless:
        what = f"the picture '{node['uri']}'" if "uri" in node else "this formula"
        _fail(
            node,
            f"{what} has no words for those who cannot see it; "
            "add :alt: what it shows, or :class: decorative",
        )
    for node, text in tree.unclaimed():
        what = type(node).__name__
        _fail(node, f"the text {text!r} of this {what} is in no part of the document; report this")
    missing = canvas.record.needed - canvas.record.hooks
    if missing:
        _fail(None, f"rst2pdf or reportlab changed: {', '.join(sorted(missing))} was never called")


def _fail(node: nodes.Node | None, message: str) -> None:
    with WorkingOn(node):
        log.error(message)
