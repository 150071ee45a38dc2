"""The handout's own words: easy to read, and honest about how easy."""

from __future__ import annotations

import math
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from lxml import html

from handout.build import PRINT, Target, build
from handout.checks.measures import measures_table
from handout.checks.pages import page_blocks
from handout.checks.plain_language import plain_language
from handout.checks.readability import measure, sentences_in
from handout.checks.sentences import sentences_of
from handout.checks.word_lists import load_word_lists
from tests.chapters import chapters_of
from tests.conftest import ROOT
from tests.copies import small_handout, with_one_pdf
from tests.printed import lines_of

if TYPE_CHECKING:
    from pathlib import Path

    from handout.checks.blocks import Chapter

TOLD = re.compile(r"A reading test puts it at a US grade (\d+) level\.")
CLINIC = 'name = "One Example"\n'
EASY = "You can go. You can stay. You can ask us. We can help you. " * 20
HARD = "Considerable inflammatory abnormalities demonstrate multifaceted properties. " * 20


def written(target: Target) -> list[Chapter]:
    return chapters_of(target)


@pytest.fixture(params=["clear", "example"])
def either(request: pytest.FixtureRequest, target: Target, example: Target) -> Target:
    """The clinic of which nothing is known, and the one that has every fact filled in."""
    return {"clear": target, "example": example}[request.param]


def test_the_chapters_keep_every_rule_of_plain_language(either: Target) -> None:
    found = list(plain_language(written(either), load_word_lists(ROOT)))

    assert [str(one) for one in found if one.gate] == []


def test_the_whole_keeps_the_advice_on_ease_and_smog(target: Target) -> None:
    found = measure(sentences_in(written(target)))

    assert found.grade <= 6
    assert found.smog <= 8
    assert found.ease >= 75


def test_what_is_measured_is_what_readers_of_the_site_get(target: Target) -> None:
    """The pages hold a few words more: those of the theme, and each picture's text twice."""
    chapters = written(target)
    pages = [target.site.parent / f"{chapter.name}.html" for chapter in chapters]
    blocks = [block for page in pages for block in page_blocks(page)]
    on_web = measure(sentence for block in blocks for sentence in sentences_of(block))

    assert measure(sentences_in(chapters)).grade == pytest.approx(on_web.grade, abs=0.1)


def test_the_table_has_a_line_for_each_chapter(target: Target) -> None:
    table = measures_table(written(target), load_word_lists(ROOT).names)

    assert max(map(len, table.splitlines())) <= 100
    assert all(f"\n{chapter.name} " in table for chapter in written(target))


# -- The grade that is printed -------------------------------------------------------------------


def told_on_paper(path: Path) -> list[str]:
    """Return the grades that a PDF tells."""
    return TOLD.findall(" ".join(line.words for line in lines_of(path)))


def told_on_the_web(page: Path) -> list[str]:
    article = html.parse(str(page)).getroot().find(".//article")
    return TOLD.findall(" ".join(article.text_content().split()))


def test_the_site_and_every_pdf_tell_the_measured_grade_once(either: Target) -> None:
    measured = [str(math.ceil(measure(sentences_in(written(either))).grade))]

    for page in ("about.html", "whole-handout.html"):
        assert told_on_the_web(either.site.parent / page) == measured
    for path in either.printables():
        # The front sheet has no room for it.
        assert told_on_paper(path) == ([] if "front-sheet" in path.stem else measured), path.stem


def test_another_text_has_another_grade(tmp_path: Path) -> None:
    easy = small_handout(tmp_path / "one", EASY, CLINIC)
    with_one_pdf(easy)
    about = easy / "source" / "about.rst"
    about.write_text(about.read_text("utf-8") + "\n.. reading-grade::\n", "utf-8")
    hard = shutil.copytree(easy, tmp_path / "two")
    one = hard / "source" / "one.rst"
    one.write_text(one.read_text("utf-8").replace(EASY, HARD), "utf-8")

    told = []
    for root in (easy, hard):
        target = Target(root, "one", "en")
        build(target, [PRINT], lambda line: None)
        told += told_on_paper(target.folder / "pdf" / "ketamine-handout-letter.pdf")
    assert told[0] == "1"
    assert int(told[1]) > 12
