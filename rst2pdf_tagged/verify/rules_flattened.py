"""Rules about structure that is shown but not said: lists and tables that are mere paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from rst2pdf_tagged.verify.file import Finding, TaggedFile
from rst2pdf_tagged.verify.rules_order import blocks, first_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rst2pdf_tagged.verify.access import Box
    from rst2pdf_tagged.verify.tree import Elem

BULLET = re.compile(r"[•‣◦▪·]|[*+-] ")
NUMBERED = re.compile(r"\(?(\d+|[a-z])[.)]")
# In these, blocks stand beside each other for a reason that is said.
SAID = ("LI", "TR", "TOCI", "Note", "FENote", "Figure")
# How much higher a block may stand than another one in its row (points).
SLACK = 1


def flat_lists(file: TaggedFile) -> Iterator[Finding]:
    """Check that paragraphs do not begin as the items of a list do."""
    for element in file.elements:
        words = [(kid, file.words(kid)) for kid in element.own_elements() if kid.kind == "P"]
        for paragraph, text in words:
            is_code = any(kid.kind == "Code" for kid in paragraph.own_elements())
            if BULLET.match(text) and not is_code:
                yield _finding(file, paragraph, "a list is tagged as paragraphs")
        for (paragraph, text), (_, following) in pairwise(words):
            if _counts_on(text, following):
                yield _finding(file, paragraph, "a numbered list is tagged as paragraphs")


def _counts_on(text: str, following: str) -> bool:
    """Return whether two paragraphs begin like "1." and "2.", or "a." and "b."."""
    one, other = NUMBERED.match(text), NUMBERED.match(following)
    if one is None or other is None:
        return False
    label, next_label = one[1], other[1]
    if label.isdigit() and next_label.isdigit():
        return int(next_label) == int(label) + 1
    return label.isalpha() and next_label == chr(ord(label) + 1)


def flat_tables(file: TaggedFile) -> Iterator[Finding]:
    """Check that paragraphs do not stand in rows and columns."""
    found = [block for block in blocks(file) if not block.element.is_in(*SAID)]
    lines = [(block, first_line(file, block)) for block in found]
    for four in zip(lines, lines[1:], lines[2:], lines[3:], strict=False):
        boxes = [box for _, box in four if box]
        is_near = len({block.places[0].page for block, _ in four}) == 1
        if is_near and len(boxes) == len(four) and _is_grid(*boxes):
            yield _finding(file, four[0][0].element, "a table is tagged as paragraphs")


def _is_grid(first: Box, right: Box, below: Box, corner: Box) -> bool:
    """Return whether four blocks are two rows of two columns."""
    in_rows = _near(first[3], right[3]) and _near(below[3], corner[3]) and below[3] < first[1]
    return in_rows and max(first[2], below[2]) < min(right[0], corner[0])


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= SLACK


def _finding(file: TaggedFile, element: Elem, sentence: str) -> Finding:
    words = file.words(element)[:40]
    return Finding(file.first_page(element), "kinds", f"{sentence}: {words!r}")
