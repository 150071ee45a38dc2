"""The ledger of claims holds against the chapters and the sources, and each of its gates can fail."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from handout.checks.cited import source_faults
from handout.checks.freshness import Source, read_sources
from handout.checks.ledger import MUST, ledger_faults
from handout.checks.marks import marks_in
from handout.checks.numbers import Numbers, unlisted_numbers
from handout.claims import CLAIMS, Claim, load_claims
from handout.numbers import load_counts, load_pictures
from handout.sources import SOURCES
from tests.chapters import chapters_of
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from handout.build import Target
    from handout.checks.blocks import Chapter
    from handout.checks.finding import Finding

REAL = load_claims(ROOT)
REAL_SOURCES = read_sources((ROOT / SOURCES).read_text(encoding="utf-8"))
SLIPS = ROOT / "tests" / "roots" / "slips"
CHAPTER = "written-by-a-test"
# A word of the glossary, as a claim in short may hold it.
TERM = re.compile(r":term:`([^`<]*?)(?: <[^`]*)?`")
TEXT = """\
Title
=====

Before it all.

.. claim:: D2 S9

It does not help everyone, and "much better"
is not :term:`ketamine` for all :cite:p:`Li2010`.
Some slip back.

.. claim:: S9

.. key-points::

   * It fades within up to 8 weeks.
   * Then you decide.
