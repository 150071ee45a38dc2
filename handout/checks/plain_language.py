"""All rules of plain language at once: what is wrong with the words of the chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.checks.acronyms import unexpanded
from handout.checks.address import speaks_of_others
from handout.checks.hard_words import hard_words
from handout.checks.length import long_paragraphs
from handout.checks.passive import hidden_actors
from handout.checks.readability import hard_chapter, hard_handout, long_sentences
from handout.checks.terms import glossary_of, unexplained, unknown_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handout.checks.blocks import Chapter
    from handout.checks.finding import Finding
    from handout.checks.word_lists import WordLists


def plain_language(chapters: list[Chapter], lists: WordLists) -> Iterator[Finding]:
    """Yield what rules A1 to A10 find in the whole handout."""
    yield from hard_handout(chapters)
    glossary = glossary_of(chapters)
    for chapter in chapters:
        yield from plain_chapter(chapter, glossary, lists)


def plain_chapter(chapter: Chapter, glossary: Iterable[str], lists: WordLists) -> Iterator[Finding]:
    """Yield what rules A1 and A4 to A10 find in one *chapter*.

    :param glossary: the words that the words to know explain.
    """
    words = list(glossary)
    yield from hard_chapter(chapter)
    yield from long_sentences(chapter)
    yield from long_paragraphs(chapter)
    yield from hidden_actors(chapter)
    yield from unexplained(chapter, words)
    yield from unknown_words(chapter, words, lists.medical)
    yield from unexpanded(chapter, lists.acronyms)
    yield from hard_words(chapter, lists.hard, lists.names)
    yield from speaks_of_others(chapter)
