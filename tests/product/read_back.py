"""Reads the finished files of a clinic back: the words of its pages, on the web and on paper."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from tests.product.hostile import squeezed
from tests.sequences import texts_of_pages

if TYPE_CHECKING:
    from pathlib import Path

    from handout.build import Target


def handouts(target: Target) -> list[Path]:
    """Return the PDFs with all chapters on paper of a usual size and type."""
    return [target.folder / "pdf" / f"ketamine-handout-{paper}.pdf" for paper in ("letter", "a4")]


def editions(target: Target) -> list[Path]:
    """Return the PDFs with all chapters that can be read from start to end."""
    large = target.folder / "pdf" / "ketamine-handout-large-print-letter.pdf"
    return [*handouts(target), large]


def articles(target: Target) -> str:
    """Return the words of all chapters on the web."""
    return squeezed(
        "".join(words_of(path, "article") for path in sorted(target.site.parent.glob("*.html")))
    )


@cache
def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def words_of(path: Path, selector: str) -> str:
    return " ".join(part.get_text(" ") for part in soup(path).select(selector))


@cache
def sheets(path: Path) -> list[str]:
    """Return the words of each page, in the order in which they were set."""
    return texts_of_pages(path)


@cache
def printed(path: Path) -> str:
    return squeezed(" ".join(sheets(path)))
