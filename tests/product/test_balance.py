"""Risks are told no later, no less often and in no smaller type than benefits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.checks.balance import fewer_risks, late_risks, load_words, one_sided_words
from handout.checks.squeezing import squeezed
from handout.claims import Claim, load_claims
from tests.chapters import chapters_of
from tests.conftest import ROOT
from tests.printed import lines_of
from tests.product.browser import tab
from tests.product.webpages import CHAPTERS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from handout.build import Target
    from handout.checks.blocks import Chapter

CLAIMS = load_claims(ROOT)
# Points, and dots of the screen, that are no difference.
ROUNDING = 0.3
BLOCKS = """() => [...document.querySelectorAll('article :is(p, li, td, dd, h1, h2, h3)')].map(
  block => [block.innerText, parseFloat(getComputedStyle(block).fontSize)])"""


@pytest.fixture(scope="module")
def chapters(target: Target) -> list[Chapter]:
    return chapters_of(target)


def test_no_risk_is_told_late_and_no_benefit_first(chapters: list[Chapter]) -> None:
    assert list(late_risks(CLAIMS, chapters)) == []


def test_there_are_as_many_statements_and_words_of_risk(chapters: list[Chapter]) -> None:
    assert list(fewer_risks(CLAIMS)) == []
    assert list(one_sided_words(chapters, load_words(ROOT))) == []


def smallest(blocks: list[tuple[str, float]], kind: str) -> float:
    """Return the size of the smallest type in which a statement of *kind* is set whole."""
    sizes = [
        size
        for claim in CLAIMS
        if claim.kind == kind
        for words in map(squeezed, claim.wording)
        for text, size in blocks
        if words in text
    ]
    assert len(sizes) > 20
    return min(sizes)


def printed_blocks(path: Path) -> list[tuple[str, float]]:
    """Return every run of up to five lines with the smallest type in it."""
    lines = lines_of(path)
    runs = (lines[start : start + count] for start in range(len(lines)) for count in range(1, 6))
    return [
        (squeezed(" ".join(line.words for line in run)), min(line.size for line in run))
        for run in runs
    ]


@pytest.mark.parametrize("name", ["handout-letter", "handout-a4", "handout-large-print-letter"])
def test_risks_are_printed_as_large_as_benefits(target: Target, name: str) -> None:
    blocks = printed_blocks(target.folder / "pdf" / f"ketamine-{name}.pdf")

    assert smallest(blocks, "risk") >= smallest(blocks, "benefit") - ROUNDING


def test_risks_are_shown_as_large_as_benefits(browser: Browser, site: Path) -> None:
    blocks = []
    with tab(browser, 390) as page:
        for name in ["index", *CHAPTERS]:
            page.goto((site / f"{name}.html").as_uri())
            blocks += [(squeezed(text), size) for text, size in page.evaluate(BLOCKS)]

    assert smallest(blocks, "risk") >= smallest(blocks, "benefit") - ROUNDING


# -- Each rule can fail -------------------------------------------------------------------


def renamed(kind: str) -> list[Claim]:
    """Return the ledger with all statements of *kind* told as limits of no kind."""
    return [one.model_copy(update={"kind": "help"}) if one.kind == kind else one for one in CLAIMS]


def test_a_late_risk_is_found(chapters: list[Chapter]) -> None:
    risks = next(one for one in chapters if one.name == "risks")
    padded = [*chapters, *chapters[-2:], risks]
    padded.remove(risks)

    found = list(late_risks(CLAIMS, padded))

    assert found
    assert all("chapters after the benefits, at most 2" in one.message for one in found)
    assert all(one.line > 1 for one in found)


def test_a_benefit_before_any_risk_is_found(chapters: list[Chapter]) -> None:
    late = [one for one in chapters if one.name not in ("index", "front-sheet")]
    without = [
        one
        for one in renamed("limit")
        if "what-ketamine-is" not in one.chapters or one.kind == "benefit"
    ]

    (found,) = late_risks(without, late[:4])

    assert "is told before any risk; tell a risk" in found.message


def test_too_few_statements_of_risk_are_found() -> None:
    (found,) = fewer_risks(renamed("risk"))

    assert found.message.startswith("there are 0 statements of risk, and ")


def test_too_few_words_of_risk_are_found(chapters: list[Chapter]) -> None:
    (found,) = one_sided_words(chapters, {"risk": ["mania"], "benefit": ["help*", "better"]})

    assert not found.gate
    assert "words of risk and" in found.message


def test_smaller_type_is_found() -> None:
    kinds = {"risk": 10.0, "benefit": 12.0}
    blocks = [
        (squeezed(words), kinds[claim.kind])
        for claim in CLAIMS
        if claim.kind in kinds
        for words in claim.wording
    ]

    assert smallest(blocks, "risk") < smallest(blocks, "benefit") - ROUNDING
