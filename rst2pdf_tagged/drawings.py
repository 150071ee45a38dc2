"""Drawings that never change: turned into marks on a page once, for all passes and documents.

A picture has thousands of points, and every pass of every document would write each of them
as text again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.graphics.shapes import Drawing

from rst2pdf_tagged.canvas import TaggedCanvas

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

# What names something of one document: fonts, graphics states, shadings, images, tags.
OF_A_DOCUMENT = re.compile(r"(?:^|\s)(?:BT|Tf|gs|sh|Do|BI|cs|CS|scn|SCN|BMC|BDC)(?:\s|$)")

# For each drawing, what it is on a canvas in a certain state; goes when the drawing goes.
_written: WeakKeyDictionary[Drawing, dict[tuple[Any, ...], str]] = WeakKeyDictionary()


def keep(drawing: Drawing) -> Drawing:
    """Let *drawing*, which nothing is to change from now on, be written only once."""
    drawing._unchanging = True
    return drawing


def draw(drawing: Drawing, canvas: Any, draw_on: Callable[[Drawing, Any], None]) -> None:
    """Draw what has been marked by :func:`keep`, or has ``_unchanging`` set by others.

    :param draw_on: draws it shape by shape.
    """
    if isinstance(canvas, TaggedCanvas) and not canvas.is_open:
        # Each of its shapes becomes an artifact of its own.
        draw_on(drawing, canvas)
        return
    known = _written.setdefault(drawing, {})
    state = _state(canvas)
    if state in known:
        canvas._code.append(known[state])
        return
    start = len(canvas._code)
    draw_on(drawing, canvas)
    code = "\n".join(canvas._code[start:])
    if not OF_A_DOCUMENT.search(code):
        known[state] = code


def _state(canvas: Any) -> tuple[Any, ...]:
    """Return what the marks of a drawing depend on, beside the drawing."""
    return (
        canvas._enforceColorSpace,
        canvas._fillMode,
        tuple(sorted(canvas._extgstate._d.items())),
        rl_config.invariant,
    )
