"""The page on which the handout scores itself: whole, true to its list, and on the web only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from handout.checks.pages import chapter_names
from handout.onepage import NAME as ONE_PAGE
from handout.score import SETS, load_score, totals
from tests.conftest import ROOT
from tests.printed import words_in
from tests.product.webpages import Page

if TYPE_CHECKING:
    from pathlib import Path

    from handout.build import Target

TITLE = "How this handout scores itself"
ITEMS = load_score(ROOT)
START = {
    "test": "Proven by tests",
    "person": "For a person to judge: not yet done",
    "none": "Does not apply",
}


def rows(site: Path, number: int) -> list[list[str]]:
    """Return the words in the cells of one of the page's tables, row by row."""
    table = Page(site / "score.html").all("//article//table")[number]
    return [
        [" ".join(cell.text_content().split()) for cell in row.xpath("*")]
        for row in table.xpath(".//tr")
    ]


@pytest.mark.parametrize("name", SETS)
def test_each_list_has_a_row_for_each_item(site: Path, name: str) -> None:
    _, *found = rows(site, 1 + list(SETS).index(name))
    items = [item for item in ITEMS if item.set == name]

    assert [head for head, _ in found] == [f"{item.number} {item.item}" for item in items]
    for item, (_, told) in zip(items, found, strict=True):
        assert told.startswith(START[item.judged])
        for test in item.tests:
            file, _, sentence = test.replace("_", " ").partition("::test ")
            assert f"{sentence} {file}".lower() in told.replace("_", " ").lower()


def test_the_totals_are_those_of_the_list(site: Path) -> None:
    counts = [totals(item for item in ITEMS if item.set == name) for name in SETS]
    _, *found = rows(site, 0)

    assert [[int(cell) for cell in cells] for _, *cells in found] == [
        *([count[outcome] for count in counts] for outcome in ("test", "judged", "person", "none")),
        [24, 20, 16],
    ]
    assert "No person has judged an item yet." in Page(site / "score.html").words("//article")


def test_it_is_in_no_contents_on_no_other_page_and_in_no_print(target: Target, site: Path) -> None:
    assert "score" not in chapter_names(ROOT / "source")
    assert Page(site / "index.html").all("//aside//a[contains(@href, 'score')]") == []
    assert TITLE not in Page(site / f"{ONE_PAGE}.html").words("//body")
    for path in target.printables():
        assert TITLE not in words_in(path), path.name


def test_patients_who_look_for_a_word_are_not_led_there(site: Path) -> None:
    text = (site / "searchindex.js").read_text(encoding="utf-8")
    index = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))

    assert "risks" in index["docnames"]
    assert "score" not in index["docnames"]
    assert TITLE not in index["alltitles"]


def test_it_does_not_say_that_it_is_for_patients(site: Path) -> None:
    assert Page(site / "score.html").all("//script[@type='application/ld+json']") == []
