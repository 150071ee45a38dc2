"""Node handlers that mend rst2pdf's own: torn figures, unreadable pictures, table heads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from PIL import Image, UnidentifiedImageError
from rst2pdf.basenodehandler import NodeHandler
from rst2pdf.flowables import DelayedTable
from rst2pdf.genelements import HandleFigure, HandleTGroup
from rst2pdf.genpdftext import HandleImage, HandleInline
from sphinx import addnodes

from rst2pdf_tagged.errors import PdfBuildError, place_of
from rst2pdf_tagged.inline import LANGUAGE
from rst2pdf_tagged.pictures import read_svg
from rst2pdf_tagged.roles import SILENT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from reportlab.platypus.flowables import Flowable
    from rst2pdf.createpdf import RstToPdf

VECTOR = (".svg", ".svgz")
# Class of a picture that shows nothing which the words do not say.
DECORATIVE = "decorative"


class FigureHandler(HandleFigure):
    """A figure that stays with its caption."""

    sphinxmode = True

    def gather_elements(
        self, client: RstToPdf, node: nodes.figure, style: object
    ) -> list[Flowable]:
        """Return the figure's flowables."""
        _forget_default_align(node)
        elements: list[Flowable] = super().gather_elements(client, node, style)
        for element in elements:
            if isinstance(element, DelayedTable):
                element.splitByRow = False
        return elements


class ImageHandler(HandleImage):
    """A picture that is there and can be read, or an error that says which is not."""

    sphinxmode = True

    def gather_elements(self, client: RstToPdf, node: nodes.image, style: object) -> list[Flowable]:
        """Return the picture as a block."""
        require_readable(client, node)
        _forget_default_align(node)
        _note_decorative(node)
        elements: list[Flowable] = super().gather_elements(client, node, style)
        return elements

    def get_text(self, client: RstToPdf, node: nodes.image, replaceEnt: bool) -> str:
        """Return the picture as markup for the middle of a line."""
        require_readable(client, node)
        _note_decorative(node)
        if node["uri"].lower().endswith(VECTOR):
            raise PdfBuildError(
                f"the SVG picture '{node['uri']}' cannot stand inside a line of print; "
                "use a PNG file or put it on a line of its own",
                place_of(node),
            )
        return str(super().get_text(client, node, replaceEnt))


def _forget_default_align(node: nodes.Element) -> None:
    """Remove Sphinx's word for "nothing said", which rst2pdf takes for a side."""
    if node.get("align") == "default":
        del node["align"]


def _note_decorative(node: nodes.image) -> None:
    """Note that no reader is to hear of the picture; rst2pdf takes a class for a style."""
    if DECORATIVE in node["classes"]:
        node["classes"].remove(DECORATIVE)
        node["pdf_role"] = SILENT


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

    sphinxmode = True

    def gather_elements(
        self, client: RstToPdf, node: nodes.tgroup, style: object
    ) -> list[Flowable]:
        """Return the table; rst2pdf repeats one row, even of a table without a head."""
        elements: list[Flowable] = super().gather_elements(client, node, style)
        head = next((child for child in node.children if isinstance(child, nodes.thead)), None)
        for table in elements:
            table.repeatrows = len(head) if head is not None and client.repeat_table_rows else 0
        return elements


class InlineHandler(HandleInline):
    """Words in a line that have the style of their class, unless it only tells their language."""

    sphinxmode = True

    def get_pre_post(self, client: RstToPdf, node: nodes.inline, replaceEnt: bool) -> Sequence[str]:
        """Return what stands before and behind the words."""
        styles = [name for name in node["classes"] if not name.startswith(LANGUAGE)]
        tags: Sequence[str] | None = client.styleToTags(styles[0]) if styles else None
        return tags or ("", "")


class PlainHandler(NodeHandler):
    """What is in the node looks like what is around it; rst2pdf knows no such node."""

    sphinxmode = True


# Class of a node: what draws it.
HANDLERS: dict[type, Any] = {
    addnodes.acks: PlainHandler(),
    addnodes.tabular_col_spec: PlainHandler(),
    nodes.abbreviation: PlainHandler(),
    nodes.term: PlainHandler(),
    nodes.figure: FigureHandler(),
    nodes.inline: InlineHandler(),
    nodes.image: ImageHandler(),
    nodes.tgroup: TableGroupHandler(),
}
