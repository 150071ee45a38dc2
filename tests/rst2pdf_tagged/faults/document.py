"""Faults of the file as a whole: what it is called, says of itself and permits."""

from __future__ import annotations

import re

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault

# Later kinds of encryption cannot forbid it.
SILENT = pikepdf.Encryption(
    owner="owner",
    user="",
    R=3,
    aes=False,
    metadata=False,
    allow=pikepdf.Permissions(accessibility=False, extract=False),
)


def _describe(pdf: pikepdf.Pdf, pattern: bytes, replacement: bytes) -> None:
    """Change the metadata."""
    data = pdf.Root.Metadata
    old = data.read_bytes()
    new, count = re.subn(pattern, replacement, old, count=1, flags=re.DOTALL)
    assert count == 1
    data.write(new)


@fault("document")
def title_missing(pdf: pikepdf.Pdf) -> None:
    """The file has no title."""
    _describe(pdf, rb"<dc:title.*?</dc:title>", b"")
    del pdf.docinfo["/Title"]


@fault("document")
def title_missing_in_the_metadata(pdf: pikepdf.Pdf) -> None:
    """The metadata have no title, though the older information has."""
    _describe(pdf, rb"<dc:title.*?</dc:title>", b"")


@fault("document")
def title_blank(pdf: pikepdf.Pdf) -> None:
    """The file's title is a blank."""
    _describe(pdf, rb">Structure<", b"> <")
    pdf.docinfo["/Title"] = " "


@fault("document")
def titles_differ(pdf: pikepdf.Pdf) -> None:
    """The file has one title in its metadata and another in the older information."""
    pdf.docinfo["/Title"] = "Untitled"


@fault("document")
def title_is_not_shown(pdf: pikepdf.Pdf) -> None:
    """A reader is told to announce the file's name in place of its title."""
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@fault("document")
def nothing_is_preferred(pdf: pikepdf.Pdf) -> None:
    """The file does not say that its title is to be shown."""
    del pdf.Root.ViewerPreferences


@fault("document")
def language_missing(pdf: pikepdf.Pdf) -> None:
    """The file does not say its language."""
    del pdf.Root.Lang


@fault("document")
def language_empty(pdf: pikepdf.Pdf) -> None:
    """The file's language is empty."""
    pdf.Root.Lang = ""


@fault("document")
def language_is_none(pdf: pikepdf.Pdf) -> None:
    """The file's language is no language."""
    pdf.Root.Lang = "xx-invalid!!"


@fault("document")
def language_in_words(pdf: pikepdf.Pdf) -> None:
    """The file's language is a word in place of a code."""
    pdf.Root.Lang = "English (United States)"


@fault("document")
def marks_not_told(pdf: pikepdf.Pdf) -> None:
    """The file does not say that it is tagged."""
    del pdf.Root.MarkInfo


@fault("document")
def marks_denied(pdf: pikepdf.Pdf) -> None:
    """The file says that it is not tagged."""
    pdf.Root.MarkInfo.Marked = False


@fault("document")
def marks_suspect(pdf: pikepdf.Pdf) -> None:
    """The file says that its tags were guessed and not checked."""
    pdf.Root.MarkInfo.Suspects = True


@fault("document")
def metadata_missing(pdf: pikepdf.Pdf) -> None:
    """The file has no metadata."""
    del pdf.Root.Metadata


@fault("document")
def metadata_broken(pdf: pikepdf.Pdf) -> None:
    """The file's metadata are no XML."""
    _describe(pdf, rb"</rdf:RDF>", b"")


@fault("document")
def standard_not_claimed(pdf: pikepdf.Pdf) -> None:
    """The file does not say that it follows PDF/UA."""
    _describe(pdf, rb"<pdfuaid:part [^<]*</pdfuaid:part>", b"")


@fault("document")
def another_standard_claimed(pdf: pikepdf.Pdf) -> None:
    """The file says that it follows PDF/UA-2, which is for another version of PDF."""
    _describe(pdf, rb"(<pdfuaid:part [^<]*)>1<", rb"\1>2<")


@fault("document", encryption=SILENT)
def reading_aloud_forbidden(pdf: pikepdf.Pdf) -> None:
    """The file is encrypted, and forbids screen readers to take out its text."""
    assert not pdf.is_encrypted


@fault("untagged")
def tree_missing(pdf: pikepdf.Pdf) -> None:
    """The file has no structure at all."""
    del pdf.Root.StructTreeRoot


@fault("untagged")
def tree_empty(pdf: pikepdf.Pdf) -> None:
    """The file's structure has no elements."""
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot)
    )


@fault("claims")
def tree_has_an_empty_top(pdf: pikepdf.Pdf) -> None:
    """The file's structure is one element with nothing in it."""
    root = pdf.Root.StructTreeRoot
    root.K.K = pikepdf.Array()
    root.ParentTree.Nums = pikepdf.Array()
    del root.IDTree
