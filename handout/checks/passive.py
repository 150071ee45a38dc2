"""Sentences that hide who acts: "the dose is given" for "we give you the dose"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handout.checks.finding import Finding
from handout.checks.participles import ADJECTIVES, IRREGULAR, OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handout.checks.blocks import Chapter
    from handout.checks.sentences import Sentence

MOST_SHARE = 0.05
# Boxes that must be understood at once.
STRICT = frozenset(["main-message", "call-now", "call-us", "tell-us", "crisis"])

BE = (
    r"(?:am|is|are|was|were|be|been|being|get|gets|got|gotten|getting|isn't|aren't|wasn't|weren't"
    r"|(?<=you)'re|(?<=we)'re|(?<=they)'re|(?<=i)'m)"
)
# What may stand between the two: "is not yet fully proven".
BETWEEN = (
    r"(?:\s+(?:not|never|ever|also|often|still|now|then|already|first|only|just|yet|well|best|most"
    r"|more|much|too|so|all|both|soon|once|always|sometimes|been|being|\w+ly))*"
)
# In a question who or what it is about stands there: "Is it proven?", "Was the dose given?".
ASKED = (
    r"(?:^|,\s+)(?:\W*(?:what|who|when|where|why|how|which)\s+(?:\w+\s+)?)?(?:is|are|was|were)\s+"
    r"(?:you|it|they|he|she|we|this|that|these|(?:the|a|an|your|our|this|that)\s+\w+|\w+)"
)
STATED = re.compile(rf"(?:\b|(?<=\w)){BE}{BETWEEN}\s+(?P<participle>\w+)", re.IGNORECASE)
QUESTION = re.compile(rf"{ASKED}{BETWEEN}\s+(?P<participle>\w+)[^.]*\?", re.IGNORECASE)


def hidden_actors(chapter: Chapter) -> Iterator[Finding]:
    """Yield passive sentences where there are too many, or any at all (A6: PEMAT 5, CDC 6).

    In the main message and in the boxes of whom to call there may be none; in a chapter, one
    sentence in twenty.  They are found by a rule of thumb: "be" or "get" and a participle.
    """
    too_many = passive_share(chapter.sentences()) > MOST_SHARE
    for block in chapter.blocks:
        strict = block.box in STRICT
        for sentence in block.sentences():
            if (too_many or strict) and is_passive(sentence):
                where = "in this box" if strict else "there are too many such sentences here;"
                told = f'"{sentence.text}" hides who acts; {where} say who does what'
                yield Finding(chapter.file, sentence.line, told)


def passive_share(sentences: Iterable[Sentence]) -> float:
    """Return how many of the *sentences* are passive, from 0 to 1."""
    found = [is_passive(sentence) for sentence in sentences]
    return sum(found) / len(found)


def is_passive(sentence: Sentence) -> bool:
    """Return whether *sentence* holds "be" or "get" and the participle of a verb."""
    text = sentence.text.replace("\u2019", "'")
    found = [*STATED.finditer(text), *QUESTION.finditer(text)]
    return any(_is_participle(one["participle"].lower()) for one in found)


def _is_participle(word: str) -> bool:
    if word in ADJECTIVES | OTHERS:
        return False
    return word in IRREGULAR or (word.endswith("ed") and len(word) > len("ed") + 1)
