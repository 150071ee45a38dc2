"""Holds the sources that chapters cite against those that the claims of the ledger name.

Rule: standards.md 7 E5, no claim without a source and no source unused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.blocks import line_of
from handout.checks.finding import Finding
from handout.claims import CLAIMS
from handout.near import did_you_mean
from handout.sources import SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.blocks import Chapter
    from handout.checks.freshness import Source
    from handout.claims import Claim


def source_faults(
    claims: list[Claim], chapters: list[Chapter], sources: list[Source]
) -> Iterator[Finding]:
    """Yield all that is wrong between claims, chapters and the list of sources."""
    yield from unknown_sources(claims, sources)
    yield from uncited(claims, chapters)
    for chapter in chapters:
        yield from unclaimed(chapter, claims, sources)
    yield from unused(claims, sources)


def cited_in(chapter: Chapter) -> Iterator[tuple[str, int]]:
    """Yield the key of each source cited in *chapter*, with the line of what cites it."""
    for node in chapter.tree.findall(nodes.Element):
        if node.get("refdomain") == "cite":
            for key in node["reftarget"].split(","):
                yield key.strip(), line_of(node)


def unknown_sources(claims: list[Claim], sources: list[Source]) -> Iterator[Finding]:
    """Yield keys of claims that the list of sources does not have."""
    known = [source.key for source in sources]
    named = [(claim, key) for claim in claims for key in claim.sources if key not in known]
    for claim, key in named:
        words = f"claim {claim.id} names the source {key}, which {SOURCES} does not have"
        yield Finding(CLAIMS, claim.line, f"{words}; {did_you_mean(key, known, 'add it there')}")


def uncited(claims: list[Claim], chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield sources of claims that no chapter of the claim cites.

    Those of a chapter that is gone are not looked for: that it is gone is told.
    """
    cited = {chapter.name: {key for key, _ in cited_in(chapter)} for chapter in chapters}
    for claim in claims:
        if not cited.keys() >= set(claim.chapters):
            continue
        there = set().union(*(cited[name] for name in claim.chapters))
        for key in claim.sources:
            if key not in there:
                words = f"no chapter of claim {claim.id} cites its source {key}"
                todo = f"put  :cite:p:`{key}`  behind its words, or take the source out"
                yield Finding(CLAIMS, claim.line, f"{words}; {todo}")


def unclaimed(chapter: Chapter, claims: list[Claim], sources: list[Source]) -> Iterator[Finding]:
    """Yield *sources* that *chapter* cites and none of its claims names.

    Sphinx itself tells of one that is not in the list.
    """
    known = {source.key for source in sources}
    named = {key for claim in claims if chapter.name in claim.chapters for key in claim.sources}
    for key, line in cited_in(chapter):
        if key in known - named:
            words = f"no claim of this chapter names the source {key}"
            todo = f"add it to the claim in {CLAIMS} that it is for, or take it out"
            yield Finding(chapter.file, line, f"{words}; {todo}")


def unused(claims: list[Claim], sources: list[Source]) -> Iterator[Finding]:
    """Yield sources of the list that no claim names."""
    named = {key for claim in claims for key in claim.sources}
    for source in sources:
        if source.key not in named:
            words = f"no claim names the source {source.key}"
            todo = f"add it to the claim in {CLAIMS} that it is for, or take it out"
            yield Finding(SOURCES, source.line, f"{words}; {todo}")
