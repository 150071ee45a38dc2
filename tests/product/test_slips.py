"""What an editor is told by ``make check``: one line for each slip, with the line to change."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from handout.build import Target
from handout.checks.report import Report, check_words
from tests.conftest import ROOT
from tests.copies import copy_of_project

if TYPE_CHECKING:
    from pathlib import Path

SLIPS = ROOT / "tests" / "roots" / "slips"
LISTED: list[dict[str, Any]] = [
    slip
    for file in sorted(SLIPS.glob("*.toml"))
    for slip in tomllib.loads(file.read_text(encoding="utf-8"))["slip"]
]
# Five slips of one editor, and what is said of each; the first stands in line 12 of the chapter.
FIVE = {
    "Ketamine cures depression.": '"cures": No study shows that',
    "You can call us by day or by night if you feel sick or if you feel low or if you have a "
    "question that you want to ask us soon.": "this sentence has 31 words, at most 22; make two",
    "It does not help 36% of people.": '"%": Counts of people are easier to grasp.',
    "We start with :term:`titration` of it.": "the word 'titration' is not in words-to-know.rst",
    "It helps :cite:p:`Nobody2020`.": "there is no source 'Nobody2020'",
}


def project(folder: Path) -> Path:
    """Return a copy of the project, with the tests and the table that the checks look at."""
    root = copy_of_project(folder / "project")
    for name in ("tests", "docs"):
        (root / name).symlink_to(ROOT / name)
    return root


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What is found in a handout with every slip of the list as a chapter of its own."""
    root = project(tmp_path_factory.mktemp("slips"))
    names = sorted(path.stem for path in SLIPS.glob("*.rst"))
    for name in names:
        text = (SLIPS / f"{name}.rst").read_text(encoding="utf-8")
        (root / "source" / f"{name}.rst").write_text(text, encoding="utf-8")
    with (root / "source" / "index.rst").open("a", encoding="utf-8") as index:
        index.writelines(f"   {name}\n" for name in names)
    return check_words(Target(root, "clear", "en"))


@pytest.mark.parametrize("slip", LISTED, ids=lambda slip: slip["file"])
def test_each_slip_is_told_on_its_line(report: Report, slip: dict[str, Any]) -> None:
    begin = f"source/{slip['file']}:{slip['line']}: " if slip["line"] else f"source/{slip['file']}"
    lines = report.faults if slip["gate"] else report.advice

    assert [one for one in lines if one.startswith(begin) and slip["says"] in one]


def test_every_broken_chapter_is_in_a_list() -> None:
    assert {slip["file"] for slip in LISTED} == {path.name for path in SLIPS.glob("*.rst")}


def test_five_slips_in_a_chapter_are_told_in_five_lines(tmp_path: Path) -> None:
    root = project(tmp_path)
    chapter = root / "source" / "inflammation.rst"
    text = chapter.read_text(encoding="utf-8")
    place = "Does this change your care?"
    assert place in text
    line = text[: text.index(place)].count("\n") + 4
    slips = "\n\n".join(FIVE)
    heading = f"What did an editor add?\n-----------------------\n\n{slips}\n\n"
    chapter.write_text(text.replace(place, heading + place), encoding="utf-8")

    report = check_words(Target(root, "clear", "en"))

    found = sorted(report.faults, key=lambda one: int(one.split(":")[1]))
    places = [f"source/inflammation.rst:{line + 2 * number}: " for number in range(len(FIVE))]
    assert len(found) == len(FIVE), found
    for one, begin, words in zip(found, places, FIVE.values(), strict=True):
        assert one.startswith(begin), one
        assert words in one, one
