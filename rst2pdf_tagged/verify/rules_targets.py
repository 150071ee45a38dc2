"""Rules about where links lead: to what their words name, with all of their lines."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from rst2pdf_tagged.verify.access import entry, number, text
from rst2pdf_tagged.verify.destinations import explicit_place, page_of, target_of
from rst2pdf_tagged.verify.file import Finding, TaggedFile
from rst2pdf_tagged.verify.roles import HEADINGS, NOTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rst2pdf_tagged.verify.tree import Elem

    # Page (from 0), left edge and top (points).
    Spot = tuple[int, float, float]

# How far above or below what it names a link may lead (points).
NEAR = 60


def one_target(file: TaggedFile) -> Iterator[Finding]:
    """Check that all annotations of a link lead to one place."""
    for element in file.elements:
        targets = {_spelled(file, kid.target) for kid in element.references()}
        if element.kind == "Link" and len(targets) > 1:
            sentence = f"the link {file.words(element)!r} leads to {len(targets)} places"
            yield Finding(file.first_page(element), "links", sentence)


def _spelled(file: TaggedFile, link: Any) -> str:
    """Return where *link* leads, in a form that can be compared."""
    address = text(entry(link, "/A", "/URI"))
    place = target_of(link)
    numbers = [str(number(value)) for value in explicit_place(file, place)[2:]]
    return address or " ".join([str(page_of(file, place)), *numbers])


def contents(file: TaggedFile) -> Iterator[Finding]:
    """Check that the entries of the contents lead to the headings that they name."""
    known = tops(file, [e for e in file.elements if e.kind in HEADINGS | {"Title"}])
    for element in file.elements:
        if element.kind != "Link" or not element.is_in("TOCI"):
            continue
        words = file.words(element)
        spots = [spot for name, found in known.items() if _names(words, name) for spot in found]
        if spots and not all(leads_to(file, kid.target, spots) for kid in element.references()):
            sentence = f"the entry {words!r} of the contents leads elsewhere"
            yield Finding(file.first_page(element), "links", sentence)


def _names(words: str, heading: str) -> bool:
    """Return whether an entry's *words* are a heading's, with or without a page number."""
    rest = words.removeprefix(heading).strip(" .")
    return bool(heading) and words.startswith(heading) and (not rest or rest.isalnum())


def to_notes(file: TaggedFile) -> Iterator[Finding]:
    """Check that a link whose words are the label of a note leads to such a note."""
    labels: list[tuple[str, Spot]] = []
    for element in file.elements:
        own = [kid for kid in element.own_elements() if kid.kind == "Lbl"]
        for name, found in tops(file, own if element.kind in NOTES else []).items():
            labels += [(_bare(name), spot) for spot in found]
    names = {name for name, _ in labels}
    for element in file.elements:
        words = _bare(file.words(element)) if element.kind == "Link" else ""
        if words not in names or element.is_in(*NOTES, "TOCI"):
            continue
        if any(_nearest(file, kid.target, labels) != words for kid in element.references()):
            sentence = f"the link {words!r} does not lead to the note of that name"
            yield Finding(file.first_page(element), "notes", sentence)


def _bare(label: str) -> str:
    """Return a label without brackets; those of an index are around numbers of places."""
    bare = label.strip("[]")
    return label if bare.isdigit() else bare


def _nearest(file: TaggedFile, link: Any, labels: list[tuple[str, Spot]]) -> str | None:
    """Return the label that *link* leads to."""
    page, left, top = _spot(file, link)
    near = [
        (math.dist((left or x, top or y), (x, y)), name)
        for name, (at, x, y) in labels
        if at == page
    ]
    distance, name = min(near, default=(NEAR, ""))
    return name if distance < NEAR else None


def tops(file: TaggedFile, elements: list[Elem]) -> dict[str, list[Spot]]:
    """Return page and top of *elements*, by their words, with and without their pictures'."""
    found: dict[str, list[Spot]] = {}
    for element in elements:
        if element.places():
            page = element.places()[0].page
            around = file.box_on(page, element)
            left, top = (around[0], around[3]) if around else (0.0, 0.0)
            for words in {file.words(element), file.words(element, pictures=False)}:
                found.setdefault(words, []).append((page, left, top))
    return found


def leads_to(file: TaggedFile, link: Any, spots: list[Spot]) -> bool:
    """Return whether a link or bookmark leads to, or a little above, one of *spots*."""
    page, _, top = _spot(file, link)
    return any(page == at and (top is None or abs(top - y) < NEAR) for at, _, y in spots)


def _spot(file: TaggedFile, link: Any) -> tuple[int | None, float | None, float | None]:
    """Return the page (from 0), the left edge and the top that a link or bookmark leads to."""
    place = target_of(link)
    left, top, *_ = [*map(number, explicit_place(file, place)[2:]), None, None]
    return page_of(file, place), left, top
