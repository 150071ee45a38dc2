"""Faults of links: where they lie, and where they lead."""

from __future__ import annotations

from typing import Any

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.link_edits import annotation, exchange


def _set_rect(note: Any, left: float, bottom: float, right: float, top: float) -> None:
    assert list(note.Rect) != [left, bottom, right, top]
    note.Rect = pikepdf.Array([left, bottom, right, top])


# ---- where they lie


@fault("links")
def link_lies_elsewhere(pdf: pikepdf.Pdf) -> None:
    """A link lies over blank paper."""
    _set_rect(annotation(pdf, "the maker"), 300, 35, 350, 50)


@fault("links")
def link_lies_over_other_words(pdf: pikepdf.Pdf) -> None:
    """A link lies over words of the paragraph below."""
    _set_rect(annotation(pdf, "the maker"), 41, 716, 90, 728)


@fault("links")
def link_lies_over_another_link(pdf: pikepdf.Pdf) -> None:
    """A link lies over another link's words."""
    annotation(pdf, "the maker").Rect = annotation(pdf, "Second").Rect


@fault("links")
def link_lies_nowhere(pdf: pikepdf.Pdf) -> None:
    """The place of a link is empty."""
    left, bottom, *_ = annotation(pdf, "the maker").Rect
    _set_rect(annotation(pdf, "the maker"), left, bottom, left, bottom)


@fault("links")
def link_lies_off_the_page(pdf: pikepdf.Pdf) -> None:
    """A link lies beside the page."""
    _set_rect(annotation(pdf, "the maker"), 700, 745, 750, 757)


@fault("links")
def link_covers_the_page(pdf: pikepdf.Pdf) -> None:
    """A link covers the whole page."""
    _set_rect(annotation(pdf, "the maker"), 0, 0, 595, 841)


@fault("links")
def link_covers_one_letter(pdf: pikepdf.Pdf) -> None:
    """A link covers only the first letter of its words."""
    left, bottom, _, top = (float(x) for x in annotation(pdf, "the maker again").Rect)
    _set_rect(annotation(pdf, "the maker again"), left, bottom, left + 4, top)


@fault("links")
def link_lies_a_line_too_high(pdf: pikepdf.Pdf) -> None:
    """A link lies over the line above its words."""
    left, bottom, right, top = (float(x) for x in annotation(pdf, "the maker again").Rect)
    _set_rect(annotation(pdf, "the maker again"), left, bottom + 12, right, top + 12)


@fault("links")
def places_of_links_swapped(pdf: pikepdf.Pdf) -> None:
    """Two links lie over each other's words."""
    exchange(annotation(pdf, "the maker"), annotation(pdf, "Only a link"), "/Rect")


# ---- where they lead


@fault("links")
def link_leads_nowhere(pdf: pikepdf.Pdf) -> None:
    """A link has neither an action nor a place to go to."""
    del annotation(pdf, "Only a link").Dest


@fault("links")
def address_is_empty(pdf: pikepdf.Pdf) -> None:
    """A link leads to an empty address."""
    annotation(pdf, "the maker").A.URI = ""


@fault("links")
def address_is_missing(pdf: pikepdf.Pdf) -> None:
    """A link leads to the Web, and does not say where."""
    del annotation(pdf, "the maker").A.URI


@fault("links")
def link_leads_to_a_lost_page(pdf: pikepdf.Pdf) -> None:
    """A link leads to a page that is not in the file."""
    note = annotation(pdf, "Only a link")
    lost = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 595, 841])
    note.Dest = pikepdf.Array([pdf.make_indirect(lost), *list(note.Dest)[1:]])


@fault("links")
def link_leads_to_no_page(pdf: pikepdf.Pdf) -> None:
    """A link leads to something that is no page."""
    note = annotation(pdf, "Only a link")
    note.Dest = pikepdf.Array([None, *list(note.Dest)[1:]])


@fault("links")
def link_leads_to_an_unknown_name(pdf: pikepdf.Pdf) -> None:
    """A link leads to a place whose name the file does not know."""
    annotation(pdf, "Only a link").Dest = pikepdf.String("second")


@fault("links")
def action_leads_to_an_unknown_name(pdf: pikepdf.Pdf) -> None:
    """A link's action leads to a place whose name the file does not know."""
    note = annotation(pdf, "Only a link")
    del note.Dest
    note.A = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=pikepdf.String("second"))


@fault("links")
def action_does_nothing(pdf: pikepdf.Pdf) -> None:
    """A link's action goes to a place, and does not say which."""
    note = annotation(pdf, "Only a link")
    del note.Dest
    note.A = pikepdf.Dictionary(S=pikepdf.Name.GoTo)


@fault("links")
def entry_of_contents_leads_elsewhere(pdf: pikepdf.Pdf) -> None:
    """Both parts of an entry in the contents lead to another section than they name."""
    for nth in (0, 1):
        annotation(pdf, "Boxes", nth).Dest = annotation(pdf, "Long file", nth).Dest


@fault("links")
def entry_of_contents_leads_to_two_places(pdf: pikepdf.Pdf) -> None:
    """The title of an entry in the contents leads elsewhere than its page number."""
    annotation(pdf, "Boxes", 0).Dest = annotation(pdf, "Long file", 0).Dest


@fault("links")
def lines_of_a_link_lead_to_two_places(pdf: pikepdf.Pdf) -> None:
    """The second line of a link leads elsewhere than its first."""
    annotation(pdf, "a link over", 1).A.URI = "https://example.org/elsewhere"
