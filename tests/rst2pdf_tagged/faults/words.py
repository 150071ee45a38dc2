"""Faults of text: what is heard is not what is printed."""

from __future__ import annotations

import re
from typing import Any

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.edits import find, recode


def _font(pdf: pikepdf.Pdf) -> Any:
    """Return the font of most text."""
    return pdf.pages[1].Resources.Font["/F2+0"]


def _remap(pdf: pikepdf.Pdf, pattern: bytes, replacement: bytes) -> None:
    """Change what characters of that font are said to mean."""
    table = _font(pdf).ToUnicode
    new, count = re.subn(pattern, replacement, table.read_bytes())
    assert count
    table.write(new)


@fault("text")
def meaning_of_characters_missing(pdf: pikepdf.Pdf) -> None:
    """A font does not say what its characters mean."""
    del _font(pdf).ToUnicode


@fault("text")
def character_without_meaning(pdf: pikepdf.Pdf) -> None:
    """A letter that is printed is not among the characters with a meaning."""
    _remap(pdf, rb"<01> <00E1>\n", b"")
    _remap(pdf, rb"128 beginbfchar", b"127 beginbfchar")


@fault("text")
def character_means_a_question(pdf: pikepdf.Pdf) -> None:
    """A letter that is printed means the sign for unknown characters."""
    _remap(pdf, rb"<01> <00E1>", b"<01> <FFFD>")


@fault("text")
def character_means_nothing(pdf: pikepdf.Pdf) -> None:
    """A letter that is printed means the character null."""
    _remap(pdf, rb"<01> <00E1>", b"<01> <0000>")


@fault("text")
def character_means_something_private(pdf: pikepdf.Pdf) -> None:
    """A letter that is printed means a character that each font defines by itself."""
    _remap(pdf, rb"<01> <00E1>", b"<01> <E001>")


@fault("text")
def character_means_a_mark_of_order(pdf: pikepdf.Pdf) -> None:
    """A letter that is printed means the mark of byte order, which is no character."""
    _remap(pdf, rb"<01> <00E1>", b"<01> <FEFF>")


@fault("links")
def letters_shifted(pdf: pikepdf.Pdf) -> None:
    """Each letter of a font means the next one: copied text is a cipher."""
    _remap(pdf, rb"(?s)(<61>) <0061>(.*)<7A> <007A>", _shift)


def _shift(found: re.Match[bytes]) -> bytes:
    return re.sub(
        rb"> <([0-9A-F]{4})>",
        lambda hit: b"> <%04X>" % (int(hit[1], 16) + 1),
        found[0],
    )


@fault("text")
def words_read_instead_are_blank(pdf: pikepdf.Pdf) -> None:
    """A paragraph is read as a blank."""
    find(pdf, "P", "Un p").ActualText = " "


@fault("text")
def words_read_instead_are_empty(pdf: pikepdf.Pdf) -> None:
    """A paragraph is read as nothing."""
    find(pdf, "P", "Un p").ActualText = ""


@fault("text")
def words_of_a_sequence_are_blank(pdf: pikepdf.Pdf) -> None:
    """A marked sequence of the page is read as a blank."""
    recode(pdf, 1, rb"/P <</MCID 21>>", b"/P <</MCID 21 /ActualText ( )>>")


@fault("text")
def expansion_is_blank(pdf: pikepdf.Pdf) -> None:
    """An abbreviation is expanded to a blank."""
    find(pdf, "Span", "ECT").E = " "


@fault("text")
def words_run_together(pdf: pikepdf.Pdf) -> None:
    """The last word of a line and the first of the next one are read as one."""
    recode(pdf, 1, rb"of its \)", b"of its)")


@fault("text")
def all_words_read_instead_at_once(pdf: pikepdf.Pdf) -> None:
    """A whole section is read as two words, and its links are not reached."""
    find(pdf, "Sect", "Boxes").ActualText = "Boxes here"


@fault("document")
def language_of_words_is_none(pdf: pikepdf.Pdf) -> None:
    """The language of a paragraph is no language."""
    find(pdf, "P", "Un p").Lang = "spanish, I think"
