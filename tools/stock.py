"""Builds the handout's sources with rst2pdf as it comes: untagged, in its own plain look.

    python -m tools.stock OUT

What is compared in ``make bench``: both sides read the same chapters with the same directives
and references, embed the same typeface by file, compress, and set all words, tables and
drawings on Letter.  Of our nodes, of which rst2pdf knows nothing, boxes and grids become its
containers and labels its paragraphs, with the words in them.  It has less to do than ours: no
cover, contents, running heads and feet, columns, icons, rules to write on, tags or PDF/A.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from rst2pdf.pdfbuilder import PDFBuilder
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import docutils_namespace, patch_docutils

import rst2pdf_tagged
from handout import nodes as ours

if TYPE_CHECKING:
    from typing import Any

    from sphinx.util.typing import ExtensionMetadata

ROOT = Path(__file__).resolve().parent.parent
SHEETS = ["source-sans", "paper-letter"]
SHEET_FOLDERS = ["theme/pdf", str(Path(rst2pdf_tagged.__file__).parent / "styles")]
EXTENSIONS = ["rst2pdf_tagged", "handout", "sphinxcontrib.bibtex", "tools.stock"]


class PlainNodes(SphinxPostTransform):
    """Puts nodes that rst2pdf knows in the place of ours, with the same words in them."""

    builders = ("pdf",)
    default_priority = 950

    def run(self, **kwargs: Any) -> None:
        """Replace every node of the handout's own; fit pictures made for a column."""
        for figure in self.document.findall(nodes.figure):
            if figure.get("column"):
                # As wide as it would be in one of two columns.
                figure[0]["width"] = "50%"
        for node in list(self.document.findall(nodes.Element)):
            if type(node).__module__ == ours.__name__:
                node.replace_self(plain(node))


def plain(node: nodes.Element) -> list[nodes.Node]:
    """Return what stands for *node* in rst2pdf's own look."""
    if isinstance(node, ours.LongDescription):
        return []  # print lists it elsewhere
    if isinstance(node, nodes.Inline):
        return [nodes.inline("", node.get("words", ""))]
    if isinstance(node, nodes.TextElement):
        return [nodes.paragraph("", "", *node.children)]
    words = [nodes.paragraph("", word) for word in node.get("columns", ())]
    return [nodes.container("", *words, *node.children)]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Put rst2pdf's own builder in the place of ours."""
    app.add_builder(PDFBuilder, override=True)
    app.add_post_transform(PlainNodes)
    return {"parallel_read_safe": True, "parallel_write_safe": False}


def main(folder: Path) -> None:
    """Build the PDF in *folder*.

    :raises SystemExit: there is none.
    """
    # An absolute path, as rst2pdf looks in the current folder.
    settings = {
        "extensions": EXTENSIONS,
        "pdf_documents": [("index", "stock", "Handout", "")],
        "pdf_stylesheets": SHEETS,
        "pdf_style_path": [str(ROOT / name) for name in SHEET_FOLDERS],
    }
    warnings = io.StringIO()
    with patch_docutils(str(ROOT)), docutils_namespace():
        app = Sphinx(
            ROOT / "source", ROOT, folder, folder / ".doctrees", "pdf",
            confoverrides=settings, status=None, warning=warnings, freshenv=True,
        )  # fmt: skip
        app.build(force_all=True)
    pdf = folder / "stock.pdf"
    if not pdf.is_file() or not pdf.stat().st_size:
        sys.exit(f"rst2pdf has made no PDF:\n{warnings.getvalue()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
