"""Finds links and their annotations."""

from __future__ import annotations

from typing import Any

import pikepdf

from tests.rst2pdf_tagged.faults.edits import find, kids


def references(link: Any) -> list[Any]:
    """Return what leads from a Link element to its annotations."""
    return [kid for kid in kids(link) if not isinstance(kid, int) and "/Obj" in kid]


def annotation(pdf: pikepdf.Pdf, words: str, nth: int = 0) -> Any:
    """Return the annotation of the first link whose words begin with *words*."""
    return references(find(pdf, "Link", words))[nth].Obj


def place_on_page(pdf: pikepdf.Pdf, note: Any) -> tuple[Any, int]:
    """Return the annotations of the page that *note* is on, and its place there."""
    return next(
        (page.Annots, at)
        for page in pdf.pages
        for at, other in enumerate(page.get("/Annots", []))
        if other.objgen == note.objgen
    )


def take_off_the_page(pdf: pikepdf.Pdf, note: Any) -> None:
    notes, at = place_on_page(pdf, note)
    del notes[at]


def exchange(one: Any, other: Any, key: str) -> None:
    """Give each of two objects what the other has under *key*."""
    assert one[key] != other[key]
    one[key], other[key] = other[key], one[key]
