"""Capitals that stand for words: whether a chapter says once which ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from handout.checks.blocks import Block, Chapter

ACRONYM = re.compile(r"(?<![\w-])[A-Z]{2,}(?=s?(?![\w-]))")
# "Food and Drug Administration (FDA)"; and the other way round.
AFTER = r"(?P<long>(?:[\w'\u2019-]+\s+){{1,8}})\({short}s?\b[^)]*\)"
BEFORE = r"(?<![\w-]){short}s?\s+\((?P<long>[^)]+)\)"


def unexpanded(chapter: Chapter, known: Collection[str]) -> Iterator[Finding]:
    """Yield each acronym that comes before its long form in a chapter (A8: CDC 7).

    :param known: acronyms that need none.
    """
    seen = set(known)
    for block in chapter.blocks:
        typed = " ".join(_typed_by_the_clinic(block))
        for sentence in block.sentences():
            for short in ACRONYM.findall(sentence.text):
                if short not in seen and short not in typed and not expands(sentence.text, short):
                    yield Finding(
                        chapter.file,
                        sentence.line,
                        f"'{short}' first stands here without its long form; write it out and "
                        f"put ({short}) behind it, or leave it out",
                    )
                seen.add(short)


def _typed_by_the_clinic(block: Block) -> Iterator[str]:
    """Yield the facts in *block* that stand in the clinic's file: a name, a state's letters."""
    for part in block.node.findall(nodes.TextElement):
        if part.get("support_smartquotes") is False:
            yield part.astext()


def expands(text: str, short: str) -> bool:
    """Return whether *text* says what *short* stands for, one in brackets behind the other."""
    return any(
        _stands_for(found["long"], short)
        for form in (AFTER, BEFORE)
        for found in re.finditer(form.format(short=short), text)
    )


def _stands_for(words: str, short: str) -> bool:
    """Return whether the letters of *short* stand in *words*, the first one at a word's start.

    Not all at the start of a word: "electroconvulsive therapy (ECT)".
    """
    letters = ".*?".join(short)
    return bool(re.search(rf"\b{letters}", words, re.IGNORECASE | re.DOTALL))
