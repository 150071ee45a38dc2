"""Medical words: whether a chapter explains them, and whether the glossary has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from handout.checks.finding import Finding
from handout.checks.word_lists import pattern_of
from handout.nodes import Callout, CalloutTitle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handout.checks.blocks import Block, Chapter
    from handout.checks.sentences import Sentence
    from handout.checks.word_lists import Swap

GLOSSARY = "words-to-know"
# Where a word need not be explained: a heading or the title of a box is explained by what is
# below it, and the main message, which is learned by heart, has no room.
UNEXPLAINED = frozenset(["heading", "label"])
UNEXPLAINED_BOX = "main-message"
# How a sentence says what a word means; {term} is the word.
MEANINGS = (
    r"{term}\s*\(",
    r"\((?:called\s+)?(?:an?\s+|the\s+)?{term}\)",
    r"\bcalled\s+(?:an?\s+|the\s+)?[\"\u201c]?{term}",
    r"{term}[\"\u201d]?,\s+(?:or|an?|the|which|two|that is)\s",
    r"{term}[\"\u201d]?\s+(?:means?|(?:is|are|was)\s+(?:an?|the|how|when|what)\b)",
    r"\bmeans?\s+{term}",
)


def glossary_of(chapters: Iterable[Chapter]) -> list[str]:
    """Return the words that the chapter of words to know explains."""
    blocks = (block for one in chapters if one.name == GLOSSARY for block in one.blocks)
    return [block.text for block in blocks if block.kind == "term"]


def unexplained(chapter: Chapter, glossary: Iterable[str]) -> Iterator[Finding]:
    """Yield each word of the *glossary* that a chapter uses unexplained (A7: PEMAT 4, CDC 7).

    Where it first stands it must be a link to the glossary, or the sentence or a box for new
    words must say what it means.
    """
    for term in glossary if chapter.name != GLOSSARY else ():
        found = _first(chapter, pattern_of([term]))
        if found and not _explained(pattern_of([term]), *found):
            yield Finding(
                chapter.file,
                found[1].line,
                f"'{term}' first stands here unexplained; write :term:`{term}`, or say what it "
                "means in the same sentence",
            )


def unknown_words(
    chapter: Chapter, glossary: Iterable[str], medical: Iterable[Swap]
) -> Iterator[Finding]:
    """Yield each *medical* word that neither the glossary nor its sentence explains (A7)."""
    known = pattern_of(glossary)
    for word in medical:
        pattern = pattern_of(word.hard)
        found = _first(chapter, pattern) if chapter.name != GLOSSARY else None
        if found is None or _explained(pattern, *found):
            continue
        for written in pattern.findall(found[1].text)[:1]:
            if not known.search(written):
                yield Finding(
                    chapter.file,
                    found[1].line,
                    f"the word '{written}' is not in {GLOSSARY}.rst; explain it there, or use "
                    f"'{word.instead}'",
                )


def _first(chapter: Chapter, word: re.Pattern[str]) -> tuple[Block, Sentence] | None:
    """Return where a word first stands, but for headings and the like."""
    for block in chapter.blocks:
        told_elsewhere = block.kind in UNEXPLAINED or block.box == UNEXPLAINED_BOX
        if told_elsewhere or not word.search(block.text):
            continue
        for sentence in block.sentences():
            if word.search(sentence.text):
                return block, sentence
    return None


def _explained(word: re.Pattern[str], block: Block, sentence: Sentence) -> bool:
    meanings = (form.format(term=word.pattern) for form in MEANINGS)
    said = any(re.search(meaning, sentence.text, re.IGNORECASE) for meaning in meanings)
    return said or _is_linked(word, block) or _in_its_box(word, block)


def _is_linked(word: re.Pattern[str], block: Block) -> bool:
    """Return whether *block* leads to the glossary's entry of a word."""
    links = block.node.findall(addnodes.pending_xref)
    return any(one["reftype"] == "term" and word.fullmatch(one["reftarget"]) for one in links)


def _in_its_box(word: re.Pattern[str], block: Block) -> bool:
    """Return whether *block* stands in the box for this new word."""
    if block.box != "new-word":
        return False
    node: nodes.Node = block.node
    while not isinstance(node, Callout):
        node = node.parent
    return any(word.search(title.astext()) for title in node.findall(CalloutTitle))
