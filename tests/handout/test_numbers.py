"""Every number of a chapter has a claim behind it; mere counts and a clinic's facts are left alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from handout.checks.numbers import Numbers, lost_counts, numbers_of, unlisted_numbers
from handout.claims import Claim, load_claims
from handout.numbers import COUNTS, Count, load_counts, load_pictures
from tests.chapters import chapters_of
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from handout.build import Target
    from handout.checks.blocks import Chapter
    from handout.checks.finding import Finding

REAL = Numbers(load_claims(ROOT), load_pictures(ROOT), load_counts(ROOT))
CHAPTER = "written-by-a-test"
TOLD = Numbers(
    [
        Claim(
            line=1,
            id="S9",
            about="something",
            kind="promise",
            strength="some",
            wording=["In one study, half of 73 people got better within two weeks", "above 140/90"],
            chapters=[CHAPTER],
        )
    ],
    REAL.pictures,
    [Count(line=5, chapter=CHAPTER, words="Do these three things", why="It counts a list.")],
)
GOOD = [
    "In one study, half of 73 people got better within two weeks.",
    "Wait if it is above 140/90.",
    "Do these three things first.",
    "No number stands here; tell us first, and at once.",
    "One idea is that no one knows which one helps.",
    "The second study is the first of its kind.",
    "Call :term:`ketamine` what you like :cite:p:`Li2010`.",
    "Call us: |clinic-phone|, and eat nothing for |clinic-no-food|.",
    "Look at 988lifeline.org.",
]
BAD = [
    ("In one study, half of 74 people got better within two weeks.", ["half", "74", "two"]),
    ("It is above 140/900.", ["140", "900"]),
    ("About 70 of 100 people feel better.", ["70", "100"]),
    ("It was 1.5 hours in 2025, and 1,258 people.", ["1.5", "2025", "1,258"]),
    ("Two weeks, one month, twice a dozen.", ["Two", "one", "twice", "dozen"]),
    ("It helps **eight** people; wait for |clinic-no-food| or 6 hours.", ["eight", "6"]),
    ("Do those three things first.", ["three"]),
    ("It helped fifteen people.", ["fifteen"]),
]


def numbers_told(found: Iterable[Finding]) -> list[str]:
    """Return the numbers that *found* names, in order."""
    begins = [re.match("the numbers? (.*?) stands? in no claim", one.message) for one in found]
    return [number for begin in begins if begin for number in re.split(", | and ", begin[1])]


@pytest.mark.parametrize("clinic", ["target", "example"])
def test_each_number_of_the_real_chapters_has_a_claim(
    clinic: str, request: pytest.FixtureRequest
) -> None:
    """Also where a clinic has told its own numbers."""
    chapters = chapters_of(request.getfixturevalue(clinic))

    found = [finding for one in chapters for finding in unlisted_numbers(one, REAL)]
    assert list(map(str, found)) == []
    assert list(map(str, lost_counts(chapters, REAL.counts))) == []


def test_each_number_is_found_once_no_list_has_it(target: Target) -> None:
    nothing = Numbers([], [], [])
    found = [
        str(one) for chapter in chapters_of(target) for one in unlisted_numbers(chapter, nothing)
    ]

    for file, words in ("front-sheet.rst", " three "), ("risks.rst", " 61"):
        assert any(f"source/{file}:" in line and words in line for line in found), found
    assert len(found) > 80


@pytest.mark.parametrize("text", GOOD)
def test_a_number_of_a_claim_or_a_count_is_left_alone(
    read: Callable[[str], Chapter], text: str
) -> None:
    assert list(map(str, unlisted_numbers(read(f"Title\n=====\n\n{text}\n"), TOLD))) == []


@pytest.mark.parametrize(("text", "numbers"), BAD)
def test_a_number_of_no_claim_is_told_with_its_line(
    read: Callable[[str], Chapter], text: str, numbers: list[str]
) -> None:
    chapter = read(f"Title\n=====\n\nSome words\nbefore it.\n{text}\n")

    found = list(unlisted_numbers(chapter, TOLD))
    assert [(one.line, one.gate) for one in found] == [(6, True)]
    assert numbers_told(found) == numbers


DRAWING = """\
Title
=====

.. drawing:: ../images/{picture}.svg
   :alt: {alt}

   {caption}

   See 100 people.
"""


@pytest.mark.parametrize(
    ("picture", "alt", "caption", "numbers"),
    [
        ("people-anand2023", "55 of 100, in study two.", "It is 55 of 100, not 41.", []),
        ("people-anand2023", "56 of 100.", "See 55.", ["56"]),
        ("people-anand2023", "55 of 100.", "See 54.", ["54"]),
        ("people-mcinnes2022", "54, 29, 8.", "See 54, of them 29, and 8.", []),
        ("brain", "Within two weeks.", "Do these three things.", ["100", "two"]),
    ],
)
def test_words_of_a_picture_state_its_numbers_only(
    read: Callable[[str], Chapter], picture: str, alt: str, caption: str, numbers: list[str]
) -> None:
    chapter = read(DRAWING.format(picture=picture, alt=alt, caption=caption))

    assert numbers_told(unlisted_numbers(chapter, TOLD)) == numbers


def test_a_pictures_numbers_are_those_of_its_study() -> None:
    pictures = {picture.id: picture for picture in REAL.pictures}

    assert numbers_of(pictures["people-grunebaum2018"]) == {
        "55",
        "30",
        "100",
        "2",
        "80",
        "half",
        "one",
    }


def test_a_count_whose_words_are_gone_is_told(read: Callable[[str], Chapter]) -> None:
    chapter = read("Title\n=====\n\nDo these four things.\n")

    assert [str(one) for one in lost_counts([chapter], TOLD.counts)] == [
        f'{COUNTS}:5: the words "Do these three things" do not stand in the chapter {CHAPTER}; '
        "take this entry out, or correct it"
    ]
