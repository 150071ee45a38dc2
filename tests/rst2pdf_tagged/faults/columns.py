"""A page in two columns: read down one and then the other, or wrongly across."""

from __future__ import annotations

import re
from itertools import chain

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault, harmless
from tests.rst2pdf_tagged.faults.edits import find, kids, set_kids

INDEX = 8
MIDDLE = 625  # what begins below this height goes into the second column
RIGHT, UP = 260, 132.8
PLACE = re.compile(rb"(?m)^1 0 0 1 40\.01575 (\d+\.\d+) cm$")


def _into_columns(pdf: pikepdf.Pdf) -> None:
    """Move the lower half of the index to the right of the upper half."""

    def moved(found: re.Match[bytes]) -> bytes:
        height = float(found[1])
        if height > MIDDLE:
            return found[0]
        return b"1 0 0 1 %.5f %.5f cm" % (40.01575 + RIGHT, height + UP)

    page = pdf.pages[INDEX]
    old = page.Contents.read_bytes()
    new = PLACE.sub(moved, old)
    assert new != old
    page.Contents.write(new)
    for note in page.Annots:
        left, bottom, right, top = (float(x) for x in note.Rect)
        if bottom < MIDDLE:
            note.Rect = pikepdf.Array([left + RIGHT, bottom + UP, right + RIGHT, top + UP])


@harmless()
def columns_read_down(pdf: pikepdf.Pdf) -> None:
    """The index has two columns, and is read down the first and then down the second."""
    _into_columns(pdf)


@fault("order")
def columns_read_across(pdf: pikepdf.Pdf) -> None:
    """The index has two columns, and is read line by line across both."""
    _into_columns(pdf)
    index = find(pdf, "Sect", "Index")
    title, *entries = kids(index)
    half = next(i for i, entry in enumerate(entries) if entry == find(pdf, "P", "G"))
    assert len(entries) == 2 * half
    set_kids(index, [title, *chain(*zip(entries[:half], entries[half:], strict=True))])
