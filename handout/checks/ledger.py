"""Holds the chapters against the ledger of claims: what it lists stands where it is marked.

Rules: standards.md 7 D (each thing that must be said is said) and E6 (each claim has a
strength, which the ledger cannot be read without).
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from handout.checks.blocks import line_of
from handout.checks.finding import Finding
from handout.checks.marks import idle_marks, meant_marks, unmarked, wrong_marks
from handout.checks.phrases import is_one_sentence, stands_in
from handout.checks.squeezing import squeezed
from handout.claims import CLAIMS
from handout.client_post import POST
from handout.near import did_you_mean, meant
from handout.nodes import Callout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.blocks import Chapter
    from handout.checks.marks import Mark
    from handout.claims import Claim
    from handout.client_post import PostSentence

# What every patient must read: standards.md 7 D1 to D14.
MUST = [f"D{number}" for number in range(1, 15)]
# What part of the words a sentence must have kept to be told as the one that was changed.
LIKE = 0.6


def ledger_faults(claims: list[Claim], chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield all that is wrong with the ledger, and between it and the chapters.

    :param chapters: all of the handout's.
    """
    yield from missing(claims)
    yield from repeated(claims)
    yield from long_wordings(claims)
    yield from unknown_chapters(claims, chapters)
    for chapter in chapters:
        yield from wrong_marks(chapter, claims)
        yield from unmarked(chapter, claims)
        yield from other_strength(chapter, claims)
    yield from lost_wordings(claims, chapters)
    yield from idle_marks(claims, chapters)


def missing(claims: list[Claim]) -> Iterator[Finding]:
    """Yield what every patient must read and the ledger does not hold (D1 to D14)."""
    known = {claim.id for claim in claims}
    for must in MUST:
        if must not in known:
            yield Finding(
                CLAIMS, 0, f"claim {must} is gone; every patient must read it: put it back"
            )


def repeated(claims: list[Claim]) -> Iterator[Finding]:
    """Yield each id that two claims have, and words of one chapter that two claims hold."""
    ids: Counter[str] = Counter()
    held: dict[tuple[str, str], str] = {}
    for claim in claims:
        ids[claim.id] += 1
        if ids[claim.id] == 2:
            words = f"there is a claim {claim.id} above; give this one another id, or join them"
            yield Finding(CLAIMS, claim.line, words)
        for wording in claim.wording:
            owners = {held.setdefault((wording, name), claim.id) for name in claim.chapters}
            for owner in sorted(owners - {claim.id}):
                words = f'claim {owner} holds the words "{wording}" too; take them out of one'
                yield Finding(CLAIMS, claim.line, words)


def long_wordings(claims: list[Claim]) -> Iterator[Finding]:
    """Yield wordings in which a sentence ends: a check looks for them in one sentence."""
    for claim in claims:
        for wording in claim.wording:
            if not is_one_sentence(wording):
                words = f'claim {claim.id}: "{wording}" is more than a sentence; part it in two'
                yield Finding(CLAIMS, claim.line, words)


def unknown_chapters(claims: list[Claim], chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield names of chapters that there are not, each once."""
    known = [chapter.name for chapter in chapters]
    naming: dict[str, list[Claim]] = {}
    for claim in claims:
        for name in claim.chapters:
            naming.setdefault(name, []).append(claim)
    for name, those in naming.items():
        if name not in known:
            ids = ", ".join(claim.id for claim in those)
            start = f"claim {ids} names" if len(those) == 1 else f"the claims {ids} name"
            todo = did_you_mean(name, known, "take it out of them, and their words with it")
            words = f"{start} the chapter {name}, which there is not; {todo}"
            yield Finding(CLAIMS, those[0].line, words)


def other_strength(chapter: Chapter, claims: list[Claim]) -> Iterator[Finding]:
    """Yield boxes "How sure are we?" with a rating that none of their claims has (E6)."""
    strengths: dict[str, str] = {claim.id: claim.strength for claim in claims}
    for box in chapter.tree.findall(Callout):
        marked: list[tuple[str, int]] = box.get("claims", [])
        rated = {strengths.get(meant(one, strengths) or one, "") for one, _ in marked}
        if "strength" in box and box["strength"] not in rated:
            words = f"this box says '{box['strength']}', and no claim that it is marked with does"
            todo = f"compare it with the strength of its claims in {CLAIMS}"
            yield Finding(chapter.file, line_of(box), f"{words}; {todo}")


def lost_wordings(claims: list[Claim], chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield words of a claim that stand in no part that is marked with it.

    Those of a chapter that is gone are not looked for: that it is gone is told.
    """
    marks = {chapter.name: list(meant_marks(chapter, claims)) for chapter in chapters}
    for claim in claims:
        there = [chapter for chapter in chapters if chapter.name in claim.chapters]
        if len(there) < len(claim.chapters):
            continue
        places = [
            (one, mark) for one in there for mark in marks[one.name] if mark.claim == claim.id
        ]
        text = [squeezed(block.text) for _, mark in places for block in mark.blocks]
        for wording in claim.wording if places else ():
            if not any(stands_in(wording, block) for block in text):
                yield from _lost(claim, wording, there, places)


def _lost(
    claim: Claim, wording: str, there: list[Chapter], places: list[tuple[Chapter, Mark]]
) -> Iterator[Finding]:
    """Yield what to do about words that no part marked with *claim* has."""
    marked = [chapter for chapter, _ in places]
    for chapter in there:
        for block in chapter.blocks:
            if stands_in(wording, block.text):
                words = f'the words "{wording}" stand outside what is marked with {claim.id}'
                todo = f"put  .. claim:: {claim.id}  above this part too"
                # That a chapter has no mark at all is told by itself.
                if chapter in marked:
                    yield Finding(chapter.file, block.line, f"{words}; {todo}")
                return
    file, line = _changed(wording, places)
    words = f'the words "{wording}" of claim {claim.id} are gone'
    yield Finding(file, line, f"{words}; put them back, or change {CLAIMS} too")


def _changed(wording: str, places: list[tuple[Chapter, Mark]]) -> tuple[str, int]:
    """Return file and line of the sentence that *wording* has most likely become, or of a mark."""
    wanted = wording.split()
    likest, file, line = LIKE, places[0][0].file, places[0][1].line
    for chapter, mark in places:
        for sentence in (one for block in mark.blocks for one in block.sentences()):
            same = SequenceMatcher(None, wanted, sentence.text.split(), autojunk=False)
            like = sum(part.size for part in same.get_matching_blocks()) / len(wanted)
            if like > likest:
                likest, file, line = like, chapter.file, sentence.line
    return file, line


def post_faults(claims: list[Claim], post: list[PostSentence]) -> Iterator[Finding]:
    """Yield sentences of the clinic's post that claims name wrongly, or that none restates."""
    known = {sentence.id for sentence in post}
    for claim in claims:
        for number in claim.post:
            if number not in known:
                words = f"claim {claim.id} restates sentence {number}, which {POST} does not have"
                yield Finding(CLAIMS, claim.line, f"{words}; correct the number")
    told = {number for claim in claims for number in claim.post}
    for sentence in post:
        here = sentence.became in ("restated", "moved") and not sentence.heading
        if here and sentence.id not in told:
            words = f"sentence {sentence.id} is {sentence.became}, and no claim says where"
            todo = f"add its number to 'post' of the claim in {CLAIMS} that says it"
            yield Finding(POST, sentence.line, f"{words}; {todo}")
