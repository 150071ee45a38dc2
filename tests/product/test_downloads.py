"""From the web to paper: every page offers what there is to print, and says what it is."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from bs4 import BeautifulSoup

from handout.build import Target
from handout.website import readable_size
from tests.product.test_editions import PROMISED

PAGES = 16
PAPERS = {"letter": "US Letter paper", "a4": "A4 paper"}


@pytest.fixture(scope="module")
def offered(site: Path) -> dict[str, list[tuple[str, str]]]:
    """For each page the files that it offers, with the words of each link."""
    return {path.name: links_of(path) for path in sorted(site.glob("*.html"))}


def links_of(path: Path) -> list[tuple[str, str]]:
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
    links = soup.select("a.download")
    return [(str(link["href"]), re.sub(r"\s+", " ", link.get_text())) for link in links]


def test_every_page_offers_every_file_once(offered: dict[str, list[tuple[str, str]]]) -> None:
    assert len(offered) >= PAGES
    for page, links in offered.items():
        assert sorted(href for href, _ in links) == sorted(f"print/{n}.pdf" for n in PROMISED), page


def test_each_link_tells_format_language_paper_pages_and_size(
    offered: dict[str, list[tuple[str, str]]], site: Path, target: Target
) -> None:
    for href, words in offered["risks.html"]:
        path = site / href
        with pikepdf.open(path) as pdf:
            pages = len(pdf.pages)
        size = readable_size(path.stat().st_size).replace("\u00a0", " ")
        paper = PAPERS[path.stem.rpartition("-")[2]]
        assert words.endswith(f": PDF, English, {paper}, {pages} pages, {size}")
        assert path.read_bytes() == (target.folder / "pdf" / path.name).read_bytes()


def test_no_two_links_of_a_page_read_the_same(offered: dict[str, list[tuple[str, str]]]) -> None:
    words = [words for _, words in offered["index.html"]]

    assert len(set(words)) == len(PROMISED)
