"""The annotation that a link is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString, format

from rst2pdf_tagged.destinations import leading_to

if TYPE_CHECKING:
    from collections.abc import Sequence

# ISO 32000-1, table 165: the annotation is printed.
PRINT = 4


class LinkAnnotation(PDFObject):
    """A link's rectangle; ReportLab's own has no place for what ties it to the structure.

    :ivar page: number of the page, from 0.
    :ivar target: an address, or ReportLab's place in this file.
    :ivar words: what a reader says when it comes to the link (ISO 14289-1, 7.18.5).
    :ivar parent_key: its key in the parent tree.
    """

    __RefOnly__ = 1

    def __init__(self, page: int, rect: Sequence[float], target: Any) -> None:
        self.page = page
        self.rect = rect
        self.target = target
        self.words = ""
        self.parent_key = 0

    def format(self, document: Any) -> bytes:
        """Return the object as it stands in the file; called by ReportLab."""
        entries = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray(self.rect),
            "Border": PDFArray([0, 0, 0]),
            "F": PRINT,
            "Contents": PDFString(self.words),
            "StructParent": self.parent_key,
        }
        if isinstance(self.target, str):
            action = {"S": PDFName("URI"), "URI": PDFString(self.target)}
            entries["A"] = PDFDictionary(action)
        else:
            entries |= leading_to(self.target)
        written: bytes = format(PDFDictionary(entries), document)
        return written
