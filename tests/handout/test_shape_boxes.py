"""The boxes: main message, key points, warning signs, and the crisis line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.checks.boxes import lost_key_points, misplaced_main_message, two_main_messages
from handout.checks.help_boxes import WAYS, gaps_in_crisis_boxes, lost_tiers
from tests.conftest import ROOT
from tests.handout.shape import PLAN, TOP, named, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from handout.checks.blocks import Chapter

    Read = Callable[[str], Chapter]

MAIN = "\n.. main-message::\n\n   Ketamine may help.\n"
POINTS = "\n.. key-points::\n\n   * One.\n   * Two.\n"
LATER = "\nWhat else?\n----------\n\nMore.\n"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (MAIN, []),
        (MAIN + LATER, []),
        (MAIN.replace("may help", "may help " * 50), [(6, "the main message has 101 words, at most 100")]),
        (MAIN.replace("may help", "may help " * 49), []),
        (LATER, [(0, "the main message is gone")]),
        (LATER + MAIN, [(11, "the main message comes late")]),
        (MAIN + LATER + MAIN, [(15, "this is a second main message")]),
    ],
)  # fmt: skip
def test_the_front_page_has_one_short_main_message_below_its_title(
    read: Read, text: str, faults: list[tuple[int, str]]
) -> None:
    assert told(misplaced_main_message(named(read(TOP + text), "index"))) == faults


def test_the_two_main_messages_are_one(read: Read) -> None:
    front = named(read(TOP + MAIN), "index")
    same, other = (named(read(TOP + text), "front-sheet") for text in (MAIN, MAIN[:-2] + "!\n"))

    assert told(two_main_messages([front, same])) == []
    assert told(two_main_messages([front, other])) == [
        (6, "this main message is not the one of source/index.rst:6")
    ]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (POINTS, []),
        ("\nWords.\n" + LATER + POINTS, []),
        (POINTS + "\n.. _a-last-place:\n", []),
        ("\nWords.\n", [(6, "this chapter ends without its key points")]),
        ("", [(3, "this chapter ends without its key points")]),
        (POINTS + "\nWords.\n", [(6, "the key points are not the last thing")]),
        (POINTS + LATER, [(6, "the key points are not the last thing")]),
        (POINTS + POINTS, [(6, "this is a second box of key points")]),
        (POINTS.replace("   * Two.\n", ""), [(6, "here are 1 key points")]),
        (POINTS + "   * One.\n   * Two.\n", []),
        (POINTS + "   * One.\n" * 3, [(6, "here are 5 key points")]),
        (POINTS.replace("* ", "").replace("One.\n", "One.\n\n"), [(6, "here are 0 key points")]),
    ],
)
def test_a_chapter_that_is_read_through_ends_with_two_to_four_key_points(
    read: Read, text: str, faults: list[tuple[int, str]]
) -> None:
    assert told(lost_key_points(read(TOP + text), PLAN)) == faults


def test_what_is_looked_up_or_filled_in_has_no_key_points(read: Read) -> None:
    assert told(lost_key_points(named(read(TOP), "tools"), PLAN)) == []


def tiers(*kinds: str) -> str:
    return TOP + "".join(
        f"\n.. {kind}::\n\n   * Here is a sign.\n   * Another.\n" for kind in kinds
    )


@pytest.mark.parametrize("name", ["front-sheet", "risks"])
def test_the_three_tiers_stand_on_the_front_sheet_and_with_the_risks(read: Read, name: str) -> None:
    whole = named(read(tiers("call-now", "call-us", "tell-us")), name)
    lacking = named(read(tiers("call-now")), name)

    assert told(lost_tiers(whole)) == []
    assert told(lost_tiers(lacking)) == [
        (0, "the box '.. call-us::' is gone"),
        (0, "the box '.. tell-us::' is gone"),
    ]


def test_other_chapters_need_no_tiers_and_no_crisis_box(read: Read) -> None:
    assert told(lost_tiers(read(TOP))) == []
    assert told(gaps_in_crisis_boxes(read(TOP))) == []


CRISIS = """
.. crisis::

   * In danger now: call 911.
   * Call or text 988, or chat at 988lifeline.org, any hour, free :cite:p:`Lifeline988`.
   * Spanish: call 988 and press 2, or text AYUDA to 988.
   * Veterans: call 988 and press 1, or text 838255.
   * You can use American Sign Language (ASL) too.
"""


def test_the_crisis_box_of_the_front_sheet_is_whole(read: Read) -> None:
    real = (ROOT / "source" / "front-sheet.rst").read_text(encoding="utf-8")

    assert told(gaps_in_crisis_boxes(named(read(real), "front-sheet"))) == []
    assert told(gaps_in_crisis_boxes(named(read(TOP + CRISIS), "front-sheet"))) == []
    assert told(gaps_in_crisis_boxes(named(read(TOP), "front-sheet"))) == [
        (0, "the box '.. crisis::' is gone")
    ]


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("Call or text 988", "Text 988", ["how to call"]),
        ("Call or text 988", "Call 988", ["how to text"]),
        (", or chat at 988lifeline.org", "", ["where to chat"]),
        ("   * Spanish: call 988 and press 2, or text AYUDA to 988.\n", "", ["how to get help in Spanish"]),
        ("press 2", "press 1", ["how to get help in Spanish"]),
        (" and press 1", "", ["how veterans get help"]),
        ("838255", "838225", ["how veterans get help"]),
        ("   * You can use American Sign Language (ASL) too.\n", "", ["how to use American Sign Language"]),
        (CRISIS.partition("\n\n")[2], "   Get help.\n", list(WAYS)),
    ],
)  # fmt: skip
def test_each_way_to_get_help_that_is_lost_is_told(
    read: Read, old: str, new: str, lost: list[str]
) -> None:
    chapter = read(TOP + CRISIS.replace(old, new))

    assert told(gaps_in_crisis_boxes(chapter)) == [
        (6, f"this box does not say {way}") for way in lost
    ]
