"""Faults of the outline, and of how it agrees with the headings."""

from __future__ import annotations

from typing import Any

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.link_edits import exchange


def _bookmarks(pdf: pikepdf.Pdf) -> dict[str, Any]:
    found: dict[str, Any] = {}

    def collect(entry: Any) -> None:
        found[str(entry.Title)] = entry
        for key in ("/First", "/Next"):
            if key in entry:
                collect(entry[key])

    collect(pdf.Root.Outlines.First)
    return found


def _lead_to(entry: Any, page: Any, height: float) -> None:
    entry.Dest = pikepdf.Array([page.obj, pikepdf.Name.XYZ, 40, height, 0])


@fault("outline")
def bookmark_is_no_heading(pdf: pikepdf.Pdf) -> None:
    """A bookmark says words that are no heading."""
    _bookmarks(pdf)["Boxes"].Title = "Parcels"


@fault("outline")
def bookmark_is_blank(pdf: pikepdf.Pdf) -> None:
    """A bookmark says nothing."""
    _bookmarks(pdf)["Boxes"].Title = " "


@fault("outline")
def bookmark_leads_to_another_page(pdf: pikepdf.Pdf) -> None:
    """A bookmark leads to another page than its heading's."""
    _lead_to(_bookmarks(pdf)["Boxes"], pdf.pages[5], 790)


@fault("outline")
def bookmark_leads_to_another_heading(pdf: pikepdf.Pdf) -> None:
    """A bookmark leads to another heading on the same page."""
    marks = _bookmarks(pdf)
    marks["Boxes"].Dest = marks["Lists"].Dest


@fault("outline")
def bookmark_leads_far_below(pdf: pikepdf.Pdf) -> None:
    """A bookmark leads to the foot of its heading's page."""
    _lead_to(_bookmarks(pdf)["All the parts"], pdf.pages[1], 60)


@fault("outline")
def bookmark_leads_to_a_lost_page(pdf: pikepdf.Pdf) -> None:
    """A bookmark leads to a page that is not in the file."""
    lost = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 595, 841])
    entry = _bookmarks(pdf)["Boxes"]
    entry.Dest = pikepdf.Array([pdf.make_indirect(lost), *list(entry.Dest)[1:]])


@fault("outline")
def bookmark_leads_nowhere(pdf: pikepdf.Pdf) -> None:
    """A bookmark leads nowhere."""
    del _bookmarks(pdf)["Boxes"].Dest


@fault("outline")
def bookmarks_swapped(pdf: pikepdf.Pdf) -> None:
    """Two bookmarks have each other's words."""
    marks = _bookmarks(pdf)
    exchange(marks["Lists"], marks["Boxes"], "/Title")
