"""Reads a tagged file back as a screen reader does: the text of its elements, in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from tests.sequences import texts_of_sequences

# What leads from one element to others.
SKIPPED = {"/K", "/P", "/Pg"}
# Elements that stand in a line with others.
IN_LINE = {"/Span", "/Link", "/Code", "/Reference"}


def sequences_in(element: pikepdf.Dictionary, pages: dict[Any, int]) -> Iterator[tuple[Any, Any]]:
    """Yield each element in *element* with a sequence in it, in order, and that sequence.

    An element's end is told by ``None`` in place of a sequence.
    """
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            yield element, (pages[element.Pg.objgen], kid)
        elif kid.get("/Type") == "/MCR":
            yield element, (pages[kid.Pg.objgen], int(kid.MCID))
        elif "/S" in kid:
            yield from sequences_in(kid, pages)
    yield element, None


def heard(path: Path, but: tuple[str, ...] = ()) -> list[str]:
    """Return the words of the file in the order of its structure.

    :param but: elements to leave out, such as ``/TOC``.
    """
    texts = texts_of_sequences(path)
    parts: list[str] = []
    with pikepdf.open(path) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        for element, place in sequences_in(pdf.Root.StructTreeRoot.K, pages):
            if place is not None and not _is_in(element, but):
                parts.append(texts[place])
            elif place is None and str(element.S) not in IN_LINE:
                parts.append("\n")
    return "".join(parts).split()


def _is_in(element: pikepdf.Dictionary, roles: tuple[str, ...]) -> bool:
    while roles and "/S" in element:
        if str(element.S) in roles:
            return True
        element = element.P
    return False


def elements(path: Path) -> list[dict[str, str]]:
    """Return all structure elements of the file at *path*, in reading order.

    Each has its entries as text, and its own words as ``words``.
    """
    texts = texts_of_sequences(path)
    with pikepdf.open(path) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        return [_described(element, texts, pages) for element in _walk(pdf.Root.StructTreeRoot.K)]


def figures(path: Path) -> list[tuple[str, float]]:
    """Return the words for each picture of the file at *path*, and its width in points."""
    with pikepdf.open(path) as pdf:
        found = [e for e in _walk(pdf.Root.StructTreeRoot.K) if e.S == "/Figure"]
        boxes = [[float(edge) for edge in figure.A[0].BBox] for figure in found]
        return [
            (str(figure.Alt), box[2] - box[0]) for figure, box in zip(found, boxes, strict=True)
        ]


def _walk(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _walk(kid)


def _described(
    element: pikepdf.Dictionary, texts: dict[tuple[int, int], str], pages: dict[Any, int]
) -> dict[str, str]:
    own = [texts[place] for _, place in sequences_in(element, pages) if place is not None]
    entries = {key: str(value) for key, value in element.items() if key not in SKIPPED}
    return {**entries, "words": "".join(own)}
