"""Checks that an SVG drawing from outside holds nothing but a drawing, and can be printed."""

from __future__ import annotations

import io
import logging
import logging.handlers
import math
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lxml import etree
from svglib.svglib import svg2rlg

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reportlab.graphics.shapes import Drawing

SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"
# Attributes of other namespaces are a drawing program's notes to itself.
READ = (None, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace")
# url(...) in an attribute or a style sheet, but for url(#name-in-this-file).
OUTSIDE = re.compile(r"url\((?![\"']?#)|@import|image-set\(|\\", re.IGNORECASE)
SCRIPT = re.compile(r"(java|vb)script:", re.IGNORECASE)
PRESS_COLOURS = re.compile(r"cmyk\(|icc-color\(", re.IGNORECASE)
# What the PDF writer leaves out; the printed logo would be another one than that on the web.
NOT_PRINTED = ("filter", "mask", "pattern", "marker", "animate", "animateTransform", "set")
SIZE = re.compile(r"\s*[\d.]+(e\d+)?\s*(px|pt|pc|mm|cm|in|q)?\s*", re.IGNORECASE)
# svglib takes a unit of the web for three quarters of a point.
POINTS = 0.75
# What svglib has been seen to raise on drawings that are not in order.
NOT_DRAWN = (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError)


def is_svg(data: bytes) -> bool:
    """Return whether *data* is XML whose outermost element is an SVG drawing."""
    root = _root(data)
    return root is not None and root.tag == f"{{{SVG}}}svg"


def _root(data: bytes) -> Any:
    """Return the outermost element; no entity is filled in and nothing else is read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def size_of_svg(data: bytes) -> tuple[float, float]:
    """Return width and height, in units of the web, of the drawing in *data*.

    :param data: a file of which :func:`is_svg` says yes.
    :raises ValueError: it holds more than a drawing, or cannot be printed; what to do.
    """
    root = _root(data)
    if fault := next(_faults(root), None):
        raise ValueError(fault)
    sides = (root.get("width", ""), root.get("height", ""))
    if not (root.get("viewBox") or all(map(SIZE.fullmatch, sides))):
        raise ValueError("has no size; export it with a width and a height")
    return _size(_drawing(data))


def _faults(root: Any) -> Iterator[str]:
    tree = root.getroottree()
    if tree.docinfo.doctype:
        yield "has a DOCTYPE, which may bring in other files; export it as plain SVG"
    if tree.xpath("//processing-instruction()"):
        yield "asks for a style sheet outside of itself; export it as plain SVG"
    for element in root.iter(etree.Element):
        yield from _faults_of(element)


def _faults_of(element: Any) -> Iterator[str]:
    name = etree.QName(element)
    if name.localname == "script":
        yield "holds a script; export it as plain SVG"
    if name.localname == "foreignObject" or name.namespace == XHTML:
        yield "holds a piece of a web page (foreignObject); export it as plain SVG"
    if name.localname == "text":
        yield "has words in a typeface of its own; turn them into paths"
    if name.localname == "image":
        yield "holds a picture made of dots; export the logo as PNG instead"
    if name.localname in NOT_PRINTED:
        yield f"has an effect that cannot be printed ({name.localname}); use a simpler drawing"
    if name.localname == "style":
        yield from _faults_in("", "".join(element.itertext()))
    for key, value in element.items():
        if etree.QName(key).namespace in READ:
            yield from _faults_in(etree.QName(key).localname, value)


def _faults_in(key: str, value: str) -> Iterator[str]:
    """Yield what is wrong with one attribute, or with a style sheet."""
    value = "".join(value.split())
    if key.lower().startswith("on"):
        yield f"holds a script ({key}); export it as plain SVG"
    if SCRIPT.search(value):
        yield "holds a link to a script; export it as plain SVG"
    if PRESS_COLOURS.search(value):
        yield "is in colors for a press; export it again in RGB"
    if OUTSIDE.search(value) or (key in ("href", "src", "base") and value[:1] != "#"):
        yield "points to something outside of itself; export it with all in one file"


def _drawing(data: bytes) -> Drawing:
    """Return the drawing as it will be printed."""
    with _complaints() as complaints:
        try:
            drawing = svg2rlg(io.BytesIO(data))
            whole = drawing is not None and drawing.getBounds() is not None
        except NOT_DRAWN:
            whole = False
    if complaints or not whole or not all(0 < side < math.inf for side in _size(drawing)):
        raise ValueError("cannot be drawn on paper; export it as plain SVG or as PNG")
    return drawing


def _size(drawing: Drawing) -> tuple[float, float]:
    return drawing.width / POINTS, drawing.height / POINTS


@contextmanager
def _complaints() -> Iterator[list[logging.LogRecord]]:
    """Collect, instead of showing, what svglib says about parts that it leaves out."""
    logger, told = logging.getLogger("svglib.svglib"), logging.handlers.BufferingHandler(1000)
    told.setLevel(logging.WARNING)
    before, logger.propagate = logger.propagate, False
    logger.addHandler(told)
    try:
        yield told.buffer
    finally:
        logger.removeHandler(told)
        logger.propagate = before
