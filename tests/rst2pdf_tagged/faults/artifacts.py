"""Faults that silence: something to be read is marked as an artifact."""

from __future__ import annotations

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.edits import (
    elements,
    find,
    mark_differently,
    new_element,
    recode,
    row,
    texts_of,
    unclaim,
)

PLAIN = b"/Artifact BMC"
HEADER = b"/Artifact <</Type /Pagination /Subtype /Header>> BDC"
FOOTER = b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC"


@fault("artifacts")
def silent_paragraph(pdf: pikepdf.Pdf) -> None:
    """A paragraph is an artifact."""
    mark_differently(pdf, find(pdf, "P", "Un p"), PLAIN)


@fault("artifacts")
def silent_paragraph_as_layout(pdf: pikepdf.Pdf) -> None:
    """A paragraph is an artifact of the layout."""
    mark_differently(pdf, find(pdf, "P", "Deepest"), b"/Artifact <</Type /Layout>> BDC")


@fault("artifacts")
def silent_paragraph_as_background(pdf: pikepdf.Pdf) -> None:
    """A paragraph is part of the background."""
    mark_differently(pdf, find(pdf, "P", "Quoted"), b"/Artifact <</Type /Background>> BDC")


@fault("artifacts")
def silent_paragraph_as_header(pdf: pikepdf.Pdf) -> None:
    """A paragraph poses as the running head."""
    mark_differently(pdf, find(pdf, "P", "second paragraph"), HEADER)


@fault("artifacts")
def silent_paragraph_as_footer(pdf: pikepdf.Pdf) -> None:
    """A paragraph poses as the running foot."""
    mark_differently(pdf, find(pdf, "P", "The legend"), FOOTER)


@fault("artifacts")
def silent_words(pdf: pikepdf.Pdf) -> None:
    """The last words of a paragraph are an artifact."""
    assert texts_of(pdf)[1, 13] == " once more."
    recode(pdf, 1, rb"/P <</MCID 13>> BDC", PLAIN)
    unclaim(pdf, 1, 13)


@fault("artifacts")
def silent_heading(pdf: pikepdf.Pdf) -> None:
    """A heading is an artifact."""
    mark_differently(pdf, find(pdf, "H2", "Boxes"), PLAIN)


@fault("artifacts")
def silent_heading_as_header(pdf: pikepdf.Pdf) -> None:
    """The heading at the top of a page poses as its running head."""
    mark_differently(pdf, find(pdf, "H1", "All the parts"), HEADER)


@fault("artifacts")
def silent_cell(pdf: pikepdf.Pdf) -> None:
    """The words of a table cell are an artifact; the cell seems empty."""
    mark_differently(pdf, find(pdf, "TD", "Cell 21"), PLAIN)


@fault("artifacts")
def silent_table_head(pdf: pikepdf.Pdf) -> None:
    """The words of a column's head are an artifact."""
    mark_differently(pdf, find(pdf, "TH", "Head 2"), PLAIN)


@fault("artifacts")
def silent_label(pdf: pikepdf.Pdf) -> None:
    """The number of a list item is an artifact, while the others are read."""
    item = find(pdf, "LI", "2.Number two")
    mark_differently(pdf, item.K[0], PLAIN)


@fault("artifacts")
def silent_bullet(pdf: pikepdf.Pdf) -> None:
    """The bullet of a list item is an artifact, while the others are read."""
    mark_differently(pdf, find(pdf, "P", "One").P.P.K[0], PLAIN)


@fault("artifacts")
def silent_note(pdf: pikepdf.Pdf) -> None:
    """The words of a note are an artifact; only its label is read."""
    mark_differently(pdf, find(pdf, "P", "The words of the source"), PLAIN)


@fault("artifacts")
def silent_caption(pdf: pikepdf.Pdf) -> None:
    """The caption of a table is an artifact."""
    mark_differently(pdf, find(pdf, "Caption", "Spans"), PLAIN)


@fault("artifacts")
def silent_line_of_code(pdf: pikepdf.Pdf) -> None:
    """One line of a listing is an artifact, as its line number is."""
    mark_differently(pdf, find(pdf, "Span", "    return"), PLAIN)


@fault("artifacts")
def silent_page(pdf: pikepdf.Pdf) -> None:
    """All text of a page is an artifact."""
    for element in [e for e in elements(pdf, "Span") if e.get("/Pg") == pdf.pages[6].obj]:
        mark_differently(pdf, element, PLAIN)


@fault("artifacts")
def silent_page_as_header(pdf: pikepdf.Pdf) -> None:
    """All text of a page poses as its running head."""
    for element in [e for e in elements(pdf, "Span") if e.get("/Pg") == pdf.pages[6].obj]:
        mark_differently(pdf, element, HEADER)


@fault("artifacts")
def silent_contents(pdf: pikepdf.Pdf) -> None:
    """The title of the contents poses as the running head."""
    mark_differently(pdf, find(pdf, "H1", "Contents"), HEADER)


@fault("order")
def running_head_is_read(pdf: pikepdf.Pdf) -> None:
    """The running head of a page is read amid the text."""
    before = find(pdf, "H2", "Second")
    number = len(row(pdf, 2))
    mark = b"/P <</MCID %d>> BDC" % number
    recode(pdf, 2, rb"/Artifact <</Type /Pagination /Subtype /Header>> BDC", mark)
    head = new_element(pdf, "P", before.P, 0, Pg=pdf.pages[2].obj)
    head.K.append(number)
    row(pdf, 2).append(head)
