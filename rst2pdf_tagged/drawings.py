"""Drawings that never change: turned into marks on a page once, for all passes and documents.

A picture has thousands of points, which every document would write as text and pack again.
In a tagged file it is one of the streams that a page's content consists of (ISO 32000-1,
7.8.2), whose packed bytes are kept; what a page shows is the same to a hair.
"""

from __future__ import annotations

import re
import zlib
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.graphics.shapes import Drawing
from reportlab.pdfbase.pdfdoc import PDFArray, PDFObjectReference, PDFStream

from rst2pdf_tagged.serialize import Written

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

# What names something of one document: fonts, graphics states, shadings, images, tags.
OF_A_DOCUMENT = re.compile(r"(?:^|\s)(?:BT|Tf|gs|sh|Do|BI|cs|CS|scn|SCN|BMC|BDC)(?:\s|$)")
# Shorter marks, like those of an icon, pack better with the text around them (characters).
OWN_STREAM = 8000
# In how many states of a canvas the marks of one drawing are kept.
MOST_STATES = 4


class Marks(str):
    """The marks that a drawing makes, as operators of a page; none if a document owns them."""

    @cached_property
    def stream(self) -> bytes:
        """Return the marks as an object of a file."""
        packed = zlib.compress(self.encode("latin-1") + b"\n")
        words = b"<</Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
        return words + packed + b"\nendstream\n"


# For each drawing, its marks on a canvas in a certain state; they go when the drawing goes.
_known: WeakKeyDictionary[Drawing, dict[tuple[Any, ...], Marks]] = WeakKeyDictionary()


def keep(drawing: Drawing) -> Drawing:
    """Let *drawing*, which nothing is to change from now on, be written only once."""
    drawing._unchanging = True
    return drawing


def draw(drawing: Drawing, canvas: Any, draw_on: Callable[[Drawing, Any], None]) -> None:
    """Draw what has been marked by :func:`keep`, or has ``_unchanging`` set by others.

    :param draw_on: draws it shape by shape.
    """
    if getattr(canvas, "draft", False):
        return
    if not getattr(canvas, "is_open", True):
        # Each of its shapes becomes an artifact of its own.
        draw_on(drawing, canvas)
        return
    known = _known.setdefault(drawing, {})
    state = _state(canvas)
    code = canvas._code
    if known.get(state):
        code.append(known[state])
        return
    start = len(code)
    draw_on(drawing, canvas)
    if state not in known and len(known) < MOST_STATES:
        known[state] = _marks(code[start:])
        code[start:] = [known[state]] if known[state] else code[start:]


def _state(canvas: Any) -> tuple[Any, ...]:
    """Return what the marks of a drawing depend on, beside the drawing."""
    return (
        canvas._enforceColorSpace,
        canvas._fillMode,
        tuple(sorted(canvas._extgstate._d.items())),
        rl_config.invariant,
    )


def _marks(code: list[str]) -> Marks:
    joined = "\n".join(code)
    return Marks("" if OF_A_DOCUMENT.search(joined) else joined)


def has_own_stream(code: str) -> bool:
    """Return whether a piece of a page's *code* is kept, packed, for other documents."""
    return isinstance(code, Marks) and len(code) >= OWN_STREAM


def streams(document: Any, start: str, code: list[str]) -> PDFArray:
    """Return the streams of a page's content.

    :param document: ReportLab's document.
    :param start: what comes before *code*, from the first piece with its own stream.
    """
    found = [document.Reference(PDFStream(content=start))]
    for own, pieces in groupby(code, has_own_stream):
        if own:
            found += [_reference(document, marks) for marks in pieces]
        else:
            found.append(document.Reference(PDFStream(content="\n".join(pieces) + "\n")))
    return PDFArray(found)


def _reference(document: Any, marks: Any) -> Any:
    """Return what refers to the stream of a picture, which is in the file once."""
    name = f"drawing {id(marks)}"
    if name in document.idToObject:
        return PDFObjectReference(name)
    return document.Reference(Written(lambda: marks.stream), name)
