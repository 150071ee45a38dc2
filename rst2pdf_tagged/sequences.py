"""A canvas on which all that is painted lies in a marked sequence or an artifact."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from docutils import nodes
from reportlab.pdfgen.canvas import Canvas

from rst2pdf_tagged.drawings import has_own_stream, streams
from rst2pdf_tagged.record import Box, Record, Sequence, SpanKey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Owner = tuple[nodes.Node, str | None, tuple[SpanKey, ...]]

# Every method of the canvas that paints, but for text.
PAINTING = (
    *("line", "lines", "grid", "bezier", "arc", "rect", "ellipse", "wedge", "circle"),
    *("roundRect", "drawPath", "shade", "linearGradient", "radialGradient"),
    *("drawInlineImage", "doForm"),
)


class SequenceCanvas(Canvas):
    """Opens and closes sequences; never one inside another.

    :ivar record: what has been drawn; ReportLab makes a new canvas for each pass.
    """

    _code: list[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.record = Record()
        # Whether a sequence is open that must not hold another one.
        self._open = False
        self._is_artifact = False
        self._mcids = 0
        super().__init__(*args, **kwargs)

    @property
    def is_open(self) -> bool:
        """Return whether all that is drawn now goes into a sequence or an artifact."""
        return self._open

    @contextmanager
    def artifact(self, properties: str = "") -> Iterator[None]:
        """Make all that is drawn in the block an artifact: read by nobody.

        :param properties: its property list (ISO 32000-1, 14.8.2.2), without the brackets.
        """
        if self._open:
            yield
            return
        self._code.append(f"/Artifact <<{properties}>> BDC" if properties else "/Artifact BMC")
        self._open, self._is_artifact = True, True
        yield
        self._open, self._is_artifact = False, False
        self._code.append("EMC")

    @contextmanager
    def sequence(self, owner: Owner, tag: str, box: Box | None = None) -> Iterator[None]:
        """Make all that is drawn in the block one sequence of *owner*'s."""
        if self._open:
            yield
            return
        node, part, path = owner
        found = self._next_sequence(path, "", box)
        self.record.add(node, part, found)
        self._code.append(f"/{tag} <</MCID {found.mcid}>> BDC")
        self._open = True
        yield
        self._open = False
        self._code.append("EMC")

    def _next_sequence(
        self, path: tuple[SpanKey, ...], text: str, box: Box | None = None
    ) -> Sequence:
        self._mcids += 1
        return Sequence(self._pageNumber - 1, self._mcids - 1, path, text, box)

    def showPage(self) -> None:
        """End a page; pictures that are kept for other documents have their own streams."""
        code = self._code
        first = next((i for i, piece in enumerate(code) if has_own_stream(piece)), len(code))
        self._code = code[:first]
        super().showPage()
        if first < len(code):
            page = self._doc.Pages.pages[-1]
            page.Contents = streams(self._doc, page.stream, code[first:])

    def _startPage(self) -> None:
        super()._startPage()
        self._mcids = 0

    def bookmarkPage(self, key: str, *args: Any, **kwargs: Any) -> Any:
        """Bind a place to its name; the repeated head of a table must not take it along."""
        if self._is_artifact:
            return None
        # In a picture, the sequence has its number already.
        self.record.places[key] = (self._pageNumber - 1, self._mcids - self._open)
        return super().bookmarkPage(key, *args, **kwargs)


def _painting(name: str) -> Callable[..., Any]:
    original = getattr(Canvas, name)

    def paint(self: SequenceCanvas, *args: Any, **kwargs: Any) -> Any:
        with self.artifact():
            return original(self, *args, **kwargs)

    paint.__doc__ = f"Paint as ``Canvas.{name}`` does: an artifact outside of pictures."
    return paint


for _name in PAINTING:
    setattr(SequenceCanvas, _name, _painting(_name))
