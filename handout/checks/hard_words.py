"""Words of offices and professions for which there is an everyday one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.checks.finding import Finding
from handout.checks.word_lists import pattern_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handout.checks.blocks import Chapter
    from handout.checks.word_lists import Swap


def hard_words(chapter: Chapter, hard: list[Swap], names: Iterable[str]) -> Iterator[Finding]:
    """Yield each hard word with its everyday swap (A9: CMS).

    :param names: what may hold one, as the Food and Drug Administration does.
    """
    kept = pattern_of(names)
    any_of_them = pattern_of(form for word in hard for form in word.hard)
    for sentence in chapter.sentences():
        text = kept.sub(" ", sentence.text)
        for word in hard if any_of_them.search(text) else ():
            for found in pattern_of(word.hard).finditer(text):
                why = f" ({word.why})" if word.why else ""
                yield Finding(
                    chapter.file,
                    sentence.line,
                    f"'{found[0]}' is a hard word{why}; write '{word.instead}'",
                )
