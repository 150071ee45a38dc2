"""Every claim of the ledger is in the site and in every full PDF, and nothing else is promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.checks.built import in_built
from handout.checks.pages import chapter_blocks
from handout.checks.printed import PAGE_END, says, words_of
from handout.checks.wording import unprinted, unsaid
from handout.claims import load_claims
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from handout.build import Target
    from handout.checks.pages import Chapters

SOURCE = ROOT / "source"
CLAIMS = load_claims(ROOT)
ALL = sum(len(claim.wording) for claim in CLAIMS)
FORMS = {
    "ketamine-handout-letter",
    "ketamine-handout-a4",
    "ketamine-handout-large-print-letter",
    "ketamine-handout-large-print-a4",
    "ketamine-handout-booklet-letter",
}


@pytest.fixture(scope="module")
def web(site: Path) -> Chapters:
    return chapter_blocks(SOURCE, site)


def test_all_is_said_on_the_site_and_in_each_full_pdf_of_each_clinic(
    target: Target, example: Target
) -> None:
    for one in (target, example):
        assert {path.stem for path in one.printables()} >= FORMS
        assert list(in_built(one)) == []


def test_what_is_lost_is_found_on_the_site_and_in_print(web: Chapters, pdf: Path) -> None:
    assert len(list(unsaid(CLAIMS, {}))) == ALL
    lost = "At home, no one is watching you"
    without = {name: [one.replace(lost, "") for one in blocks] for name, blocks in web.items()}
    (found,) = unsaid(CLAIMS, without)
    assert (found.file, found.line) == (
        "source/claims.toml",
        next(one.line for one in CLAIMS if any(lost in words for words in one.wording)),
    )
    words = words_of(pdf, booklet=False)
    assert list(unprinted(CLAIMS, web, "x.pdf", words)) == []
    (found,) = unprinted(CLAIMS, web, "x.pdf", words.replace(lost, ""))
    assert found.message.startswith(f'the words "{lost}')
    assert "are not in x.pdf; put them back" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "So it does not help everyone.",
        f"So it does not Version 1 Page 2 of 3{PAGE_END}Call 988 help everyone.",
        "So it does Picture 3: See the line. not help everyone.",
    ],
)
def test_a_sentence_may_go_over_a_page_or_around_a_picture(text: str) -> None:
    assert says(text, "it does not help everyone")


def test_a_sentence_may_go_over_a_page_behind_a_comma() -> None:
    assert says(
        f"In one study, Page 2 of 3{PAGE_END}most felt well.", "In one study, most felt well"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "it does help everyone",
        "it does not. It can help everyone.",
        f"it does{PAGE_END}help everyone",
        f"help everyone{PAGE_END}it does not",
        f"it does not{PAGE_END}{'much text ' * 60}help everyone",
    ],
)
def test_words_that_are_not_one_sentence_do_not_say_it(text: str) -> None:
    assert not says(text, "it does not help everyone")


def test_a_booklet_is_read_in_the_order_of_its_folded_pages(target: Target) -> None:
    words = words_of(target.folder / "pdf" / "ketamine-handout-booklet-letter.pdf", booklet=True)

    numbers = [words.index(f"Page {number} of") for number in range(3, 20)]
    assert numbers == sorted(numbers)
