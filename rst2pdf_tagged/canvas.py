"""A canvas that puts everything into marked content: a node's, or an artifact's.

Nothing here knows the structure of the document; see the module `structure` for that.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from docutils import nodes
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from rst2pdf_tagged import inline, tagging
from rst2pdf_tagged.annotations import LinkAnnotation
from rst2pdf_tagged.inline import LINE, OWN, PICTURE, SAY
from rst2pdf_tagged.marks import LABEL, link_home, whole
from rst2pdf_tagged.record import Box, Span, SpanKey
from rst2pdf_tagged.roles import SILENT, role_of
from rst2pdf_tagged.sequences import Owner, SequenceCanvas
from rst2pdf_tagged.text import TaggedText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rst2pdf.createpdf import RstToPdf

CODE = (nodes.literal_block, nodes.doctest_block)
# No letter is as narrow as this (points); rounding may be.
NOTHING = 0.1


class TaggedCanvas(SequenceCanvas):
    """Draws as ReportLab's canvas does, and records what belongs to which node.

    :ivar record: what has been drawn; ReportLab makes a new canvas for each pass.
    """

    client: RstToPdf
    language: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._flowable: Flowable | None = None
        self._text: TaggedText | None = None
        self._inline_picture: nodes.Node | None = None
        super().__init__(*args, **kwargs)
        self.setNamedCB(PICTURE, self._announce_picture)

    # -- Flowables ------------------------------------------------------------------------

    @contextmanager
    def drawing(self, flowable: Flowable) -> Iterator[None]:
        """Know that *flowable* is being drawn; called around every flowable's ``draw``."""
        outer, self._flowable = self._flowable, flowable
        self.record.hooks.add("_drawOn")
        words = getattr(flowable, "spoken", None)
        if words and node_of(flowable) is not None:
            owner = (flowable.rst_node, flowable.rst_part, (key(flowable, (0, SAY + words)),))
            with self.sequence(owner, "Span"):
                yield
        elif getattr(flowable, "pictured", False):
            with self.picture(flowable, 0, 0, "Figure"):
                yield
        elif getattr(flowable, "decorative", False) or self._is_repeated(flowable):
            with self.artifact():
                yield
        else:
            yield
        self._flowable = outer

    def _is_repeated(self, flowable: Flowable) -> bool:
        """Return whether *flowable* stands in the head of a table, which is shown again."""
        if not isinstance(flowable, Paragraph):
            return False
        again = id(flowable) in self.record.drawn
        self.record.drawn[id(flowable)] = flowable
        node = node_of(flowable)
        while again and node is not None and not isinstance(node, nodes.thead):
            node = node.parent
        return again and node is not None

    @contextmanager
    def picture(self, flowable: Flowable, x: float, y: float, tag: str) -> Iterator[None]:
        """Make a picture or formula a sequence of its node, or an artifact if it has none."""
        outer, self._flowable = self._flowable, flowable
        node = node_of(flowable)
        if node is None or role_of(node) == SILENT:
            with self.artifact():
                yield
        else:
            size = getattr(flowable, "image", flowable)
            width = getattr(size, "drawWidth", 0) or size.width
            height = getattr(size, "drawHeight", 0) or size.height
            box = tuple(self._absRect((x, y, x + width, y + height), relative=1))
            with self.sequence((node, None, ()), tag, box):
                yield
        self._flowable = outer

    # -- Text -----------------------------------------------------------------------------

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> TaggedText:
        """Return a text object."""
        return TaggedText(self, x, y, direction)

    def drawText(self, text: TaggedText) -> None:
        """Draw *text* in sequences of the node that it belongs to."""
        node = node_of(self._flowable)
        if self._open or not shows(text):
            super().drawText(text)
        elif node is None or not isinstance(self._flowable, Paragraph):
            name = type(self._flowable).__name__
            self.record.add_stray(name, node, "".join(p.text for p in text.pieces))
            with self.artifact():
                super().drawText(text)
        else:
            self._mark_runs(text) if text.pieces else self._mark_label(text, node)
            super().drawText(text)
        self._text = None if text is self._text else self._text

    def prepare(self, paragraph: Paragraph, text: TaggedText) -> None:
        """Let *text*, just begun for the lines of *paragraph*, know about it."""
        self.record.hooks.add("beginText")
        if not self._open and node_of(paragraph) is not None:
            self._text = text
            text.belong_to(paragraph, whole(paragraph).getPlainText())

    def _mark_label(self, text: TaggedText, node: nodes.Node) -> None:
        """Mark the bullet that ReportLab draws beside a paragraph."""
        sequence = self._next_sequence((), "")
        self.record.add(node, LABEL, sequence)
        text._code[1:1] = [f"/{LABEL} <</MCID {sequence.mcid}>> BDC"]
        text._code.append("EMC")

    def _mark_runs(self, text: TaggedText) -> None:
        """Put each run of pieces with one owner into a sequence of its own."""
        code: list[str] = []
        done = 0
        current: Owner | None = None
        words: list[str] = []
        for piece in text.pieces:
            if piece.picture is None and not paints(text._code[piece.index]):
                continue
            owner = self._owner(piece.spans, piece.line)
            code += text._code[done : piece.index]
            done = piece.index
            if current is not None and (owner != current or piece.picture):
                code += self._close(current, words)
                current = None
            if piece.picture:
                self.record.add(owner[0], owner[1], piece.picture)
                continue
            if current is None:
                current, words = owner, []
                code.append(self._begin(owner))
            words.append(piece.text)
            code.append(text._code[done])
            done += 1
        if current is not None:
            code += self._close(current, words)
        text._code = code + text._code[done:]

    def _begin(self, owner: Owner) -> str:
        if inline.is_line_number(owner[0]):
            return "/Artifact BMC"
        return f"/{tag_of(owner)} <</MCID {self._mcids}>> BDC"

    def _close(self, owner: Owner, words: list[str]) -> list[str]:
        node, part, path = owner
        if inline.is_line_number(node):
            return ["EMC"]
        self.record.add(node, part, self._next_sequence(path, "".join(words)))
        return ["EMC"]

    def _owner(self, spans: list[Span], line: int) -> Owner:
        """Return the node, the part of it and the spans that text in *spans* belongs to.

        :param line: number of the line, which is a span of its own in code.
        """
        flowable = self._flowable
        assert flowable is not None
        owner: tuple[nodes.Node, str | None] = (flowable.rst_node, flowable.rst_part)
        is_code = isinstance(flowable.rst_node, CODE)
        lines = [key(flowable, (-1, f"{LINE}{line}"))] if is_code else []
        path = [*lines]
        for span in spans:
            node = inline.node_of_span(self.client, span)
            if node is not None and (inline.is_block(node) or inline.is_line_number(node)):
                owner, path = (node, None), [*lines]
            else:
                path.append(key(flowable, span))
        return *owner, tuple(path)

    # -- Pictures in lines ----------------------------------------------------------------

    def _announce_picture(self, canvas: Canvas, kind: str, label: str) -> None:
        """Know which node the next picture in a line belongs to; a callback of ReportLab's."""
        self.record.hooks.add("setNamedCB")
        self._inline_picture = self.client.inline_nodes[int(label)]

    def drawImage(self, image: Any, x: float, y: float, *args: Any, **kwargs: Any) -> Any:
        """Draw a picture file; in a line of text it becomes a part of the text."""
        node, self._inline_picture = self._inline_picture, None
        self.record.needed |= {"setNamedCB"} if self._text is not None else set()
        is_for_all = self._open or self._text is None or self._flowable is None
        if is_for_all or node is None or role_of(node) == SILENT:
            with self.artifact():
                return super().drawImage(image, x, y, *args, **kwargs)
        assert self._text is not None
        width, height = args[:2]
        box = tuple(self._absRect((x, y, x + width, y + height), relative=1))
        spans = [*self._text._active, (len(self._text.pieces), f"{OWN}{self._number(node)}")]
        found = self._next_sequence(self._owner(spans, self._text.line)[2], "", box)
        self._text.add_picture(found)
        self._code.append(f"/Figure <</MCID {found.mcid}>> BDC")
        self._open = True
        drawn = super().drawImage(image, x, y, *args, **kwargs)
        self._open = False
        self._code.append("EMC")
        return drawn

    def _number(self, node: nodes.Node) -> int:
        return next(i for i, n in enumerate(self.client.inline_nodes) if n is node)

    # -- Links ----------------------------------------------------------------------------

    def linkURL(self, url: str, rect: Box, relative: int = 0, **kwargs: Any) -> None:
        """Lay a link to another file over *rect*."""
        self._link(rect, relative, url=url)

    def linkRect(
        self, contents: str, destinationname: str, Rect: Box, *args: Any, **kwargs: Any
    ) -> None:
        """Lay a link to another place in this file over *Rect*."""
        self._link(Rect, kwargs.get("relative", 1), name=destinationname)

    def _link(self, rect: Box, relative: int, *, url: str = "", name: str = "") -> None:
        in_text = self._text is not None
        span = self._text.next_link() if self._text is not None else (0, "")
        # A link that begins behind the last word of a line has nothing there, or next to it.
        is_empty = rect[2] - rect[0] <= NOTHING or rect[3] - rect[1] <= NOTHING
        if self._is_artifact or span[1].startswith(OWN) or is_empty:
            return
        target = self._bookmarkReference(name) if name else url
        link = LinkAnnotation(self._pageNumber - 1, self._absRect(rect, relative), target)
        home = key(self._flowable, span) if in_text else (id(node_of(self._flowable)), span)
        self.record.annotations.setdefault(home, []).append(link)
        self._addAnnotation(link)

    def save(self) -> None:
        """Write the file, with the structure of the document."""
        if len(self._code):
            self.showPage()
        tagging.save(self)


def paints(code: str) -> bool:
    """Return whether a piece of a text object's *code* shows text."""
    return code.endswith(("Tj", "TJ", "T*")) and "(" in code


def shows(text: TaggedText) -> bool:
    """Return whether there is anything to be seen in *text*: words, or pictures in a line."""
    return any(map(paints, text._code)) or any(piece.picture for piece in text.pieces)


def node_of(flowable: Flowable | None) -> nodes.Node | None:
    """Return the node that *flowable* was made for, if that is known."""
    return getattr(flowable, "rst_node", None)


def key(flowable: Flowable | None, span: Span) -> SpanKey:
    """Return *span* of *flowable*, told apart from those of all other flowables."""
    return id(link_home(flowable)), span


def tag_of(owner: Owner) -> str:
    """Return the tag of the sequence in the page; readers use that of the structure."""
    return "Span" if owner[2] else owner[1] or "P"
