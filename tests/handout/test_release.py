"""What may not be given out: words, sources and a change log that nobody has looked after."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from handout.build import Target
from handout.errors import HandoutError
from handout.release import check_release, release_advice
from tests.copies import reviewed_until, small_handout

if TYPE_CHECKING:
    from pathlib import Path

REVIEWED = reviewed_until("2028-11-01")
SOURCE = """@article{Li2010,
  title   = {A made-up paper},
  journal = {J Example},
  year    = {2020},
  checked = {2026-01-31},
}
"""
RENEW = "read the source again, compare it with the chapters, and write the day into 'checked'"
DAY = date(2026, 11, 26)


def on(day: date, root: Path) -> Target:
    return Target(root, "one", "en", day)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handout that may be released."""
    root = small_handout(tmp_path_factory.mktemp("release") / "copy", "Words.", REVIEWED)
    (root / "source" / "references.bib").write_text(SOURCE, encoding="utf-8")
    return root


@pytest.fixture
def root(good: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    return shutil.copytree(good, tmp_path / "copy")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def refusals(target: Target) -> list[str]:
    with pytest.raises(HandoutError) as caught:
        check_release(target)
    return str(caught.value).splitlines()


def advice(target: Target) -> list[str]:
    return [str(finding) for finding in release_advice(target)]


def test_what_is_in_order_may_be_released_and_needs_no_advice(good: Path) -> None:
    check_release(on(DAY, good))

    assert advice(on(DAY, good)) == []


# -- Sources -------------------------------------------------------------------------------------


def test_a_source_that_is_older_than_36_months_is_refused(root: Path) -> None:
    change(root / "source" / "references.bib", "2026-01-31", "2023-11-25")

    assert refusals(on(DAY, root)) == [
        f"source/references.bib:1: Li2010 was last checked on November 25, 2023, more than 36 months ago; {RENEW}"
    ]


def test_a_source_that_does_not_say_when_is_refused(root: Path) -> None:
    change(root / "source" / "references.bib", "  checked = {2026-01-31},\n", "")

    assert refusals(on(DAY, root)) == [
        "source/references.bib:1: Li2010 does not say when it was last checked; add checked = {2026-01-31}"
    ]


def test_a_source_that_is_older_than_24_months_is_told_as_advice(good: Path) -> None:
    day = date(2028, 2, 1)
    check_release(on(day, good))

    assert advice(on(day, good)) == [
        f"source/references.bib:1: Li2010 was last checked on January 31, 2026, more than 24 months ago; {RENEW}"
    ]


def test_a_list_of_sources_that_cannot_be_read_is_told_in_plain_words(root: Path) -> None:
    change(root / "source" / "references.bib", "{J Example},", "{J Example}")

    assert refusals(on(DAY, root)) == [
        "source/references.bib:4: the list of sources cannot be read here; compare with the entries above"
    ]


# -- The change log ------------------------------------------------------------------------------


def test_a_version_that_the_change_log_does_not_know_is_refused(root: Path) -> None:
    change(root / "conf.py", 'release = version = "1.0"', 'release = version = "9.9"')

    (told,) = refusals(on(DAY, root))

    assert told.startswith('CHANGELOG.md: there is nothing on version 9.9; write "## 9.9"')


@pytest.mark.parametrize("part", ["For patients and clinicians", "For developers"])
def test_a_version_without_both_parts_is_refused(root: Path, part: str) -> None:
    change(root / "CHANGELOG.md", f"### {part}", "### For others")

    assert refusals(on(DAY, root)) == [
        f'CHANGELOG.md:3: version 1.0 has no entry under "### {part}"; write one, if only that nothing has changed there'
    ]


def test_a_change_log_that_is_gone_is_told(root: Path) -> None:
    (root / "CHANGELOG.md").unlink()

    assert refusals(on(DAY, root)) == ["CHANGELOG.md: the list of changes is gone; put it back"]


def test_settings_that_cannot_be_read_are_told(root: Path) -> None:
    change(root / "conf.py", 'release = version = "1.0"', "release = 1 +")

    assert "conf.py" in refusals(on(DAY, root))[0]


# -- The review ----------------------------------------------------------------------------------


def test_a_review_that_is_to_hold_for_more_than_24_months_is_refused(root: Path) -> None:
    change(root / "clinics" / "one.toml", "2028-11-01", "2028-11-02")

    assert refusals(on(DAY, root)) == [
        "clinics/one.toml:6: 'next' is more than 24 months after the review; choose an earlier day"
    ]


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2028, 7, 31), False), (date(2028, 8, 1), True), (date(2028, 11, 1), True)],
)
def test_three_months_before_the_next_review_there_is_advice(
    good: Path, day: date, told: bool
) -> None:
    check_release(on(day, good))

    reminder = (
        "clinics/one.toml:6: the text is to be reviewed again by November 1, 2028; have it reviewed"
    )
    assert (reminder in advice(on(day, good))) is told


def test_all_reasons_are_told_at_once(root: Path) -> None:
    change(root / "CHANGELOG.md", "### For developers", "### For others")
    (root / "clinics" / "one.toml").write_text('name = "One"\n', encoding="utf-8")

    told = refusals(on(date(2030, 1, 1), root))

    assert [line.partition(":")[0] for line in told] == [
        "clinics/one.toml",
        "CHANGELOG.md",
        "source/references.bib",
    ]
