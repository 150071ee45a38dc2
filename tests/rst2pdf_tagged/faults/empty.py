"""Faults of elements that have nothing to read in them."""

from __future__ import annotations

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.edits import document, find, new_element, place


@fault("empty")
def empty_paragraph(pdf: pikepdf.Pdf) -> None:
    """A paragraph has nothing in it; some readers say "blank"."""
    before = find(pdf, "P", "Un p")
    new_element(pdf, "P", before.P, place(before))


@fault("empty")
def empty_heading(pdf: pikepdf.Pdf) -> None:
    """A heading has nothing in it, and is a stop in the list of headings."""
    before = find(pdf, "P", "Words of a note")
    new_element(pdf, "H3", before.P, place(before))


@fault("empty")
def empty_item(pdf: pikepdf.Pdf) -> None:
    """A list has an item with nothing in it, and is counted one too long."""
    top = find(pdf, "L", "1.Number one")
    new_element(pdf, "LI", top, len(top.K))


@fault("empty")
def empty_list(pdf: pikepdf.Pdf) -> None:
    """A list has no items."""
    before = find(pdf, "P", "Un p")
    new_element(pdf, "L", before.P, place(before))


@fault("empty")
def empty_span(pdf: pikepdf.Pdf) -> None:
    """A span has nothing in it."""
    new_element(pdf, "Span", find(pdf, "P", "First"), 1)


@fault("empty")
def empty_section(pdf: pikepdf.Pdf) -> None:
    """A section has nothing in it."""
    new_element(pdf, "Sect", document(pdf), 2)


@fault("empty")
def empty_table(pdf: pikepdf.Pdf) -> None:
    """A table has no rows."""
    before = find(pdf, "P", "Un p")
    new_element(pdf, "Table", before.P, place(before))


@fault("empty")
def nothing_but_nothing(pdf: pikepdf.Pdf) -> None:
    """A division holds only elements that have nothing in them."""
    before = find(pdf, "P", "Un p")
    around = new_element(pdf, "Div", before.P, place(before))
    new_element(pdf, "P", around, 0)
    new_element(pdf, "P", around, 1)
