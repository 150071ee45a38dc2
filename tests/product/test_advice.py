"""Advice on which the handout's own score relies: the chapters follow all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.checks.actions import vague_steps
from handout.checks.address import speaks_of_others
from handout.checks.blocks import Chapter, load_chapters
from handout.checks.headings import long_stretches
from handout.checks.length import long_paragraphs
from handout.checks.plan import load_plan
from tests.conftest import ROOT

if TYPE_CHECKING:
    from handout.build import Target


@pytest.fixture(scope="module")
def chapters(target: Target) -> list[Chapter]:
    return load_chapters(ROOT / "source", target.folder / ".doctrees")


def test_no_part_of_a_chapter_is_long(chapters: list[Chapter]) -> None:
    for chapter in chapters:
        assert [*map(str, long_stretches(chapter))] == []
        assert [*map(str, long_paragraphs(chapter))] == []


def test_chapters_that_ask_to_act_speak_to_the_reader(chapters: list[Chapter]) -> None:
    assert [str(found) for chapter in chapters for found in speaks_of_others(chapter)] == []


def test_each_step_begins_with_what_to_do(chapters: list[Chapter]) -> None:
    plan = load_plan(ROOT)

    assert [str(found) for chapter in chapters for found in vague_steps(chapter, plan)] == []
