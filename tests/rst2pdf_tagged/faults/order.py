"""Faults in the order of reading: every part is there, at a wrong place."""

from __future__ import annotations

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.edits import (
    document,
    find,
    kids,
    move,
    place,
    set_kids,
    swap,
    walk,
)


@fault("order")
def paragraphs_swapped(pdf: pikepdf.Pdf) -> None:
    """Two paragraphs are read in each other's place."""
    swap(find(pdf, "P", "First"), find(pdf, "P", "An abb"))


@fault("order")
def neighbours_swapped(pdf: pikepdf.Pdf) -> None:
    """Two short paragraphs, one below the other, are read the wrong way round."""
    swap(find(pdf, "P", "Un p"), find(pdf, "P", "Only a link"))


@fault("order")
def items_swapped(pdf: pikepdf.Pdf) -> None:
    """The second item of a list is read before the first."""
    swap(find(pdf, "LI", "1.Number one"), find(pdf, "LI", "2.Number two"))


@fault("order")
def bodies_of_items_swapped(pdf: pikepdf.Pdf) -> None:
    """The label of each of two items is read with the other's words."""
    swap(find(pdf, "LBody", "Letter a"), find(pdf, "LBody", "Letter b"))


@fault("order")
def label_after_its_item(pdf: pikepdf.Pdf) -> None:
    """The number of a list item is read after its words."""
    item = find(pdf, "LI", "1.Number one")
    set_kids(item, kids(item)[::-1])


@fault("order")
def cells_swapped(pdf: pikepdf.Pdf) -> None:
    """Two cells of a row are read in each other's place."""
    swap(find(pdf, "TD", "b"), find(pdf, "TD", "c"))


@fault("order")
def head_cells_swapped(pdf: pikepdf.Pdf) -> None:
    """Two columns have each other's head, so that each cell is told with a wrong one."""
    swap(find(pdf, "TH", "Head 2"), find(pdf, "TH", "Head 3"))


@fault("order")
def rows_swapped(pdf: pikepdf.Pdf) -> None:
    """Two rows of a table are read the wrong way round."""
    swap(find(pdf, "TR", "20Cell"), find(pdf, "TR", "21Cell"))


@fault("order")
def rows_swapped_over_the_page(pdf: pikepdf.Pdf) -> None:
    """The last row of a page is read after the first row of the next page."""
    swap(find(pdf, "TR", "17Cell"), find(pdf, "TR", "18Cell"))


@fault("order")
def table_read_down_its_columns(pdf: pikepdf.Pdf) -> None:
    """A table is read column by column, as if its columns were rows."""
    swap(find(pdf, "TD", "head"), find(pdf, "TD", "at"))


@fault("order")
def sections_swapped(pdf: pikepdf.Pdf) -> None:
    """A section is read before the one above it."""
    swap(find(pdf, "Sect", "Lists"), find(pdf, "Sect", "Boxes"))


@fault("order")
def chapters_swapped(pdf: pikepdf.Pdf) -> None:
    """The last chapter is read before the first."""
    swap(find(pdf, "Sect", "All the parts"), find(pdf, "Sect", "Index"))


@fault("order")
def contents_at_the_end(pdf: pikepdf.Pdf) -> None:
    """The contents stand on the first page and are read last."""
    move(find(pdf, "Sect", "Contents"), document(pdf), len(document(pdf).K) - 1)


@fault("order")
def contents_swapped(pdf: pikepdf.Pdf) -> None:
    """Two entries of the contents are read the wrong way round."""
    swap(find(pdf, "TOCI", "Lists"), find(pdf, "TOCI", "Boxes"))


@fault("order")
def page_number_before_its_title(pdf: pikepdf.Pdf) -> None:
    """The page number of an entry in the contents is read before its title."""
    link = find(pdf, "Link", "Boxes")
    link.K[0], link.K[1] = link.K[1], link.K[0]


