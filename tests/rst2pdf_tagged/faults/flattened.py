"""Faults that flatten: lists, tables and headings without their kind."""

from __future__ import annotations

from typing import Any

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.edits import (
    document,
    elements,
    find,
    kids,
    new_element,
    page_numbers,
    rename,
    row,
    set_kids,
    walk,
)

INLINE = ("Link", "Span", "Code", "Figure")


def _rename_all(pdf: pikepdf.Pdf, **roles: str) -> None:
    for element in elements(pdf, *roles):
        rename(element, roles[str(element.S)[1:]])


def _forget_attributes(element: Any) -> None:
    if "/A" in element:
        del element.A


@fault("kinds")
def list_flattened(pdf: pikepdf.Pdf) -> None:
    """One list is paragraphs that begin with a number."""
    top = find(pdf, "L", "1.Number one")
    _forget_attributes(top)
    roles = {"/L": "Div", "/LI": "P", "/Lbl": "Span", "/LBody": "Span", "/P": "Span"}
    for element in walk(top):
        rename(element, roles[str(element.S)])


@fault("kinds")
def lists_flattened(pdf: pikepdf.Pdf) -> None:
    """All lists are divisions of paragraphs."""
    for element in elements(pdf, "L"):
        _forget_attributes(element)
    _rename_all(pdf, L="Div", LI="Div", Lbl="P", LBody="Div")


@fault("outline")
def heading_flattened(pdf: pikepdf.Pdf) -> None:
    """A heading that the outline leads to is a paragraph."""
    rename(find(pdf, "H2", "Boxes"), "P")


@fault("outline")
def headings_flattened(pdf: pikepdf.Pdf) -> None:
    """All headings are paragraphs."""
    _rename_all(pdf, H1="P", H2="P", H3="P", H4="P", H5="P")


@fault("kinds")
def table_flattened(pdf: pikepdf.Pdf) -> None:
    """A table is a division of paragraphs."""
    for element in walk(find(pdf, "Table", "Stubs")):
        _forget_attributes(element)
        if element.S != "/P":
            rename(element, "P" if element.S == "/Caption" else "Div")


@fault("kinds")
def contents_flattened(pdf: pikepdf.Pdf) -> None:
    """The contents are divisions of paragraphs."""
    _rename_all(pdf, TOC="Div", TOCI="P")


@fault("outline")
def everything_is_one_paragraph(pdf: pikepdf.Pdf) -> None:
    """The whole file is one paragraph with links and pictures in it."""
    pages = page_numbers(pdf)
    top = document(pdf)
    whole = new_element(pdf, "P", top, 0)
    flat: list[Any] = []

    def flatten(element: Any) -> None:
        for kid in kids(element):
            if isinstance(kid, int) or "/MCID" in kid:
                page = element.Pg if isinstance(kid, int) else kid.Pg
                number = kid if isinstance(kid, int) else int(kid.MCID)
                row(pdf, pages[page.objgen])[number] = whole
                flat.append(pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page, MCID=number))
            elif str(kid.S)[1:] in INLINE and "/Pg" in kid:
                flat.append(kid)
            else:
                flatten(kid)

    flatten(top)
    set_kids(top, [whole])
    set_kids(whole, flat)
    del pdf.Root.StructTreeRoot.IDTree
