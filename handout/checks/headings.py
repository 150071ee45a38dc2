"""Headings: one title a chapter, below it questions or what to do, and not too much below any."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.blocks import line_of, words_in
from handout.checks.finding import Finding
from handout.checks.sentences import words_of
from handout.nodes import Callout, CalloutTitle, LongDescription

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.blocks import Block, Chapter
    from handout.checks.plan import Plan

MOST_WORDS_BETWEEN = 150
MOST_WORDS = 9
# Parts with a title of their own: what stands in them is no part of the stretch around them.
TITLED = (
    nodes.section,
    Callout,
    nodes.table,
    nodes.figure,
    LongDescription,
    nodes.definition_list_item,
)
TITLES = (nodes.title, CalloutTitle)


def second_titles(chapter: Chapter) -> Iterator[Finding]:
    """Yield every title of *chapter* but the first (B6; WCAG 1.3.1).

    A level that is skipped is no matter for a check: docutils refuses it, and so the build.
    """
    titles = [part[0] for part in chapter.tree.children if isinstance(part, nodes.section)]
    for title in titles[1:]:
        yield Finding(
            chapter.file,
            line_of(title),
            f'"{_line(title)}" is a second title in this chapter; '
            "put a line of --- under it instead of ===",
        )


def long_stretches(chapter: Chapter) -> Iterator[Finding]:
    """Yield each stretch of words that goes on too long without a heading (B3; PEMAT 8).

    Boxes, tables and pictures have titles of their own, and so has each word of the glossary:
    their words are counted apart.
    """
    prose = (block for block in chapter.blocks if not isinstance(block.node, TITLES))
    counts: dict[nodes.Node, int] = {}
    for part, blocks in groupby(prose, _titled_part):
        counts[part] = counts.get(part, 0) + sum(len(words_of(block.text)) for block in blocks)
    for part, count in counts.items():
        if count > MOST_WORDS_BETWEEN:
            yield Finding(
                chapter.file,
                line_of(part[0]) if isinstance(part, nodes.section) else line_of(part),
                f"{count} words follow without a heading, at most {MOST_WORDS_BETWEEN}; "
                "put a heading in between, or leave some out",
                gate=False,
            )


def _titled_part(block: Block) -> nodes.Node:
    part: nodes.Node = block.node.parent
    while part.parent is not None and not isinstance(part, TITLED):
        part = part.parent
    return part


def vague_headings(chapter: Chapter, plan: Plan) -> Iterator[Finding]:
    """Yield headings that are long, there twice, or neither ask nor say what to do (B5; CMS)."""
    seen: dict[str, int] = {}
    for section in chapter.tree.findall(nodes.section):
        heading, line = _line(section[0]), line_of(section[0])
        for fault in _faults(section, heading, seen, plan):
            yield Finding(chapter.file, line, f'the heading "{heading}" {fault}', gate=False)
        seen.setdefault(heading.lower(), line)


def _faults(
    section: nodes.section, heading: str, seen: dict[str, int], plan: Plan
) -> Iterator[str]:
    count = len(words_of(heading))
    if count > MOST_WORDS:
        yield f"has {count} words, at most {MOST_WORDS}; make it shorter"
    if heading.lower() in seen:
        yield f"stands on line {seen[heading.lower()]} too; give one of them other words"
    # A title names the chapter; below a question, headings name the parts of its answer.
    if _level(section) == 2 and not heading.endswith("?") and not plan.says_what_to_do(heading):
        yield (
            "is no question, and does not begin with what to do; "
            'ask what readers would ask, or begin with a word such as "Plan"'
        )


def _level(section: nodes.Node) -> int:
    above = section.parent
    return 1 + (_level(above) if isinstance(above, nodes.section) else 0)


def _line(title: nodes.Node) -> str:
    return " ".join(words_in(title).split())
