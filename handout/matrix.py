"""Lists what a health system's CI has to build: one job for each clinic and language."""

from __future__ import annotations

import json
from itertools import product
from typing import TYPE_CHECKING

from handout.errors import HandoutError
from handout.locales import languages
from handout.profile import clinic_names

if TYPE_CHECKING:
    from pathlib import Path

# What one run of a GitHub workflow makes of a matrix ("Job Matrix"):
# https://docs.github.com/en/actions/reference/limits
MOST_JOBS = 256


def matrix(root: Path, part: int | None) -> str:
    """Return the jobs of one run as a line of JSON, as a GitHub workflow takes them.

    :param root: the project's top folder.
    :param part: which run, from 1, if there are more jobs than one run takes.
    :raises HandoutError: there is no such part, or more than one and none was asked for.
    """
    jobs = [
        {"clinic": clinic, "language": language}
        for clinic, language in product(clinic_names(root), languages(root))
    ]
    starts = range(0, len(jobs), MOST_JOBS)
    if part is None and len(starts) > 1:
        raise HandoutError(
            f"there are {len(jobs)} packets to build, and one run takes {MOST_JOBS}; "
            f"start a run for each part, from 1 to {len(starts)}"
        )
    number = 1 if part is None else part
    if not 1 <= number <= len(starts):
        raise HandoutError(f"there is no part {number}; the last one is {len(starts)}")
    start = starts[number - 1]
    return json.dumps({"include": jobs[start : start + MOST_JOBS]})
