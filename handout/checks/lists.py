"""Lists that are short enough to keep in mind, and long enough to be lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.blocks import box_around, line_of
from handout.checks.boxes import KEY_POINTS
from handout.checks.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.blocks import Chapter

FEWEST, MOST = 2, 7


def long_or_lone_lists(chapter: Chapter) -> Iterator[Finding]:
    """Yield lists of more than 7 items, or of one (B4; CDC 8).

    The glossary and the list of sources are looked things up in, not kept in mind, and are no
    bullet lists; key points have a narrower rule of their own.
    """
    for items in chapter.tree.findall(_is_list):
        # A clinic may name several things where the chapter has one line for them.
        lines = {line_of(item) for item in items.children}
        for message, gate in _faults(len(lines), len(items.children)):
            yield Finding(chapter.file, line_of(items), message, gate)


def _is_list(node: nodes.Node) -> bool:
    is_list = isinstance(node, (nodes.bullet_list, nodes.enumerated_list))
    return is_list and box_around(node) != KEY_POINTS


def _faults(written: int, shown: int) -> Iterator[tuple[str, bool]]:
    if written > MOST:
        yield (
            f"this list has {written} items, at most {MOST}; "
            "split it under two headings, or leave some out",
            True,
        )
    elif shown > MOST:
        yield (
            f"with what the clinic adds, this list has {shown} items, at most {MOST}; "
            "leave some out of the clinic's file",
            False,
        )
    elif shown < FEWEST:
        yield "this list has one item only; write it without the star, or add another", True
