"""Every page of the site as a reader prints it from the browser, on both papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest

from handout.onepage import NAME as ONE_PAGE
from tests.printed import words_in
from tests.product.browser import go_to
from tests.product.test_site_printed import navigation_in
from tests.product.webpages import Page, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import Page as Tab

# Width and height in points.
PAPERS = {"Letter": (612, 792), "A4": (595, 842)}
DPI = 48
# Around each picture with its caption, so that a cut one is seen: a colour that no picture has.
FRAME = (255, 0, 254)
FRAMED = "for (const f of document.querySelectorAll('figure')) f.style.border = '8px solid #ff00fe'"
# Least white at the left, where holes are punched, and at the right, in inches.
LEFT, RIGHT = 0.9, 0.6
CRISIS = ("Need help now?", "Call 911", "Call 988", "Text 988", "838255", "AYUDA", "ASL Now")
NARROWEST_FRAME = 1.0


@dataclass(frozen=True)
class Sheet:
    """One printed side, as pixels (rows, columns, red-green-blue)."""

    pixels: np.ndarray[Any, Any]

    def edges(self) -> int:
        """Return how many level edges of frames are on it; a whole frame has two."""
        framed = (np.abs(self.pixels.astype(int) - FRAME) < 60).all(axis=2)
        rows = framed.sum(axis=1) > NARROWEST_FRAME * DPI
        return int((rows[1:] & ~rows[:-1]).sum() + rows[0])

    def margins_are_white(self) -> bool:
        """Return whether nothing stands in the margins."""
        left, right = round(LEFT * DPI), round(RIGHT * DPI)
        return bool((self.pixels[:, :left] > 250).all() and (self.pixels[:, -right:] > 250).all())


def sheets_of(pdf: bytes) -> Iterator[Sheet]:
    for page in pypdfium2.PdfDocument(pdf):
        yield Sheet(page.render(scale=DPI / 72).to_numpy()[:, :, ::-1])


def paper_faults(pdf: bytes, paper: str) -> Iterator[str]:
    """Tell of pictures that are cut and words outside the margins; pictures have frames."""
    document = pypdfium2.PdfDocument(pdf)
    sizes = np.array([page.get_size() for page in document])
    # Browsers count A4 in whole pixels.
    if np.abs(sizes - PAPERS[paper]).max() > 2:
        yield "not the paper that was asked for"
    for number, sheet in enumerate(sheets_of(pdf), 1):
        if sheet.edges() % 2:
            yield f"page {number}: a picture is cut"
        if not sheet.margins_are_white():
            yield f"page {number}: something stands in a margin"


def print_faults(page: Tab, path: Path) -> Iterator[str]:
    """Tell what is wrong with a page of the site on either paper."""
    page.goto(path.as_uri())
    page.evaluate(FRAMED)
    for paper in PAPERS:
        pdf = page.pdf(format=paper, print_background=True)
        words = words_in(pdf)
        yield from (f"{paper}: {fault}" for fault in paper_faults(pdf, paper))
        yield from (f"{paper}: {words} is printed" for words in navigation_in(words, Page(path)))
        yield from (f"{paper}: no {lacking}" for lacking in CRISIS if lacking not in words)


def test_every_page_prints_clean_on_both_papers(window: Tab, site: Path) -> None:
    window.emulate_media(color_scheme="dark")
    faults = [
        f"{found.path.name}, {fault}"
        for found in pages_of(site)
        for fault in print_faults(window, found.path)
    ]

    assert faults == []


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        ("figure { break-inside: auto } figure p { height: 3in }", "a picture is cut"),
        ("@page { margin: 0 }", "something stands in a margin"),
    ],
)
def test_a_page_that_prints_badly_is_found(
    window: Tab, tmp_path: Path, style: str, fault: str
) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<!doctype html><style>@page { margin: 0.75in 0.75in 0.75in 1in }"
        f"body {{ margin: 0 }} figure {{ break-inside: avoid; margin: 0 }} {style}</style>"
        f"<p>{'words ' * 900}</p><figure><p>one<p>two<p>three</figure>",
        encoding="utf-8",
    )
    found = list(print_faults(window, bad))

    assert any(fault in told for told in found)
    assert "Letter: no Call 911" in found


def test_a_page_printed_by_a_reader_of_the_dark_page_is_light(window: Tab, site: Path) -> None:
    window.emulate_media(color_scheme="dark")
    go_to(window, site / "risks.html")
    window.evaluate("document.body.dataset.theme = 'dark'")
    first = next(sheets_of(window.pdf(format="Letter", print_background=True)))

    assert first.pixels.mean() > 225


def test_the_one_page_prints_every_chapter_in_order(window: Tab, site: Path) -> None:
    whole = Page(site / f"{ONE_PAGE}.html")
    titles = [title.text_content() for title in whole.all("//article//h2")]
    go_to(window, whole.path)
    printed = words_in(window.pdf(format="Letter"))

    # Between words that are close, reading a PDF back may find no space.
    letters = "".join(printed.split())
    places = [letters.find("".join(title.split())) for title in titles]
    assert len(titles) == 14
    assert -1 not in places
    assert places == sorted(places)
