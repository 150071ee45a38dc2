"""Holds the marks of claims in the chapters against the ledger: each says where a claim stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.finding import Finding
from handout.checks.phrases import stands_in
from handout.claims import CLAIMS, nearest
from handout.near import meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.blocks import Block, Chapter
    from handout.claims import Claim


@dataclass(frozen=True)
class Mark:
    """A claim that a part of a chapter states.

    :ivar line: of the mark in the chapter; :ivar blocks: the words of the part.
    :ivar of_picture: whether the part holds a picture.
    """

    claim: str
    line: int
    blocks: tuple[Block, ...]
    of_picture: bool


def marks_in(chapter: Chapter) -> Iterator[Mark]:
    """Yield the marks of *chapter*, in order."""
    for part in chapter.tree.findall(nodes.Element):
        if claims := part.get("claims"):
            inside = set(map(id, part.findall(nodes.TextElement)))
            blocks = tuple(block for block in chapter.blocks if id(block.node) in inside)
            drawn = any(part.findall(nodes.figure))
            yield from (Mark(claim, line, blocks, drawn) for claim, line in claims)


def meant_marks(chapter: Chapter, claims: list[Claim]) -> Iterator[Mark]:
    """Yield the marks of *chapter*, a slip in one put right: it is told by itself."""
    known = [claim.id for claim in claims]
    for mark in marks_in(chapter):
        yield replace(mark, claim=meant(mark.claim, known) or mark.claim)


def wrong_marks(chapter: Chapter, claims: list[Claim]) -> Iterator[Finding]:
    """Yield marks of claims that the ledger does not have, or not for this *chapter*."""
    known = {claim.id: claim for claim in claims}
    for mark in marks_in(chapter):
        claim = known.get(mark.claim)
        if claim is None:
            todo = nearest(mark.claim, claims)
            yield Finding(chapter.file, mark.line, f"there is no claim {mark.claim}; {todo}")
        elif chapter.name not in claim.chapters:
            words = f"claim {mark.claim} does not name this chapter"
            todo = f"add '{chapter.name}' to its chapters in {CLAIMS}, or take the mark out"
            yield Finding(chapter.file, mark.line, f"{words}; {todo}")


def unmarked(chapter: Chapter, claims: list[Claim]) -> Iterator[Finding]:
    """Yield claims of *chapter* that no part of it is marked with.

    A mark with a slip in its id is told by itself.
    """
    marked = {mark.claim for mark in meant_marks(chapter, claims)}
    for claim in claims:
        if chapter.name in claim.chapters and claim.id not in marked:
            todo = f"put  .. claim:: {claim.id}  above the part that states it"
            rest = f"or take the chapter out of it in {CLAIMS}"
            words = f"claim {claim.id} is marked nowhere in this chapter; {todo}, {rest}"
            yield Finding(chapter.file, 0, words)


def idle_marks(claims: list[Claim], chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield marks of parts that have no words of their claim.

    A picture tells its claim by what is drawn.  Words that stand nowhere any more are told by
    another rule, and so is a mark of another chapter.
    """
    known = {claim.id: claim for claim in claims}
    marks = [(chapter, mark) for chapter in chapters for mark in marks_in(chapter)]
    for chapter, mark in marks:
        claim = known.get(mark.claim)
        if not claim or chapter.name not in claim.chapters or mark.of_picture:
            continue
        its = [one.blocks for _, one in marks if one.claim == claim.id]
        if not _any_of(claim.wording, mark.blocks) and all(
            any(_any_of([wording], blocks) for blocks in its) for wording in claim.wording
        ):
            words = f"this part has no words of claim {claim.id}"
            todo = f"put them back, as in {CLAIMS}, or take the mark out"
            yield Finding(chapter.file, mark.line, f"{words}; {todo}")


def _any_of(wordings: list[str], blocks: tuple[Block, ...]) -> bool:
    return any(stands_in(wording, block.text) for wording in wordings for block in blocks)
