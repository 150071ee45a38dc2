"""Pages that are damaged: their code, fonts, links and numbers."""

from __future__ import annotations

import pikepdf

from tests.rst2pdf_tagged.faults.broken_files import FINDINGS, UNREADABLE, damaged
from tests.rst2pdf_tagged.faults.edits import recode


@damaged(UNREADABLE, FINDINGS)
def no_pages(pdf: pikepdf.Pdf) -> None:
    """The file has no pages."""
    pdf.Root.Pages.Kids = pikepdf.Array()
    pdf.Root.Pages.Count = 0


@damaged(UNREADABLE)
def pages_in_a_circle(pdf: pikepdf.Pdf) -> None:
    """The list of pages is among its own entries."""
    pages = pdf.Root.Pages
    pages.Kids.append(pages)


@damaged(UNREADABLE, FINDINGS)
def page_is_a_number(pdf: pikepdf.Pdf) -> None:
    """One of the pages is a number."""
    pdf.Root.Pages.Kids[2] = 42


@damaged(FINDINGS)
def page_without_resources(pdf: pikepdf.Pdf) -> None:
    """A page has no resources."""
    del pdf.pages[2].obj.Resources


@damaged(FINDINGS)
def page_without_code(pdf: pikepdf.Pdf) -> None:
    """A page has no code."""
    del pdf.pages[2].obj.Contents


@damaged(FINDINGS)
def page_without_a_size(pdf: pikepdf.Pdf) -> None:
    """A page has no size."""
    del pdf.pages[2].obj.MediaBox


@damaged(FINDINGS)
def code_is_a_number(pdf: pikepdf.Pdf) -> None:
    """The code of a page is a number."""
    pdf.pages[2].obj.Contents = 42


@damaged(FINDINGS)
def code_is_garbage(pdf: pikepdf.Pdf) -> None:
    """The code of a page is no code."""
    pdf.pages[2].Contents.write(bytes(range(256)) * 20)


@damaged(FINDINGS)
def code_ends_in_a_text(pdf: pikepdf.Pdf) -> None:
    """The code of a page ends amid a text."""
    contents = pdf.pages[2].Contents
    code = contents.read_bytes()
    contents.write(code[: code.index(b"Quoted words") + 4])


@damaged(FINDINGS)
def code_cannot_be_unpacked(pdf: pikepdf.Pdf) -> None:
    """The code of a page is said to be packed, and is not."""
    pdf.pages[2].obj.Contents = pikepdf.Stream(
        pdf, b"this was never packed", Filter=pikepdf.Name.FlateDecode
    )


@damaged(FINDINGS)
def code_is_packed_in_an_unknown_way(pdf: pikepdf.Pdf) -> None:
    """The code of a page is packed in a way that nobody knows."""
    pdf.pages[2].obj.Contents = pikepdf.Stream(pdf, b"BT ET", Filter=pikepdf.Name.Squeezed)


@damaged(FINDINGS)
def operators_without_operands(pdf: pikepdf.Pdf) -> None:
    """Operators that open sequences, set fonts and show text have nothing to work on."""
    recode(pdf, 2, rb"$", b"\nBDC BMC Tf Tj TJ ' Tm cm Do gs\n")


@damaged(FINDINGS)
def operands_of_wrong_types(pdf: pikepdf.Pdf) -> None:
    """Operators have operands of wrong types."""
    recode(pdf, 2, rb"$", b"\n(P) 7 BDC EMC (a) (b) Td /X Tj 1 Do BT (x) 2 Tf [null /N] TJ ET\n")


@damaged(FINDINGS)
def form_draws_itself(pdf: pikepdf.Pdf) -> None:
    """A form draws itself, without end."""
    form = pdf.make_stream(
        b"/Form Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
    )
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Form=form))
    pdf.pages[7].Resources.XObject = pikepdf.Dictionary(Form=form)
    recode(pdf, 7, rb"$", b"\n/Form Do\n")


@damaged(FINDINGS)
def fonts_are_numbers(pdf: pikepdf.Pdf) -> None:
    """The fonts of a page are numbers."""
    pdf.pages[2].Resources.Font = pikepdf.Dictionary({"/F1+0": 1, "/F2+0": 2, "/F3+0": 3})


@damaged(FINDINGS)
def meaning_of_characters_is_garbage(pdf: pikepdf.Pdf) -> None:
    """What the characters of a font mean cannot be made out."""
    pdf.pages[2].Resources.Font["/F2+0"].ToUnicode.write(b"1 beginbfchar <01> <zz endbfchar (")


@damaged(FINDINGS)
def annotations_are_no_annotations(pdf: pikepdf.Pdf) -> None:
    """The annotations of a page are null, a number and an empty object."""
    pdf.pages[1].obj.Annots = pikepdf.Array([None, 42, pikepdf.Dictionary()])


@damaged(FINDINGS)
def place_of_a_link_is_no_place(pdf: pikepdf.Pdf) -> None:
    """The place of a link is a word and three nulls, and its target a number."""
    note = pdf.pages[1].Annots[0]
    note.Rect = pikepdf.Array([pikepdf.Name.Left, None, None, None])
    pdf.pages[0].Annots[0].Dest = 42


# ---- the numbers of sequences


@damaged(FINDINGS)
def number_is_negative(pdf: pikepdf.Pdf) -> None:
    """A sequence has a number below zero."""
    recode(pdf, 2, rb"<</MCID 0>>", b"<</MCID -1>>")


@damaged(FINDINGS)
def number_is_huge(pdf: pikepdf.Pdf) -> None:
    """A sequence has a number that is much too large."""
    recode(pdf, 2, rb"<</MCID 0>>", b"<</MCID 2147483647>>")


@damaged(FINDINGS)
def number_is_beyond_all_numbers(pdf: pikepdf.Pdf) -> None:
    """A sequence has a number with thirty digits."""
    recode(pdf, 2, rb"<</MCID 0>>", b"<</MCID 123456789012345678901234567890>>")


@damaged(FINDINGS)
def number_is_a_name(pdf: pikepdf.Pdf) -> None:
    """A sequence has a name in place of a number."""
    recode(pdf, 2, rb"<</MCID 0>>", b"<</MCID /Zero>>")


@damaged(FINDINGS)
def number_is_a_fraction(pdf: pikepdf.Pdf) -> None:
    """A sequence has a fraction in place of a number."""
    recode(pdf, 2, rb"<</MCID 0>>", b"<</MCID 0.5>>")
