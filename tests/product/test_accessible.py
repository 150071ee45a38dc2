"""The printed handout for people who listen to it: both standards, and what is said."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from handout.build import Target
from rst2pdf_tagged.verify import verify
from tests.rst2pdf_tagged.heard import elements, heard
from tests.rst2pdf_tagged.validator import FLAVOURS, Verdicts, judge

CLINICS = 2
# Only for a printer: two pages a side, and not in the order of their numbers.
UNTAGGED = "ketamine-handout-booklet-letter"
TAGGED = 6


@pytest.fixture(scope="module")
def files(target: Target, example: Target) -> dict[str, Path]:
    """All that ``make`` prints but the booklet: for the real clinic, and for one with all facts."""
    printed = [
        path
        for clinic in (target, example)
        for path in clinic.printables()
        if path.stem != UNTAGGED
    ]
    return {f"{path.parts[-4]} {path.stem}": path for path in printed}


@pytest.fixture(scope="module")
def verdicts(files: dict[str, Path]) -> Verdicts:
    return judge(files.values())


@pytest.mark.slow
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_validator_accepts_all_that_is_printed(
    files: dict[str, Path], verdicts: Verdicts, flavour: str
) -> None:
    assert len(files) == CLINICS * TAGGED
    assert verdicts[flavour] == {path: [] for path in files.values()}


def test_the_checker_finds_nothing(files: dict[str, Path], pdf: Path) -> None:
    """In all that the clinic with all facts prints, and in the real one's handout."""
    asked = {name: path for name, path in files.items() if name.startswith("example")}
    assert len(asked) == TAGGED

    asked["clear"] = pdf
    assert {name: found for name, path in asked.items() if (found := verify(path))} == {}


@pytest.mark.parametrize("form", ["handout", "front-sheet"])
def test_the_same_is_heard_on_us_paper_and_on_a4(target: Target, form: str) -> None:
    letter, a4 = (
        heard(target.folder / "pdf" / f"ketamine-{form}-{paper}.pdf", but=("/TOC",))
        for paper in ("letter", "a4")
    )

    assert letter == a4


def test_every_chapter_begins_with_a_first_heading(pdf: Path) -> None:
    with pikepdf.open(pdf) as file, file.open_outline() as outline:
        chapters = [item.title for item in outline.root]

    headings = [element["words"] for element in elements(pdf) if element["/S"] == "/H1"]
    assert headings[1:] == chapters


def test_every_picture_has_words(pdf: Path) -> None:
    figures = [element for element in elements(pdf) if element["/S"] == "/Figure"]

    assert len(figures) >= 10
    assert all(len(figure["/Alt"]) > 40 and "/A" in figure for figure in figures)


@pytest.mark.parametrize(
    ("words", "least"),
    [("tick box", 30), ("blank to fill in", 15), ("lines to write on", 2)],
)
def test_what_is_to_be_filled_in_is_said(pdf: Path, words: str, least: int) -> None:
    said = [element.get("/ActualText") for element in elements(pdf)]

    assert said.count(words) >= least


def test_calls_for_help_are_heard_before_the_first_chapter_of_science(pdf: Path) -> None:
    words = " ".join(heard(pdf))

    assert words.index("Call 911 now") < words.index("Where did ketamine come from?")
    assert words.index("988") < words.index("Where did ketamine come from?")


def test_a_listener_hears_the_glossary_as_words_and_meanings(pdf: Path) -> None:
    labels = [element["words"].strip() for element in elements(pdf) if element["/S"] == "/Lbl"]

    assert {"anesthesia", "antidepressant", "placebo"} <= set(labels)


def test_running_lines_are_not_heard(pdf: Path) -> None:
    words = " ".join(heard(pdf))

    assert "Page 3 of" not in words
    assert words.count("Call or text 988, any hour, free. In danger? Call 911.") == 0
