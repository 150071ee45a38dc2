"""The web site shows the facts of its own clinic, and of no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from tests.printed import words_in
from tests.product.webpages import CHAPTERS, Page, pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from handout.build import Target

# Chapters whose blanks all stand for a fact of the clinic's file.
FACTS_ONLY = ("front-sheet", "tools", "about")
MADE_UP = ("555-01", "fictional")


def test_a_fact_that_nobody_told_us_says_ask_your_clinic(site: Path) -> None:
    for name in FACTS_ONLY:
        blanks = Page(site / f"{name}.html").all("//article//span[@class='blank']")
        assert {blank.text_content() for blank in blanks} == {"ask your clinic"}, name


def test_a_clinic_that_told_us_its_number_can_be_called_from_every_page(example: Target) -> None:
    pages = pages_of(example.site.parent)

    for page in pages:
        assert page.words("//footer//a[@href='tel:+1-503-555-0142']") == "(503) 555-0142"
        if page.path.stem in FACTS_ONLY:
            assert "ask your clinic" not in page.words("//body"), page.path.name
    calls = "//article//a[starts-with(@href, 'tel:+1-503-555-014')]"
    assert sum(len(page.all(calls)) for page in pages) >= 6


def test_nothing_of_the_made_up_clinic_is_in_the_real_ones_files(
    site: Path, pdf: Path, example: Target
) -> None:
    assert made_up(site, pdf) == []
    # The same look finds it where it belongs.
    assert len(made_up(example.site.parent, example.printables()[0])) > len(CHAPTERS)


def made_up(site: Path, pdf: Path) -> list[str]:
    """Return the names of files of which any word is made up."""
    texts = {
        path.name: path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.suffix in {".html", ".js", ".css", ".svg", ".txt"}
    }
    for file in (pdf, *site.rglob("*.pdf")):
        texts[str(file)] = words_in(file) + str(pypdfium2.PdfDocument(file).get_metadata_dict())
    return [name for name, text in texts.items() if any(words in text for words in MADE_UP)]
