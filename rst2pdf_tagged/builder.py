"""The ``pdf`` builder: like rst2pdf's, but its failures fail and its links land."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from rst2pdf.pdfbuilder import PDFBuilder
from sphinx import addnodes
from sphinx.util import logging

from rst2pdf_tagged import links, numbering, patches
from rst2pdf_tagged.contents import contents_topic
from rst2pdf_tagged.glyphs import GlyphWatch
from rst2pdf_tagged.handlers import HANDLERS
from rst2pdf_tagged.reports import Bridge, bridged
from rst2pdf_tagged.settings import check_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

logger = logging.getLogger(__name__)

# Emitted once with (app); connected functions return {node class: rst2pdf node handler}.
NODE_HANDLERS_EVENT = "pdf-node-handlers"
# Emitted per document with (app, tree, options): the joined tree, ready to be drawn.
TREE_READY_EVENT = "pdf-tree-ready"


class HonestPdfBuilder(PDFBuilder):
    """Writes each PDF of ``pdf_documents`` whole, or leaves the earlier one as it was."""

    def init(self) -> None:
        """Prepare paths and node handlers; see :meth:`sphinx.builders.Builder.init`."""
        super().init()
        for key in ("pdf_style_path", "pdf_font_path"):
            folders = [str(Path(self.confdir, folder)) for folder in self.config[key] or []]
            setattr(self.config, key, folders)
        self.handlers: dict[type, Any] = dict(HANDLERS)
        for more in self.events.emit(NODE_HANDLERS_EVENT):
            self.handlers |= more
        # rst2pdf's own contents spoils the page numbers; see the module `contents`.
        self.contents_depth = self.config.pdf_toc_depth if self.config.pdf_use_toc else 0
        self.config.pdf_use_toc = False
        self.bridge: Bridge | None = None

    def write(self, *ignored: Any) -> None:
        """Build all documents beside the good ones, then put those that are sound in place."""
        with bridged() as self.bridge:
            for message, location in check_settings(self):
                self.bridge.fail(message, location)
            if not self.bridge.failed:
                self._write_beside()
            if self.bridge.failed:
                self.app.statuscode = 1

    def _write_beside(self) -> None:
        final = self.outdir
        with tempfile.TemporaryDirectory(prefix=".unfinished-", dir=final) as scratch:
            self.outdir = type(final)(scratch)
            watch = GlyphWatch()
            self.trees: list[nodes.Element] = []
            try:
                with patches.applied(self.handlers, watch, Path(self.confdir)):
                    super().write()
            except SystemExit:
                # rst2pdf has logged the reason, which the bridge has passed on.
                self.bridge.failed = True
            finally:
                self.outdir = final
            self._report_glyphs(watch)
            self._publish(Path(scratch))

    def _report_glyphs(self, watch: GlyphWatch) -> None:
        root = nodes.section("", *[tree.deepcopy() for tree in self.trees]) if watch.missing else None
        if root is not None:
            links.adopt_children(root)
            for message, location in watch.findings(root):
                self.bridge.fail(message, location)

    def _publish(self, scratch: Path) -> None:
        """Move finished files into place, unless anything went wrong on the way."""
        names = [entry[1] + self.out_suffix for entry in self.document_data]
        for name in names:
            if not self.bridge.failed and not is_whole_pdf(scratch / name):
                self.bridge.fail(f"{name} came out damaged; nothing was written")
        if self.bridge.failed or patches.warnings_fail(self.app):
            return
        for name in names:
            os.replace(scratch / name, Path(self.outdir, name))

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return an address for *docname*; inside one PDF a mark that `links` resolves."""
        if docname in self.docnames:
            return links.LOCAL + docname
        return str(super().get_target_uri(docname, typ))

    def assemble_doctree(
        self, docname: str, title: str, author: str, appendices: list[str]
    ) -> nodes.document:
        """Join the source files into one tree whose numbers, ids and links are right."""
        tree: nodes.document = super().assemble_doctree(docname, title, author, appendices)
        links.adopt_children(tree)
        numbering.number_titles(tree, docname, self.env)
        numbering.number_figures(tree, docname, self.env)
        links.separate_files(tree, docname)
        if self.opts.get("pdf_hoist_chapters", self.config.pdf_hoist_chapters):
            keep_chapters_only(tree)
        for link, _ in links.dangling_links(tree):
            self.bridge.fail(*links.describe(link))
        if self.contents_depth:
            self._insert_contents(tree)
        self._set_metadata(tree)
        self.events.emit(TREE_READY_EVENT, tree, self.opts)
        links.adopt_children(tree)
        self.trees.append(tree)
        return tree

    def _insert_contents(self, tree: nodes.document) -> None:
        label = self.docutils_labels()["contents"]
        page_break = nodes.raw("", f"PageBreak {self.page_template}", format="pdf")
        tree.insert(0, [contents_topic(tree, label, self.contents_depth), page_break])

    def docutils_labels(self) -> dict[str, str]:
        """Return docutils' words ("Contents", "Note") in the document's language."""
        from rst2pdf.languages import get_language_available

        language = self.opts.get("pdf_language", self.config.pdf_language)
        return dict(get_language_available(language)[2].labels)

    def _set_metadata(self, tree: nodes.document) -> None:
        """Leave subject, keywords and language where `document` finds them."""
        for key in ("pdf_subject", "pdf_keywords", "pdf_language"):
            setattr(tree.settings, key, self.opts.get(key, self.config[key]))


def keep_chapters_only(tree: nodes.document) -> None:
    """Drop the root file's own title and text; its chapters become the first level."""
    chapters = list(_files(tree))
    tree.children = chapters
    links.adopt_children(tree)


def _files(node: nodes.Element) -> Iterator[addnodes.start_of_file]:
    for child in node.children:
        if isinstance(child, addnodes.start_of_file):
            yield child
        elif isinstance(child, nodes.Element):
            yield from _files(child)


def is_whole_pdf(path: Path) -> bool:
    """Return whether the file at *path* has a PDF's first and last words."""
    if not path.is_file():
        return False
    data = path.read_bytes()
    return data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