"""
# What the text states, so that nothing is wrong with it.
STATED: list[dict[str, Any]] = [
    {
        "id": "D2",
        "sources": ["Li2010"],
        "wording": [
            "It does not help everyone",
            '"much better" is not ketamine for all',
            "Then you decide",
        ],
    },
    {
        "id": "S9",
        "sources": ["Li2010"],
        "wording": ["It fades within up to 8 weeks", "Some slip back"],
    },
]
# The text with all the marks that it needs.
MARKED = TEXT.replace(".. claim:: S9", ".. claim:: D2 S9")


def claim(**entries: Any) -> Claim:
    """Return a claim of the chapter that a test writes."""
    usual = {
        "line": 7,
        "about": "something",
        "kind": "limit",
        "strength": "some",
        "chapters": [CHAPTER],
    }
    return Claim(**{**usual, **entries})


def others() -> list[Claim]:
    """Return what every patient must read besides D2, standing nowhere."""
    ids = [must for must in MUST if must != "D2"]
    nothing: dict[str, Any] = {
        "line": 1,
        "wording": [],
        "chapters": [],
        "sources": (),
        "strength": "some",
    }
    return [Claim.model_construct(id=must, **nothing) for must in ids]


def messages(findings: Iterable[Finding]) -> list[str]:
    """Return what is printed of *findings*."""
    return [str(finding) for finding in findings]


@pytest.fixture(scope="module")
def chapters(target: Target) -> list[Chapter]:
    return chapters_of(target)


def test_ledger_and_chapters_agree(chapters: list[Chapter]) -> None:
    assert messages(ledger_faults(REAL, chapters)) == []


def test_claims_chapters_and_list_of_sources_agree(chapters: list[Chapter]) -> None:
    assert messages(source_faults(REAL, chapters, REAL_SOURCES)) == []


def test_a_patients_table_of_ten_to_fourteen_lines_has_all_five_ratings() -> None:
    lines = [claim for claim in REAL if claim.short]

    assert 10 <= len(lines) <= 14
    assert {line.strength for line in lines} == {"strong", "some", "early", "mixed", "unknown"}
    printed = [TERM.sub(r"\1", line.short or "") for line in lines]
    assert [words for words in printed if len(words.split()) > 7] == []


def test_each_wording_is_missed_once_it_has_changed(chapters: list[Chapter]) -> None:
    changed = [
        one.model_copy(update={"wording": [f"{words} or so" for words in one.wording]})
        for one in REAL
    ]

    found = messages(ledger_faults(changed, chapters))
    assert len(found) == sum(len(one.wording) for one in REAL)
    for one in REAL:
        for words in one.wording:
            assert any(f'"{words} or so" of claim {one.id} are gone; put' in line for line in found)


def test_each_claim_is_missed_in_each_chapter_that_is_not_marked_with_it(
    chapters: list[Chapter],
) -> None:
    renamed = [
        one.model_copy(update={"id": f"Quite-other-{number}"}) for number, one in enumerate(REAL)
    ]

    found = messages(ledger_faults(renamed, chapters))
    for one in renamed:
        for name in one.chapters:
            told = f"source/{name}.rst: claim {one.id} is marked nowhere in this chapter; "
            assert [line for line in found if line.startswith(told)] != []


def test_each_source_is_missed_once_no_claim_names_it(chapters: list[Chapter]) -> None:
    for source in REAL_SOURCES:
        without = [
            one.model_copy(update={"sources": tuple(k for k in one.sources if k != source.key)})
            for one in REAL
        ]
        found = messages(source_faults(without, chapters, REAL_SOURCES))
        assert any(f"no claim of this chapter names the source {source.key}" in f for f in found)
        assert f"{SOURCES}:{source.line}: no claim names the source {source.key}" in found[-1]


def test_a_chapter_that_agrees_with_its_ledger_has_no_finding(
    read: Callable[[str], Chapter],
) -> None:
    claims = [*others(), *(claim(**one) for one in STATED)]
    chapter = read(TEXT)
    sources = [Source("Li2010", 3, {})]

    # The text of "Then you decide" stands in a part that only S9 is marked at.
    assert messages(ledger_faults(claims, [chapter])) == [
        f'source/{CHAPTER}.rst:17: the words "Then you decide" stand outside what is marked with '
        "D2; put  .. claim:: D2  above this part too"
    ]
    chapter = read(TEXT.replace(".. claim:: S9", ".. claim:: D2 S9"))
    assert messages(ledger_faults(claims, [chapter])) == []
    assert messages(source_faults(claims, [chapter], sources)) == []


def test_marks_above_each_other_count_for_the_part_below_them_all(
    read: Callable[[str], Chapter],
) -> None:
    text = TEXT.replace(".. claim:: D2 S9", ".. claim:: D2\n\n.. claim:: S9", 1)
    marks = list(marks_in(read(text)))

    assert [(mark.claim, mark.line) for mark in marks] == [("D2", 6), ("S9", 8), ("S9", 14)]
    assert "Some slip back." in marks[1].blocks[0].text


@pytest.mark.parametrize(
    ("changes", "place", "says"),
    [
        (
            {"wording": ["It always helps"]},
            f"source/{CHAPTER}.rst:6",
            f'the words "It always helps" of claim D2 are gone; put them back, or change {CLAIMS}',
        ),
        (
            {"wording": ["within up to 80 weeks"], "id": "S9"},
            f"source/{CHAPTER}.rst:6",
            'the words "within up to 80 weeks" of claim S9 are gone',
        ),
        (
            {"wording": ["It does not help every"]},
            f"source/{CHAPTER}.rst:8",
            'the words "It does not help every" of claim D2 are gone',
        ),
        (
            {"wording": ["Some slip back. And so on"]},
            f"{CLAIMS}:7",
            'claim D2: "Some slip back. And so on" is more than a sentence; part it in two',
        ),
        (
            {"wording": ["It does not help everyone"], "id": "S9"},
            f"{CLAIMS}:7",
            'claim D2 holds the words "It does not help everyone" too; take them out of one',
        ),
        (
            {"chapters": [CHAPTER, "writen-by-a-test"]},
            f"{CLAIMS}:7",
            f"claim D2 names the chapter writen-by-a-test, which there is not; did you mean "
            f"{CHAPTER}?",
        ),
        (
            {"chapters": ["elsewhere"]},
            f"source/{CHAPTER}.rst:6",
            f"claim D2 does not name this chapter; add '{CHAPTER}' to its chapters in {CLAIMS}",
        ),
        (
            {"id": "D22"},
            f"source/{CHAPTER}.rst:6",
            "there is no claim D2; did you mean D22?",
        ),
        ({"id": "D22"}, CLAIMS, "claim D2 is gone; every patient must read it"),
        (
            {"id": "SAFETY"},
            f"source/{CHAPTER}.rst",
            "claim SAFETY is marked nowhere in this chapter; put  .. claim:: SAFETY  above the part",
        ),
        ({"id": "S9"}, f"{CLAIMS}:7", "there is a claim S9 above; give this one another id"),
        (
            {"sources": ["Li2011"]},
            f"{CLAIMS}:7",
            f"claim D2 names the source Li2011, which {SOURCES} does not have; did you mean Li2010?",
        ),
        (
            {"sources": ["Li2010", "Chen2018"]},
            f"{CLAIMS}:7",
            "no chapter of claim D2 cites its source Chen2018; put  :cite:p:`Chen2018`",
        ),
    ],
)
def test_what_does_not_agree_is_told_with_its_place(
    read: Callable[[str], Chapter], changes: dict[str, Any], place: str, says: str
) -> None:
    text = TEXT.replace(".. claim:: S9", ".. claim:: D2 S9")
    stated = [dict(one) for one in STATED]
    which = 1 if changes.get("id") == "S9" and "wording" in changes else 0
    stated[which] |= changes
    claims = [*others(), *(claim(**one) for one in stated)]
    sources = [Source("Li2010", 3, {}), Source("Chen2018", 9, {})]

    found = messages(ledger_faults(claims, [read(text)]))
    found += messages(source_faults(claims, [read(text)], sources))
    assert any(line.startswith(f"{place}: ") and says in line for line in found), found


def test_a_box_is_as_sure_as_one_of_its_claims(read: Callable[[str], Chapter]) -> None:
    text = TEXT.replace(".. key-points::", ".. how-sure:: {}").replace("* ", "")
    claims = [claim(**one) for one in STATED]
    told = [
        [
            line
            for line in messages(ledger_faults(claims, [read(text.format(word))]))
            if "box" in line
        ]
        for word in ("some", "strong")
    ]

    assert told == [
        [],
        [
            f"source/{CHAPTER}.rst:14: this box says 'strong', and no claim that it is marked with "
            f"does; compare it with the strength of its claims in {CLAIMS}"
        ],
    ]


def test_a_source_that_only_a_chapter_names_is_told_with_its_line(
    read: Callable[[str], Chapter],
) -> None:
    claims = [claim(**{**one, "sources": ["Chen2018"]}) for one in STATED]
    found = messages(source_faults(claims, [read(TEXT)], [Source("Li2010", 3, {})]))

    assert any(
        line.startswith(f"source/{CHAPTER}.rst:8: no claim of this chapter names the source Li2010")
        for line in found
    )
    assert f"{SOURCES}:3: no claim names the source Li2010" in found[-1]


def slips() -> list[dict[str, Any]]:
    """Return the chapters that are wrong on purpose."""
    return tomllib.loads((SLIPS / "ledger.toml").read_text(encoding="utf-8"))["slip"]


@pytest.mark.parametrize("slip", slips(), ids=lambda slip: f"{slip['file']}-{slip['says'][:20]}")
def test_an_editors_slip_is_found_on_its_line(
    read: Callable[[str], Chapter], slip: dict[str, Any]
) -> None:
    chapter = read((SLIPS / slip["file"]).read_text(encoding="utf-8"))
    numbers = Numbers(REAL, load_pictures(ROOT), load_counts(ROOT))
    found = [
        *ledger_faults(REAL, [chapter]),
        *source_faults(REAL, [chapter], REAL_SOURCES),
        *unlisted_numbers(chapter, numbers),
    ]
    says = slip["says"].replace(f"'{slip['file'].removesuffix('.rst')}'", f"'{CHAPTER}'")

    assert [one.gate for one in found if one.line == slip["line"] and says in one.message] == [
        slip["gate"]
    ]


def test_a_mark_above_other_words_is_told(read: Callable[[str], Chapter]) -> None:
    text = f"{MARKED}\n.. claim:: D2\n\nCome to us.\n"
    claims = [*others(), *(claim(**one) for one in STATED)]

    line = text.count("\n", 0, text.rindex(".. claim::")) + 1
    assert messages(ledger_faults(claims, [read(text)])) == [
        f"source/{CHAPTER}.rst:{line}: this part has no words of claim D2; put them back, as in "
        f"{CLAIMS}, or take the mark out"
    ]


@pytest.mark.parametrize("slip", ["d2", "D2."])
def test_a_slip_in_a_mark_is_told_once(read: Callable[[str], Chapter], slip: str) -> None:
    claims = [*others(), *(claim(**one) for one in STATED)]

    found = messages(ledger_faults(claims, [read(MARKED.replace(":: D2 S9", f":: {slip} S9", 1))]))
    assert len(found) == 1, found
    assert f":6: there is no claim {slip}; did you mean " in found[0]


def test_changed_words_are_told_on_the_line_on_which_they_stand(
    read: Callable[[str], Chapter],
) -> None:
    claims = [*others(), *(claim(**one) for one in STATED)]

    found = messages(ledger_faults(claims, [read(MARKED.replace("up to 8", "up to 9"))]))
    assert [one.split(": ")[0] for one in found] == [f"source/{CHAPTER}.rst:16"]


def test_a_chapter_that_is_gone_is_told_once(chapters: list[Chapter]) -> None:
    there = [one for one in chapters if one.name != "inflammation"]

    found = messages(ledger_faults(REAL, there)) + messages(
        source_faults(REAL, there, REAL_SOURCES)
    )
    assert len(found) == 1, found
    assert "name the chapter inflammation, which there is not" in found[0]
