"""The ``pdf`` builder: like rst2pdf's, but its failures fail and its links land."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from rst2pdf.languages import get_language_available
from rst2pdf.pdfbuilder import PDFBuilder
from sphinx import addnodes

from rst2pdf_tagged import links, numbering, patches
from rst2pdf_tagged.contents import contents_topic
from rst2pdf_tagged.errors import place_of
from rst2pdf_tagged.glyphs import GlyphWatch
from rst2pdf_tagged.handlers import HANDLERS
from rst2pdf_tagged.reports import Bridge, bridged
from rst2pdf_tagged.settings import check_settings, options_of
from rst2pdf_tagged.stylesheets import SHIPPED_SHEETS, shipped_typefaces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.util._pathlib import _StrPath

# Emitted once with (app); connected functions return {node class: rst2pdf node handler}.
NODE_HANDLERS_EVENT = "pdf-node-handlers"
# Emitted per document with (app, tree, options): the joined tree, ready to be drawn.
TREE_READY_EVENT = "pdf-tree-ready"
# Emitted per document with (app, path, options): the finished file, before it takes its place.
WRITTEN_EVENT = "pdf-written"
# Settings that are needed when the tree is drawn.
PASSED_ON = ("pdf_subject", "pdf_keywords", "pdf_language", "pdf_tagged", "pdf_ua")


class HonestPdfBuilder(PDFBuilder):
    """Writes each PDF of ``pdf_documents`` whole, or leaves the earlier one as it was."""

    outdir: _StrPath
    bridge: Bridge

    def init(self) -> None:
        """Prepare paths and node handlers; see :meth:`sphinx.builders.Builder.init`."""
        super().init()
        self._make_paths_absolute()
        self.handlers: dict[type, Any] = dict(HANDLERS)
        for more in self.events.emit(NODE_HANDLERS_EVENT):
            self.handlers |= more
        self._take_contents_over()
        if self.config.pdf_language == "en_US" and not self.config.language.startswith("en"):
            # rst2pdf would write "Note" and "Tip" in a Spanish document (#502).
            self.config.pdf_language = self.config.language

    def _take_contents_over(self) -> None:
        """Keep rst2pdf from making its own contents; see the module `contents`."""
        self.use_contents = self.config.pdf_use_toc
        self.config.pdf_use_toc = False
        for options in map(options_of, self.config.pdf_documents):
            if "pdf_use_toc" in options:
                options["pdf_contents"] = options.pop("pdf_use_toc")

    def _make_paths_absolute(self) -> None:
        """Let folders be relative to conf.py; rst2pdf looks in the current folder."""
        for entry in self.config.pdf_documents:
            options_of(entry).update(self._absolute(options_of(entry)))
        for key, folders in self._absolute(self.config).items():
            setattr(self.config, key, folders)

    def _absolute(self, options: Any) -> dict[str, list[str]]:
        """Return the folders that *options* name, and behind them those that come with us."""
        shipped = {"pdf_style_path": [str(SHIPPED_SHEETS)], "pdf_font_path": shipped_typefaces()}
        return {
            key: [*(str(Path(self.confdir, folder)) for folder in options[key] or []), *folders]
            for key, folders in shipped.items()
            if key in options
        }

    def write(self, *ignored: Any) -> None:
        """Build all documents beside the good ones, then put those that are sound in place."""
        with bridged() as self.bridge:
            for message, location in check_settings(self):
                self.bridge.fail(message, location)
            if not self.bridge.failed:
                self._write_beside()
            if self.bridge.failed:
                patches.application(self).statuscode = 1

    def _write_beside(self) -> None:
        final = self.outdir
        with tempfile.TemporaryDirectory(prefix=".unfinished-", dir=final) as scratch:
            self.outdir = type(final)(scratch)
            for entry in self.config.pdf_documents:
                Path(scratch, entry[1]).parent.mkdir(parents=True, exist_ok=True)
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
            for message, node in watch.findings(self.trees):
                self.bridge.fail(message, place_of(node))
            if not self.bridge.failed:
                self._announce(Path(scratch))
            self._publish(Path(scratch))

    def _announce(self, scratch: Path) -> None:
        """Let others see, or do over, each finished file."""
        for entry in self.document_data:
            path = scratch / (entry[1] + self.out_suffix)
            self.events.emit(WRITTEN_EVENT, path, options_of(entry))

    def _publish(self, scratch: Path) -> None:
        """Move finished files into place, unless anything went wrong on the way."""
        names = [entry[1] + self.out_suffix for entry in self.document_data]
        for name in names:
            if not self.bridge.failed and not is_whole_pdf(scratch / name):
                self.bridge.fail(f"{name} came out damaged, so nothing was written; report this")
        if self.bridge.failed or patches.warnings_fail(self):
            return
        for name in names:
            final = Path(self.outdir, name)
            final.parent.mkdir(parents=True, exist_ok=True)
            (scratch / name).replace(final)

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
        if self.opts.get("pdf_contents", self.use_contents):
            self._insert_contents(tree)
        self._set_metadata(tree)
        self.events.emit(TREE_READY_EVENT, tree, self.opts)
        links.adopt_children(tree)
        self.trees.append(tree)
        return tree

    def _insert_contents(self, tree: nodes.document) -> None:
        if tree.next_node(nodes.section) is None:
            # rst2pdf would print the placeholder of its own contents.
            return
        label = self.docutils_labels()["contents"]
        page_break = nodes.raw("", f"PageBreak {self.page_template}", format="pdf")
        depth = self.opts.get("pdf_toc_depth", self.config.pdf_toc_depth)
        tree.insert(0, [contents_topic(tree, label, depth), page_break])

    def docutils_labels(self) -> dict[str, str]:
        """Return docutils' words ("Contents", "Note") in the document's language."""
        language = self.opts.get("pdf_language", self.config.pdf_language)
        return dict(get_language_available(language)[2].labels)

    def _set_metadata(self, tree: nodes.document) -> None:
        """Leave subject, keywords, language and standard where `document` finds them."""
        for key in PASSED_ON:
            setattr(tree.settings, key, self.opts.get(key, self.config[key]))


def keep_chapters_only(tree: nodes.document) -> None:
    """Drop the root file's own title and text; its chapters become the first level.

    What rst2pdf has added behind them (indices, appendices) begins with a page break and
    stays.  Links to the root file lead to the first chapter.
    """
    chapters = list(_files(tree))
    if not chapters:
        return
    added = [i for i, node in enumerate(tree.children) if _begins_addition(node)]
    root = tree.next_node(nodes.section)
    if root is not None:
        chapters[0]["ids"] = [*chapters[0]["ids"], *root["ids"]]
    tree.children = [*chapters, *(tree.children[added[0] :] if added else [])]
    links.adopt_children(tree)


def _begins_addition(node: nodes.Node) -> bool:
    return isinstance(node, nodes.raw) and node.astext().startswith("OddPageBreak")


def _files(node: nodes.Element) -> Iterator[addnodes.start_of_file]:
    for child in node.children:
        if isinstance(child, addnodes.start_of_file):
            yield child
        elif isinstance(child, nodes.Element):
            yield from _files(child)


def is_whole_pdf(path: Path) -> bool:
    """Return whether the file at *path* is one PDF whose last words point at its table."""
    if not path.is_file():
        return False
    data = path.read_bytes()
    end = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data)
    if end is None or not data.startswith(b"%PDF-"):
        return False
    return re.match(rb"xref|\d+ \d+ obj", data[int(end[1]) :]) is not None
