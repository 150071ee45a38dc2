"""Trees that look unusual and are not wrong; the checker must not report them."""

from __future__ import annotations

from typing import Any

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import harmless
from tests.rst2pdf_tagged.faults.edits import (
    attributes,
    document,
    elements,
    find,
    kids,
    new_element,
    place,
    rename,
    row,
    set_kids,
    wrap,
)

Name, Array, Dictionary = pikepdf.Name, pikepdf.Array, pikepdf.Dictionary


# ---- how the tree is written


@harmless()
def parent_tree_in_kids(pdf: pikepdf.Pdf) -> None:
    """The parent tree is spread over leaves with limits."""
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    leaves = [
        pdf.make_indirect(
            Dictionary(
                Nums=Array(numbers[at : at + 20]),
                Limits=Array([numbers[at], numbers[at : at + 20][-2]]),
            )
        )
        for at in range(0, len(numbers), 20)
    ]
    assert len(leaves) > 1
    pdf.Root.StructTreeRoot.ParentTree = pdf.make_indirect(Dictionary(Kids=Array(leaves)))


@harmless()
def parent_tree_has_nulls(pdf: pikepdf.Pdf) -> None:
    """The parents of a page end with nulls, for numbers that are not drawn."""
    row(pdf, 2).extend([None, None])


@harmless()
def parent_tree_has_a_spare_key(pdf: pikepdf.Pdf) -> None:
    """The parent tree has a key that nothing uses, with nothing under it."""
    root = pdf.Root.StructTreeRoot
    key = int(root.ParentTreeNextKey)
    root.ParentTree.Nums.extend([key, Array()])
    root.ParentTreeNextKey = key + 5


@harmless()
def top_in_an_array(pdf: pikepdf.Pdf) -> None:
    """The element at the top stands in an array of one."""
    pdf.Root.StructTreeRoot.K = Array([document(pdf)])


@harmless()
def single_kids_without_arrays(pdf: pikepdf.Pdf) -> None:
    """Elements with one kid have it without an array."""
    single = [element for element in elements(pdf) if len(element.K) == 1]
    assert single
    for element in single:
        element.K = element.K[0]


@harmless()
def cells_without_kids(pdf: pikepdf.Pdf) -> None:
    """An empty cell has no entry for kids, in place of an empty array."""
    empty = [cell for cell in elements(pdf, "TD") if not len(cell.K)]
    assert empty
    for cell in empty:
        del cell.K


@harmless()
def sequences_with_their_own_page(pdf: pikepdf.Pdf) -> None:
    """Elements have no page; each of their sequences has its own."""
    for element in elements(pdf):
        if "/Pg" in element:
            page = element.Pg
            element.K = Array([_referred(kid, page) for kid in element.K])
            del element.Pg


def _referred(kid: Any, page: Any) -> Any:
    return Dictionary(Type=Name.MCR, Pg=page, MCID=kid) if isinstance(kid, int) else kid


@harmless()
def elements_have_no_type(pdf: pikepdf.Pdf) -> None:
    """Elements do not say that they are elements."""
    for element in elements(pdf):
        del element.Type


@harmless()
def elements_have_titles(pdf: pikepdf.Pdf) -> None:
    """Sections have titles of their own."""
    for number, element in enumerate(elements(pdf, "Sect")):
        element.T = f"Section {number}"


@harmless()
def attributes_with_revisions(pdf: pikepdf.Pdf) -> None:
    """Attributes are followed by the numbers of their revisions."""
    for element in elements(pdf, "TH", "L", "Figure"):
        if "/A" in element:
            element.A.append(0)


@harmless()
def attributes_without_an_array(pdf: pikepdf.Pdf) -> None:
    """An element's only attributes stand there without an array."""
    for element in elements(pdf, "TH", "L", "Figure"):
        if "/A" in element:
            element.A = attributes(element)


@harmless()
def attributes_by_class(pdf: pikepdf.Pdf) -> None:
    """The scope of heads comes from a class of attributes."""
    pdf.Root.StructTreeRoot.ClassMap = Dictionary(
        Column=Dictionary(O=Name.Table, Scope=Name.Column)
    )
    for head in elements(pdf, "TH"):
        if attributes(head).Scope == Name.Column:
            del head.A
            head.C = Name.Column


@harmless()
def span_of_one(pdf: pikepdf.Pdf) -> None:
    """A cell says that it goes over one column and one row."""
    find(pdf, "TD", "b").A = Dictionary(O=Name.Table, ColSpan=1, RowSpan=1)


# ---- more elements


@harmless()
def role_of_its_own(pdf: pikepdf.Pdf) -> None:
    """Chapters are called so, and the file explains it."""
    pdf.Root.StructTreeRoot.RoleMap.Chapter = Name.Sect
    rename(find(pdf, "Sect", "All the parts"), "Chapter")
    rename(find(pdf, "Sect", "Index"), "Chapter")


@harmless()
def role_explained_by_another(pdf: pikepdf.Pdf) -> None:
    """A role is explained by a second one, and that by a standard one."""
    roles = pdf.Root.StructTreeRoot.RoleMap
    roles.Aside, roles.Box = Name.Box, Name.Div


@harmless()
def division_around_blocks(pdf: pikepdf.Pdf) -> None:
    """A division stands around a list."""
    wrap(pdf, find(pdf, "L", "1.Number one"), "Div")


@harmless()
def meaningless_element(pdf: pikepdf.Pdf) -> None:
    """An element without a meaning stands around a table."""
    wrap(pdf, find(pdf, "Table", "Spans"), "NonStruct")


@harmless()
def parts_and_articles(pdf: pikepdf.Pdf) -> None:
    """Chapters are parts and articles."""
    rename(find(pdf, "Sect", "All the parts"), "Part")
    rename(find(pdf, "Sect", "Index"), "Art")


@harmless()
def span_around_words(pdf: pikepdf.Pdf) -> None:
    """The words of a paragraph stand in a span in it."""
    paragraph = find(pdf, "P", "Un p")
    span = new_element(pdf, "Span", paragraph, 1, Pg=paragraph.Pg)
    set_kids(paragraph, [span])
    set_kids(span, [21])
    row(pdf, 1)[21] = span


@harmless()
def words_read_instead_are_the_same(pdf: pikepdf.Pdf) -> None:
    """A link is to be read as the words that it has anyway."""
    find(pdf, "Link", "the maker").ActualText = "the maker"


@harmless()
def note_after_its_section(pdf: pikepdf.Pdf) -> None:
    """The label of a note is followed by its words, in a division."""
    wrap(pdf, find(pdf, "P", "The words of the source"), "Div")


@harmless()
def foot_of_a_table(pdf: pikepdf.Pdf) -> None:
    """The last row of a table is its foot."""
    body = find(pdf, "TBody", "0Cell")
    last = body.K[-1]
    foot = new_element(pdf, "TFoot", body.P, place(body) + 1)
    del body.K[-1]
    set_kids(foot, [last])


@harmless()
def rows_without_a_body(pdf: pikepdf.Pdf) -> None:
    """A table without a head has its rows without a body around them."""
    table = find(pdf, "Table", "no")
    set_kids(table, kids(table.K[0]))


@harmless()
def no_outline(pdf: pikepdf.Pdf) -> None:
    """The file has no bookmarks."""
    del pdf.Root.Outlines
