"""Rules about reading order: what is heard goes the way that the eye goes.

Two witnesses are asked.  The order in which a page is painted: in a file made by laying text
out it is that of the text, but for what floats (pictures, notes), which may be painted later
than it is read.  And the places on the page: what is read next stands below, or to the right.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from rst2pdf_tagged.verify.file import Finding, TaggedFile
from rst2pdf_tagged.verify.roles import IN_LINE, LEAVES, NOTES, PICTURES
from rst2pdf_tagged.verify.shapes import union
from rst2pdf_tagged.verify.tree import Elem, ObjectReference, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rst2pdf_tagged.verify.access import Box
    from rst2pdf_tagged.verify.painted import Run

# How much higher than the block before a block may begin (points).
SLACK = 4
# From which share of the narrower block's width on two blocks stand in one column.
SAME_COLUMN = 0.5


@dataclass(eq=False)
class Block:
    """A block of text, a label or a picture.

    :ivar places: its sequences, in reading order, without those of pictures in its lines.
    :ivar flow: the element whose inside is read by itself: a float, or ``None`` for the text.
    :ivar row: the table's row that it is in.
    """

    element: Elem
    flow: Elem | None
    row: Elem | None
    places: list[Place] = field(default_factory=list)


@lru_cache(maxsize=1)
def blocks(file: TaggedFile) -> list[Block]:
    """Return all blocks of a file, in reading order; one that holds others comes in parts."""
    found: list[Block] = []
    for element, place in _sequences(file):
        owner = _block_of(element)
        if not found or found[-1].element is not owner:
            found.append(Block(owner, _flow_of(owner), _row_of(owner)))
        if element.kind not in PICTURES or owner is element:
            found[-1].places.append(place)
    return [block for block in found if block.places]


def _sequences(file: TaggedFile) -> Iterator[tuple[Elem, Place]]:
    """Yield each sequence with the element that claims it, in reading order."""
    for top in file.tree.top:
        left: list[tuple[Elem, Elem | Place | ObjectReference]] = [(top, top)]
        while left:
            holder, found = left.pop()
            if isinstance(found, Place):
                yield holder, found
            elif isinstance(found, Elem):
                left += [(found, kid) for kid in reversed(found.kids)]


def _block_of(element: Elem) -> Elem:
    """Return the block that *element* is a part of."""
    block = element
    while block.parent is not None and block.kind in IN_LINE | PICTURES:
        if block.kind in PICTURES and block.parent.kind not in LEAVES:
            break
        block = block.parent
    return block


def _row_of(element: Elem) -> Elem | None:
    above: Elem | None = element
    while above is not None and above.kind != "TR":
        above = above.parent
    return above


def _flow_of(element: Elem) -> Elem | None:
    """Return the note, or the picture with its caption, that *element* is in."""
    above: Elem | None = element
    while above is not None:
        if above.kind in NOTES or above.kind in PICTURES or _is_figure(above):
            return above.parent if above.parent is not None and _is_figure(above.parent) else above
        above = above.parent
    return None


def _is_figure(element: Elem) -> bool:
    """Return whether *element* groups a picture with its caption."""
    kinds = [kid.kind for kid in element.own_elements()]
    is_group = element.kind == "Div" or (element.kind == "Aside" and "Caption" in kinds)
    return is_group and bool(kinds) and kinds[0] in {*PICTURES, "Link"}


def painted(file: TaggedFile) -> Iterator[Finding]:
    """Check that what is read later is painted later."""
    last: dict[Elem | None, Block] = {}
    floats: dict[str, Block] = {}
    begun: set[Elem] = set()
    for block in blocks(file):
        yield from _inside(file, block)
        if (before := last.get(block.flow)) is not None and _is_back(before, block):
            yield _finding(file, block, before)
        last[block.flow] = block
        if block.flow is not None and block.flow not in begun:
            begun.add(block.flow)
            for other in (last.get(None), floats.get(block.flow.kind)):
                if other is not None and other.places[0] > block.places[0]:
                    yield _finding(file, block, other)
            floats[block.flow.kind] = block


def _is_back(before: Block, block: Block) -> bool:
    """Return whether *block* is painted before the one that is read before it."""
    if before.row is not None and before.row is block.row:
        # A row that goes over the end of a page goes on there with all its cells.
        shared = {p.page for p in before.places} & {p.page for p in block.places}
        return any(_last_on(before, page) > _first_on(block, page) for page in shared)
    return before.places[0] > block.places[0]


def _first_on(block: Block, page: int) -> Place:
    return next(place for place in block.places if place.page == page)


def _last_on(block: Block, page: int) -> Place:
    return [place for place in block.places if place.page == page][-1]


def _inside(file: TaggedFile, block: Block) -> Iterator[Finding]:
    if block.places != sorted(block.places):
        words = file.words(block.element)[:40]
        sentence = f"the parts of {words!r} are read in another order than they are painted in"
        yield Finding(block.places[0].page + 1, "order", sentence)


def _finding(file: TaggedFile, block: Block, before: Block) -> Finding:
    words, earlier = (file.words(found.element)[:40] for found in (block, before))
    sentence = f"{words!r} is read after {earlier!r} but stands before it"
    return Finding(block.places[0].page + 1, "order", sentence)


# -- Places on the page -------------------------------------------------------------------


def placed(file: TaggedFile) -> Iterator[Finding]:
    """Check that what is read next stands below, or to the right."""
    before: Block | None = None
    for block in blocks(file):
        if block.flow is not None:
            continue
        if before is not None and before.places[-1].page == block.places[0].page:
            last, first = _last_line(file, before), first_line(file, block)
            if last and first and _goes_back(last, first):
                yield _finding(file, block, before)
        before = block


def first_line(file: TaggedFile, block: Block) -> Box | None:
    """Return the box of the line of text with which *block* begins."""
    return _line([run for place in block.places for run in file.runs(place)])


def _last_line(file: TaggedFile, block: Block) -> Box | None:
    return _line([run for place in block.places for run in file.runs(place)][::-1])


def _line(runs: list[Run]) -> Box | None:
    """Return the box of the line of text that the first of *runs* stands in."""
    boxes = [run.box for run in runs if run.box and run.text.strip()]
    return union([box for box in boxes if box[1] == boxes[0][1] and box[3] == boxes[0][3]])


def _goes_back(one: Box, other: Box) -> bool:
    """Return whether *other* stands above *one*, in the same column or to the left of it."""
    shared = min(one[2], other[2]) - max(one[0], other[0])
    is_in_column = shared > SAME_COLUMN * min(one[2] - one[0], other[2] - other[0])
    is_left = other[2] <= one[0]
    return (is_in_column or is_left) and other[1] > one[1] + SLACK
