"""Faults of links: their annotations in the tree, words, flags and where they lead."""

from __future__ import annotations

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.edits import (
    document,
    find,
    kids,
    new_element,
    recode,
    rename,
    row,
    row_place,
    set_kids,
    unclaim,
    wrap,
)
from tests.rst2pdf_tagged.faults.link_edits import (
    annotation,
    exchange,
    references,
    take_off_the_page,
)

# ---- in the tree


@fault("links")
def annotation_out_of_its_link(pdf: pikepdf.Pdf) -> None:
    """A link's element has lost its annotation: the words are read, and cannot be followed."""
    link = find(pdf, "Link", "the maker")
    set_kids(link, [kid for kid in kids(link) if isinstance(kid, int)])


@fault("links")
def annotation_out_of_the_tree(pdf: pikepdf.Pdf) -> None:
    """Neither the tree nor the parent tree knows of an annotation."""
    note = annotation(pdf, "the maker")
    annotation_out_of_its_link(pdf)
    at = row_place(pdf, int(note.StructParent))
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    del numbers[at]
    del numbers[at - 1]
    del note.StructParent


@fault("links")
def annotation_in_two_links(pdf: pikepdf.Pdf) -> None:
    """Two links have the same annotation."""
    (reference,) = references(find(pdf, "Link", "the maker"))
    find(pdf, "Link", "Only a link").K.append(reference)


@fault("links")
def annotations_swapped(pdf: pikepdf.Pdf) -> None:
    """Two links have each other's annotation, so that each leads where the other should."""
    one, other = find(pdf, "Link", "the maker"), find(pdf, "Link", "Only a link")
    (first,), (second,) = references(one), references(other)
    exchange(first, second, "/Obj")
    exchange(first.Obj, second.Obj, "/StructParent")


@fault("links")
def annotation_in_a_paragraph(pdf: pikepdf.Pdf) -> None:
    """An annotation is a part of the paragraph, beside its link."""
    link = find(pdf, "Link", "the maker")
    (reference,) = references(link)
    note = reference.Obj
    set_kids(link, [kid for kid in kids(link) if isinstance(kid, int)])
    link.P.K.append(reference)
    pdf.Root.StructTreeRoot.ParentTree.Nums[row_place(pdf, int(note.StructParent))] = link.P


@fault("links")
def wrong_struct_parent(pdf: pikepdf.Pdf) -> None:
    """The key of an annotation leads to another link's element."""
    annotation(pdf, "the maker").StructParent = annotation(pdf, "Only a link").StructParent


@fault("links")
def no_struct_parent(pdf: pikepdf.Pdf) -> None:
    """An annotation has no key into the parent tree."""
    del annotation(pdf, "the maker").StructParent


@fault("links")
def struct_parents_swapped(pdf: pikepdf.Pdf) -> None:
    """The keys of two annotations lead to each other's element."""
    exchange(annotation(pdf, "the maker"), annotation(pdf, "Only a link"), "/StructParent")


@fault("links")
def link_without_annotation(pdf: pikepdf.Pdf) -> None:
    """A link's annotation is gone from page and tree: nothing can be followed."""
    note = annotation(pdf, "the maker")
    take_off_the_page(pdf, note)
    annotation_out_of_the_tree(pdf)


@fault("links")
def annotation_off_its_page(pdf: pikepdf.Pdf) -> None:
    """The tree has a link's annotation, and the page does not."""
    take_off_the_page(pdf, annotation(pdf, "the maker"))


@fault("links")
def annotation_on_another_page(pdf: pikepdf.Pdf) -> None:
    """A link's annotation lies on another page than its words."""
    note = annotation(pdf, "the maker")
    take_off_the_page(pdf, note)
    pdf.pages[3].Annots.append(note)


@fault("links")
def annotation_twice_on_its_page(pdf: pikepdf.Pdf) -> None:
    """A page has the same annotation twice: it is reached twice with the keyboard."""
    pdf.pages[1].Annots.append(annotation(pdf, "the maker"))


@fault("links")
def link_is_a_span(pdf: pikepdf.Pdf) -> None:
    """The element around a link's words and annotation is a span."""
    rename(find(pdf, "Link", "the maker"), "Span")


