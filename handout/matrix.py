"""Lists what a health system's CI has to build: one job for each clinic and language."""

from __future__ import annotations

import json
from itertools import product
from typing import TYPE_CHECKING

from handout.build import LANGUAGES
from handout.errors import HandoutError
from handout.profile import clinic_names

if TYPE_CHECKING:
    from pathlib import Path

# GitHub makes no more jobs from one matrix:
# https://docs.github.com/en/actions/reference/limits
MOST_JOBS = 256


def matrix(root: Path, part: int) -> str:
    """Return the jobs of a run as one line of JSON, as a GitHub workflow takes them.

    :param root: the project's top folder.
    :param part: which of the runs, from 1, if there are more jobs than one run takes.
    :raises HandoutError: there is no such part.
    """
    jobs = [
        {"clinic": clinic, "language": language}
        for clinic, language in product(clinic_names(root), LANGUAGES)
    ]
    parts = -(-len(jobs) // MOST_JOBS)
    if not 1 <= part <= parts:
        raise HandoutError(f"there is no part {part}; all clinics and languages make {parts}")
    start = (part - 1) * MOST_JOBS
    return json.dumps({"include": jobs[start : start + MOST_JOBS]})
