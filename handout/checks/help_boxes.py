"""The boxes for those who need help: three tiers of warning signs, and the crisis line, whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.blocks import line_of, words_in
from handout.checks.boxes import boxes_in
from handout.checks.finding import Finding
from handout.checks.squeezing import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.blocks import Chapter
    from handout.nodes import Callout

TIERS = ("call-now", "call-us", "tell-us")
WITH_TIERS = ("front-sheet", "risks")
CRISIS = "crisis"
WITH_CRISIS = ("front-sheet",)
# A way to get help -> what one item of the box says about it. The numbers are those of the 988
# Suicide and Crisis Lifeline (evidence.md, section 3; standards.md, section 7, C5).
WAYS = {
    "how to call": r"(?<!: )\bcall (or text )?988\b",
    "how to text": r"\btext 988\b",
    "where to chat": r"\bchat at 988lifeline\.org",
    "how to get help in Spanish": r"Spanish: call 988 and press 2, or text AYUDA to 988",
    "how veterans get help": r"Veterans: call 988 and press 1, or text 838255",
    "how to use American Sign Language": r"\b(ASL|American Sign Language)\b",
}


def lost_tiers(chapter: Chapter) -> Iterator[Finding]:
    """Yield each tier of warning signs that the front sheet or the risks lack (C3)."""
    if chapter.name in WITH_TIERS:
        for kind in TIERS:
            yield from _lost(chapter, kind)


def gaps_in_crisis_boxes(chapter: Chapter) -> Iterator[Finding]:
    """Yield each way to get help that a box for a crisis does not name (C5), wherever it is."""
    if chapter.name in WITH_CRISIS:
        yield from _lost(chapter, CRISIS)
    for box in boxes_in(chapter, CRISIS):
        for way in _unnamed(box):
            message = f"this box does not say {way}; put it back, as on the front sheet"
            yield Finding(chapter.file, line_of(box), message)


def _lost(chapter: Chapter, kind: str) -> Iterator[Finding]:
    if not boxes_in(chapter, kind):
        yield Finding(chapter.file, 0, f"the box '.. {kind}::' is gone; put it back")


def _unnamed(box: Callout) -> Iterator[str]:
    said = [squeezed(words_in(words)) for words in box.findall(nodes.paragraph)]
    for way, pattern in WAYS.items():
        if not any(re.search(pattern, words, re.IGNORECASE) for words in said):
            yield way