@fault("order")
def parts_of_a_paragraph_swapped(pdf: pikepdf.Pdf) -> None:
    """The words before a link and those after it change places."""
    paragraph = find(pdf, "P", "A note ")
    at = [i for i, kid in enumerate(paragraph.K) if kid in (23, 25)]
    paragraph.K[at[0]], paragraph.K[at[1]] = 25, 23


@fault("order")
def pages_of_a_paragraph_swapped(pdf: pikepdf.Pdf) -> None:
    """The part of a paragraph on its second page is read first."""
    paragraph = find(pdf, "P", "word0")
    set_kids(paragraph, [paragraph.K[-1], *kids(paragraph)[:-1]])


@fault("order")
def link_after_its_sentence(pdf: pikepdf.Pdf) -> None:
    """The words of a link are read after the end of the sentence that they stand in."""
    link = find(pdf, "Link", "the maker again")
    move(link, link.P, len(link.P.K) - 1)


@fault("order")
def abbreviation_after_its_sentence(pdf: pikepdf.Pdf) -> None:
    """A word set in a span of its own is read after the end of its paragraph."""
    span = find(pdf, "Span", "ECT")
    move(span, span.P, len(span.P.K) - 1)


@fault("order")
def notes_swapped(pdf: pikepdf.Pdf) -> None:
    """Two notes are read the wrong way round."""
    swap(find(pdf, "Note", "1The words"), find(pdf, "Note", "Li2010"))


@fault("order")
def lines_of_code_swapped(pdf: pikepdf.Pdf) -> None:
    """Two lines of a listing are read the wrong way round."""
    swap(find(pdf, "Span", "def first"), find(pdf, "Span", "    return"))


@fault("order")
def lines_of_verse_swapped(pdf: pikepdf.Pdf) -> None:
    """Two lines of a line block are read the wrong way round."""
    swap(find(pdf, "Span", "First line"), find(pdf, "Span", "second line"))


@fault("order")
def heading_after_its_text(pdf: pikepdf.Pdf) -> None:
    """A heading is read after the first paragraph below it."""
    swap(find(pdf, "H4", "Deeper"), find(pdf, "P", "Deepest"))


@fault("order")
def heading_at_the_end_of_its_section(pdf: pikepdf.Pdf) -> None:
    """A heading is read after all of its section."""
    heading = find(pdf, "H2", "Boxes")
    move(heading, heading.P, len(heading.P.K) - 1)


@fault("order")
def title_of_a_box_after_its_text(pdf: pikepdf.Pdf) -> None:
    """The title of a box is read after the words in the box."""
    swap(find(pdf, "P", "Own title"), find(pdf, "P", "Words below"))


@fault("order")
def caption_far_from_its_figure(pdf: pikepdf.Pdf) -> None:
    """The caption of a figure is read at the end of the last chapter."""
    index = find(pdf, "Sect", "Index")
    move(find(pdf, "Caption", "The caption"), index, len(index.K))


@fault("order")
def legend_before_its_caption(pdf: pikepdf.Pdf) -> None:
    """The legend below a figure's caption is read before the caption."""
    legend = find(pdf, "P", "The legend").P
    swap(find(pdf, "Caption", "The caption"), legend)


@fault("order")
def table_away_from_its_place(pdf: pikepdf.Pdf) -> None:
    """A table is read at the end of its section, after all that stands below it."""
    table = find(pdf, "Table", "Stubs")
    move(table, table.P, len(table.P.K) - 1)


@fault("order")
def box_away_from_its_place(pdf: pikepdf.Pdf) -> None:
    """A box is read before the section that it stands in."""
    box = find(pdf, "Aside", "Own title")
    chapter = find(pdf, "Sect", "All the parts")
    move(box, chapter, place(find(pdf, "Sect", "Lists")))


@fault("order")
def everything_backwards(pdf: pikepdf.Pdf) -> None:
    """All elements that hold elements only are read from their end."""
    backwards = [e for e in walk(document(pdf)) if "/Pg" not in e and len(e.K) > 1]
    assert backwards
    for element in backwards:
        set_kids(element, kids(element)[::-1])
