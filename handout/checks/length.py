"""Paragraphs that are too long to take in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.checks.finding import Finding
from handout.checks.sentences import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.blocks import Chapter

MOST_SENTENCES, MOST_WORDS = 4, 60


def long_paragraphs(chapter: Chapter) -> Iterator[Finding]:
    """Advise to divide each paragraph of too many sentences or words (A5: CMS, CDC).

    A list item, a cell or a picture's description is a paragraph, too.
    """
    for block in chapter.blocks:
        words = len(words_of(block.text))
        # What a colon ends brings in a fact: "Clinic phone:".
        sentences = sum(not one.text.endswith(":") for one in block.sentences())
        if sentences > MOST_SENTENCES or words > MOST_WORDS:
            yield Finding(
                chapter.file,
                block.line,
                f"this paragraph has {sentences} sentences and {words} words, better "
                f"{MOST_SENTENCES} and {MOST_WORDS} or fewer; make two of it",
                gate=False,
            )
