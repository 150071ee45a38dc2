"""The real chapters pass every gate of shape and action, and a slip is told with its line."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from handout.checks.plan import CHAPTERS, VERBS, load_plan
from handout.checks.rules import shape, shape_of
from handout.errors import HandoutError
from tests.chapters import chapters_of
from tests.conftest import ROOT
from tests.handout.shape import PLAN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from handout.build import Target
    from handout.checks.blocks import Chapter

SLIPS = ROOT / "tests" / "roots" / "slips"
ALL_SLIPS = tomllib.loads((SLIPS / "shape.toml").read_text(encoding="utf-8"))["slip"]
# The product's promise: each of them ends with key points.
SCIENCE = [
    "how-ketamine-affects-the-brain",
    "neuroplasticity",
    "rapid-relief",
    "inflammation",
    "whole-person-care",
]


@pytest.mark.parametrize("clinic", ["target", "example"])
def test_the_real_chapters_pass_every_gate(clinic: str, request: pytest.FixtureRequest) -> None:
    target: Target = request.getfixturevalue(clinic)
    chapters = chapters_of(target)

    assert [str(one) for one in shape(chapters, PLAN) if one.gate] == []


@pytest.mark.parametrize("slip", ALL_SLIPS, ids=lambda slip: slip["file"])
def test_a_slip_is_told_alone_and_with_its_line(
    slip: dict[str, str], read: Callable[[str], Chapter]
) -> None:
    chapter = read((SLIPS / slip["file"]).read_text(encoding="utf-8"))

    (found,) = shape_of(chapter, PLAN)
    assert slip["says"] in found.message
    assert (found.line, found.gate) == (slip["line"], slip["gate"])


def test_the_science_chapters_are_planned_to_end_with_key_points() -> None:
    assert [name for name in SCIENCE if not PLAN.of(name).key_points] == []


def test_a_chapter_that_is_not_in_the_plan_is_to_be_read_through() -> None:
    new = PLAN.of("brand-new")

    assert new.key_points
    assert not new.steps


@pytest.mark.parametrize("text", ["Bring a list.", "Never drive.", "do not eat", "Then, call us."])
def test_what_to_do_comes_first(text: str) -> None:
    assert PLAN.says_what_to_do(text)


@pytest.mark.parametrize("text", ["A list", "You bring a list.", "Pick-up time", "Then", ""])
def test_what_to_do_does_not_come_first(text: str) -> None:
    assert not PLAN.says_what_to_do(text)


def test_a_plan_with_a_fault_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / VERBS).write_text('[[verbs]]\nabout = "talking"\nwords = ["Ask"]\n')
    (tmp_path / CHAPTERS).write_text('[[chapter]]\nname = "risks"\nkeypoints = true\n')

    with pytest.raises(HandoutError, match=f"^{CHAPTERS}:3: .*key_points"):
        load_plan(tmp_path)
