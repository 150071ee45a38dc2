"""Every edition of the handout: what it holds, how large it is set, how much ink it takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import yaml
from PIL import Image

from handout.build import Target
from handout.forms import FORMS
from tests.conftest import ROOT
from tests.printed import lines_of
from tests.product.shown import SHOWN
from tests.product.test_layouts import LEAST_LETTERING, in_large_print, least_width
from tests.product.test_pictures import MOST_INK, darkness
from tests.rst2pdf_tagged.heard import figures, heard

PROMISED = [
    "ketamine-front-sheet-letter",
    "ketamine-front-sheet-a4",
    "ketamine-handout-letter",
    "ketamine-handout-a4",
    "ketamine-handout-booklet-letter",
    "ketamine-handout-large-print-letter",
    "ketamine-handout-large-print-a4",
]
LARGE = [name for name in PROMISED if "large-print" in name]
LEAVES = [name for name in PROMISED if "front-sheet" in name]
FORM_WORDS = {"front-sheet": "The short version", "handout-large-print": "Large print"}
# Letters in a line of large print at most.
MOST_LETTERS = 60
# How much larger everything is, but for the cover, which is filled already, and what a
# square code needs.
GROWTH, ROUNDING = 18 / 12, 0.1
AS_THEY_ARE = ("cover-", "web-code")
# The least type on the front sheet, as in the handout.
LEAST_SMALL = 10.5


@pytest.fixture(scope="module", params=["clear", "example"])
def packet(request: pytest.FixtureRequest, target: Target, example: Target) -> Path:
    """The folder with all that is printed for a clinic."""
    return {"clear": target, "example": example}[request.param].folder / "pdf"


@pytest.fixture(scope="module")
def clear(target: Target) -> Path:
    return target.folder / "pdf"


def test_a_packet_holds_what_is_promised(packet: Path) -> None:
    assert sorted(path.stem for path in packet.glob("*.pdf")) == sorted(PROMISED)


def test_every_promised_file_has_a_form() -> None:
    assert {name.removeprefix("ketamine-").rpartition("-")[0] for name in PROMISED} == set(FORMS)


# -- What it holds -------------------------------------------------------------------------


@pytest.mark.parametrize("name", LARGE)
def test_large_print_holds_all_that_the_handout_holds_in_its_order(clear: Path, name: str) -> None:
    usual = heard(clear / "ketamine-handout-letter.pdf", but=("/TOC",))
    large = heard(clear / f"{name}.pdf", but=("/TOC",))
    # Its cover names the form.
    start = large.index("Large")

    assert large[:start] + large[start + 2 :] == usual


@pytest.mark.parametrize("name", LARGE)
def test_the_bookmarks_of_large_print_are_those_of_the_handout(clear: Path, name: str) -> None:
    assert bookmarks(clear / f"{name}.pdf") == bookmarks(clear / "ketamine-handout-letter.pdf")


def bookmarks(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        return [item.title for item in outline.root]


@pytest.mark.parametrize("name", LARGE + LEAVES)
def test_the_title_names_the_form(clear: Path, name: str) -> None:
    form = name.removeprefix("ketamine-").rpartition("-")[0]
    with pikepdf.open(clear / f"{name}.pdf") as pdf:
        title = str(pdf.docinfo["/Title"])

    assert title == f"The Science Behind Ketamine Therapy: {FORM_WORDS[form]}"


# -- Large print ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", LARGE)
def test_nothing_in_large_print_is_under_18_points(packet: Path, name: str) -> None:
    found = lines_of(packet / f"{name}.pdf")

    assert len(found) > 1000
    assert min(line.size for line in found) >= LEAST_LETTERING


@pytest.mark.parametrize("name", LARGE)
def test_no_line_of_large_print_has_more_than_60_letters(packet: Path, name: str) -> None:
    found = lines_of(packet / f"{name}.pdf")

    assert [line for line in found if len(line.words) > MOST_LETTERS] == []


@pytest.mark.parametrize("name", LARGE)
def test_lettering_in_the_pictures_of_large_print_is_18_points_high(
    packet: Path, name: str
) -> None:
    found = dict(figures(packet / f"{name}.pdf"))

    assert len(SHOWN) > 10
    for picture in SHOWN:
        width = found[picture.options["alt"]]
        assert width >= least_width(in_large_print(picture.name)), picture.name


def test_the_spaces_of_large_print_are_wider_too() -> None:
    """Every style with room around it has at least half as much again in large print."""
    usual, large = (styles_of(name) for name in ("handout", "large-print"))

    assert large["base"]["leading"] / usual["base"]["leading"] >= GROWTH
    for name, look in usual.items():
        for space in ("spaceBefore", "spaceAfter", "width"):
            if look.get(space) and not name.startswith(AS_THEY_ARE):
                assert large[name][space] / look[space] >= GROWTH - ROUNDING, (name, space)


def styles_of(sheet: str) -> dict[str, dict[str, float]]:
    text = (ROOT / "theme" / "pdf" / f"{sheet}.yaml").read_text(encoding="utf-8")
    styles: dict[str, dict[str, float]] = yaml.safe_load(text)["styles"]
    return styles


# -- Ink -----------------------------------------------------------------------------------


def rendered(path: Path) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(path) as pdf:
        for number in range(len(pdf)):
            yield pdf[number].render(scale=0.5).to_pil().convert("L")


@pytest.mark.parametrize("name", PROMISED)
def test_no_page_takes_much_ink(packet: Path, name: str) -> None:
    for number, picture in enumerate(rendered(packet / f"{name}.pdf"), start=1):
        mean, solid = darkness(picture)
        assert mean <= MOST_INK, number
        assert solid <= MOST_INK, number
