"""Whether a chapter that asks readers to act speaks to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handout.checks.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handout.checks.blocks import Chapter
    from handout.checks.sentences import Sentence

ACTION_CHAPTERS = ("front-sheet", "is-it-right-for-you", "your-visit", "other-choices", "tools")
LEAST_SHARE = 0.03
# "US" is a country.
SPOKEN_TO = re.compile(r"[Yy]ou(?:r|rs|rself)?|[Ww]e|us|Us|[Oo]urs?")
# Who fills in a page speaks of himself or herself there: "I know the food and drink rules".
SPEAKING = re.compile(r"I|[Mm]e|[Mm]y(?:self)?|[Mm]ine")


def share_spoken_to(sentences: Iterable[Sentence]) -> float:
    """Return how many words of *sentences* are "you", "we" and the like, from 0 to 1."""
    words = [word for sentence in sentences for word in sentence.words]
    return sum(_speaks(word) for word in words) / len(words)


def _speaks(word: str) -> bool:
    # "you're" speaks as "you" does.
    plain = re.split("['\u2019]", word)[0]
    return bool(SPOKEN_TO.fullmatch(plain) or SPEAKING.fullmatch(plain))


def speaks_of_others(chapter: Chapter) -> Iterator[Finding]:
    """Advise to say "you" and "we" in a chapter that asks readers to act (A10: PEMAT 21)."""
    share = share_spoken_to(chapter.sentences())
    if chapter.name in ACTION_CHAPTERS and share < LEAST_SHARE:
        yield Finding(
            chapter.file,
            0,
            f'{share:.1%} of the words are "you", "we" and the like, better {LEAST_SHARE:.0%} or '
            'more; speak to the reader: not "patients should", but "you should"',
            gate=False,
        )
