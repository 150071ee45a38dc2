"""Faults of lists and tables: labels, numbering, rows, spans and heads."""

from __future__ import annotations

from typing import Any

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.edits import (
    attributes,
    dissolve,
    elements,
    find,
    move,
    new_element,
    place,
    remove,
    rename,
    set_kids,
    swap,
)

Name = pikepdf.Name


def _number(pdf: pikepdf.Pdf, words: str, how: pikepdf.Name) -> None:
    found = attributes(find(pdf, "L", words))
    assert found.ListNumbering != how
    found.ListNumbering = how


def _span(pdf: pikepdf.Pdf, words: str, **spans: Any) -> None:
    """Let the cell that begins with *words* span more columns or rows."""
    cell = find(pdf, "TD", words)
    cell.A = pikepdf.Array([pikepdf.Dictionary(O=Name.Table, **spans)])


# ---- lists


@fault("lists")
def item_without_a_body(pdf: pikepdf.Pdf) -> None:
    """The words of a list item stand beside its label without a body around them."""
    dissolve(find(pdf, "LBody", "Number one"))


@fault("lists")
def item_with_two_bodies(pdf: pikepdf.Pdf) -> None:
    """A list item holds the body of the next one, too."""
    item = find(pdf, "LI", "1.Number one")
    second = find(pdf, "LI", "2.Number two")
    for kid in list(second.K):
        move(kid, item, len(item.K))


@fault("lists")
def numbering_missing(pdf: pikepdf.Pdf) -> None:
    """A list whose items are numbered does not say so."""
    del find(pdf, "L", "1.Number one").A


@fault("lists")
def numbering_is_none(pdf: pikepdf.Pdf) -> None:
    """A list whose items are numbered says that they have no labels."""
    _number(pdf, "1.Number one", pikepdf.Name("/None"))


@fault("lists")
def numbers_on_bullets(pdf: pikepdf.Pdf) -> None:
    """A list with bullets says that it is numbered."""
    _number(pdf, "\x03One", Name.Decimal)


@fault("lists")
def bullets_on_numbers(pdf: pikepdf.Pdf) -> None:
    """A numbered list says that it has bullets."""
    _number(pdf, "1.Number one", Name.Disc)


@fault("lists")
def letters_on_numbers(pdf: pikepdf.Pdf) -> None:
    """A numbered list says that it counts in letters."""
    _number(pdf, "1.Number one", Name.UpperAlpha)


@fault("lists")
def numbering_unknown(pdf: pikepdf.Pdf) -> None:
    """A list counts in a way that no reader knows."""
    _number(pdf, "1.Number one", Name.Numbers)


@fault("lists")
def label_in_the_body(pdf: pikepdf.Pdf) -> None:
    """The number of a list item is a paragraph in its body."""
    label = find(pdf, "Lbl", "1.")
    item = label.P
    move(label, item.K[1], 0)
    rename(label, "P")


@fault("lists")
def list_torn(pdf: pikepdf.Pdf) -> None:
    """A numbered list of two is two lists of one, the second beginning with "2."."""
    second = find(pdf, "LI", "2.Number two")
    first = second.P
    torn = new_element(pdf, "L", first.P, place(first) + 1, A=first.A)
    move(second, torn, 0)


# ---- rows and spans


@fault("tables")
def row_too_short(pdf: pikepdf.Pdf) -> None:
    """A row has lost its empty cell, so that it ends too early."""
    remove(find(pdf, "TD", "a").P.K[1])


@fault("tables")
def row_too_long(pdf: pikepdf.Pdf) -> None:
    """A row has a cell more than the table has columns."""
    last = find(pdf, "TR", "20Cell")
    new_element(pdf, "TD", last, len(last.K))


@fault("tables")
def row_has_no_cells(pdf: pikepdf.Pdf) -> None:
    """A table has a row without cells."""
    last = find(pdf, "TR", "20Cell")
    new_element(pdf, "TR", last.P, place(last))


