"""What readers are asked to do: steps, things to fill in, to say in their own words; no sums."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.blocks import line_of, words_in
from handout.checks.boxes import boxes_in
from handout.checks.finding import Finding
from handout.checks.sentences import words_of
from handout.nodes import FillIn, Log, WriteLines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from handout.checks.blocks import Chapter
    from handout.checks.plan import Plan

FEWEST_TOOLS, FEWEST_TEACH_BACKS = 4, 3
# A box that is ticked may say what the reader did, in the reader's own voice.
OWN_VOICE = frozenset(["i", "me", "my"])
SUM = re.compile(
    r"\b(?:add (?:up|together)|sum up|multiply|subtract|calculate|divide"
    r"|work out (?:how|what|which|the|your))\b",
    re.IGNORECASE,
)


def lost_steps(chapter: Chapter, plan: Plan) -> Iterator[Finding]:
    """Yield *chapter* if it asks readers to act and has no list that says how (C1; PEMAT 20-22).

    Such a list has numbers, and each item begins with what to do; or it has boxes to tick, and
    each item begins so or is in the reader's own voice ("I know the food rules").
    """
    lists = [*chapter.tree.findall(nodes.enumerated_list), *chapter.tree.findall(_is_checklist)]
    if plan.of(chapter.name).steps and not any(_is_steps(items, plan) for items in lists):
        yield Finding(
            chapter.file,
            0,
            "this chapter asks readers to do something, and has no list of it; add one with "
            'numbers or boxes to tick, each item beginning with what to do, such as "Bring"',
        )


def _is_steps(items: nodes.Node, plan: Plan) -> bool:
    ticked = _is_checklist(items)
    texts = [words_in(item) for item in items.children]
    return all(plan.says_what_to_do(text) or (ticked and _is_own_voice(text)) for text in texts)


def _is_checklist(node: nodes.Node) -> bool:
    return isinstance(node, nodes.bullet_list) and "checklist" in node["classes"]


def _is_own_voice(text: str) -> bool:
    return not OWN_VOICE.isdisjoint(words_of(text.lower()))


def vague_steps(chapter: Chapter, plan: Plan) -> Iterator[Finding]:
    """Yield numbered items that do not begin with what to do (C1): numbers are for steps here."""
    for items in chapter.tree.findall(nodes.enumerated_list):
        for item in items.children:
            text = " ".join(words_in(item).split())
            if not plan.says_what_to_do(text):
                first = " ".join(words_of(text)[:4])
                yield Finding(
                    chapter.file,
                    line_of(item),
                    f'the step "{first} ..." does not begin with what to do; begin with a word '
                    'such as "Bring", or use stars if these are no steps',
                    gate=False,
                )


# A thing to fill in or to cut out -> whether a part of a chapter is one.
TOOLS: dict[str, Callable[[nodes.Node], bool]] = {
    "checklist": _is_checklist,
    "fill-in": lambda node: isinstance(node, FillIn),
    "log": lambda node: isinstance(node, Log),
    "write-lines": lambda node: isinstance(node, WriteLines),
}
CARD = "wallet-card"


def few_tools(chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield that the handout has fewer than 4 kinds of things to fill in (C2; PEMAT 23)."""
    there = {
        kind
        for kind, is_one in TOOLS.items()
        if any(any(chapter.tree.findall(is_one)) for chapter in chapters)
    }
    there |= {CARD for chapter in chapters if boxes_in(chapter, CARD)}
    if len(there) < FEWEST_TOOLS:
        lost = ", ".join(kind for kind in [*TOOLS, CARD] if kind not in there)
        yield Finding(
            "source/tools.rst",
            0,
            f"the handout has {len(there)} kinds of things to fill in, at least {FEWEST_TOOLS} "
            f"are needed; put one of these back: {lost}",
        )


def few_teach_backs(chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield that readers are asked too seldom to say things in their own words.

    C6; AHRQ Health Literacy Universal Precautions Toolkit, tools 5 and 14.
    """
    count = sum(len(boxes_in(chapter, "teach-back")) for chapter in chapters)
    if count < FEWEST_TEACH_BACKS:
        yield Finding(
            "source",
            0,
            f"the chapters have {count} boxes '.. teach-back::', at least {FEWEST_TEACH_BACKS} "
            "are good; add one where it matters that all is understood",
            gate=False,
        )


def sums_asked(chapter: Chapter) -> Iterator[Finding]:
    """Yield sentences that ask readers to do sums (C7; PEMAT 7, CDC 17)."""
    for sentence in chapter.sentences():
        if found := SUM.search(sentence.text):
            message = (
                f'"{found[0]}" asks readers to do a sum; do it for them and say what comes out'
            )
            yield Finding(chapter.file, sentence.line, message, gate=False)
