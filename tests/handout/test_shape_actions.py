"""The order of the chapters, and what readers are asked to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sphinx.addnodes import toctree

from handout.checks.actions import (
    few_teach_backs,
    few_tools,
    lost_steps,
    sums_asked,
    vague_steps,
)
from handout.checks.order import out_of_order
from tests.handout.shape import PLAN, TOP, named, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from handout.checks.blocks import Chapter

    Read = Callable[[str], Chapter]

SHORT_PLAN = replace(PLAN, chapters=PLAN.chapters[:4])
AGREED = ["index", "front-sheet", "what-ketamine-is", "how-ketamine-affects-the-brain"]


def chapters_named(read: Read, names: list[str]) -> list[Chapter]:
    """Return chapters of these names, the first with a list of contents on line 6."""
    contents = toctree()
    contents.line = 6
    front, *others = [named(read(TOP), name) for name in names]
    front.tree.append(contents)
    return [front, *others]


@pytest.mark.parametrize(
    ("order", "faults"),
    [
        ([0, 1, 2, 3], []),
        ([0, 2, 1, 3], ["'what-ketamine-is' stands where 'front-sheet' belongs"]),
        ([0, 1, 3], ["the chapter 'what-ketamine-is' is gone"]),
        ([0, 1, 2], ["the chapter 'how-ketamine-affects-the-brain' is gone"]),
    ],
)
def test_the_chapters_stand_in_the_agreed_order(
    read: Read, order: list[int], faults: list[str]
) -> None:
    chapters = chapters_named(read, [AGREED[number] for number in order])

    assert told(out_of_order(chapters, SHORT_PLAN)) == [(6, fault) for fault in faults]
    assert {finding.file for finding in out_of_order(chapters, SHORT_PLAN)} <= {"source/index.rst"}


def test_a_chapter_that_nobody_agreed_on_is_told(read: Read) -> None:
    chapters = chapters_named(read, [*AGREED, "more"])

    assert told(out_of_order(chapters, SHORT_PLAN)) == [
        (6, "the chapter 'more' is not in source/chapters.toml")
    ]


LOST = [(0, "this chapter asks readers to do something, and has no list of it")]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("\n1. Bring a list.\n2. **Tell us** what is new.\n", []),
        ("\n1. A list.\n2. Your keys.\n\nAnd:\n\n1. Call us.\n2. Do not drive.\n", []),
        ("\n.. checklist::\n\n   * Ask us.\n   * Pick one habit.\n", []),
        ("\n.. checklist::\n\n   * I know the rules.\n   * An adult will take me home.\n", []),
        ("\nBring a list.\n", LOST),
        ("\n* Bring a list.\n* Call us.\n", LOST),
        ("\n1. Bring a list.\n2. The keys.\n", LOST),
        ("\n1. I bring a list.\n2. I call.\n", LOST),
        ("\n.. checklist::\n\n   * I know the rules.\n   * A list\n", LOST),
    ],
)
def test_a_chapter_that_asks_to_act_has_a_list_that_says_how(
    read: Read, text: str, faults: list[tuple[int, str]]
) -> None:
    chapter = read(TOP + text)

    assert told(lost_steps(named(chapter, "your-visit"), PLAN)) == faults
    assert told(lost_steps(named(chapter, "risks"), PLAN)) == []


def test_a_step_begins_with_what_to_do(read: Read) -> None:
    chapter = read(
        TOP + "\n1. Bring a list.\n2. Never drive.\n3. If you faint, call.\n\n* A list\n"
    )

    assert told(vague_steps(chapter, PLAN)) == [
        (8, 'the step "If you faint call ..." does not begin with what to do')
    ]


TOOLS = {
    "checklist": "\n.. checklist::\n\n   * A list\n   * My keys\n",
    "fill-in": "\n.. fill-in::\n\n   * My ride\n",
    "log": "\n.. log:: My log\n   :columns: A; B\n\n   Fill it in.\n",
    "write-lines": "\n.. write-lines:: 3\n",
    "wallet-card": "\n.. wallet-card::\n\n   Call 911.\n",
}


@pytest.mark.parametrize("kind", TOOLS)
def test_four_kinds_of_things_to_fill_in_are_enough_and_three_are_not(
    read: Read, kind: str
) -> None:
    four = [read(TOP + tool) for name, tool in TOOLS.items() if name != kind]

    assert told(few_tools(four)) == []
    assert told(few_tools(four[1:])) == [
        (0, "the handout has 3 kinds of things to fill in, at least 4 are needed")
    ]


def test_three_questions_to_answer_in_ones_own_words_are_enough(read: Read) -> None:
    asking = read(TOP + "\n.. teach-back::\n\n   Whom do you call?\n")

    assert told(few_teach_backs([asking] * 3)) == []
    (finding,) = few_teach_backs([asking] * 2)
    assert finding.message.startswith("the chapters have 2 boxes '.. teach-back::', at least 3")
    assert not finding.gate


@pytest.mark.parametrize(
    "text",
    [
        "Add up the hours.",
        "Multiply it by two.",
        "Then subtract ten.",
        "Calculate your score.",
        "Divide it by two.",
        "Work out how many days are left.",
    ],
)
def test_a_sum_that_readers_are_asked_to_do_is_told(read: Read, text: str) -> None:
    chapter = read(f"{TOP}\nOne line.\n{text}\n")

    ((line, message),) = told(sums_asked(chapter))
    assert line == 7
    assert message.endswith("asks readers to do a sum")


@pytest.mark.parametrize(
    "text",
    [
        "At home, that adds risk.",
        "You can add talk therapy.",
        "Work out if you like.",
        "Count on us.",
    ],
)
def test_words_that_ask_for_no_sum_pass(read: Read, text: str) -> None:
    assert told(sums_asked(read(f"{TOP}\n{text}\n"))) == []
