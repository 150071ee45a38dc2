"""All rules for the chapters, and for the data beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.checks import (
    actions,
    balance,
    boxes,
    freshness,
    grids,
    headings,
    help_boxes,
    lists,
    order,
    pictures,
    score,
)
from handout.checks.cited import source_faults
from handout.checks.ledger import ledger_faults, post_faults
from handout.checks.numbers import Numbers, lost_counts, unlisted_numbers
from handout.checks.plain_language import plain_language
from handout.checks.plan import load_plan
from handout.checks.promises import promises_in_texts
from handout.checks.word_lists import load_word_lists
from handout.claims import load_claims
from handout.client_post import load_post
from handout.numbers import load_counts, load_pictures
from handout.score import load_score
from handout.sources import SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.build import Target
    from handout.checks.blocks import Chapter
    from handout.checks.finding import Finding
    from handout.checks.plan import Plan

OF_A_CHAPTER = (
    boxes.misplaced_main_message,
    headings.long_stretches,
    headings.second_titles,
    lists.long_or_lone_lists,
    grids.hard_tables,
    pictures.poor_pictures,
    help_boxes.lost_tiers,
    help_boxes.gaps_in_crisis_boxes,
    actions.sums_asked,
)
OF_A_PLANNED_CHAPTER = (
    boxes.lost_key_points,
    headings.vague_headings,
    actions.lost_steps,
    actions.vague_steps,
)
OF_THE_HANDOUT = (boxes.two_main_messages, actions.few_tools, actions.few_teach_backs)


def in_chapters(target: Target, chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield what the rules find in *chapters* and in the data beside them.

    :raises HandoutError: a file of data is missing or wrong.
    """
    yield from plain_language(chapters, load_word_lists(target.root))
    yield from shape(chapters, load_plan(target.root))
    yield from promises_in_texts(target, chapters)
    yield from evidence(target, chapters)
    items = load_score(target.root)
    yield from score.missing_items(items)
    yield from score.missing_tests(items, target.root)


def evidence(target: Target, chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield what is wrong between chapters, claims, numbers and sources (standards.md 7 D, E)."""
    claims, counts = load_claims(target.root), load_counts(target.root)
    found = list(ledger_faults(claims, chapters))
    yield from found
    # A sentence that is told to have other words than its claim may have other numbers, too.
    told = {(finding.file, finding.line) for finding in found}
    yield from post_faults(claims, load_post(target.root))
    listed = Numbers(claims, load_pictures(target.root), counts)
    for chapter in chapters:
        for finding in unlisted_numbers(chapter, listed):
            if (finding.file, finding.line) not in told:
                yield finding
    yield from lost_counts(chapters, counts)
    sources = freshness.read_sources((target.root / SOURCES).read_text(encoding="utf-8"))
    yield from source_faults(claims, chapters, sources)
    yield from freshness.stale(sources, target.day)
    yield from balance.late_risks(claims, chapters)
    yield from balance.fewer_risks(claims)
    yield from balance.one_sided_words(chapters, balance.load_words(target.root))


def shape(chapters: list[Chapter], plan: Plan) -> Iterator[Finding]:
    """Yield what the rules of shape and of action find (standards.md 7 B and C)."""
    for chapter in chapters:
        yield from shape_of(chapter, plan)
    yield from order.out_of_order(chapters, plan)
    for rule in OF_THE_HANDOUT:
        yield from rule(chapters)


def shape_of(chapter: Chapter, plan: Plan) -> Iterator[Finding]:
    """Yield what the rules of shape and of action find in one *chapter*."""
    for rule in OF_A_CHAPTER:
        yield from rule(chapter)
    for planned in OF_A_PLANNED_CHAPTER:
        yield from planned(chapter, plan)
