"""Refuses to give out a handout that no clinician stands behind, or whose sources are old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout import changelog
from handout.build import check_target
from handout.checks.finding import Finding
from handout.checks.freshness import read_sources, stale
from handout.errors import HandoutError
from handout.profile import CLINICS, load_profile, months_between, profile_path
from handout.review import is_past, long_date
from handout.sources import SOURCES, check_sources
from handout.toml_lines import places
from handout.unfinished import translation_faults
from handout.version_id import version_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.build import Target
    from handout.profile import Review

# How many months before the next review a release reminds of it.
REMINDER = 3


def check_release(target: Target) -> None:
    """Check that the words may be given out.

    A clinician has reviewed them, the review still holds, each source has been looked at in
    time, and the change log tells what is new in this version.

    :raises HandoutError: with every reason not to, one sentence a line; or there is no such
        target, or its files cannot be read.
    """
    check_target(target)
    check_sources(target.root)
    old = [str(finding) for finding in _sources(target) if finding.gate]
    faults = [*_review_faults(target), *_changelog_faults(target), *old]
    faults += translation_faults(target)
    if faults:
        raise HandoutError("\n".join(faults))


def release_advice(target: Target) -> list[Finding]:
    """Return what will stand in the way of a release before long."""
    review = load_profile(target.clinic, target.root).review
    advice = [finding for finding in _sources(target) if not finding.gate]
    if review and months_between(target.day, review.next) <= REMINDER:
        words = f"the text is to be reviewed again by {long_date(review.next)}; have it reviewed"
        advice.insert(0, Finding(_file(target), _line_of_next(target), words, gate=False))
    return advice


def _sources(target: Target) -> Iterator[Finding]:
    text = (target.root / SOURCES).read_text(encoding="utf-8")
    yield from stale(read_sources(text), target.day)


def _review_faults(target: Target) -> Iterator[str]:
    review: Review | None = load_profile(target.clinic, target.root).review
    if review is None:
        yield (
            f"{_file(target)}: no clinician has reviewed the text yet; have it reviewed and fill "
            "in [review]"
        )
    elif is_past(review, target.day):
        yield (
            f"{_file(target)}:{_line_of_next(target)}: the text was to be reviewed again by "
            f"{long_date(review.next)}; have it reviewed and write down the new days"
        )


def _changelog_faults(target: Target) -> Iterator[str]:
    path = target.root / changelog.FILE
    if not path.is_file():
        yield f"{changelog.FILE}: the list of changes is gone; put it back"
        return
    try:
        changelog.changes_of(path.read_text(encoding="utf-8"), version_of(target.root))
    except HandoutError as error:
        yield str(error)


def _file(target: Target) -> str:
    return f"{CLINICS}/{target.clinic}.toml"


def _line_of_next(target: Target) -> int:
    """Return the line on which the clinic's file names the day of the next review."""
    text = profile_path(target.clinic, target.root).read_text(encoding="utf-8-sig")
    return places(text)["review", "next"].line
