"""Where a sentence ends, and what counts as a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'\u2019-]*")
# A sentence ends at a full stop, or where a colon brings in something of its own.
SENTENCE_END = re.compile(r"(?<=[.!?:])[\"'\u201d\u2019)]*\s+")


@dataclass(frozen=True)
class Sentence:
    """A sentence on one line, and the line of the file on which it begins."""

    text: str
    line: int

    @property
    def words(self) -> list[str]:
        """Return its words and numbers."""
        return words_of(self.text)


def sentences_of(text: str, line: int = 1) -> Iterator[Sentence]:
    """Yield the sentences of one block that hold a word.

    :param line: the line on which *text* begins.
    """
    start = 0
    for end in [*SENTENCE_END.finditer(text), None]:
        part = text[start : end.end() if end else None]
        if words_of(part):
            yield Sentence(" ".join(part.split()), line + text.count("\n", 0, start))
        start = end.end() if end else start


def words_of(text: str) -> list[str]:
    """Return the words and numbers of *text*."""
    return WORD.findall(text)
