"""A text object that knows what each piece of its code shows and which spans it lies in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from docutils import nodes
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus.paragraph import _doLink

if TYPE_CHECKING:
    from reportlab.platypus import Paragraph

    from rst2pdf_tagged.record import Sequence, Span

# Drawn as nothing; ReportLab breaks words there.
SOFT_HYPHEN = "\u00ad"


@dataclass
class Piece:
    """A piece of a line.

    :ivar index: its place in the text object's code.
    :ivar spans: the links and spans that it lies in, the outermost first.
    :ivar line: the number of its line, from 0.
    :ivar picture: the sequence of a picture in the line, which has no code here.
    :ivar ends_line: whether it is the last one of its line.
    """

    index: int
    text: str
    line: int
    spans: list[Span] = field(default_factory=list)
    picture: Sequence | None = None
    ends_line: bool = False


class Spaces:
    """Tells where a paragraph has spaces between its words.

    ReportLab writes none at the end of a line, and a reader would run two words into one
    (ISO 32000-1, 14.8.2.5).  Where it has broken a word, there must be none.
    """

    def __init__(self, plain: str, before: int, goes_on: bool) -> None:
        words = plain.replace(SOFT_HYPHEN, "").split()
        self.letters = "".join(words)
        self.position = before
        self.ends = set()
        end = 0
        for word in words if goes_on else words[:-1]:
            end += len(word)
            self.ends.add(end)

    def follow(self, text: str) -> None:
        """Note that *text* has been drawn; a hyphen put in by ReportLab does not count."""
        for letter in "".join(text.split()):
            if self.letters[self.position : self.position + 1] == letter:
                self.position += 1

    def here(self) -> bool:
        """Return whether a space belongs behind what has been drawn so far."""
        return self.position in self.ends


def cover_line(index: int, left: float, extra: float, text: PDFTextObject) -> None:
    """Lay the links of a paragraph in one style over its line *index*.

    ReportLab's own function forgets that justified lines have wider spaces.

    :param left: where the line begins.
    :param extra: what its spaces are widened by, all together.
    """
    state = text.XtraState
    words = " ".join(state.lines[index][1])
    width = stringWidth(words, text._fontname, text._fontsize)
    if " " in words or "\xa0" in words:
        width += extra
    bottom = state.cur_y - index * state.style.leading - state.f.fontSize / 8
    for _, link in state.link:
        _doLink(text, link, (left, bottom, left + width, bottom + state.style.leading))


class TaggedText(PDFTextObject):
    """Notes what is drawn piece by piece, and puts the spaces back at the ends of lines."""

    def __init__(self, canvas: Any, x: float, y: float, direction: str | None = None) -> None:
        super().__init__(canvas, x, y, direction=direction)
        self.pieces: list[Piece] = []
        self.line = 0
        self.spaces: Spaces | None = None
        self._active: list[Span] = []
        self._served = 0
        self._line_links: Any = None

    def belong_to(self, paragraph: Paragraph, plain: str) -> None:
        """Prepare for drawing (a part of) a *paragraph* whose whole text is *plain*."""
        letters_before, self.line = getattr(paragraph, "rst_before", (0, 0))
        # The lines of a block of lines are one paragraph to a reader.
        is_line = isinstance(paragraph.rst_node, nodes.line)
        goes_on = is_line or getattr(paragraph, "rst_goes_on", False)
        self.spaces = Spaces(plain, letters_before, goes_on)
        if paragraph.blPara.kind == 0:
            # One style throughout: ReportLab does not tell where links begin and end.
            self._active = sorted(paragraph.blPara.link or [])

    def _textOut(self, text: str, TStar: int = 0) -> None:
        """Write *text*; *TStar* says that it is the last of its line."""
        if self.spaces is not None:
            self.spaces.follow(text)
            if TStar and self.spaces.here():
                text = f"{text} "
        super()._textOut(text, TStar)
        self.pieces.append(Piece(len(self._code) - 1, text, self.line, ends_line=bool(TStar)))
        self._take_spans(self.pieces[-1])
        if TStar:
            self.line += 1

    def _linkRecord(self, span: Span, kind: str) -> None:
        """Note that a link begins (with the piece just written) or ends (before the next)."""
        self._canvas.record.hooks.add("_linkRecord")
        if kind == "end":
            self._active.remove(span)
        else:
            self._active.append(span)
            self._take_spans(self.pieces[-1])
            self._shift_link(span)

    def _shift_link(self, span: Span) -> None:
        """Begin a link's rectangle where its words begin.

        ReportLab forgets here, and only here, that justified lines have wider spaces.
        """
        *before, own = self.pieces
        spaces = sum(
            piece.text.count(" ") + piece.text.count("\xa0")
            for piece in before
            if piece.line == own.line
        )
        (_, left), *heights = self.XtraState.links[span]
        left += spaces * getattr(self, "_wordSpace", 0)
        self.XtraState.links[span] = ((span, left), *heights)

    def _take_spans(self, piece: Piece) -> None:
        """Note the spans that *piece*, the last one, lies in.

        The number of the next line of code begins before the end of this one: a space there
        belongs to the code.
        """
        piece.spans = sorted(self._active)
        if piece.ends_line and not piece.text.strip():
            on_line = [other for other in self.pieces[:-1] if other.line == piece.line]
            piece.spans = on_line[-1].spans if on_line else piece.spans

    def add_picture(self, sequence: Sequence) -> None:
        """Note a picture in the line, which is drawn before the text."""
        piece = Piece(len(self._code), "", self.line, sorted(self._active), sequence)
        self.pieces.append(piece)

    def next_link(self) -> Span:
        """Return the link whose rectangle ReportLab is about to draw.

        It draws those of one line in this order, and passes on no more than the address.
        """
        state = self.XtraState
        on_line = getattr(state, "links", None)
        if on_line:
            self._canvas.record.needed.add("_linkRecord")
            spans = [entry[0][0][0] for entry in sorted(on_line.values())]
        else:
            spans = list(state.link)
        if on_line is not self._line_links:
            # ReportLab begins each line with links of its own.
            self._line_links, self._served = on_line, 0
        spans = [span for span in spans if span[1]]
        span: Span = spans[self._served % len(spans)]
        self._served += 1
        return span
