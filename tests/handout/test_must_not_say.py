"""Promises and sales talk are found; what only denies or asks is left alone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from handout.build import Target
from handout.checks.must_not_say import (
    forbidden_in_blocks,
    forbidden_in_chapter,
    forbidden_in_description,
    forbidden_in_toml,
    load_forbidden,
    promises_among,
)
from handout.checks.promises import promises_in_texts, promises_on_pages
from handout.errors import HandoutError
from tests.chapters import chapters_of
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from handout.checks.blocks import Chapter

PATTERNS = load_forbidden(ROOT)
PROMISES = [
    "Ketamine cures depression.",
    "It is a miracle.",
    "We guarantee that you feel better.",
    "This groundbreaking care is here.",
    "It is life-changing.",
    "Ketamine is a powerful tool.",
    "Ketamine is not addictive.",
    "It is non-addictive.",
    "It has no side effects.",
    "You can have it without risk.",
    "Ketamine is safe.",
    "Ketamine is very safe, and it does not last.",
    "You will fully recover.",
    "It can rewire your brain.",
    "Ketamine repairs the brain.",
    "New brain cells grow.",
    "It works for everyone.",
    "It always works.",
    "You get immediate relief.",
    "Ketamine is approved for depression.",
    "The FDA has approved ketamine for depression.",
    "Ketamine, like esketamine, is approved for depression.",
    "Ketamine is approved for surgery and depression.",
    "It helps 64% of people.",
    "It does not help 36 percent of people.",
    "Ketamine prevents suicide.",
    "It treats the root cause.",
    "It is an alternative to traditional care.",
    "We have the best clinic in the state.",
    "Your journey begins here.",
    "Press 3 for help.",
    # Words of denial or of a question that deny and ask nothing.
    "It is not just a drug, it is a cure.",
    "It is not only a cure.",
    "It does not hurt, and it cures depression.",
    "It is not cheap but it is a miracle.",
    "There is no doubt that it cures depression.",
    "Nothing cures depression like ketamine.",
    "No drug cures depression faster.",
    "Why not try this miracle?",
    "Isn't it a miracle?",
    "Do you want a cure?",
    "How does this miracle work?",
    'He said "It is a miracle."',
    'Some ask, "Why is it a miracle?"',
    "Have you heard of other drugs? Ketamine cures depression.",
    "Ask us if you want a cure.",
    "Ask us if you like, and it cures you.",
    "There are no pills, and it comes without side effects.",
    "It is safe, and you get home safely.",
    "It is our trusted friend for healing.",
]
NO_PROMISES = [
    "Ketamine is not a cure.",
    "It is not a cure, a miracle, or a guarantee.",
    "No one can guarantee that it helps you.",
    "There is no proof that ketamine prevents suicide.",
    "It has not been shown to prevent suicide or to save lives.",
    "We cannot say that ketamine repairs the brain.",
    "Ketamine doesn't cure depression.",
    "Never think of it as a miracle.",
    "Will it cure me?",
    "Can ketamine heal the brain?",
    'Some people ask, "Is it a miracle?"',
    "It does not work for everyone.",
    "The FDA has not approved ketamine for depression.",
    "Ketamine is not approved for depression.",
    "Ketamine is approved for surgery, not for mental health.",
    "The FDA has approved esketamine for some adults with depression.",
    "Make a safety plan with us.",
    "You have the right to know the risks.",
    "Neither drug is a cure.",
    "It helps 64 of 100 people.",
    "Ask us if it is safe to drive.",
    "Many people ask if ketamine is approved for depression; it is not.",
    "Ask your doctor whether ketamine is safe for you.",
    "Ketamine is not without risks.",
    "No treatment is free of risk.",
    "There is no treatment without side effects.",
    "It is safe to ask any question.",
    "Keep your medicines in a safe place.",
    "Get home safely with an adult.",
    "Stay until you are totally awake.",
    "Sores in the bladder may heal.",
    "Tell us too if you have no side effects.",
    "To keep you safe, we check your blood pressure.",
    "Ketamine is approved only as an anesthetic.",
    "A trusted adult can take you home.",
]


@pytest.mark.parametrize("sentence", PROMISES)
def test_a_promise_is_found_with_its_reason_and_better_words(sentence: str) -> None:
    found = [str(finding) for finding in forbidden_in_blocks("x.html", [sentence], PATTERNS)]

    assert found
    assert all(one.startswith('x.html: "') and ". Better: " in one for one in found)


@pytest.mark.parametrize("sentence", NO_PROMISES)
def test_what_denies_or_asks_is_no_promise(sentence: str) -> None:
    assert list(forbidden_in_blocks("x.html", [sentence], PATTERNS)) == []


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.id)
def test_each_kind_of_promise_is_found_in_some_sentence(pattern: object) -> None:
    assert any(list(forbidden_in_blocks("x", [sentence], [pattern])) for sentence in PROMISES)


def test_a_promise_in_a_chapter_is_found_on_its_line(read: Callable[[str], Chapter]) -> None:
    chapter = read(
        "Title\n=====\n\nFirst line.\nIt is a miracle.\n\n"
        ".. drawing:: ../images/brain.svg\n   :alt: A cure.\n\n   See this miracle now.\n"
    )

    found = list(forbidden_in_chapter(chapter, PATTERNS))

    assert [(finding.line, finding.gate) for finding in found] == [(5, True), (10, True), (7, True)]


def test_a_clinics_own_words_are_its_own(read: Callable[[str], Chapter]) -> None:
    chapter = read("Title\n=====\n\nWe are Safe Journey Clinic.\n")

    assert len(list(forbidden_in_chapter(chapter, PATTERNS))) == 2
    assert list(forbidden_in_chapter(chapter, PATTERNS, ["Safe Journey Clinic"])) == []


def test_a_promise_in_the_builds_own_words_is_found_on_its_line() -> None:
    text = '[words]\none = "Fine."\ntwo = "It is a miracle."\n'

    (found,) = forbidden_in_toml("labels.toml", text, PATTERNS, gate=False)

    assert (found.line, found.gate) == (3, False)


def test_a_promise_in_what_search_engines_show_is_found_on_its_line() -> None:
    text = ":orphan:\n:description: This page tells you of a miracle.\n\nTitle\n=====\n"

    (found,) = forbidden_in_description("source/one.rst", text, PATTERNS)

    assert str(found).startswith('source/one.rst:2: "miracle": ')


def test_a_promise_of_a_label_is_known_wherever_it_is_printed(
    read: Callable[[str], Chapter],
) -> None:
    text = '[words]\none = "The main miracle. Fine."\ntwo = "No cure."\n'
    chapter = read("Title\n=====\n\nThe main miracle.\nIt is a miracle.\n")

    told = list(promises_among(text, PATTERNS))
    assert told == ["The main miracle."]
    assert [one.line for one in forbidden_in_chapter(chapter, PATTERNS, told)] == [5]


def test_of_the_claims_only_what_patients_read_must_not_promise() -> None:
    text = '[[claim]]\nabout = "64% got better"\nshort = "A miracle"\n'

    (found,) = forbidden_in_toml("claims.toml", text, PATTERNS, gate=True, entry="short")
    assert (found.line, found.message.split(":")[0]) == (3, '"miracle"')
    assert list(promises_among(text, PATTERNS, "short")) == ["A miracle"]


def test_the_handout_makes_no_promise(target: Target, example: Target) -> None:
    for one in (target, example):
        chapters = chapters_of(one)
        assert list(promises_in_texts(one, chapters)) == []
        assert list(promises_on_pages(one)) == []


def test_a_promise_that_only_the_site_makes_is_found(target: Target, tmp_path: Path) -> None:
    copy = shutil.copytree(target.folder, tmp_path / "build" / "clear" / "en")
    for name in ("source", "clinics"):
        (tmp_path / name).symlink_to(ROOT / name)
    page = copy / "html" / "risks.html"
    page.write_text(page.read_text().replace("</footer>", "<p>A miracle.</p></footer>", 1))

    (found,) = promises_on_pages(Target(tmp_path, "clear", "en"))

    assert str(found).startswith('risks.html: "miracle": ')


def test_a_pattern_that_cannot_be_searched_for_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "must-not-say.toml").write_text(
        "[[pattern]]\nid = 'x'\nregex = '('\nwhy = 'y'\ninstead = 'z'\nalow = ['a']\n"
    )

    with pytest.raises(HandoutError) as told:
        load_forbidden(tmp_path)

    first, second = str(told.value).splitlines()
    assert first.startswith("source/must-not-say.toml:3: 'regex' is no pattern")
    assert second == "source/must-not-say.toml:6: there is no entry 'alow'; did you mean 'allow'?"
