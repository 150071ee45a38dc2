"""Faults in the levels of headings."""

from __future__ import annotations

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.edits import elements, find, rename


@fault("headings")
def level_skipped(pdf: pikepdf.Pdf) -> None:
    """A heading of the first level is followed by one of the third."""
    rename(find(pdf, "H2", "Lists"), "H3")


@fault("headings")
def first_heading_is_of_the_second_level(pdf: pikepdf.Pdf) -> None:
    """The file's first heading is not of the first level."""
    rename(find(pdf, "H1", "Contents"), "H2")


@fault("headings")
def no_heading_of_the_first_level(pdf: pikepdf.Pdf) -> None:
    """All chapters begin with a heading of the second level."""
    for heading in elements(pdf, "H1"):
        rename(heading, "H2")


@fault("outline")
def chapter_demoted(pdf: pikepdf.Pdf) -> None:
    """The heading of a chapter has the level of the sections in it."""
    rename(find(pdf, "H1", "All the parts"), "H2")


@fault("outline")
def section_demoted(pdf: pikepdf.Pdf) -> None:
    """A heading seems to belong below the one before, whose equal it is."""
    rename(find(pdf, "H2", "Boxes"), "H3")


@fault("headings")
def section_promoted(pdf: pikepdf.Pdf) -> None:
    """A heading inside a section has the level of that section's own heading."""
    rename(find(pdf, "H4", "Deeper"), "H3")


@fault("headings")
def seventh_level(pdf: pikepdf.Pdf) -> None:
    """A heading is of the seventh level; there are six."""
    rename(find(pdf, "H5", "Long file"), "H7")


@fault("outline")
def heading_without_a_level(pdf: pikepdf.Pdf) -> None:
    """A heading tells no level, while all others do."""
    rename(find(pdf, "H2", "Boxes"), "H")
