"""Joins the handout to the PDF builder: which node is set how, and what stands around it."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes
from rst2pdf.flowables import DelayedTable

from handout import front, nodes, tags, webcode
from handout.booklet import impose
from handout.edition import Edition, edition_of
from handout.errors import HandoutError
from handout.forms import Form, form_of, lay_out
from handout.ink import blacken_pictures
from handout.leaf import make_leaf
from handout.notes_pages import NotesPages, NotesPagesHandler
from handout.print_base import HiddenHandler, mark_wide
from handout.print_boxes import CalloutHandler, CalloutTitleHandler
from handout.print_forms import BlankHandler, FillInHandler, LogHandler, WriteLinesHandler
from handout.print_lists import DefinitionHandler, ListItemHandler, SourceHandler
from handout.print_pages import (
    ContentsHandler,
    PageBottomHandler,
    RunningLineHandler,
    SectionHandler,
    SideBySideHandler,
    TitleHandler,
    WideTableHandler,
)
from handout.print_webcode import WebCodeHandler
from rst2pdf_tagged import (
    NODE_HANDLERS_EVENT,
    TREE_READY_EVENT,
    WRITTEN_EVENT,
    FigureHandler,
    PdfBuildError,
    contents_topic,
    dangling_links,
)
from rst2pdf_tagged.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reportlab.platypus import Flowable
    from rst2pdf.basenodehandler import NodeHandler
    from rst2pdf.createpdf import RstToPdf
    from sphinx.application import Sphinx


class DrawingHandler(FigureHandler):
    """A drawing with its caption; one not made for a column takes the whole width."""

    def gather_elements(self, client: RstToPdf, node: Any, style: Any) -> list[Flowable]:
        """Return the drawing's flowables."""
        elements = super().gather_elements(client, node, style)
        for element in elements:
            element.floats = isinstance(element, DelayedTable)
            if element.floats:
                blacken_pictures(element.data)
        return elements if node.get("column") else mark_wide(elements)


HANDLERS: dict[type, NodeHandler] = {
    nodes.Callout: CalloutHandler(),
    nodes.CalloutTitle: CalloutTitleHandler(),
    nodes.FillIn: FillInHandler(),
    nodes.WriteLines: WriteLinesHandler(),
    nodes.Log: LogHandler(),
    nodes.Blank: BlankHandler(),
    nodes.SideBySide: SideBySideHandler(),
    nodes.LongDescription: HiddenHandler(),
    NotesPages: NotesPagesHandler(),
    webcode.WebCode: WebCodeHandler(),
    front.PageBottom: PageBottomHandler(),
    front.RunningLine: RunningLineHandler(),
    docutils_nodes.citation: SourceHandler(),
    docutils_nodes.definition_list_item: DefinitionHandler(),
    docutils_nodes.list_item: ListItemHandler(),
    docutils_nodes.section: SectionHandler(),
    docutils_nodes.table: WideTableHandler(),
    docutils_nodes.figure: DrawingHandler(),
    docutils_nodes.title: TitleHandler(),
    docutils_nodes.topic: ContentsHandler(),
}


def on_node_handlers(app: Sphinx) -> dict[type, NodeHandler]:
    """Tell the PDF builder how to set the handout's nodes."""
    return HANDLERS


def on_tree_ready(app: Sphinx, tree: docutils_nodes.document, options: dict[str, Any]) -> None:
    """Make of the joined chapters what the form of this PDF holds."""
    edition, form = edition_of(app.env), form_of(options)
    with told_by_the_builder():
        webcode.fill(tree, edition, form.single)
        tags.add_words(tree, edition.words)
        tags.keep_phones_whole(tree)
        if form.leaf:
            _print_leaf(tree, edition)
            return
        lay_out(tree, form, app.config.handout_full_width, Path(app.srcdir))
        if form.booklet:
            _add_back_page(tree, edition)
        _print_all(tree, edition, form)


def on_written(app: Sphinx, path: Path, options: dict[str, Any]) -> None:
    """Put the pages of a booklet on the sheets that are folded."""
    if form_of(options).booklet:
        with told_by_the_builder():
            impose(path, path, edition_of(app.env).labels["booklet"]["about"])


def _add_back_page(tree: docutils_nodes.document, edition: Edition) -> None:
    """Put pages for notes, which fill up the last sheet, before the outside of the booklet."""
    words = edition.labels["booklet"]
    notes = NotesPages(heading=words["notes"], spoken=edition.words["lines"])
    codes = list(tree.findall(webcode.WebCode))[-1:]
    for code in codes:
        code.parent.remove(code)
    tree += [notes, *front.back(edition), *codes]


@contextmanager
def told_by_the_builder() -> Iterator[None]:
    """Turn what has to be put right into the error that a PDF build reports."""
    try:
        yield
    except HandoutError as error:
        raise PdfBuildError(str(error)) from error


def _print_leaf(tree: docutils_nodes.document, edition: Edition) -> None:
    make_leaf(tree, edition.words["second-side"], edition.words["leaf-sources"])
    # Links to what is not on the leaf are unwrapped: their words stay.
    list(dangling_links(tree))
    tree.insert(0, front.running(edition, edition.title))


def _print_all(tree: docutils_nodes.document, edition: Edition, form: Form) -> None:
    """Put cover, contents and running head and foot around the chapters."""
    contents = contents_topic(tree, edition.words["contents"])
    contents["columns"] = form.columns
    cover = front.cover(edition, form)
    running = front.running(edition, front.CHAPTER, short=form.single)
    tree.insert(0, [running, *cover, contents])


def unheard(path: Path) -> Iterator[str]:
    """Yield what a listener would miss in the finished PDF at *path*, a sentence each."""
    for finding in verify(path):
        place = f"page {finding.page}: " if finding.page else ""
        yield f"{path.name}: {place}{finding.sentence}"


def setup(app: Sphinx) -> None:
    """Connect to the PDF builder's events."""
    app.add_node(front.PageBottom)
    app.add_node(front.RunningLine)
    app.add_node(NotesPages)
    app.connect(NODE_HANDLERS_EVENT, on_node_handlers)
    app.connect(TREE_READY_EVENT, on_tree_ready)
    app.connect(WRITTEN_EVENT, on_written)
