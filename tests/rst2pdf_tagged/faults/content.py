"""Faults in the code of pages: marks that nest or cross, and what no mark covers."""

from __future__ import annotations

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.edits import (
    draw,
    find,
    kids,
    mark_differently,
    recode,
    row,
    sequences,
    set_kids,
    unclaim,
)

HIDDEN = b"BT /F2+0 10 Tf 1 0 0 1 100 200 Tm %s ET"
LAST = 8


@fault("nesting")
def sequence_in_a_sequence(pdf: pikepdf.Pdf) -> None:
    """The sequence of a paragraph goes on around the sequence of a word in it."""
    recode(pdf, 1, rb"EMC (/Span <</MCID 2>> BDC \(code\) Tj EMC)", rb"\1 EMC")


@fault("nesting")
def artifact_in_a_sequence(pdf: pikepdf.Pdf) -> None:
    """Something not to be read stands inside a sequence that is read."""
    recode(pdf, 1, rb"\(Un p\\001rrafo", rb"/Artifact BMC 0 0 9 1 re f EMC \g<0>")


@fault("nesting")
def sequence_in_an_artifact(pdf: pikepdf.Pdf) -> None:
    """A heading stands inside an artifact: read by some readers, not by others."""
    recode(pdf, 1, rb"BT [^\n]*<</MCID 0>>[^\n]*ET", rb"/Artifact BMC \g<0> EMC")


@fault("nesting")
def artifact_never_ends(pdf: pikepdf.Pdf) -> None:
    """The running foot is begun and not ended at the end of the page."""
    recode(pdf, 2, rb"EMC(?!.*EMC)", b"")


@fault("nesting")
def sequence_never_ends(pdf: pikepdf.Pdf) -> None:
    """The end of a paragraph's sequence is lost, so that it takes in all that follows."""
    recode(pdf, 1, rb"(\(One\) Tj T\*) EMC", rb"\1")


@fault("nesting")
def sequence_ends_twice(pdf: pikepdf.Pdf) -> None:
    """A sequence is ended that was never begun."""
    recode(pdf, 1, rb"\(One\) Tj T\* EMC", rb"\g<0> EMC")


@fault("nesting")
def sequence_ends_after_its_text(pdf: pikepdf.Pdf) -> None:
    """A sequence begins inside a text object and ends outside of it."""
    recode(pdf, 1, rb"(\(One\) Tj T\*) EMC ET", rb"\1 ET EMC")


@fault("nesting")
def sequence_begins_before_its_text(pdf: pikepdf.Pdf) -> None:
    """A sequence begins outside of a text object and ends inside of it."""
    recode(pdf, 1, rb"(BT 1 0 0 1 0 2 Tm) (/P <</MCID 38>> BDC)", rb"\2 \1")


@fault("nesting")
def sequence_goes_on_on_the_next_page(pdf: pikepdf.Pdf) -> None:
    """A sequence begins on one page and ends on the next."""
    recode(pdf, 6, rb"(\(code line 69\) Tj T\*) EMC", rb"\1")
    recode(pdf, 7, rb"^", b"EMC ")


@fault("unmarked")
def text_outside(pdf: pikepdf.Pdf) -> None:
    """A line of text is printed and belongs to nothing."""
    draw(pdf, LAST, HIDDEN % b"(Nobody hears this) Tj")


@fault("unmarked")
def text_in_pieces_outside(pdf: pikepdf.Pdf) -> None:
    """A line of text set letter by letter belongs to nothing."""
    draw(pdf, LAST, HIDDEN % b"[(Nobody) -200 (hears this)] TJ")


@fault("unmarked")
def text_on_the_next_line_outside(pdf: pikepdf.Pdf) -> None:
    """A line of text begun with a line feed belongs to nothing."""
    draw(pdf, LAST, HIDDEN % b"12 TL (Nobody hears this) '")


@fault("unmarked")
def paragraph_outside(pdf: pikepdf.Pdf) -> None:
    """A paragraph has lost its sequence and its element."""
    recode(pdf, 1, rb"/P <</MCID 21>> BDC (.*?) EMC", rb"\1")
    unclaim(pdf, 1, 21)


@fault("unmarked")
def paragraph_without_a_number(pdf: pikepdf.Pdf) -> None:
    """A paragraph is marked as one, but no element can refer to it."""
    mark_differently(pdf, find(pdf, "P", "Un p"), b"/P BMC")


@fault("unmarked")
def shape_outside(pdf: pikepdf.Pdf) -> None:
    """A filled shape belongs to nothing."""
    draw(pdf, LAST, b"100 200 90 90 re f")


@fault("unmarked")
def line_outside(pdf: pikepdf.Pdf) -> None:
    """The rule across the text is no artifact any more, and nothing else."""
    recode(pdf, 2, rb"/Artifact BMC\n(n 0 14.17323 m [^\n]*)\nEMC", rb"\1")


