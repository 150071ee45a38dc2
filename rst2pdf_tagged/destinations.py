"""Places that links and bookmarks lead to: on a page and, in PDF 2.0, at an element."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, format


class StructurePlace(PDFObject):
    """A place at an element (ISO 32000-2, 12.3.2.3): written as one on a page is.

    :param destination: ReportLab's place on a page.
    """

    def __init__(self, destination: Any) -> None:
        self.destination = destination

    def format(self, document: Any) -> bytes:
        """Return the object as it stands in the file; called by ReportLab."""
        place = self.destination.fmt
        place.page = self.destination.element
        written: bytes = format(place, document)
        return written


def leading_to(destination: Any) -> dict[str, Any]:
    """Return the entries of a link or bookmark that leads to *destination*.

    If its ``element`` is known, they say both: readers that know nothing of structure find
    the page (ISO 32000-2, 12.6.4.2).
    """
    if not hasattr(destination, "element"):
        return {"Dest": destination}
    places = {"D": destination, "SD": StructurePlace(destination)}
    return {"A": PDFDictionary({"S": PDFName("GoTo"), **places})}


class Bookmark(pdfdoc.OutlineEntryObject):
    """A bookmark; ReportLab's own leads to a page only."""

    def format(self, document: Any) -> bytes:
        """Return the object as it stands in the file; called by ReportLab."""
        names = ("Parent", "Prev", "Next", "First", "Last", "Count")
        entries = {name: getattr(self, name) for name in names}
        given = {name: value for name, value in entries.items() if value is not None}
        title = pdfdoc.PDFString(self.Title)
        written: bytes = format(
            PDFDictionary({"Title": title, **given, **leading_to(self.Dest)}), document
        )
        return written
