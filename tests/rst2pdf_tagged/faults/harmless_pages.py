"""Pages, links and files that look unusual and are not wrong."""

from __future__ import annotations

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import harmless
from tests.rst2pdf_tagged.faults.edits import draw, find, recode
from tests.rst2pdf_tagged.faults.link_edits import annotation

Name, Array, Dictionary = pikepdf.Name, pikepdf.Array, pikepdf.Dictionary


# ---- the code of pages


@harmless()
def blanks_outside(pdf: pikepdf.Pdf) -> None:
    """Blanks are shown outside of all sequences: a validator minds, no listener does."""
    draw(pdf, 7, b"BT /F2+0 10 Tf 1 0 0 1 100 200 Tm (  ) Tj ET")


@harmless()
def clip_outside(pdf: pikepdf.Pdf) -> None:
    """A path that only cuts, and paints nothing, stands outside of all sequences."""
    draw(pdf, 7, b"q 100 200 50 50 re W n Q")


@harmless()
def properties_by_name(pdf: pikepdf.Pdf) -> None:
    """The number of a sequence stands among the page's resources."""
    page = pdf.pages[1]
    page.Resources.Properties = Dictionary(Paragraph=Dictionary(MCID=21))
    recode(pdf, 1, rb"/P <</MCID 21>> BDC", b"/P /Paragraph BDC")


@harmless()
def artifact_by_name(pdf: pikepdf.Pdf) -> None:
    """What kind of artifact the running head is stands among the page's resources."""
    head = Dictionary(Type=Name.Pagination, Subtype=Name.Header)
    pdf.pages[1].Resources.Properties = Dictionary(Head=head)
    recode(
        pdf,
        1,
        rb"/Artifact <</Type /Pagination /Subtype /Header>> BDC",
        b"/Artifact /Head BDC",
    )


@harmless()
def running_head_of_no_subtype(pdf: pikepdf.Pdf) -> None:
    """The running head is a part of the page's frame, and does not say which."""
    recode(
        pdf,
        1,
        rb"/Artifact <</Type /Pagination /Subtype /Header>> BDC",
        b"/Artifact <</Type /Pagination>> BDC",
    )


@harmless()
def mark_without_a_number_in_a_sequence(pdf: pikepdf.Pdf) -> None:
    """A word inside a sequence is marked as a span that no element refers to."""
    recode(pdf, 1, rb"(\(strong\) Tj)", rb"/Span BMC \1 EMC")


@harmless()
def language_in_a_sequence(pdf: pikepdf.Pdf) -> None:
    """A word inside a sequence is marked with its language only."""
    recode(pdf, 1, rb"(\(strong\) Tj)", rb"/Span <</Lang (fr)>> BDC \1 EMC")


@harmless()
def point_marked(pdf: pikepdf.Pdf) -> None:
    """A point on the page is marked, and nothing at it."""
    draw(pdf, 7, b"/Here MP /There <</Kind /Mark>> DP")


@harmless()
def code_in_two_streams(pdf: pikepdf.Pdf) -> None:
    """The code of a page is in two streams, split inside a sequence."""
    page = pdf.pages[1]
    code = page.Contents.read_bytes()
    at = code.index(b"(code) Tj")
    page.Contents = Array([pdf.make_stream(code[:at]), pdf.make_stream(code[at:])])


@harmless()
def text_set_letter_by_letter(pdf: pikepdf.Pdf) -> None:
    """Words are shown in pieces with spaces between them, as most programs write them."""
    recode(pdf, 1, rb"\(the maker\) Tj", b"[(the m) -5 (ak) 5 (er)] TJ")


@harmless()
def text_in_hexadecimal(pdf: pikepdf.Pdf) -> None:
    """Words are shown by the numbers of their letters."""
    recode(pdf, 1, rb"\(the maker\) Tj", b"<%s> Tj" % b"the maker".hex().encode())


# ---- links


@harmless()
def link_with_a_named_place(pdf: pikepdf.Pdf) -> None:
    """A link leads to a place by its name, which the file knows."""
    note = annotation(pdf, "Only a link")
    names = Array([pikepdf.String("second"), Dictionary(D=note.Dest)])
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=names)))
    note.Dest = pikepdf.String("second")


@harmless()
def link_with_an_action(pdf: pikepdf.Pdf) -> None:
    """A link leads to its place by an action."""
    note = annotation(pdf, "Only a link")
    note.A = Dictionary(S=Name.GoTo, D=note.Dest)
    del note.Dest


@harmless()
def link_from_right_to_left(pdf: pikepdf.Pdf) -> None:
    """The place of a link is given from its upper right corner."""
    note = annotation(pdf, "the maker")
    left, bottom, right, top = note.Rect
    note.Rect = Array([right, top, left, bottom])


@harmless()
def reference_with_its_own_page(pdf: pikepdf.Pdf) -> None:
    """What leads to an annotation says on which page it is, and the element does not."""
    link = find(pdf, "Link", "Only a link")
    reference = link.K[1]
    assert reference.Pg == link.Pg
    link.K = Array([Dictionary(Type=Name.MCR, Pg=link.Pg, MCID=link.K[0]), reference])
    del link.Pg


# ---- the file


@harmless()
def pages_in_groups(pdf: pikepdf.Pdf) -> None:
    """Pages stand in groups, and have their size and resources from them."""
    pages = [page.obj for page in pdf.pages]
    top = pdf.Root.Pages
    groups = []
    for some in (pages[:4], pages[4:]):
        group = pdf.make_indirect(
            Dictionary(Type=Name.Pages, Parent=top, Count=len(some), Kids=Array(some))
        )
        group.MediaBox = some[0].MediaBox
        for page in some:
            page.Parent = group
            del page.MediaBox
        groups.append(group)
    groups[1].Resources = pages[4].Resources
    for page in pages[4:]:
        del page.Resources
    top.Kids = Array(groups)


@harmless(object_stream_mode=pikepdf.ObjectStreamMode.disable)
def no_object_streams(pdf: pikepdf.Pdf) -> None:
    """No objects are packed."""


@harmless(compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
def nothing_compressed(pdf: pikepdf.Pdf) -> None:
    """Nothing is compressed."""


@harmless(linearize=True)
def ready_for_the_web(pdf: pikepdf.Pdf) -> None:
    """The objects of the first page stand first."""


@harmless(encryption=pikepdf.Encryption(owner="owner", user="", R=6))
def encrypted_but_readable(pdf: pikepdf.Pdf) -> None:
    """The file is encrypted, and permits screen readers to take out its text."""