@fault("links")
def link_in_a_link(pdf: pikepdf.Pdf) -> None:
    """A link stands in another link."""
    inner = find(pdf, "Link", "the maker")
    outer = find(pdf, "Link", "the maker again")
    at = next(i for i, kid in enumerate(inner.P.K) if getattr(kid, "S", "") == "/Link")
    del inner.P.K[at]
    outer.K.insert(0, inner)
    inner.P = outer


@fault("links")
def link_around_a_link(pdf: pikepdf.Pdf) -> None:
    """A link without an annotation of its own stands around a link."""
    wrap(pdf, find(pdf, "Link", "the maker"), "Link")


@fault("links")
def link_without_words(pdf: pikepdf.Pdf) -> None:
    """The words of a link are the paragraph's; the link itself is empty."""
    link = find(pdf, "Link", "the maker")
    paragraph = link.P
    assert paragraph.K[4] == 5
    del link.K[0]
    paragraph.K.insert(5, 6)
    row(pdf, 1)[6] = paragraph


@fault("links")
def link_is_silent(pdf: pikepdf.Pdf) -> None:
    """The words of a link are an artifact."""
    recode(pdf, 1, rb"/Span <</MCID 22>> BDC", b"/Artifact BMC")
    unclaim(pdf, 1, 22)


@fault("links")
def comment_out_of_the_tree(pdf: pikepdf.Pdf) -> None:
    """A comment on a page stands in no element."""
    pdf.pages[1].Annots.append(
        pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Text,
                Rect=pikepdf.Array([500, 400, 520, 420]),
                Contents="A comment",
                F=4,
            )
        )
    )


@fault("links")
def annotation_far_from_its_words(pdf: pikepdf.Pdf) -> None:
    """A link's annotation stands in a link without words at the end of the file."""
    note = annotation(pdf, "the maker")
    (reference,) = references(find(pdf, "Link", "the maker"))
    annotation_out_of_its_link(pdf)
    top = document(pdf)
    lost = new_element(pdf, "Link", top, len(top.K))
    lost.K.append(reference)
    pdf.Root.StructTreeRoot.ParentTree.Nums[row_place(pdf, int(note.StructParent))] = lost


# ---- what is said of them


@fault("links")
def link_contents_missing(pdf: pikepdf.Pdf) -> None:
    """A link's annotation does not say what it is."""
    del annotation(pdf, "the maker").Contents


@fault("links")
def link_contents_blank(pdf: pikepdf.Pdf) -> None:
    """A link's annotation says nothing but blanks."""
    annotation(pdf, "the maker").Contents = "  "


@fault("links")
def link_contents_say_other_words(pdf: pikepdf.Pdf) -> None:
    """A link's annotation says other words than the page."""
    annotation(pdf, "the maker").Contents = "elsewhere"


@fault("links")
def link_contents_swapped(pdf: pikepdf.Pdf) -> None:
    """The annotations of two links say each other's words."""
    exchange(annotation(pdf, "the maker"), annotation(pdf, "Only a link"), "/Contents")


@fault("links")
def link_contents_cut(pdf: pikepdf.Pdf) -> None:
    """A link's annotation says only the first of its words."""
    annotation(pdf, "the maker again").Contents = "the"


@fault("links")
def link_is_not_printed(pdf: pikepdf.Pdf) -> None:
    """A link's annotation has no print flag."""
    annotation(pdf, "the maker").F = 0


@fault("links")
def link_is_hidden(pdf: pikepdf.Pdf) -> None:
    """A link's annotation is hidden: its words promise what nobody can follow."""
    annotation(pdf, "the maker").F = 4 | 2


@fault("links")
def page_is_gone_through_in_no_order(pdf: pikepdf.Pdf) -> None:
    """A page does not say in which order the keyboard goes through its links."""
    del pdf.pages[1].obj.Tabs


@fault("links")
def page_is_gone_through_by_rows(pdf: pikepdf.Pdf) -> None:
    """The keyboard goes through the links of a page by rows, not by structure."""
    pdf.pages[1].obj.Tabs = pikepdf.Name.R
