"""Every change to a private or global name of rst2pdf and ReportLab, put back after use.

Written against rst2pdf 0.105 and ReportLab 4.5; ``tests/rst2pdf_tagged/test_versions.py``
fails when other versions are installed.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from reportlab import rl_config
from reportlab.graphics import shapes
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFontFile
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Paragraph, paragraph
from rst2pdf import (
    createpdf,
    flowables,
    genelements,
    genpdftext,
    image,
    pdfbuilder,
    sphinxnodes,
    styles,
)
from rst2pdf.basenodehandler import NodeHandler
from svglib import svglib

from rst2pdf_tagged import anchors, drawings, inline, marks, measuring, running, svgpaths
from rst2pdf_tagged.canvas import TaggedCanvas
from rst2pdf_tagged.contents import index_section, notify_without_links, wrap_contents
from rst2pdf_tagged.destinations import Bookmark
from rst2pdf_tagged.document import HonestDocTemplate, PageCount
from rst2pdf_tagged.errors import WorkingOn
from rst2pdf_tagged.formulas import Formula
from rst2pdf_tagged.pictures import LinkingPicture, SvgPicture, shift, within, wrap_picture
from rst2pdf_tagged.stylesheets import read_style
from rst2pdf_tagged.text import TaggedText, cover_line
from rst2pdf_tagged.translator import colour_code
from rst2pdf_tagged.typefaces import extract_true_advances, font_of_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from rst2pdf_tagged.glyphs import GlyphWatch


def application(builder: Builder) -> Sphinx:
    """Return the running Sphinx, whose exit status a builder has no other way to set."""
    return builder._app


def warnings_fail(builder: Builder) -> bool:
    """Return whether Sphinx was called with ``-W`` and has warned already."""
    app = application(builder)
    return app._fail_on_warnings and app._warncount > 0


@contextmanager
def swapped(owner: Any, name: str, value: Any) -> Iterator[None]:
    """Give *owner* another attribute *name* for the time of the block."""
    missing = object()
    before = vars(owner).get(name, missing)
    setattr(owner, name, value)
    try:
        yield
    finally:
        if before is missing:
            delattr(owner, name)
        else:
            setattr(owner, name, before)


def _repairs(
    handlers: Mapping[type, Any], watch: GlyphWatch, folder: Path
) -> list[tuple[Any, str, Any]]:
    """Return what is to be changed: the owner, the name of its attribute, the new value."""
    # ``###Total###`` must be known to need two passes before the first one (#1309).
    return [
        (createpdf.RstToPdf, "mustMultiBuild", True),
        (createpdf, "FancyDocTemplate", HonestDocTemplate),
        (createpdf, "UnhappyOnce", PageCount),
        # `document` sets it for tagged files.
        (rl_config, "useA85", rl_config.useA85),
        (createpdf.FancyPage, "is_left", _is_left),
        (createpdf.FancyPage, "draw_background", _anchored_background(folder)),
        (createpdf.HeaderOrFooter, "draw", running.draw),
        (createpdf.HeaderOrFooter, "replaceTokens", running.replace_tokens),
        (createpdf, "publish_secondary_doctree", running.parsed_once()),
        (pdfdoc, "OutlineEntryObject", Bookmark),
        (flowables.MySpacer, "keepWithNext", True),
        (flowables.MySpacer, "wrap", _wrap_spacer),
        # Without this, space that is left over behind a full page adds an empty one.
        (flowables.MySpacer, "_ZEROSIZE", True),
        (flowables.MyTableOfContents, "notify", notify_without_links),
        (flowables.MyTableOfContents, "wrap", wrap_contents),
        (Flowable, "_drawOn", _draw_noted),
        (Paragraph, "beginText", _begin_text),
        (Paragraph, "draw", measuring.draw_paragraph),
        (Paragraph, "split", _split_and_mark),
        (Paragraph, "wrap", measuring.wrap_paragraph),
        (flowables.DelayedTable, "wrap", measuring.wrap_table),
        (paragraph, "_do_link_line", cover_line),
        (image.MyImage, "drawOn", _draw_picture),
        (image.MyImage, "wrap", wrap_picture),
        (TTFontFile, "extractInfo", extract_true_advances),
        (styles.StyleSheet, "readStyle", read_style),
        (styles, "TTFont", font_of_file),
        (svglib, "normalise_svg_path", svgpaths.steps),
        (image, "SVGImage", SvgPicture),
        (genpdftext, "MyImage", LinkingPicture),
        (genelements, "Math", Formula),
        (NodeHandler, "dispatchdict", {**NodeHandler.dispatchdict, **handlers}),
        (NodeHandler, "elemdispatch", _dispatch_and_mark),
        (NodeHandler, "textdispatch", _dispatch_text),
        (pdfbuilder, "genindex_nodes", index_section),
        (pdfbuilder.PDFTranslator, "visit_literal_block", colour_code),
        (PDFTextObject, "_formatText", _watched_format(watch)),
        (
            sphinxnodes.sphinxhandlers,
            "dispatchdict",
            {**sphinxnodes.sphinxhandlers.dispatchdict, **handlers},
        ),
    ]


@contextmanager
def applied(handlers: Mapping[type, Any], watch: GlyphWatch, folder: Path) -> Iterator[None]:
    """Let rst2pdf run with all repairs for the time of the block.

    :param handlers: node class to handler, in addition to rst2pdf's own.
    :param watch: is shown every text that is drawn.
    :param folder: what relative names of page backgrounds are relative to.
    """
    with ExitStack() as stack:
        for owner, name, value in _repairs(handlers, watch, folder):
            stack.enter_context(swapped(owner, name, value))
        # `document` sets it to the document's own font.
        before = shapes.STATE_DEFAULTS["fontName"]
        stack.callback(shapes.STATE_DEFAULTS.__setitem__, "fontName", before)
        yield


def _is_left(page: createpdf.FancyPage, number: int) -> bool:
    """Return whether page *number* lies on the left; rst2pdf takes page 1 for a left one."""
    return number % 2 == 0


def _wrap_spacer(spacer: flowables.MySpacer, width: float, height: float) -> tuple[float, float]:
    """Measure a spacer; rst2pdf's shrinks for good when it once had too little room.

    Its ``keepWithNext`` is what keeps a heading with a list, table or figure (#1029).
    """
    return spacer.width, max(0, min(height, spacer.height))


_draw_background = createpdf.FancyPage.draw_background


def _anchored_background(folder: Path) -> Callable[..., None]:
    def draw_background(page: createpdf.FancyPage, which: str, canvas: Any) -> None:
        """Draw a page background; rst2pdf looks for its file in the current folder."""
        page.template = {**page.template, which: str(folder / page.template[which])}
        with running.artifact(canvas):
            _draw_background(page, which, canvas)

    return draw_background


_draw_on = Flowable._drawOn


def _draw_noted(flowable: Flowable, canvas: Any) -> None:
    """Draw *flowable*; the canvas knows about it while it does."""
    if getattr(flowable, "_unchanging", False):
        drawings.draw(flowable, canvas, _draw_on)
        return
    if not isinstance(canvas, TaggedCanvas):
        _draw_on(flowable, canvas)
        return
    with canvas.drawing(flowable):
        _draw_on(flowable, canvas)


def _begin_text(paragraph: Paragraph, x: float, y: float) -> Any:
    """Begin the lines of a paragraph."""
    text = paragraph.canv.beginText(x, y)
    if isinstance(paragraph.canv, TaggedCanvas):
        paragraph.canv.prepare(paragraph, text)
    return text


_split = Paragraph.split


def _split_and_mark(paragraph: Paragraph, width: float, height: float) -> list[Paragraph]:
    """Split a paragraph; ReportLab's parts know nothing of the whole."""
    parts: list[Paragraph] = _split(paragraph, width, height)
    marks.hand_down(paragraph, parts)
    return parts


_draw_image = image.MyImage.drawOn


def _draw_picture(picture: image.MyImage, canvas: Any, x: float, y: float, _sW: float = 0) -> None:
    left = x + shift(picture.image) * _sW
    with within(canvas, picture, left, y, "Figure"):
        _draw_image(picture, canvas, x, y, _sW)


_elemdispatch = NodeHandler.elemdispatch


def _dispatch_and_mark(
    handler: NodeHandler, client: createpdf.RstToPdf, node: Any, style: Any = None
) -> list[Any]:
    """Make a node's flowables with its anchors; each remembers the node, for messages."""
    _note_hook(client, "elemdispatch")
    endnotes = client.decoration["endnotes"]
    known = len(endnotes)
    with WorkingOn(node):
        names = anchors.take(client, node)
        elements: list[Any] = _elemdispatch(handler, client, node, style=style)
        anchors.put(client, node, names, elements)
    # Running heads are made anew for every page, during layout, and are no one's to read.
    if not hasattr(client, "elements") and not running.is_in_line(node):
        marks.mark(elements, node)
        marks.mark_endnotes(endnotes[known:], node)
        if isinstance(node, nodes.document):
            client.__dict__.setdefault("tagged_roots", []).append(node)
    return elements


def _note_hook(client: createpdf.RstToPdf, name: str) -> None:
    """Remember that rst2pdf has called what we have put in the place of its *name*."""
    client.__dict__.setdefault("hooks", set()).add(name)


_textdispatch = NodeHandler.textdispatch


def _dispatch_text(
    handler: NodeHandler, client: createpdf.RstToPdf, node: Any, replaceEnt: bool = True
) -> str:
    """Make a node's markup, with what lets the canvas find the node again."""
    _note_hook(client, "textdispatch")
    return inline.enclose(client, node, _textdispatch(handler, client, node, replaceEnt))


_format_text = PDFTextObject._formatText


def _watched_format(watch: GlyphWatch) -> Callable[[PDFTextObject, str], str]:
    def format_text(text_object: PDFTextObject, text: str) -> str:
        watch.see(text_object._fontname, text)
        if isinstance(text_object, TaggedText):
            text_object._canvas.record.hooks.add("_formatText")
            text_object._canvas.record.watch = watch
        if not text and not any(code.endswith((" TL", " Tj", " T*")) for code in text_object._code):
            # ReportLab moves down from an empty first line before it has said by how much.
            return f"{text_object._leading:g} TL"
        return str(_format_text(text_object, text))

    return format_text
