"""Whether the chapters stand in the agreed order (standards.md, section 7, B9; PEMAT 10)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx.addnodes import toctree

from handout.checks.blocks import line_of
from handout.checks.finding import Finding
from handout.checks.plan import CHAPTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.blocks import Chapter
    from handout.checks.plan import Plan


def out_of_order(chapters: list[Chapter], plan: Plan) -> Iterator[Finding]:
    """Yield where the list of contents is not the agreed one (B9).

    :param chapters: the front page first, which holds the list of contents.
    """
    front, line = chapters[0].file, _line_of_contents(chapters[0])
    for message in _differences([chapter.name for chapter in chapters], plan):
        yield Finding(front, line, message)


def _line_of_contents(front: Chapter) -> int:
    return next((line_of(contents) for contents in front.tree.findall(toctree)), 0)


def _differences(names: list[str], plan: Plan) -> Iterator[str]:
    agreed = [chapter.name for chapter in plan.chapters]
    for name in names:
        if name not in agreed:
            yield f"the chapter '{name}' is not in {CHAPTERS}; add it there, or take it out here"
    for before, name in pairwise(agreed):
        if name not in names:
            yield f"the chapter '{name}' is gone; put it back below '{before}'"
    there = [name for name in agreed if name in names]
    now = [name for name in names if name in agreed]
    for name, wanted in zip(now, there, strict=True):
        if name != wanted:
            yield (
                f"'{name}' stands where '{wanted}' belongs; "
                f"put the chapters in the order of {CHAPTERS}"
            )
            return
