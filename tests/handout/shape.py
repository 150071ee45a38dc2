"""Chapters to hold against the rules of shape and action, and the plan that they follow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handout.checks.plan import load_plan
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.blocks import Chapter
    from handout.checks.finding import Finding

PLAN = load_plan(ROOT)
# The first four lines of a chapter; its text begins on the fifth.
TOP = ":description: It is short.\n\nTitle\n=====\n"


def named(chapter: Chapter, name: str) -> Chapter:
    """Return *chapter* as if it were the file *name*."""
    return replace(chapter, name=name, file=f"source/{name}.rst")


def told(findings: Iterator[Finding]) -> list[tuple[int, str]]:
    """Return line and first words, up to the semicolon, of each finding."""
    return [(finding.line, finding.message.partition(";")[0]) for finding in findings]
