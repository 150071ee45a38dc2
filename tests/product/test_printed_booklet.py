"""The folded booklet of the real handout: whole, in order, for a printer and says so."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from handout.booklet import sides
from handout.build import Target
from handout.checks.pages import chapter_names
from tests.codes import codes_in
from tests.conftest import ROOT
from tests.printed import joined, lettered
from tests.product.test_pdf import title_of

SOURCE = ROOT / "source"
NAMES = chapter_names(SOURCE)
NAME = "ketamine-handout-booklet-letter.pdf"
# Running head and foot of a page, from its edges; the fold; half an inch (points).
HEAD, FOOT, FOLD, SAFE = 66, 62, 396, 36


@pytest.fixture(scope="module")
def booklet(target: Target) -> Path:
    return target.folder / "pdf" / NAME


@pytest.fixture(scope="module")
def leaves(booklet: Path) -> list[str]:
    """The words of each page, as they follow each other once the booklet is folded."""
    sheets = lettered(booklet)
    found: dict[int, str] = {}
    for sheet, (left, right) in zip(sheets, sides(2 * len(sheets)), strict=True):
        body = [c for c in sheet.chars if c["top"] > HEAD and c["bottom"] < sheet.height - FOOT]
        found[left] = joined([char for char in body if char["x1"] <= FOLD])
        found[right] = joined([char for char in body if char["x0"] >= FOLD])
    return [found[number] for number in sorted(found)]


def test_it_fills_whole_sheets(leaves: list[str]) -> None:
    assert len(leaves) % 4 == 0


def test_the_chapters_follow_each_other_when_it_is_folded(leaves: list[str]) -> None:
    text = " ".join(leaves)
    # Each title stands in the contents first.
    places = [text.index(title_of(name), text.index(title_of(name)) + 1) for name in NAMES]

    assert places == sorted(places)


def test_it_says_where_it_can_be_heard(booklet: Path, leaves: list[str]) -> None:
    with pikepdf.open(booklet) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert "ketamine-handout-letter.pdf" in str(pdf.docinfo["/Subject"])
        assert str(pdf.docinfo["/Title"]).endswith(": Booklet")

    assert "Booklet" in leaves[0]
    assert "ask us for the file ketamine-handout-letter.pdf" in leaves[-1]


def test_no_words_come_near_an_edge_or_the_fold(booklet: Path) -> None:
    for sheet in lettered(booklet):
        for char in sheet.chars:
            x0, x1 = char["x0"] % FOLD, (char["x1"] - 0.01) % FOLD
            assert x0 >= SAFE, (sheet.page_number, char["text"])
            assert x1 <= FOLD - SAFE, (sheet.page_number, char["text"])


def test_a_phone_reads_the_code_on_its_outside(example: Target) -> None:
    codes = codes_in(example.folder / "pdf" / NAME)

    assert {code.text for code in codes} == {"https://clinic.example"}
    assert 1 in {code.page for code in codes}
