"""What GitHub finds in what a build says, and what an editor reads below a run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from handout.checks.finding import Finding
from handout.outcomes import Outcome, told_faults
from tests.copies import small_handout
from tools.run_summary import ADVICE, FAULT, MATCHERS, Told, as_it_is, summary, told

if TYPE_CHECKING:
    from pathlib import Path

GIVEN = {
    "BUILD": "success",
    "CHECK": "success",
    "PDFS": "https://example.org/1",
    "SITE": "https://example.org/2",
    "GITHUB_SERVER_URL": "https://example.org",
    "REPOSITORY": "clinic/handout",
    "BRANCH": "new words",
}
SLIPS = "Two **words are bold.\n\nMore.\n\nMore.\n\nMore.\n\n* One.\nAnd on.\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handout with two slips in its chapter and one in its clinic's file."""
    root = tmp_path_factory.mktemp("summary") / "handout"
    return small_handout(root, SLIPS, 'name = "One Example"\nphone = "12"\n')


def built(project: Path) -> str:
    """Return what a build says, as one sees it: what is wrong among all else."""
    done = subprocess.run(
        [sys.executable, "-m", "handout", "build", "--clinic", "one", "pdf"], cwd=project,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    return done.stdout + "make: *** [Makefile:20: all] Error 1\n"


@pytest.fixture(scope="module")
def said(project: Path) -> str:
    """What two builds say: of the clinic's file and, once that is mended, of the chapter."""
    first = built(project)
    (project / "clinics" / "one.toml").write_text('name = "One Example"\n', encoding="utf-8")
    return first + built(project)


# -- What GitHub finds -------------------------------------------------------------------


def test_the_matchers_are_as_github_wants_them() -> None:
    matchers = json.loads(MATCHERS.read_text(encoding="utf-8"))["problemMatcher"]

    assert [(each["owner"], each["severity"]) for each in matchers] == [
        (FAULT, "error"),
        (ADVICE, "notice"),
    ]
    for matcher in matchers:
        (pattern,) = matcher["pattern"]
        groups = re.compile(pattern.pop("regexp")).groups
        assert sorted(pattern.values()) == list(range(1, groups + 1))
        assert set(pattern) == {"file", "line", "message"}


def test_what_is_wrong_is_found_with_its_file_and_line_and_nothing_else(said: str) -> None:
    first, second, third = told(said, FAULT)

    assert (first.file, first.line) == ("clinics/one.toml", "2")
    assert first.message.startswith("'phone' is not a phone number; ")
    assert (second.file, second.line) == ("source/one.rst", "6")
    assert second.message.startswith("stars open bold words here")
    assert (third.file, third.line) == ("source/one.rst", "15")
    assert told(said, ADVICE) == []


def test_faults_of_many_clinics_are_found_though_they_stand_further_in() -> None:
    lines = list(told_faults([Outcome("one", faults=("clinics/one.toml:4: wrong; mend it",))]))

    assert lines[2].startswith("  clinics/")
    assert told("\n".join(lines), FAULT) == [Told("clinics/one.toml", "4", "wrong; mend it")]


@pytest.mark.parametrize(("line", "number"), [(12, "12"), (0, "")])
def test_advice_is_found_and_is_no_fault(line: int, number: str) -> None:
    finding = Finding("source/risks.rst", line, "this is long: make two", gate=False)

    assert told(f"Advice: {finding}", ADVICE) == [
        Told("source/risks.rst", number, "this is long: make two")
    ]
    assert told(f"Advice: {finding}", FAULT) == []
    assert told(str(finding), FAULT) == told(f"Advice: {finding}", ADVICE)


# -- What an editor reads ----------------------------------------------------------------


def read(build: str = "", check: str = "", **ended: str) -> tuple[str, list[str]]:
    """Return what a browser would show of a run's sum, and where its links lead."""
    page = MarkdownIt("commonmark", {"html": True}).render(summary(build, check, GIVEN | ended))
    words = re.sub(r"<[^>]+>", "", page)
    return words, re.findall(r'<a href="([^"]*)">', page)


def test_a_good_run_says_where_the_files_are() -> None:
    words, links = read()

    assert words.startswith("The handout is ready\n")
    assert links == ["https://example.org/1", "https://example.org/2"]


def test_a_fault_leads_to_its_line_in_the_web_editor(said: str) -> None:
    words, links = read(said, BUILD="failure", CHECK="skipped")

    start = "https://example.org/clinic/handout/edit/new%20words"
    assert words.startswith("Something has to be put right\n")
    assert links == [
        f"{start}/clinics/one.toml#L2", f"{start}/source/one.rst#L6", f"{start}/source/one.rst#L15",
    ]  # fmt: skip
    for fault in told(said, FAULT):
        assert f"{fault.file}, line {fault.line}: {fault.message}" in words.replace("&quot;", '"')


def test_words_that_fail_the_checks_hide_no_file() -> None:
    words, links = read(
        check="source/risks.rst:3: too long\nAdvice: source/a.rst: short\n", CHECK="failure"
    )

    assert words.startswith("The handout is built, but something has to be put right\n")
    assert "risks.rst, line 3: too long" in words
    assert "Advice, which you may leave as it is" in words
    assert links[1:3] == ["https://example.org/1", "https://example.org/2"]
    assert [links[0], links[3]] == [
        "https://example.org/clinic/handout/edit/new%20words/source/risks.rst#L3",
        "https://example.org/clinic/handout/edit/new%20words/source/a.rst",
    ]


def test_a_fault_that_names_no_file_is_shown_as_it_was_told() -> None:
    words, links = read("there is no clinic '<b>x'\n", BUILD="failure", CHECK="skipped")

    assert "there is no clinic &#x27;&lt;b&gt;x&#x27;" in words
    assert links == []


@pytest.mark.parametrize("build", ["skipped", "success"])
def test_what_went_wrong_before_or_between_is_not_the_editors_fault(build: str) -> None:
    words, links = read(BUILD=build, CHECK="skipped")

    assert words.startswith("This went wrong, and not because of your words\n")
    assert "Click Re-run jobs" in words
    assert links == []


def test_marks_of_chapters_are_shown_letter_by_letter() -> None:
    text = "**bold** `:term:` |fact| <b> [a](b) # 1. _x_ & ~~ $y$ !"

    assert MarkdownIt().renderInline(as_it_is(text)) == (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    )
