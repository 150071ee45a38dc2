"""The handout's own score: its list of items, and that it names tests that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.checks.score import missing_items, missing_tests
from handout.errors import HandoutError
from handout.score import load_score, totals
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from handout.score import Item

START = '[[item]]\nset = "DISCERN"\nnumber = 2\nitem = "It does what it aims to do."\n'
PERSON = START + 'judged = "person"\nwhy = "Look."\n'
PROVEN = START + 'judged = "test"\ntests = ["{test}"]\n'


def load(root: Path, text: str) -> list[Item]:
    (root / "source").mkdir()
    (root / "source" / "score.toml").write_text(text, encoding="utf-8")
    return load_score(root)


def test_every_item_of_the_three_lists_is_there_once() -> None:
    items = load_score(ROOT)

    assert list(missing_items(items)) == []
    assert len(items) == 24 + 20 + 16


def test_every_test_that_is_named_exists() -> None:
    assert list(missing_tests(load_score(ROOT), ROOT)) == []


def test_nobody_is_said_to_have_judged_an_item_yet() -> None:
    assert totals(load_score(ROOT))["judged"] == 0


def test_an_item_that_a_person_has_judged_counts_as_such(tmp_path: Path) -> None:
    (item,) = load(tmp_path, f'{PERSON}by = "A. Reader, RN"\non = 2026-11-26\n')

    assert totals([item]) == {"judged": 1}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (START + 'judged = "none"\n', "DISCERN 2 does not say why"),
        (START + 'judged = "person"\n', "DISCERN 2 does not say why"),
        (START + 'judged = "test"\n', "DISCERN 2 names no test"),
        (PERSON + 'by = "A"\n', "DISCERN 2 needs both a name and a day; add a line  on ="),
        (PERSON + "on = 2026-11-26\n", "DISCERN 2 needs both a name and a day; add a line  by ="),
        (PROVEN.format(test="tests/a.py::test_a") + 'by = "A"\n', "is for no person to judge"),
        (START.replace("DISCERN", "DISCERM") + 'judged = "test"\n', "'set' must be one of"),
        (PROVEN.format(test="test_a"), "text 1 of 'tests' "),
        (START + 'judge = "none"\n', "there is no entry 'judge'; did you mean 'judged'?"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(HandoutError) as told:
        load(tmp_path, f"# A note.\n{text}")

    assert fault in str(told.value)
    assert str(told.value).startswith("source/score.toml:")


@pytest.mark.parametrize(
    ("test", "remedy"),
    [
        ("tests/test_one.py::test_is_godo", 'did you mean "tests/test_one.py::test_is_good"?'),
        ("tests/test_two.py::test_is_good", 'did you mean "tests/test_one.py::test_is_good"?'),
        ("tests/sub/test_ten.py::test_hidden_within", "correct the name, or write the test"),
        ("tests/zzz.py::test_helper", "correct the name, or write the test"),
    ],
)
def test_a_test_that_nobody_has_written_is_found(tmp_path: Path, test: str, remedy: str) -> None:
    items = load(tmp_path, PROVEN.format(test=test))
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_one.py").write_text(
        "def test_is_good():\n    def test_hidden_within(): pass\n", encoding="utf-8"
    )
    (tmp_path / "tests" / "zzz.py").write_text("def test_helper(): pass\n", encoding="utf-8")

    (found,) = missing_tests(items, tmp_path)

    assert str(found) == f'source/score.toml:1: there is no test "{test}" (DISCERN 2); {remedy}'


def test_items_that_are_gone_unknown_or_there_twice_are_found(tmp_path: Path) -> None:
    many = "".join(PERSON.replace("2", str(number), 1) for number in (*range(1, 16), 15, 17))

    found = [str(finding) for finding in missing_items(load(tmp_path, many))]

    assert "source/score.toml: item 16 of DISCERN is gone; put it back" in found
    assert "source/score.toml:97: DISCERN has no item 17; correct the number" in found
    assert "source/score.toml:91: item 15 of DISCERN is there twice; keep one" in found
    assert sum("is gone" in line for line in found) == 24 + 20 + 1
