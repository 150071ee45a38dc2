"""Who has reviewed the words: said on every page, and in time when the review is past."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from handout.build import PRINT, SITE, Target, build, inputs_digest
from handout.today import EPOCH, today
from tests.copies import WRITTEN, differing, reviewed_until, small_handout
from tests.printed import pages

if TYPE_CHECKING:
    from pathlib import Path

REVIEWED = reviewed_until("2027-05-31")
DUE, PAST = date(2027, 5, 31), date(2027, 6, 1)
IN_TIME = "Reviewed Nov 1, 2026, next May 31, 2027"
OUT_OF_DATE = "Review is out of date (May 31, 2027)"
CHANGED = "Changed since a clinician reviewed it"
UNREVIEWED = "Not yet reviewed by a clinician"


def quiet(line: str) -> None:
    """Say nothing."""


def on(day: date, root: Path) -> Target:
    return Target(root, "one", "en", day)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handout, reviewed, and built on the last day on which the review holds."""
    root = small_handout(tmp_path_factory.mktemp("review") / "copy", "Words.", REVIEWED)
    build(on(DUE, root), [SITE], quiet)
    return root


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    return shutil.copytree(root, tmp_path / "copy")


def feet(target: Target) -> set[str]:
    """Return what the foot of each page says of the review, on the web and on paper."""
    states = (IN_TIME, OUT_OF_DATE, CHANGED, UNREVIEWED)
    words = [page.foot for path in target.printables() for page in pages(path)[1:]]
    words += [path.read_text(encoding="utf-8") for path in target.site.parent.glob("*.html")]
    return {next((state for state in states if state in text), "") for text in words}


def about(target: Target) -> str:
    page = BeautifulSoup((target.site.parent / "about.html").read_text(encoding="utf-8"), "lxml")
    return page.article.get_text()


# -- Every page says so --------------------------------------------------------------------------


def test_on_the_day_that_it_is_due_a_review_still_holds(root: Path) -> None:
    target = on(DUE, root)

    assert feet(target) == {IN_TIME}
    assert "The next review is due by May 31, 2027." in about(target)
    assert "out of date" not in about(target)


def test_the_day_after_everything_is_built_anew_and_every_page_says_so(copy: Path) -> None:
    target = on(PAST, copy)

    assert build(target, [SITE], quiet) is True

    assert feet(target) == {OUT_OF_DATE}
    assert "Ann Example, MD, reviewed this text on November 1, 2026." in about(target)
    assert "The next review was due by May 31, 2027. So the review is out of date." in about(target)
    assert all(OUT_OF_DATE in pages(path)[0].body for path in target.printables())


def test_without_a_reviewer_every_page_says_so(copy: Path) -> None:
    (copy / "clinics" / "one.toml").write_text('name = "One Example"\n', encoding="utf-8")
    target = on(DUE, copy)

    build(target, [SITE], quiet)

    assert feet(target) == {UNREVIEWED}
    assert "No clinician has reviewed this text yet." in about(target)


def test_words_that_were_changed_after_the_review_are_not_said_to_be_reviewed(copy: Path) -> None:
    settings = copy / "conf.py"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(WRITTEN, "2026-11-02"), encoding="utf-8")
    target = on(DUE, copy)

    build(target, [SITE], quiet)

    assert feet(target) == {CHANGED}
    assert "Some words changed after that." in about(target)
    assert "next" not in about(target)


def test_until_then_a_day_changes_nothing(root: Path, copy: Path) -> None:
    assert build(on(date(2026, 11, 30), copy), [SITE], quiet) is False

    shutil.rmtree(copy / "build")
    build(on(date(2026, 11, 30), copy), [SITE], quiet)

    for form in (PRINT, SITE):
        one, other = (on(DUE, folder).folder / form for folder in (root, copy))
        assert differing(one, other) == []


def test_only_whether_the_review_is_past_counts(root: Path) -> None:
    digests = {
        day: inputs_digest(on(day, root)) for day in (date(2027, 1, 1), DUE, PAST, date(2030, 1, 1))
    }

    assert len(set(digests.values())) == 2
    assert digests[DUE] == digests[date(2027, 1, 1)] != digests[PAST] == digests[date(2030, 1, 1)]


# -- Which day it is -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("0", date(1970, 1, 1)), ("1764201599", date(2025, 11, 26)), ("1764201600", date(2025, 11, 27))],
)  # fmt: skip
def test_the_callers_own_day_counts(monkeypatch: pytest.MonkeyPatch, epoch: str, day: date) -> None:
    monkeypatch.setenv(EPOCH, epoch)

    assert today() == day


@pytest.mark.parametrize("epoch", [None, "", "soon"])
def test_without_one_it_is_today(monkeypatch: pytest.MonkeyPatch, epoch: str | None) -> None:
    monkeypatch.delenv(EPOCH, raising=False)
    if epoch is not None:
        monkeypatch.setenv(EPOCH, epoch)

    assert datetime.now(UTC).date() in (today(), today())


@pytest.mark.parametrize("epoch", [None, "1900000000"])
def test_a_build_leaves_the_callers_day_as_it_was(
    copy: Path, monkeypatch: pytest.MonkeyPatch, epoch: str | None
) -> None:
    monkeypatch.delenv(EPOCH, raising=False)
    if epoch is not None:
        monkeypatch.setenv(EPOCH, epoch)

    build(on(PAST, copy), [PRINT], quiet)

    assert os.environ.get(EPOCH) == epoch
