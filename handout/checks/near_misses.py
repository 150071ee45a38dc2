"""Tells what a sentence claims from what it only denies or asks.

"Ketamine is not a cure" and "Will it cure me?" hold the words of a promise, and make none.
"""

from __future__ import annotations

import re

NOT = r"\b(?:not|no|never|nor|neither|none|nobody|nothing|cannot|without|\w+n['\u2019]t)\b"
# Words of denial that deny nothing: "not only", "why not", "no doubt", "isn't it".
EMPTY = (
    r"\b(?:is|are|was|do|does|did|can|could|would|has|have)n['\u2019]t (?:it|this|that|you|we)\b"
    r"|\bnot (?:just|only|merely|simply)\b|\bwhy (?:not|don['\u2019]t)\b"
    r"|\b(?:no|without) (?:a )?doubt\b|\bno wonder\b|\bnothing (?:but|less than|short of)\b"
)
# "Nothing cures like ketamine" praises.
COMPARES = r"\b(?:like|better|faster|as (?:well|fast|much|good) as)\b"
# Where a thought of its own begins: "it does not hurt, and it cures".
SUBJECTS = r"(?:it|they|we|you|this|that|these|ketamine|the|your|our|people|many|most|some)\b"
CLAUSE = re.compile(
    rf"[;:]\s|\b(?:but|yet)\b|,?\s(?:and|so|because|while|then)\s(?={SUBJECTS})|,\s(?={SUBJECTS})",
    re.IGNORECASE,
)
# Open questions, that "yes" or "no" answers; not "Isn't it a miracle?" or "Do you want a cure?".
ASKED = re.compile(
    r"(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|may|might)\s"
    r"(?!(?:you|we)\s(?:want|like|need|wish|deserve))",
    re.IGNORECASE,
)
# "Ask us if it is safe to drive."
ASKED_OF = re.compile(
    r"\b(?:ask|asks|asked|asking|check|checks|find out|wonder|wonders)\s"
    r"(?:\w+\s){0,4}(?:if|whether)\s"
    r"(?!(?:you|we)\s(?:want|like|need|wish|deserve))",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[\"\u201c]([^\"\u201c\u201d]*\?)[\"\u201d]?")


def only_denied(sentence: str, start: int, end: int) -> bool:
    """Return whether the words from *start* to *end* of *sentence* stand under a "not"."""
    begins = _begin_of_clause(sentence, start)
    cut = CLAUSE.search(sentence, end)
    clause = re.sub(
        EMPTY, " ", sentence[begins : cut.start() if cut else None], flags=re.IGNORECASE
    )
    before = re.sub(EMPTY, " ", sentence[begins:end], flags=re.IGNORECASE)
    denied = re.search(NOT, before, re.IGNORECASE)
    return bool(denied) and not re.search(COMPARES, clause, re.IGNORECASE)


def _begin_of_clause(sentence: str, place: int) -> int:
    return max([cut.end() for cut in CLAUSE.finditer(sentence) if cut.end() <= place], default=0)


def only_asked(sentence: str, start: int, end: int) -> bool:
    """Return whether the words from *start* to *end* of *sentence* are part of an open question."""
    for quoted in QUOTED.finditer(sentence):
        if quoted.start(1) <= start and end <= quoted.end(1):
            return bool(ASKED.match(quoted[1]))
    if ASKED_OF.search(sentence, _begin_of_clause(sentence, start), start):
        return True
    return sentence.rstrip("\"'\u201d\u2019) ").endswith("?") and bool(ASKED.match(sentence))
