"""The day of a build, which decides whether a review has fallen due."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What builders of packages set so that the same sources give the same files on any day:
# https://reproducible-builds.org/specs/source-date-epoch/
EPOCH = "SOURCE_DATE_EPOCH"


def today() -> date:
    """Return the day that the caller's environment asks for, or else today's (UTC)."""
    seconds = os.environ.get(EPOCH, "")
    if seconds.isdigit():
        return datetime.fromtimestamp(int(seconds), UTC).date()
    return datetime.now(UTC).date()


def stamp_files(day: date) -> None:
    """Make *day* the time stamp of every built file, unless the caller has named another.

    ReportLab reads it, so that the same words give the same file on any day.
    """
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    os.environ.setdefault(EPOCH, str(int(start.timestamp())))


@contextmanager
def stamped_by_the_words() -> Iterator[None]:
    """Let no caller name another time stamp in the block: what is given out has the words' day."""
    with environment_kept():
        os.environ.pop(EPOCH, None)
        yield


@contextmanager
def environment_kept() -> Iterator[None]:
    """Give the caller's own day back after the block: another build may follow."""
    before = os.environ.get(EPOCH)
    try:
        yield
    finally:
        os.environ.pop(EPOCH, None)
        if before is not None:
            os.environ[EPOCH] = before
