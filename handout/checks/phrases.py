"""Finds exact words in the words of a chapter, whatever typesetting has made of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from handout.checks.squeezing import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

# An end of a sentence with another one behind it.
TWO_SENTENCES = re.compile(r"[.!?][\"')]*\s+\S")


def spans(phrase: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield begin and end of each place in *text* where *phrase* stands in whole words.

    :param text: of one block, squeezed, so that lines are no matter.
    """
    for found in _pattern(phrase).finditer(text):
        yield found.span()


def stands_in(phrase: str, text: str) -> bool:
    """Return whether *phrase* stands in *text*, the words of one block, in whole words."""
    return _pattern(phrase).search(squeezed(text)) is not None


def is_one_sentence(phrase: str) -> bool:
    """Return whether no sentence ends inside *phrase*."""
    return TWO_SENTENCES.search(phrase) is None


@lru_cache(maxsize=1024)
def _pattern(phrase: str) -> re.Pattern[str]:
    # "up to 8" does not stand in "up to 80", nor "8" in "1.8" or "8.5".
    return re.compile(rf"(?<!\w)(?<!\d[.,]){re.escape(squeezed(phrase))}(?!\w)(?![.,]\d)")
