"""Structure trees that are damaged."""

from __future__ import annotations

import pikepdf

from tests.rst2pdf_tagged.faults.broken_files import FINDINGS, damaged
from tests.rst2pdf_tagged.faults.edits import document, elements, find, new_element, row

DEEP = 3000


@damaged(FINDINGS)
def claim_is_negative(pdf: pikepdf.Pdf) -> None:
    """An element has a sequence with a number below zero."""
    find(pdf, "P", "Un p").K.append(-1)


@damaged(FINDINGS)
def claim_is_no_number(pdf: pikepdf.Pdf) -> None:
    """An element refers to a sequence by a word, and to another by nothing."""
    page = pdf.pages[1].obj
    kids = find(pdf, "P", "Un p").K
    kids.append(pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page, MCID=pikepdf.Name.One))
    kids.append(pikepdf.Dictionary(Type=pikepdf.Name.MCR))


@damaged(FINDINGS)
def kids_of_wrong_types(pdf: pikepdf.Pdf) -> None:
    """An element holds a text, a fraction, null, a name, a list and an empty object."""
    find(pdf, "P", "Un p").K.extend(
        [pikepdf.String("a"), 1.5, None, pikepdf.Name.P, pikepdf.Array([1]), pikepdf.Dictionary()]
    )


@damaged(FINDINGS)
def kid_is_a_page(pdf: pikepdf.Pdf) -> None:
    """An element holds a page."""
    document(pdf).K.append(pdf.pages[1].obj)


@damaged(FINDINGS)
def kids_are_a_text(pdf: pikepdf.Pdf) -> None:
    """What an element holds is a text."""
    find(pdf, "P", "Un p").K = pikepdf.String("words")


@damaged(FINDINGS)
def top_is_a_number(pdf: pikepdf.Pdf) -> None:
    """The element at the top is a number."""
    pdf.Root.StructTreeRoot.K = 42


@damaged(FINDINGS)
def tree_is_a_number(pdf: pikepdf.Pdf) -> None:
    """The file's structure is a number."""
    pdf.Root.StructTreeRoot = 42


@damaged(FINDINGS)
def element_holds_itself(pdf: pikepdf.Pdf) -> None:
    """An element holds itself."""
    section = find(pdf, "Sect", "Lists")
    section.K.append(section)


@damaged(FINDINGS)
def tree_of_great_depth(pdf: pikepdf.Pdf) -> None:
    """Thousands of elements stand each in the one before."""
    inmost = document(pdf)
    for _ in range(DEEP):
        inmost = new_element(pdf, "Div", inmost, 0)


@damaged(FINDINGS)
def names_are_texts(pdf: pikepdf.Pdf) -> None:
    """What elements are called, their page, attributes and words have wrong types."""
    one, two, three, four, *_ = elements(pdf, "P")
    one.S = pikepdf.String("P")
    two.Pg = 42
    three.A = pikepdf.Array([None, 7, pikepdf.String("a")])
    four.ActualText = pikepdf.Array()
    elements(pdf, "Figure")[0].Alt = 42


@damaged(FINDINGS)
def element_without_a_name(pdf: pikepdf.Pdf) -> None:
    """An element is not called anything."""
    del find(pdf, "P", "Un p").S


@damaged(FINDINGS)
def roles_are_no_roles(pdf: pikepdf.Pdf) -> None:
    """The roles of the file's own are a list."""
    pdf.Root.StructTreeRoot.RoleMap = pikepdf.Array([pikepdf.Name.Aside])


@damaged(FINDINGS)
def parent_tree_is_odd(pdf: pikepdf.Pdf) -> None:
    """The parent tree ends with a key."""
    del pdf.Root.StructTreeRoot.ParentTree.Nums[-1]


@damaged(FINDINGS)
def parent_tree_of_wrong_types(pdf: pikepdf.Pdf) -> None:
    """The parent tree has a text as a key, and a number and a text as entries."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    row(pdf, 4)[0] = pikepdf.String("P")
    numbers[2], numbers[5] = pikepdf.String("one"), 42


@damaged(FINDINGS)
def parent_tree_in_a_circle(pdf: pikepdf.Pdf) -> None:
    """The parent tree is among its own leaves."""
    tree = pdf.Root.StructTreeRoot.ParentTree
    tree.Kids = pikepdf.Array([tree])
    del tree.Nums


@damaged(FINDINGS)
def names_of_notes_in_a_circle(pdf: pikepdf.Pdf) -> None:
    """The tree of names of notes is among its own leaves."""
    tree = pdf.make_indirect(pdf.Root.StructTreeRoot.IDTree)
    pdf.Root.StructTreeRoot.IDTree = tree
    tree.Kids = pikepdf.Array([tree])


@damaged(FINDINGS)
def outline_in_a_circle(pdf: pikepdf.Pdf) -> None:
    """A bookmark comes after itself."""
    first = pdf.Root.Outlines.First
    first.Next = first


@damaged(FINDINGS)
def catalog_of_wrong_types(pdf: pikepdf.Pdf) -> None:
    """What the file says of itself has wrong types."""
    root = pdf.Root
    root.Lang = 42
    root.MarkInfo = pikepdf.Array()
    root.ViewerPreferences = pikepdf.Name.Nothing
    root.Metadata = pikepdf.Dictionary()
    root.Outlines = 42
