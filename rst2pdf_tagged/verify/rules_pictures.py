"""Rules about pictures and formulas: what they show, and where, is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rst2pdf_tagged.verify.access import Box, box
from rst2pdf_tagged.verify.file import Finding, TaggedFile
from rst2pdf_tagged.verify.roles import LEAVES
from rst2pdf_tagged.verify.shapes import overlap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rst2pdf_tagged.verify.painted import Run
    from rst2pdf_tagged.verify.tree import Elem

# Words that say nothing about a picture, names of files, and addresses.
JUNK = re.compile(
    r"(image|picture|figure|photo|graphic|drawing|img)?[\s\d._-]*"
    r"|\S+\.[a-z]{3,4}|\w*\d{3,}\w*|\w+:\S+|www\.\S+"
)
# How many times larger, or smaller, than what is drawn a picture may say that it is: drawings
# are cut at their edges, and have room around them.
MOST = 4


def pictures(file: TaggedFile) -> Iterator[Finding]:
    """Check that pictures say what they show and where they are."""
    for element in file.elements:
        if element.kind not in ("Figure", "Formula"):
            continue
        page = file.first_page(element)
        said = (element.instead() or "").strip()
        if JUNK.fullmatch(said.lower()) if element.kind == "Figure" else not said:
            yield Finding(page, "pictures", f"a picture's words are {said!r}")
        place = box(element.attribute("Layout", "/BBox"))
        if element.kind == "Figure" and not _is_there(file, element, place):
            yield Finding(page, "pictures", f"the picture {said[:40]!r} does not say where it is")
        runs = _runs(file, element)
        if element.kind == "Figure" and all(run.text for run in runs):
            yield Finding(page, "pictures", f"the picture {said[:40]!r} shows no picture")


def _runs(file: TaggedFile, element: Elem) -> list[Run]:
    return [run for place in element.places() for run in file.runs(place)]


def _is_there(file: TaggedFile, element: Elem, place: Box | None) -> bool:
    """Return whether *place* is where a picture is drawn, and about as large."""
    places = element.places()
    if not places or place is None or _area(place) <= 0:
        return False
    page = places[0].page
    shown = file.box_on(page, element)
    if shown is None or not _area(shown):
        return overlap(place, file.edges[page])
    fits = 1 / MOST <= _area(place) / _area(shown) <= MOST
    return fits and overlap(place, file.edges[page]) and overlap(place, shown)


def _area(place: Box) -> float:
    left, bottom, right, top = place
    return (right - left) * (top - bottom)


def shown_as_text(file: TaggedFile) -> Iterator[Finding]:
    """Check that elements for text show text: nobody hears a picture in them."""
    for element in file.elements:
        if element.kind not in LEAVES or not element.places() or element.is_in("Figure"):
            continue
        has_words = any(kid.instead() for kid in element.elements() if kid.kind != "Lbl")
        if not has_words and not any(run.text for run in _runs(file, element)):
            page = file.first_page(element)
            yield Finding(page, "pictures", f"an element {element.role} shows a picture")
