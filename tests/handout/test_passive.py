"""Sentences that say who acts, and sentences that hide it (A6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.checks.blocks import Chapter
from handout.checks.passive import hidden_actors, is_passive, passive_share
from handout.checks.sentences import Sentence
from tests.chapters import chapter_with

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[str], Chapter]


ACTIVE = [
    "We give you the dose.",
    "You are tired.",
    "You may feel tired or scared.",
    "Many people are interested in it.",
    "Data are limited.",
    "The clinic is open.",
    "You need a ride.",
    "There is no need to stop.",
    "It is a red pill.",
    "You are in bed by then.",
    "The risk is indeed real.",
    "You have stopped the medicine.",
    "The FDA has not approved ketamine for depression.",
    "It helped some people.",
    "Studies show that it works.",
    "You get better.",
    "You get a call from us.",
    "You got worse at once.",
    "We are not worried.",
    "Are you worried?",
    "Who is tired?",
    "What is the speed of it?",
    "It was a hundred years ago.",
    "You were very depressed.",
    "She is an experienced nurse.",
    "Your mood is mixed.",
    "They are well rested and relaxed.",
    "The drug blocked the signal.",
    "We were there when you called.",
    "Is it free?",
]
PASSIVE = [
    "The dose is given by a nurse.",
    "You are told what to do.",
    "You will be watched.",
    "It has been shown in animals.",
    "It has not been proven.",
    "Your blood pressure is checked.",
    "Your blood pressure is often checked.",
    "You may be asked to wait.",
    "The study was done in 2010.",
    "Mistakes were made.",
    "The medicine is being tested.",
    "You\u2019re told to stay.",
    "You're given a pill.",
    "They weren't warned.",
    "It isn't known.",
    "You got hurt.",
    "People get injured.",
    "He was not yet fully cured.",
    "What is it approved for?",
    "Was the dose changed?",
    "When is your blood taken?",
    "Is ketamine approved for children?",
    "The drug was first used in 1970.",
    "No harm was seen, and none was found.",
    "It can be stopped at any time.",
    "The benefits were lost within weeks.",
    "These signs must never be hidden.",
    "The rules are written down.",
    "It is best taken with food.",
    "Getting treated takes an hour.",
]
TEN_ACTIVE = "You can go. " * 10


@pytest.mark.parametrize("text", ACTIVE)
def test_a_sentence_that_says_who_acts_is_let_pass(text: str) -> None:
    assert not is_passive(Sentence(text, 1))


@pytest.mark.parametrize("text", PASSIVE)
def test_a_sentence_that_hides_who_acts_is_found(text: str) -> None:
    assert is_passive(Sentence(text, 1))


def test_one_passive_sentence_in_twenty_is_let_pass(read: Read) -> None:
    chapter = chapter_with(read, f"The dose is given.\n\n{TEN_ACTIVE}\n\n{TEN_ACTIVE}")

    assert 0 < passive_share(chapter.sentences()) < 0.05
    assert list(hidden_actors(chapter)) == []


def test_more_of_them_are_listed_each_on_its_line(read: Read) -> None:
    words = f"The dose is given.\nYou can stop.\nYou are told so.\n\n{TEN_ACTIVE}"

    found = list(hidden_actors(chapter_with(read, words)))
    assert [(one.line, one.gate) for one in found] == [(4, True), (6, True)]
    assert found[1].message.startswith('"You are told so." hides who acts')


@pytest.mark.parametrize("box", ["main-message", "call-now", "call-us", "tell-us", "crisis"])
def test_a_box_that_must_be_understood_at_once_may_have_none(read: Read, box: str) -> None:
    words = f".. {box}::\n\n   Call when you are told to.\n\n" + TEN_ACTIVE * 3

    (found,) = hidden_actors(chapter_with(read, words))
    assert found.line == 6
    assert "in this box" in found.message
