"""The rules of shape and action, and chapters to hold against them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from handout.checks.actions import (
    few_teach_backs,
    few_tools,
    lost_steps,
    sums_asked,
    vague_steps,
)
from handout.checks.boxes import lost_key_points, misplaced_main_message, two_main_messages
from handout.checks.grids import hard_tables
from handout.checks.headings import long_stretches, second_titles, vague_headings
from handout.checks.help_boxes import gaps_in_crisis_boxes, lost_tiers
from handout.checks.lists import long_or_lone_lists
from handout.checks.order import out_of_order
from handout.checks.pictures import poor_pictures
from handout.checks.plan import load_plan
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from handout.checks.blocks import Chapter
    from handout.checks.finding import Finding

PLAN = load_plan(ROOT)
# Of one chapter, and of all together.
OF_A_CHAPTER: list[Callable[[Chapter], Iterator[Finding]]] = [
    misplaced_main_message,
    partial(lost_key_points, plan=PLAN),
    long_stretches,
    second_titles,
    partial(vague_headings, plan=PLAN),
    long_or_lone_lists,
    hard_tables,
    poor_pictures,
    lost_tiers,
    gaps_in_crisis_boxes,
    partial(lost_steps, plan=PLAN),
    partial(vague_steps, plan=PLAN),
    sums_asked,
]
OF_THE_HANDOUT: list[Callable[[list[Chapter]], Iterator[Finding]]] = [
    partial(out_of_order, plan=PLAN),
    two_main_messages,
    few_tools,
    few_teach_backs,
]
# The first four lines of a chapter; its text begins on the fifth.
TOP = ":description: It is short.\n\nTitle\n=====\n"


def named(chapter: Chapter, name: str) -> Chapter:
    """Return *chapter* as if it were the file *name*."""
    return replace(chapter, name=name, file=f"source/{name}.rst")


def told(findings: Iterator[Finding]) -> list[tuple[int, str]]:
    """Return line and first words, up to the semicolon, of each finding."""
    return [(finding.line, finding.message.partition(";")[0]) for finding in findings]