@fault("tables")
def column_span_lost(pdf: pikepdf.Pdf) -> None:
    """A cell over two columns says that it has one."""
    del find(pdf, "TD", "Wide").A


@fault("tables")
def row_span_lost(pdf: pikepdf.Pdf) -> None:
    """A cell over two rows says that it has one, which moves the cells of the second."""
    del find(pdf, "TD", "Tall").A


@fault("tables")
def column_span_too_large(pdf: pikepdf.Pdf) -> None:
    """A cell says that it goes over more columns than the table has."""
    _span(pdf, "Wide", ColSpan=3)


@fault("tables")
def row_span_too_large(pdf: pikepdf.Pdf) -> None:
    """A cell says that it goes below the end of the table."""
    _span(pdf, "c", RowSpan=5)


@fault("tables")
def spans_overlap(pdf: pikepdf.Pdf) -> None:
    """A cell says that it goes over the cell below it."""
    _span(pdf, "Wide", ColSpan=2, RowSpan=2)


@fault("tables")
def span_of_nothing(pdf: pikepdf.Pdf) -> None:
    """A cell says that it goes over no column."""
    _span(pdf, "b", ColSpan=0)


@fault("tables")
def span_is_no_number(pdf: pikepdf.Pdf) -> None:
    """A cell says that it goes over "two" columns, in letters."""
    _span(pdf, "Wide", ColSpan=pikepdf.String("two"))


# ---- heads


@fault("tables")
def head_without_a_scope(pdf: pikepdf.Pdf) -> None:
    """The head of a column does not say that it is one."""
    del find(pdf, "TH", "Head 2").A


@fault("tables")
def head_with_an_unknown_scope(pdf: pikepdf.Pdf) -> None:
    """The head of a column is the head of something that no reader knows."""
    attributes(find(pdf, "TH", "Head 2")).Scope = Name.Col


@fault("tables")
def head_with_the_scope_as_text(pdf: pikepdf.Pdf) -> None:
    """The scope of a head is text, where a name must be."""
    attributes(find(pdf, "TH", "Head 2")).Scope = pikepdf.String("Column")


@fault("tables")
def head_of_a_column_is_one_of_a_row(pdf: pikepdf.Pdf) -> None:
    """The head of a column says that it is the head of its row."""
    attributes(find(pdf, "TH", "Head 2")).Scope = Name.Row


@fault("tables")
def head_row_of_plain_cells(pdf: pikepdf.Pdf) -> None:
    """The row in a table's head holds no heads but plain cells."""
    heads = [e for e in elements(pdf, "TH") if e.P.objgen == find(pdf, "TR", "Head 1").objgen]
    assert heads
    for head in heads:
        rename(head, "TD")
        del head.A


@fault("tables")
def one_head_is_a_plain_cell(pdf: pikepdf.Pdf) -> None:
    """One of the heads in a table's head is a plain cell."""
    head = find(pdf, "TH", "Head 2")
    rename(head, "TD")
    del head.A


@fault("tables")
def head_after_the_body(pdf: pikepdf.Pdf) -> None:
    """The head of a table is read after its body."""
    swap(find(pdf, "THead", "Head 1"), find(pdf, "TBody", "Tall"))


@fault("tables")
def two_heads(pdf: pikepdf.Pdf) -> None:
    """A table has two heads, the second one amid its rows."""
    rows = find(pdf, "TBody", "0Cell")
    second = new_element(pdf, "THead", rows.P, place(rows) + 1)
    move(rows.K[-1], second, 0)
    set_kids(second, list(second.K))


@fault("tables")
def cell_names_an_unknown_head(pdf: pikepdf.Pdf) -> None:
    """A cell names a head that the table does not have."""
    _span(pdf, "b", Headers=pikepdf.Array([pikepdf.String("no-such-head")]))


@fault("order")
def caption_amid_the_rows(pdf: pikepdf.Pdf) -> None:
    """The caption of a table is read between its head and its body."""
    table = find(pdf, "Table", "Spans")
    move(find(pdf, "Caption", "Spans"), table, 1)
