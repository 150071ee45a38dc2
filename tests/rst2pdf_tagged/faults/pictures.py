"""Faults of pictures: their words, their place and their caption."""

from __future__ import annotations

from typing import Any

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.edits import (
    attributes,
    elements,
    find,
    mark_differently,
    recode,
    rename,
    walk,
)
from tests.rst2pdf_tagged.faults.link_edits import exchange


def _figure(pdf: pikepdf.Pdf) -> Any:
    """Return the picture that has a caption."""
    figure = elements(pdf, "Figure")[1]
    assert str(figure.Alt) == "Dot in a figure"
    return figure


def _set_box(pdf: pikepdf.Pdf, *box: float) -> None:
    attributes(_figure(pdf)).BBox = pikepdf.Array(box)


@fault("pictures")
def words_missing(pdf: pikepdf.Pdf) -> None:
    """A picture has no words."""
    del _figure(pdf).Alt


@fault("pictures")
def words_empty(pdf: pikepdf.Pdf) -> None:
    """The words of a picture are empty."""
    _figure(pdf).Alt = ""


@fault("pictures")
def words_blank(pdf: pikepdf.Pdf) -> None:
    """The words of a picture are blanks, one of them not to be broken."""
    _figure(pdf).Alt = " \u00a0\t"


@fault("pictures")
def words_are_a_file_name(pdf: pikepdf.Pdf) -> None:
    """The words of a picture are the name of its file."""
    _figure(pdf).Alt = "dot.png"


@fault("pictures")
def words_are_a_path(pdf: pikepdf.Pdf) -> None:
    """The words of a picture are the path of its file."""
    _figure(pdf).Alt = "images/dots/IMG_1234.JPG"


@fault("pictures")
def words_are_a_bare_file_name(pdf: pikepdf.Pdf) -> None:
    """The words of a picture are the name that a camera gives its file."""
    _figure(pdf).Alt = "DSC_0042"


@fault("pictures")
def words_say_image(pdf: pikepdf.Pdf) -> None:
    """The words of a picture say that it is an image, and not of what."""
    _figure(pdf).Alt = "image"


@fault("pictures")
def words_say_figure_with_number(pdf: pikepdf.Pdf) -> None:
    """The words of a picture say its number only."""
    _figure(pdf).Alt = "Figure 1"


@fault("pictures")
def words_are_signs(pdf: pikepdf.Pdf) -> None:
    """The words of a picture are no words."""
    _figure(pdf).Alt = "..."


@fault("pictures")
def words_are_an_address(pdf: pikepdf.Pdf) -> None:
    """The words of a picture are an address on the Web."""
    _figure(pdf).Alt = "https://example.org/pictures/4711"


@fault("pictures")
def box_missing(pdf: pikepdf.Pdf) -> None:
    """A picture does not say where it lies."""
    del _figure(pdf).A


@fault("pictures")
def box_off_the_page(pdf: pikepdf.Pdf) -> None:
    """A picture says that it lies beside the page."""
    _set_box(pdf, 700, 738, 740, 778)


@fault("pictures")
def box_empty(pdf: pikepdf.Pdf) -> None:
    """A picture says that it has no size."""
    _set_box(pdf, 0, 0, 0, 0)


@fault("pictures")
def box_far_away(pdf: pikepdf.Pdf) -> None:
    """A picture says that it lies where the text is, far from where it is drawn."""
    _set_box(pdf, 50, 100, 90, 140)


@fault("pictures")
def box_too_small(pdf: pikepdf.Pdf) -> None:
    """A picture says that it is a tenth of what is drawn."""
    _set_box(pdf, 278, 738, 282, 742)


@fault("pictures")
def box_too_large(pdf: pikepdf.Pdf) -> None:
    """A picture says that it fills the page."""
    _set_box(pdf, 0, 0, 595, 841)


@fault("pictures")
def box_of_three_numbers(pdf: pikepdf.Pdf) -> None:
    """The place of a picture is no rectangle."""
    _set_box(pdf, 277, 738, 317)


@fault("pictures")
def box_upside_down(pdf: pikepdf.Pdf) -> None:
    """The place of a picture is measured from the top, as on a screen."""
    _set_box(pdf, 278, 64, 318, 104)


@fault("pictures")
def boxes_swapped(pdf: pikepdf.Pdf) -> None:
    """Two pictures say that they lie where the other one does."""
    _, one, other = elements(pdf, "Figure")
    exchange(attributes(one), attributes(other), "/BBox")


@fault("links")
def words_swapped(pdf: pikepdf.Pdf) -> None:
    """A link that is a picture says the words of another picture."""
    _, one, other = elements(pdf, "Figure")
    exchange(one, other, "/Alt")


@fault("pictures")
def picture_is_a_paragraph(pdf: pikepdf.Pdf) -> None:
    """A picture is an element for text, without words."""
    figure = _figure(pdf)
    del figure.A, figure.Alt
    rename(figure, "P")


@fault("pictures")
def picture_is_not_in_its_element(pdf: pikepdf.Pdf) -> None:
    """The words of a picture are read, but the picture is drawn as an artifact."""
    recode(
        pdf, 3, rb"/Figure <</MCID 0>> BDC\nq", b"/Figure <</MCID 0>> BDC\nEMC\n/Artifact BMC\nq"
    )


@fault("pictures")
def picture_hides_text(pdf: pikepdf.Pdf) -> None:
    """A paragraph is called a picture, so that its words are not read."""
    paragraph = find(pdf, "P", "Deepest")
    rename(paragraph, "Figure")
    paragraph.Alt = "A paragraph"
    box = pikepdf.Array([40, 515, 97, 528])
    paragraph.A = pikepdf.Array([pikepdf.Dictionary(O=pikepdf.Name.Layout, BBox=box)])


@fault("pictures")
def caption_lost(pdf: pikepdf.Pdf) -> None:
    """The caption of a figure is a paragraph."""
    rename(find(pdf, "Caption", "The caption"), "P")


@fault("kinds")
def figure_lost(pdf: pikepdf.Pdf) -> None:
    """A picture is an artifact, but its caption is read."""
    figure = _figure(pdf)
    around = figure.P
    mark_differently(pdf, figure, b"/Artifact BMC")
    assert "/Figure" not in {str(element.S) for element in walk(around)}
