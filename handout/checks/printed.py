"""The words of the finished PDFs, page by page in the order in which they are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2

from handout.booklet import sides
from handout.checks.finding import Finding
from handout.checks.squeezing import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What patients are given to read: at most so many pages (the agreed length).
STANDARD = re.compile(r"ketamine-handout-(letter|a4)")
MOST_PAGES = 20
SOURCE_MARKS = re.compile(r" ?\[[\d, ]+\]")
PAGE_END = "\f"
# What may stand between the two parts of a sentence that goes over a page or a column: the
# foot of one page and the head of the next, or a picture with its caption (letters).
BETWEEN = rf".{{0,300}}?(?:{PAGE_END}|Picture \d).{{0,500}}?"


def too_long(path: Path, root: Path) -> Iterator[Finding]:
    """Yield a finding if the PDF at *path* is the handout in its usual form, and too long.

    :param root: the project's top folder, from which files are named.
    """
    if not STANDARD.fullmatch(path.stem):
        return
    with pypdfium2.PdfDocument(path) as pdf:
        pages = len(pdf)
    if pages > MOST_PAGES:
        name = path.relative_to(root).as_posix()
        words = f"this has {pages} pages, and {MOST_PAGES} are the most; take out or shorten words"
        yield Finding(name, 0, words)


def words_of(path: Path, booklet: bool) -> str:
    """Return the words of a PDF, with :data:`PAGE_END` after each page; no marks of sources.

    :param booklet: whether each side of paper holds two pages, in the order to fold them.
    """
    with pypdfium2.PdfDocument(path) as pdf:
        texts = dict(_halves(pdf) if booklet else enumerate(map(_words, pdf)))
    pages = (squeezed(SOURCE_MARKS.sub("", texts[number])) for number in sorted(texts))
    return PAGE_END.join(pages)


def _words(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_bounded())


def _halves(pdf: pypdfium2.PdfDocument) -> Iterator[tuple[int, str]]:
    for page, (left, right) in zip(pdf, sides(2 * len(pdf)), strict=True):
        width, text = page.get_width(), page.get_textpage()
        yield left, text.get_text_bounded(right=width / 2)
        yield right, text.get_text_bounded(left=width / 2)


def says(text: str, wording: str) -> bool:
    """Return whether *wording* stands in *text*, the words of a PDF, if need be in two parts."""
    wording = squeezed(wording)
    words = wording.split(" ")
    return wording in text or any(_cut(text, words, place) for place in range(1, len(words)))


def _cut(text: str, words: list[str], place: int) -> bool:
    first, second = (re.escape(" ".join(part)) for part in (words[:place], words[place:]))
    # Either part may end with a comma, after which no word ends.
    return re.search(rf"(?<!\w){first}(?!\w){BETWEEN}{second}", text, re.DOTALL) is not None
