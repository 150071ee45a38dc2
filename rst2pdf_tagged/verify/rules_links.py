"""Rules about links: each belongs to one element, says its words, lies over them, leads on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rst2pdf_tagged.verify.access import Box, box, entry, integer, name, text
from rst2pdf_tagged.verify.destinations import target_fault
from rst2pdf_tagged.verify.file import Annotation, Finding, TaggedFile
from rst2pdf_tagged.verify.shapes import holds, middle, overlap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rst2pdf_tagged.verify.tree import Elem

# Flags of an annotation (ISO 32000-1, table 165).
INVISIBLE, HIDDEN, PRINT, NO_VIEW = 1, 2, 4, 32
# How far a word's middle may lie outside of its link's rectangle (points).
ROOM = 1


def links(file: TaggedFile) -> Iterator[Finding]:
    """Check that each annotation is visible, leads somewhere, and is one element's."""
    for note in file.annotations:
        for sentence in _faults(file, note):
            yield Finding(note.page + 1, "links", sentence)
    on_pages = Counter(note.obj.objgen for note in file.annotations)
    if any(times > 1 for times in on_pages.values()):
        yield Finding(None, "links", "a page lists one annotation twice")
    for target, owners in file.owners.items():
        if target not in on_pages:
            sentence = "a link's annotation is in the tree and on no page"
            yield Finding(file.first_page(owners[0]), "links", sentence)


def _faults(file: TaggedFile, note: Annotation) -> Iterator[str]:
    owners = file.owners.get(note.obj.objgen, [])
    words = file.words(owners[0]) if owners else ""
    if len(owners) != 1:
        yield f"an annotation belongs to {len(owners)} elements"
    if name(entry(note.obj, "/Subtype")) != "Link":
        return
    if owners and owners[0].kind not in ("Link", "Reference"):
        yield f"the link {words!r} belongs to an element {owners[0].role}"
    said = " ".join((text(entry(note.obj, "/Contents")) or "").split())
    if said != words or not said:
        yield f"the link over {words!r} says {said!r}"
    flags = integer(entry(note.obj, "/F")) or 0
    if not flags & PRINT or flags & (INVISIBLE | HIDDEN | NO_VIEW):
        yield f"the link {words!r} is hidden, on paper or on screen"
    if (fault := target_fault(file, note.obj)) is not None:
        yield f"the link {words!r} {fault}"
    if name(file.dictionaries[note.page].get("/Tabs")) != "S":
        yield "the page's links are not reached in reading order: its Tabs are not S"
    yield from _parent_faults(file, note, owners, words)
    yield from _place_faults(file, note, words)


def _parent_faults(
    file: TaggedFile, note: Annotation, owners: list[Elem], words: str
) -> Iterator[str]:
    key = integer(entry(note.obj, "/StructParent"))
    known = file.tree.element_of(file.parents.get(key)) if key is not None else None
    if owners and known is not owners[0]:
        yield f"the parent of the link {words!r} is another element"


def _place_faults(file: TaggedFile, note: Annotation, words: str) -> Iterator[str]:
    place = box(entry(note.obj, "/Rect"))
    if place is None or place[0] >= place[2] or place[1] >= place[3]:
        yield f"the link {words!r} has no rectangle"
    elif not overlap(place, file.edges[note.page]):
        yield f"the link {words!r} lies beside the page"


# -- Elements -----------------------------------------------------------------------------


def link_elements(file: TaggedFile) -> Iterator[Finding]:
    """Check that each link has words, and annotations over all of them."""
    rectangles = _rectangles(file)
    for element in file.elements:
        if element.kind != "Link":
            continue
        page, words = file.first_page(element), file.words(element)
        if not element.references():
            yield Finding(page, "links", f"the link {words!r} has no annotation")
        if not words:
            yield Finding(page, "links", "a link has no words")
        if element.parent is not None and element.parent.is_in("Link"):
            yield Finding(page, "links", f"the link {words!r} is in another one")
        yield from _covering(file, element, rectangles, words)


def _rectangles(file: TaggedFile) -> dict[tuple[int, int], tuple[int, Box]]:
    """Return page and rectangle of each annotation, by object number."""
    found = {}
    for note in file.annotations:
        if (place := box(entry(note.obj, "/Rect"))) is not None:
            found[note.obj.objgen] = (note.page, place)
    return found


def _covering(
    file: TaggedFile,
    element: Elem,
    rectangles: dict[tuple[int, int], tuple[int, Box]],
    words: str,
) -> Iterator[Finding]:
    """Compare the rectangles of a link with its words: each must lie over the other."""
    own = [
        rectangles[kid.target.objgen]
        for kid in element.references()
        if kid.target.objgen in rectangles
    ]
    shown = _middles(file, element)
    for page, place in own:
        if shown and not any(at == page and holds(place, point, ROOM) for at, point in shown):
            yield Finding(page + 1, "links", f"the link {words!r} does not lie over its words")
        for stranger in _strangers(file, element, page, place):
            yield Finding(page + 1, "links", f"the link {words!r} lies over {stranger!r} too")
    for page, point in shown:
        if own and not any(at == page and holds(place, point, ROOM) for at, place in own):
            yield Finding(page + 1, "links", f"a part of the link {words!r} cannot be clicked")


def _middles(file: TaggedFile, element: Elem) -> list[tuple[int, tuple[float, float]]]:
    """Return page and middle of all that *element* shows."""
    return [
        (place.page, middle(run.box))
        for place in element.places()
        for run in file.runs(place)
        if run.box and run.is_exact and (run.text.strip() or not run.text)
    ]


def _strangers(file: TaggedFile, element: Elem, page: int, place: Box) -> list[str]:
    """Return the words of others under a rectangle of *element*'s."""
    own = {found.mcid for found in element.places() if found.page == page}
    return [
        run.text.strip()
        for mcid, runs in file.pages[page].runs.items()
        if mcid not in own
        for run in runs
        if run.text.strip() and run.box and run.is_exact and holds(place, middle(run.box))
    ]
