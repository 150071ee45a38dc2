"""Node handlers that mend rst2pdf's own: anchors of figures, unreadable pictures, table heads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from PIL import Image, UnidentifiedImageError
from rst2pdf.flowables import DelayedTable, Reference
from rst2pdf.genelements import HandleFigure, HandleTGroup
from rst2pdf.genpdftext import HandleImage

from rst2pdf_tagged.errors import PdfBuildError, place_of
from rst2pdf_tagged.pictures import read_svg

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable
    from rst2pdf.createpdf import RstToPdf

VECTOR = (".svg", ".svgz")


def take_anchors(client: RstToPdf, node: nodes.Element) -> list[Flowable]:
    """Return zero-size anchors for *node* and for all ids that wait for a place.

    Ids wait in ``client.pending_targets`` until the next paragraph; a figure or picture
    without one after it would leave them without any place in the file.
    """
    waiting = [*client.pending_targets, *node["ids"]]
    client.pending_targets = []
    fresh = [name for name in dict.fromkeys(waiting) if name not in client.targets]
    client.targets.extend(fresh)
    return [Reference(name) for name in fresh]


class FigureHandler(HandleFigure):
    """A figure that links can point at and that stays with its caption."""

    def gather_elements(self, client: RstToPdf, node: nodes.figure, style: object) -> list[Flowable]:
        """Return the figure's flowables, its anchors first."""
        anchors = take_anchors(client, node)
        if node.get("align") == "default":
            del node["align"]
        elements = super().gather_elements(client, node, style)
        for element in elements:
            if isinstance(element, DelayedTable):
                element.splitByRow = False
        return anchors + elements


class ImageHandler(HandleImage):
    """A picture that is there and can be read, or an error that says which is not."""

    def gather_elements(self, client: RstToPdf, node: nodes.image, style: object) -> list[Flowable]:
        """Return the picture as a block."""
        require_readable(client, node)
        anchors = take_anchors(client, node)
        if node.get("align") == "default":
            del node["align"]
        return anchors + super().gather_elements(client, node, style)

    def get_text(self, client: RstToPdf, node: nodes.image, replaceEnt: bool) -> str:
        """Return the picture as markup for the middle of a line."""
        require_readable(client, node)
        if node["uri"].lower().endswith(VECTOR):
            raise PdfBuildError(
                f"the SVG picture '{node['uri']}' cannot stand inside a line of print; "
                "use a PNG file or put it on a line of its own",
                place_of(node),
            )
        return str(super().get_text(client, node, replaceEnt))


def require_readable(client: RstToPdf, node: nodes.image) -> None:
    """Check that the picture's file exists and can be read.

    :raises PdfBuildError: it cannot; the place is the line that asks for it.
    """
    path = Path(client.basedir, node["uri"])
    if not path.is_file():
        raise PdfBuildError(
            f"there is no picture '{node['uri']}'; correct its name or add the file",
            place_of(node),
        )
    try:
        if path.suffix.lower() in VECTOR:
            read_svg(str(path), path.stat().st_mtime_ns)
        else:
            with Image.open(path) as picture:
                picture.verify()
    except (PdfBuildError, UnidentifiedImageError, OSError, SyntaxError) as error:
        raise PdfBuildError(
            f"the picture '{node['uri']}' cannot be read; export it again from the program "
            "that made it",
            place_of(node),
        ) from error


class TableGroupHandler(HandleTGroup):
    """A table that repeats its head rows, all of them and nothing but them."""

    def gather_elements(self, client: RstToPdf, node: nodes.tgroup, style: object) -> list[Flowable]:
        """Return the table; rst2pdf repeats one row, even of a table without a head."""
        elements = super().gather_elements(client, node, style)
        head = next(iter(node.findall(nodes.thead)), None)
        for table in elements:
            table.repeatrows = len(head) if head is not None and client.repeat_table_rows else 0
        return elements


HANDLERS = {
    nodes.figure: FigureHandler(),
    nodes.image: ImageHandler(),
    nodes.tgroup: TableGroupHandler(),
}
for handler in HANDLERS.values():
    handler.sphinxmode = True
