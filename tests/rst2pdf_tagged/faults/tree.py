"""Faults in the tree's joints: parent tree, parents, and the numbers of both."""

from __future__ import annotations

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.edits import (
    document,
    elements,
    find,
    place,
    row,
    row_place,
    sequences,
)


@fault("parents")
def parents_swapped(pdf: pikepdf.Pdf) -> None:
    """Two sequences of a page each name the other's element as theirs."""
    parents = row(pdf, 2)
    assert parents[0].objgen != parents[1].objgen
    parents[0], parents[1] = parents[1], parents[0]


@fault("parents")
def parents_of_a_page_missing(pdf: pikepdf.Pdf) -> None:
    """The parent tree has nothing under the key of a page."""
    at = row_place(pdf, 2)
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    del numbers[at]
    del numbers[at - 1]


@fault("parents")
def parents_of_a_page_null(pdf: pikepdf.Pdf) -> None:
    """The parent tree has null under the key of a page."""
    pdf.Root.StructTreeRoot.ParentTree.Nums[row_place(pdf, 2)] = None


@fault("parents")
def parent_of_a_sequence_null(pdf: pikepdf.Pdf) -> None:
    """The parent tree has null for one sequence that an element has."""
    ((page, mcid),) = sequences(pdf, find(pdf, "P", "Un p"))
    row(pdf, page)[mcid] = None


@fault("parents")
def parents_of_a_page_too_few(pdf: pikepdf.Pdf) -> None:
    """The parent tree ends before the last sequences of a page."""
    parents = row(pdf, 2)
    del parents[-1]
    del parents[-1]


@fault("parents")
def parents_of_two_pages_swapped(pdf: pikepdf.Pdf) -> None:
    """Two pages have each other's key into the parent tree."""
    one, other = pdf.pages[6].obj, pdf.pages[7].obj
    one.StructParents, other.StructParents = other.StructParents, one.StructParents


@fault("parents")
def page_without_a_key(pdf: pikepdf.Pdf) -> None:
    """A page has no key into the parent tree."""
    del pdf.pages[2].obj.StructParents


@fault("parents")
def page_with_an_unknown_key(pdf: pikepdf.Pdf) -> None:
    """A page has a key that the parent tree does not have."""
    pdf.pages[2].obj.StructParents = 777


@fault("parents")
def pages_with_one_key(pdf: pikepdf.Pdf) -> None:
    """Two pages have the same key into the parent tree."""
    pdf.pages[2].obj.StructParents = pdf.pages[1].obj.StructParents


@fault("parents")
def page_with_the_key_of_a_link(pdf: pikepdf.Pdf) -> None:
    """The key of a page leads to the element of a link."""
    pdf.pages[6].obj.StructParents = pdf.pages[0].Annots[0].StructParent


@fault("parents")
def parent_tree_missing(pdf: pikepdf.Pdf) -> None:
    """There is no parent tree."""
    del pdf.Root.StructTreeRoot.ParentTree


@fault("parents")
def next_key_missing(pdf: pikepdf.Pdf) -> None:
    """The parent tree does not say its next free key."""
    del pdf.Root.StructTreeRoot.ParentTreeNextKey


@fault("parents")
def next_key_is_taken(pdf: pikepdf.Pdf) -> None:
    """The next free key of the parent tree is taken."""
    root = pdf.Root.StructTreeRoot
    assert root.ParentTreeNextKey == root.ParentTree.Nums[-2] + 1
    root.ParentTreeNextKey = root.ParentTree.Nums[-2]


@fault("parents")
def parent_tree_names_an_outer_element(pdf: pikepdf.Pdf) -> None:
    """The parent tree names the section of a paragraph in place of the paragraph."""
    paragraph = find(pdf, "P", "Un p")
    ((page, mcid),) = sequences(pdf, paragraph)
    row(pdf, page)[mcid] = paragraph.P


@fault("parents")
def parent_tree_names_a_copy(pdf: pikepdf.Pdf) -> None:
    """The parent tree names an element that looks right and is not in the tree."""
    paragraph = find(pdf, "P", "Un p")
    ((page, mcid),) = sequences(pdf, paragraph)
    row(pdf, page)[mcid] = pdf.make_indirect(pikepdf.Dictionary(paragraph))


@fault("parents")
def parent_tree_names_a_page(pdf: pikepdf.Pdf) -> None:
    """The parent tree names something that is no element."""
    ((page, mcid),) = sequences(pdf, find(pdf, "P", "Un p"))
    row(pdf, page)[mcid] = pdf.pages[page].obj


@fault("parents")
def keys_out_of_order(pdf: pikepdf.Pdf) -> None:
    """The parent tree is not sorted, so that a search in it misses two pages."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    one, other = row_place(pdf, 1), row_place(pdf, 7)
    for back in (1, 0):
        numbers[one - back], numbers[other - back] = numbers[other - back], numbers[one - back]


@fault("parents")
def key_twice(pdf: pikepdf.Pdf) -> None:
    """The parent tree has one key twice, with different entries."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    at, other = row_place(pdf, 1), row(pdf, 2)
    numbers.insert(at + 1, other)
    numbers.insert(at + 1, 1)


@fault("parents")
def wrong_parent(pdf: pikepdf.Pdf) -> None:
    """A paragraph names another element as its parent than the one it is in."""
    find(pdf, "P", "Un p").P = document(pdf)


@fault("parents")
def no_parent(pdf: pikepdf.Pdf) -> None:
    """A paragraph does not name its parent."""
    del find(pdf, "P", "Un p").P


@fault("parents")
def top_without_its_root(pdf: pikepdf.Pdf) -> None:
    """The element at the top names itself as its parent."""
    document(pdf).P = document(pdf)


@fault("parents")
def element_in_two_places(pdf: pikepdf.Pdf) -> None:
    """A section is read twice, because two elements have it."""
    find(pdf, "Sect", "Index").K.append(find(pdf, "Sect", "Lists"))


@fault("parents")
def element_twice_in_its_parent(pdf: pikepdf.Pdf) -> None:
    """A list item is read twice, because its list has it twice."""
    item = find(pdf, "LI", "1.Number one")
    item.P.K.insert(place(item), item)


@fault("parents")
def element_in_itself(pdf: pikepdf.Pdf) -> None:
    """A section has an element around it among its own: reading never ends."""
    find(pdf, "Sect", "Lists").K.append(find(pdf, "Sect", "All the parts"))


@fault("kinds")
def element_of_another_type(pdf: pikepdf.Pdf) -> None:
    """An element says that it is something else than an element."""
    element = elements(pdf, "Aside")[0]
    element.Type = pikepdf.Name.Annot
