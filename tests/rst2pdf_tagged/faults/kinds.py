"""Faults in what elements are called, what may stand in what, and what is empty."""

from __future__ import annotations

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.edits import (
    dissolve,
    find,
    move,
    rename,
    wrap,
)

# ---- what stands in what


@fault("kinds")
def item_is_a_paragraph(pdf: pikepdf.Pdf) -> None:
    """A list holds a paragraph among its items."""
    rename(find(pdf, "LI", "1.Number one"), "P")


@fault("kinds")
def items_in_no_list(pdf: pikepdf.Pdf) -> None:
    """List items stand in a plain division."""
    lists = find(pdf, "L", "1.Number one")
    rename(lists, "Div")
    del lists.A


@fault("kinds")
def body_in_no_item(pdf: pikepdf.Pdf) -> None:
    """The parts of a list item stand in the list itself."""
    dissolve(find(pdf, "LI", "1.Number one"))


@fault("kinds")
def row_in_a_cell(pdf: pikepdf.Pdf) -> None:
    """A table row stands in a cell of the row before."""
    row_ = find(pdf, "TR", "20Cell")
    cell = find(pdf, "TD", "Cell 19")
    move(row_, cell, len(cell.K))


@fault("kinds")
def cells_in_no_row(pdf: pikepdf.Pdf) -> None:
    """The cells of a table row stand in the table's body itself."""
    dissolve(find(pdf, "TR", "20Cell"))


@fault("kinds")
def rows_in_no_table(pdf: pikepdf.Pdf) -> None:
    """The parts of a table stand in a plain division."""
    rename(find(pdf, "Table", "no"), "Div")


@fault("kinds")
def paragraph_in_a_row(pdf: pikepdf.Pdf) -> None:
    """A table row holds a paragraph where a cell should be."""
    rename(find(pdf, "TD", "Cell 20"), "P")


@fault("kinds")
def entry_in_no_contents(pdf: pikepdf.Pdf) -> None:
    """An entry of the contents stands in the section beside them."""
    move(find(pdf, "TOCI", "Index"), find(pdf, "Sect", "Contents"), 2)


@fault("kinds")
def paragraph_in_contents(pdf: pikepdf.Pdf) -> None:
    """An entry of the contents is a paragraph."""
    rename(find(pdf, "TOCI", "Index"), "P")


@fault("kinds")
def label_in_a_paragraph(pdf: pikepdf.Pdf) -> None:
    """The label of a list item stands in its paragraph."""
    body = find(pdf, "P", "Number one")
    move(find(pdf, "Lbl", "1."), body, 0)


@fault("kinds")
def heading_in_a_paragraph(pdf: pikepdf.Pdf) -> None:
    """A heading stands in a paragraph."""
    wrap(pdf, find(pdf, "H2", "Boxes"), "P")


@fault("kinds")
def list_in_a_paragraph(pdf: pikepdf.Pdf) -> None:
    """A list stands in a paragraph."""
    wrap(pdf, find(pdf, "L", "1.Number one"), "P")


@fault("kinds")
def paragraph_in_a_span(pdf: pikepdf.Pdf) -> None:
    """A paragraph stands in a span, which is for words in a line."""
    wrap(pdf, find(pdf, "P", "Un p"), "Span")


@fault("kinds")
def table_in_a_heading(pdf: pikepdf.Pdf) -> None:
    """A heading takes in the table below it."""
    move(find(pdf, "Table", "Spans"), find(pdf, "H2", "Second"), 1)


@fault("kinds")
def document_in_a_section(pdf: pikepdf.Pdf) -> None:
    """A chapter is a document of its own inside another section."""
    rename(find(pdf, "Sect", "Long file"), "Document")


@fault("kinds")
def caption_of_nothing(pdf: pikepdf.Pdf) -> None:
    """A paragraph amid the text is a caption, of nothing."""
    rename(find(pdf, "P", "Deepest"), "Caption")


# ---- what elements are called


@fault("kinds")
def unknown_role(pdf: pikepdf.Pdf) -> None:
    """An element is called something that no reader knows."""
    rename(find(pdf, "P", "Un p"), "Absatz")


@fault("kinds")
def element_is_an_artifact(pdf: pikepdf.Pdf) -> None:
    """A paragraph is an element called Artifact, which this version does not know."""
    rename(find(pdf, "P", "Un p"), "Artifact")


@fault("kinds")
def role_lost_its_meaning(pdf: pikepdf.Pdf) -> None:
    """A role of the file's own is not explained any more."""
    del pdf.Root.StructTreeRoot.RoleMap.Aside


@fault("kinds")
def role_means_something_unknown(pdf: pikepdf.Pdf) -> None:
    """A role of the file's own is explained by one that no reader knows."""
    pdf.Root.StructTreeRoot.RoleMap.Aside = pikepdf.Name.Kasten


@fault("kinds")
def role_means_itself(pdf: pikepdf.Pdf) -> None:
    """Two roles of the file's own explain each other."""
    roles = pdf.Root.StructTreeRoot.RoleMap
    roles.Aside, roles.Box = pikepdf.Name.Box, pikepdf.Name.Aside


@fault("kinds")
def standard_role_means_another(pdf: pikepdf.Pdf) -> None:
    """All paragraphs are declared to be block quotes."""
    pdf.Root.StructTreeRoot.RoleMap.P = pikepdf.Name.BlockQuote
