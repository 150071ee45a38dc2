"""Headings, lists, tables and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.checks.grids import hard_tables
from handout.checks.headings import long_stretches, second_titles, vague_headings
from handout.checks.lists import long_or_lone_lists
from handout.checks.pictures import poor_pictures
from tests.handout.shape import PLAN, TOP, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from handout.checks.blocks import Chapter

    Read = Callable[[str], Chapter]
    Faults = list[tuple[int, str]]


def heading(words: str, rule: str = "-") -> str:
    return f"\n{words}\n{rule * len(words)}\n\nWords.\n"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (heading("How long?") + heading("One part", "~") + heading("Where?"), []),
        (heading("Another", "="), [(6, '"Another" is a second title in this chapter')]),
        (heading("A?") + heading("B", "=") + heading("C", "="),
         [(11, '"B" is a second title in this chapter'), (16, '"C" is a second title in this chapter')]),
    ],
)  # fmt: skip
def test_a_chapter_has_one_title(read: Read, text: str, faults: Faults) -> None:
    assert told(second_titles(read(TOP + text))) == faults


NEITHER = "is no question, and does not begin with what to do"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (heading("How long does it last?"), []),
        (heading("Plan your ride home"), []),
        (heading("Do these three things first"), []),
        (heading("How long?") + heading("Your body", "~") + heading("Your mind", "~"), []),
        (heading("Your ride home"), [(6, f'the heading "Your ride home" {NEITHER}')]),
        (heading("one two three four five six seven eight nine?"), []),
        (heading("One two three four five six seven eight nine ten?"),
         [(6, 'the heading "One two three four five six seven eight nine ten?" has 10 words, at most 9')]),
        (heading("Where?") + heading("Why?") + heading("where?"),
         [(16, 'the heading "where?" stands on line 6 too')]),
    ],
)  # fmt: skip
def test_a_heading_is_a_short_question_or_says_what_to_do(
    read: Read, text: str, faults: Faults
) -> None:
    assert told(vague_headings(read(TOP + text), PLAN)) == faults


def words(count: int) -> str:
    """Return paragraphs of *count* words."""
    return "\n" + "\n\n".join(["So it is here."] * (count // 4)) + "\n"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (words(148), []),
        (words(100) + heading("Why?") + words(100), []),
        (words(100) + "\n.. how-sure:: early\n\n   Few words.\n" + words(40), []),
        (words(100) + "\n.. how-sure:: early\n\n   Few words.\n" + words(60),
         [(3, "160 words follow without a heading, at most 150")]),
        ("\n.. key-points::\n\n   " + "Word. " * 151,
         [(6, "151 words follow without a heading, at most 150")]),
        (heading("Why?") + words(152), [(6, "153 words follow without a heading, at most 150")]),
    ],
)  # fmt: skip
def test_a_stretch_without_a_heading_is_not_long(read: Read, text: str, faults: Faults) -> None:
    assert told(long_stretches(read(TOP + text))) == faults


def items(*texts: str, mark: str = "*") -> str:
    return "\n" + "".join(f"{mark} {text}\n" for text in texts)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (items("One", "Two"), []),
        (items(*"abcdefg"), []),
        (items(*"abcdefgh"), [(6, "this list has 8 items, at most 7")]),
        (items(*"abcdefghi", mark="#."), [(6, "this list has 9 items, at most 7")]),
        (items("One"), [(6, "this list has one item only")]),
        ("\n* One\n\n  * Two\n\n* Three\n", [(8, "this list has one item only")]),
        ("\n.. glossary::\n\n" + "".join(f"   word {n}\n      This.\n\n" for n in range(9)), []),
    ],
)
def test_a_list_is_short_and_no_single_item(read: Read, text: str, faults: Faults) -> None:
    assert told(long_or_lone_lists(read(TOP + text))) == faults


def test_what_a_clinic_adds_to_a_list_is_told_as_advice(read: Read) -> None:
    chapter = read(TOP + items(*"abcdefg"))
    (found,) = chapter.tree.findall(lambda node: node.tagname == "bullet_list")
    found += found[-1].deepcopy()

    (finding,) = long_or_lone_lists(chapter)

    assert finding.message.startswith("with what the clinic adds, this list has 8 items")
    assert not finding.gate


GOOD_TABLE = """
.. list-table:: A caption
   :header-rows: 1

   * - One
     - Two
   * - Three
     - Four
"""
MERGED = """
.. table:: A caption

   +-----+-----+
   | One | Two |
   +=====+=====+
   | Three     |
   +-----------+
"""


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (GOOD_TABLE, []),
        (GOOD_TABLE.replace(" A caption", ""), [(9, "this table has no caption")]),
        (GOOD_TABLE.replace(" A caption", " :cite:p:`Li2010`"), [(6, "this table has no caption")]),
        (GOOD_TABLE.replace("   :header-rows: 1\n", ""), [(6, "this table has no row of heads")]),
        (GOOD_TABLE.replace(" Four", ""), [(11, "cell 2 of this row is empty")]),
        (GOOD_TABLE.replace(" One", ""), [(10, "cell 1 of this row is empty")]),
        (GOOD_TABLE.replace(" Four", " |clinic-phone|"), []),
        (MERGED, [(11, "cell 1 of this row is as large as several")]),
        ("\n.. log:: My log\n   :columns: A; B; C; D\n\n   Fill it in.\n", []),
        ("\n.. log:: My log\n   :columns: A; B; C; D; E\n\n   Fill it in.\n",
         [(6, "this table has 5 columns, at most 4")]),
    ],
)  # fmt: skip
def test_a_table_is_small_named_and_full(read: Read, text: str, faults: Faults) -> None:
    assert told(hard_tables(read(TOP + text))) == faults


PICTURE = """
.. drawing:: ../images/brain.svg
   :alt: Side view of a brain.

   Follow the lines from cell to cell.

   What it shows at length.
"""


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (PICTURE, []),
        (PICTURE.replace("brain.svg", "synapse.svg"), []),
        (PICTURE.replace("brain.", "brain, and a picture of a cell."), []),
        (PICTURE.replace("the lines ", ""), [(9, "the caption of this picture has 5 words")]),
        (PICTURE.replace("Follow", "See " * 19), []),
        (PICTURE.replace("Follow", "See " * 20), [(9, "the caption of this picture has 26 words")]),
        (PICTURE.replace("Side view", "An image"), [(6, 'the alt text begins with "An image of"')]),
        (PICTURE.replace("a brain", "a" * 136), []),
        (PICTURE.replace("a brain", "a" * 137), [(6, "the alt text of this picture has 151 letters, at most 150")]),
        ("\n.. figure:: ../images/brain.svg\n   :alt: A brain\n", [(6, "the caption of this picture has 0 words")]),
        ("\n.. image:: ../images/brain.svg\n   :alt: A brain\n", [(6, "this picture has no caption")]),
    ],
)  # fmt: skip
def test_a_picture_has_a_caption_and_an_alt_text_of_fit_length(
    read: Read, text: str, faults: Faults
) -> None:
    assert told(poor_pictures(read(TOP + text))) == faults
