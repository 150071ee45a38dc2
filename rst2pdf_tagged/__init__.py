"""An honest ``pdf`` builder for any Sphinx + rst2pdf project.

Use it with ``extensions = ["rst2pdf_tagged"]`` in ``conf.py``; it brings rst2pdf's own
extension along and keeps all of its ``pdf_*`` settings.  See README.md in this folder.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rst2pdf_tagged import patches
from rst2pdf_tagged.builder import (
    NODE_HANDLERS_EVENT,
    TREE_READY_EVENT,
    WRITTEN_EVENT,
    HonestPdfBuilder,
)
from rst2pdf_tagged.contents import contents_topic
from rst2pdf_tagged.errors import PdfBuildError
from rst2pdf_tagged.glyphs import GlyphWatch
from rst2pdf_tagged.handlers import HANDLERS, FigureHandler
from rst2pdf_tagged.links import dangling_links
from rst2pdf_tagged.stylesheets import SHIPPED_SHEETS, shipped_typefaces
from rst2pdf_tagged.transforms import TRANSFORMS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1"

__all__ = [
    "NODE_HANDLERS_EVENT",
    "TREE_READY_EVENT",
    "WRITTEN_EVENT",
    "FigureHandler",
    "HonestPdfBuilder",
    "PdfBuildError",
    "contents_topic",
    "dangling_links",
    "install",
    "setup",
]


# Holds the repairs of a rst2pdf without Sphinx, which lives for one document only.
_installed = ExitStack()


def install(createpdf: Any, options: Any) -> None:
    """Tag what rst2pdf makes without Sphinx; it calls this for ``rst2pdf -e rst2pdf_tagged``.

    :param createpdf: rst2pdf's main module.
    :param options: what the command line asks for.
    """
    options.stylepath.append(str(SHIPPED_SHEETS))
    options.fpath += shipped_typefaces()
    _installed.enter_context(patches.applied(HANDLERS, GlyphWatch(), Path.cwd()))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder, its settings and its events."""
    app.setup_extension("rst2pdf.pdfbuilder")
    app.add_builder(HonestPdfBuilder, override=True)
    text = frozenset({str})
    app.add_config_value("pdf_subject", "", "", types=text)
    app.add_config_value("pdf_keywords", "", "", types=text)
    app.add_config_value("pdf_tagged", True, "", types=frozenset({bool}))
    app.add_config_value("pdf_ua", 1, "", types=frozenset({int}))
    app.add_config_value("pdf_hoist_chapters", False, "", types=frozenset({bool}))
    app.add_event(NODE_HANDLERS_EVENT)
    app.add_event(TREE_READY_EVENT)
    app.add_event(WRITTEN_EVENT)
    for transform in TRANSFORMS:
        app.add_post_transform(transform)
    return {
        "version": __version__,
        "parallel_read_safe": True,
        "parallel_write_safe": False,
    }
