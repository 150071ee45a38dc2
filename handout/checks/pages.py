"""Reads the words back from the finished site, block by block, as a reader meets them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import html

from handout.source_text import read_source, settled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Chapters = dict[str, list[str]]

BLOCKS = frozenset(
    ["p", "li", "dt", "dd", "th", "td", "caption", "figcaption", "h1", "h2", "h3", "h4", "summary"]
)
# Not prose: source marks, the list of sources itself, and what only the theme makes.
NOT_PROSE = (
    ".//*[contains(concat(' ', @class, ' '), ' citation ')]",
    ".//span[contains(@class, 'bibtex-citation')]",
    ".//*[contains(concat(' ', @class, ' '), ' headerlink ')]",
    ".//*[contains(concat(' ', @class, ' '), ' downloads ')]",
    ".//*[contains(concat(' ', @class, ' '), ' fill-in-note ')]",
)
# Words in attributes that readers hear, or see where a page is shared or found.
SAID = ("//@alt", "//@title", "//@aria-label", "//@placeholder", "//meta/@content")


def chapter_names(source: Path) -> list[str]:
    """Return the chapters' file names in the order of the contents in ``index.rst``."""
    return [name for name, _ in chapter_lines(source)]


def chapter_lines(source: Path) -> list[tuple[str, int]]:
    """Return the chapters' file names in order, each with its line, from 1, in ``index.rst``."""
    text = settled(read_source(source / "index.rst", "source/index.rst"))
    front, begin, contents = text.partition(".. toctree::")
    above = (front + begin).count("\n") + 1
    found = re.finditer(r"^   ([a-z][a-z0-9-]*)$", contents, re.MULTILINE)
    return [(name[1], above + contents.count("\n", 0, name.start())) for name in found]


def chapter_blocks(source: Path, site: Path, left_out: Iterable[str] = ()) -> Chapters:
    """Return chapter name -> its text blocks in order; the front page comes first.

    :param source: the folder of the chapters; :param site: the finished web site.
    :param left_out: XPaths of what is not to be read, besides what is no prose.
    """
    names = ["index", *chapter_names(source)]
    return {name: page_blocks(site / f"{name}.html", left_out) for name in names}


def page_blocks(page: Path, left_out: Iterable[str] = ()) -> list[str]:
    """Return the text blocks of one page's article."""
    article = html.parse(str(page)).getroot().find(".//article")
    for path in [*NOT_PROSE, *left_out]:
        for element in article.xpath(path):
            element.drop_tree()
    blocks = (_own_text(element) for element in article.iter() if element.tag in BLOCKS)
    return [block for block in blocks if block]


def page_words(page: Path) -> list[str]:
    """Return all words of one page: the article's, the frame's, and those only heard or shared."""
    tree = html.parse(str(page)).getroot()
    attributes = [value for path in SAID for value in tree.xpath(path)]
    frame = tree.xpath("//body//text()[not(ancestor::article or ancestor::script)]")
    return [tidy(text) for text in [*page_blocks(page), *attributes, *frame] if text.strip()]


def _own_text(element: html.HtmlElement) -> str:
    """Return the words of *element* that stand in no block inside it."""
    parts = [element.text or ""]
    for child in element:
        parts.append("" if child.tag in BLOCKS or _holds_block(child) else child.text_content())
        parts.append(child.tail or "")
    return tidy("".join(parts))


def _holds_block(element: html.HtmlElement) -> bool:
    return any(inner.tag in BLOCKS for inner in element.iterdescendants())


def tidy(text: str) -> str:
    """Return *text* on one line, without the gaps that left-out source marks leave."""
    line = " ".join(text.split())
    for mark in (" .", " ,", " :", " ;"):
        line = line.replace(mark, mark.strip())
    return line.replace("[, ]", "").replace("[]", "").strip()
