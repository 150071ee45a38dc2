"""Fits a structure tree to what a part of PDF/UA says of which element may lie in which."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from rst2pdf_tagged.elements import Element

if TYPE_CHECKING:
    from rst2pdf_tagged.standards import Standard

# What is in them counts as lying in what is around them (ISO/TS 32005).
SEEN_THROUGH = {"Div", "NonStruct"}
# Its caption comes first as it is.
CAPTIONED = {"Table"}


def fit(element: Element, standard: Standard, around: str = "") -> None:
    """Change *element* and all in it to what *standard* asks for.

    :param around: what the element lies in.
    """
    element.role = standard.names.get(element.role, element.role)
    if standard.caption_group and element.role not in CAPTIONED:
        _group_caption(element, standard.caption_group, standard, around)
        _plain_captions(element, standard.caption_group)
    if around in standard.not_in.get(element.role, ()):
        element.role = "Div"
    inner = around if element.role in SEEN_THROUGH else element.role
    for kid in _elements(element):
        fit(kid, standard, inner)


def _group_caption(element: Element, group: str, standard: Standard, around: str) -> None:
    """Group the caption in *element* with what is before it, so that it comes first or last."""
    ends = [number for number, kid in enumerate(element.kids, 1) if _is_caption(kid)]
    if not ends or element.role != "Div" or around in standard.not_in.get(group, ()):
        return
    if ends[0] in (1, len(element.kids)):
        element.role = group
    else:
        element.kids[: ends[0]] = [Element(group, element.kids[: ends[0]])]


def _plain_captions(element: Element, group: str) -> None:
    """Make all other captions in *element* paragraphs, which may stand anywhere."""
    for number, kid in enumerate(element.kids, 1):
        if _is_caption(kid) and (element.role != group or number not in (1, len(element.kids))):
            kid.role = "P"


def _is_caption(kid: object) -> TypeGuard[Element]:
    return isinstance(kid, Element) and kid.role == "Caption"


def _elements(element: Element) -> list[Element]:
    return [kid for kid in element.kids if isinstance(kid, Element)]
