"""Words of the glossary, medical words and acronyms are explained where they first stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.checks.acronyms import unexpanded
from handout.checks.blocks import Chapter
from handout.checks.terms import glossary_of, unexplained, unknown_words
from handout.checks.word_lists import load_word_lists, pattern_of
from tests.chapters import chapter_with
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[str], Chapter]

LISTS = load_word_lists(ROOT)
GLOSSARY = ["ketamine", "esketamine", "placebo", "comparison group", "glutamate", "psychosis"]


# -- Medical words (A7) --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ":term:`Ketamine <ketamine>` may help.",
        "Some take :term:`ketamine`.\nKetamine may help.",
        "Others got a placebo (a dummy drug).",
        "Others got a dummy drug (placebo).",
        "Others got a dummy drug, called placebo.",
        "A placebo is a dummy drug.",
        "Placebo means a dummy drug.",
        "Placebo, a dummy drug, did less.",
        "Placebo, or a dummy drug, did less.",
        ".. new-word:: Placebo\n\n   A dummy drug. A placebo does nothing.",
        ".. main-message::\n\n   Ketamine may help.",
        "Nothing of the kind.",
    ],
)
def test_a_word_of_the_glossary_that_is_explained_is_let_pass(read: Read, words: str) -> None:
    assert list(unexplained(chapter_with(read, words), GLOSSARY)) == []


@pytest.mark.parametrize(
    ("words", "term", "line"),
    [
        ("Ketamine may help.", "ketamine", 4),
        ("Some do.\nOthers got placebo.", "placebo", 5),
        ("Others got placebos.\n\nA placebo (a dummy drug) does nothing.", "placebo", 4),
        ("* One\n* No comparison group", "comparison group", 5),
        (".. new-word:: Glutamate\n\n   Glutamate is one. Placebo not.", "placebo", 6),
        ("Do not drive, drink, or take ketamine.", "ketamine", 4),
        ("You may have psychosis.", "psychosis", 4),
        (".. call-us::\n\n   * You feel psychosis.", "psychosis", 6),
    ],
)
def test_a_word_of_the_glossary_that_is_not_explained_is_found(
    read: Read, words: str, term: str, line: int
) -> None:
    (found,) = unexplained(chapter_with(read, words), GLOSSARY)

    assert (found.line, found.gate) == (line, True)
    assert f"'{term}' first stands here unexplained; write :term:`{term}`" in found.message


def test_a_heading_may_name_what_is_explained_below_it(read: Read) -> None:
    text = "What is ketamine?\n=================\n\n:term:`Ketamine <ketamine>` is a drug.\n"

    assert list(unexplained(read(text), GLOSSARY)) == []


def test_the_glossary_is_the_words_to_know(read: Read) -> None:
    chapter = read(
        "Words\n=====\n\n.. glossary::\n\n   apple\n      A fruit.\n\n   pear\n      Too.\n"
    )
    words_to_know = Chapter("words-to-know", chapter.file, chapter.tree, chapter.blocks)

    assert glossary_of([words_to_know]) == ["apple", "pear"]
    assert list(unexplained(words_to_know, ["fruit"])) == []


def test_each_medical_word_is_found_and_no_swap_is_one() -> None:
    medical = pattern_of(form for swap in LISTS.medical for form in swap.hard)
    for swap in LISTS.medical:
        assert all(pattern_of(swap.hard).search(f"You have {form}.") for form in swap.hard)
        assert not medical.search(swap.instead), swap.instead


def test_a_medical_word_that_no_glossary_has_is_found_with_its_swap(read: Read) -> None:
    chapter = chapter_with(read, "Short.\nThen comes titration.\nTitration takes time.")

    (found,) = unknown_words(chapter, GLOSSARY, LISTS.medical)
    assert (found.line, found.gate) == (5, True)
    assert found.message == (
        "the word 'titration' is not in words-to-know.rst; explain it there, or use "
        "'slow change of dose'"
    )


@pytest.mark.parametrize(
    "words",
    [
        "A bulge in a blood vessel (aneurysm) is a risk.",
        "It is a slow change of dose.",
        "This is called titration.",
    ],
)
def test_a_medical_word_that_its_sentence_explains_is_let_pass(read: Read, words: str) -> None:
    assert list(unknown_words(chapter_with(read, words), GLOSSARY, LISTS.medical)) == []


def test_a_medical_word_of_the_glossary_is_let_pass(read: Read) -> None:
    chapter = chapter_with(read, "Then comes titration.")

    assert list(unknown_words(chapter, ["titration"], LISTS.medical)) == []


# -- Acronyms (A8) -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "The US Food and Drug Administration (FDA) said so.\nThe FDA did.",
        "The FDA (Food and Drug Administration) said so.",
        "Electroconvulsive therapy (ECT) may help.",
        ":term:`Electroconvulsive therapy <electroconvulsive therapy>` (ECT): a pulse",
        "The N-methyl-D-aspartate (NMDA) receptor.",
        "You can use American Sign Language (ASL) too.",
        "Call 911 or 988, or text AYUDA.",
        "Spravato is a spray. I take it.",
        "Transcranial magnetic stimulation (TMS, for short) may help.",
    ],
)
def test_an_acronym_with_its_long_form_is_let_pass(read: Read, words: str) -> None:
    assert list(unexpanded(chapter_with(read, words), LISTS.acronyms)) == []


@pytest.mark.parametrize(
    ("words", "short", "line"),
    [
        ("Short.\nThe FDA said so.", "FDA", 5),
        ("The FDA did.\nThe Food and Drug Administration (FDA) said so.", "FDA", 4),
        ("Those with PTSD.", "PTSD", 4),
        ("Ask for ECT (a treatment).", "ECT", 4),
        ("The big office (FDA) said so.", "FDA", 4),
        ("Many SSRIs take weeks.", "SSRI", 4),
        (".. key-points::\n\n   * The REMS asks for it.", "REMS", 6),
    ],
)
def test_an_acronym_without_its_long_form_is_found(
    read: Read, words: str, short: str, line: int
) -> None:
    (found,) = unexpanded(chapter_with(read, words), LISTS.acronyms)

    assert (found.line, found.gate) == (line, True)
    assert f"'{short}' first stands here without its long form" in found.message


def test_capitals_that_a_clinic_typed_are_its_own(read: Read) -> None:
    assert "CLEAR" in chapter_with(read, "We are |clinic-name|.").blocks[1].text
    assert list(unexpanded(chapter_with(read, "We are |clinic-name|."), ())) == []