@fault("unmarked")
def picture_outside(pdf: pikepdf.Pdf) -> None:
    """A picture belongs to nothing."""
    name = next(iter(pdf.pages[3].Resources.XObject)).encode()
    draw(pdf, 3, b"q 50 0 0 50 300 300 cm %s Do Q" % name)


@fault("unmarked")
def picture_in_the_code_outside(pdf: pikepdf.Pdf) -> None:
    """A picture that is part of the page's code belongs to nothing."""
    picture = b"BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 00> EI"
    draw(pdf, LAST, b"q 50 0 0 50 300 300 cm %s Q" % picture)


@fault("unmarked")
def form_outside(pdf: pikepdf.Pdf) -> None:
    """A form that shows text belongs to nothing."""
    page = pdf.pages[LAST]
    form = pdf.make_stream(
        HIDDEN % b"(Nobody hears this) Tj",
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=pikepdf.Array([0, 0, 595, 841]),
        Resources=pikepdf.Dictionary(Font=page.Resources.Font),
    )
    assert "/XObject" not in page.Resources
    page.Resources.XObject = pikepdf.Dictionary(Form=form)
    draw(pdf, LAST, b"/Form Do")


@fault("unmarked")
def shade_outside(pdf: pikepdf.Pdf) -> None:
    """A blend of colours belongs to nothing."""
    blend = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 1], N=1)
    pdf.pages[LAST].Resources.Shading = pikepdf.Dictionary(
        Blend=pikepdf.Dictionary(
            ShadingType=2,
            ColorSpace=pikepdf.Name.DeviceRGB,
            Coords=[100, 200, 200, 200],
            Function=blend,
        )
    )
    draw(pdf, LAST, b"q 100 200 100 50 re W n /Blend sh Q")


@fault("claims")
def claimed_twice_by_one(pdf: pikepdf.Pdf) -> None:
    """A paragraph is read twice."""
    paragraph = find(pdf, "P", "Un p")
    paragraph.K.append(paragraph.K[0])


@fault("claims")
def claimed_by_two(pdf: pikepdf.Pdf) -> None:
    """A paragraph is read a second time, as part of the next one."""
    find(pdf, "P", "A note ").K.insert(0, find(pdf, "P", "Un p").K[0])


@fault("claims")
def claimed_by_a_copy(pdf: pikepdf.Pdf) -> None:
    """A list item is in the tree a second time, as a copy of its elements."""
    item = find(pdf, "LI", "1.Number one")
    twin = pdf.make_indirect(pikepdf.Dictionary(item))
    item.P.K.append(twin)
    copies = [pdf.make_indirect(pikepdf.Dictionary(kid)) for kid in kids(item)]
    set_kids(twin, copies)
    set_kids(copies[1], [pdf.make_indirect(pikepdf.Dictionary(kid)) for kid in kids(copies[1])])


@fault("claims")
def claimed_by_none(pdf: pikepdf.Pdf) -> None:
    """A paragraph is marked on the page, and no element has it."""
    unclaim(pdf, 1, 21)


@fault("claims")
def claimed_by_none_but_the_parent_tree(pdf: pikepdf.Pdf) -> None:
    """The middle of a paragraph has dropped out of its element."""
    paragraph = find(pdf, "P", "First")
    assert paragraph.K[8] == 9
    del paragraph.K[8]


@fault("claims")
def claimed_but_not_drawn(pdf: pikepdf.Pdf) -> None:
    """A paragraph has a sequence that is nowhere on the page."""
    find(pdf, "P", "Un p").K.append(4321)


@fault("claims")
def drawn_twice(pdf: pikepdf.Pdf) -> None:
    """Two sequences of a page have the same number."""
    recode(pdf, 1, rb"(<</MCID 7>> .*? T\*)", rb"\1 EMC /P <</MCID 7>> BDC")


@fault("claims")
def on_another_page(pdf: pikepdf.Pdf) -> None:
    """An element looks for its sequences on another page than theirs."""
    paragraph = find(pdf, "P", "Un p")
    assert sequences(pdf, paragraph) == [(1, 21)]
    paragraph.Pg = pdf.pages[6].obj


@fault("claims")
def part_on_another_page(pdf: pikepdf.Pdf) -> None:
    """The end of a paragraph that goes over the page is sought on a wrong page."""
    (part,) = [kid for kid in kids(find(pdf, "P", "word0")) if not isinstance(kid, int)][1:]
    assert "/MCID" in part
    part.Pg = pdf.pages[6].obj


@fault("claims")
def on_no_page(pdf: pikepdf.Pdf) -> None:
    """An element has sequences and does not say on which page."""
    del find(pdf, "P", "Un p").Pg


@fault("claims")
def in_the_parent_tree_only(pdf: pikepdf.Pdf) -> None:
    """A cell's paragraph has dropped out of the tree, but the page still points to it."""
    cell = find(pdf, "TD", "Cell 21")
    assert row(pdf, 5)[sequences(pdf, cell)[0][1]].objgen == cell.K[0].objgen
    del cell.K[0]
