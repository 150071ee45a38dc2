"""The workflow that builds the packets of many clinics, and the list of its jobs."""

from __future__ import annotations

import json
from itertools import product
from typing import TYPE_CHECKING

import pytest

from handout.__main__ import main
from handout.errors import HandoutError
from handout.locales import languages
from handout.matrix import MOST_JOBS, matrix
from handout.profile import clinic_names
from tests.conftest import ROOT
from tests.product.on_github import WORKFLOWS

if TYPE_CHECKING:
    from pathlib import Path

CLINICS = WORKFLOWS["clinics"]


def test_it_starts_only_by_hand_and_one_fault_ends_no_other_job() -> None:
    assert list(CLINICS.content[True]) == ["workflow_dispatch"]
    assert all(job["timeout-minutes"] <= 20 for job in CLINICS.jobs.values())
    assert CLINICS.jobs["build"]["strategy"]["fail-fast"] is False
    assert CLINICS.jobs["report"]["if"] == "always()"
    assert set(CLINICS.jobs["report"]["needs"]) == {"list", "build"}


def test_what_is_kept_is_what_a_build_makes() -> None:
    (kept,) = (step["with"]["path"] for step in CLINICS.steps if "path" in step.get("with", {}))

    assert kept.split() == ["build/*/*/html", "build/*/*/pdf"]


# -- The list of jobs ----------------------------------------------------------------------------


@pytest.mark.runs(".venv/bin/python -m handout matrix")
def test_the_command_lists_each_clinic_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matrix"]) == 0

    (line,) = capsys.readouterr().out.splitlines()
    jobs = json.loads(line)["include"]
    found = [(job["clinic"], job["language"]) for job in jobs]
    assert sorted(found) == sorted(product(clinic_names(ROOT), languages(ROOT)))


def with_clinics(root: Path, count: int) -> Path:
    (root / "clinics").mkdir()
    for number in range(count):
        (root / "clinics" / f"example-{number:03}.toml").touch()
    return root


def test_more_than_one_run_takes_come_in_parts_each_clinic_once(tmp_path: Path) -> None:
    root = with_clinics(tmp_path, 2 * MOST_JOBS + 1)

    parts = [json.loads(matrix(root, part))["include"] for part in (1, 2, 3)]

    assert [len(part) for part in parts] == [MOST_JOBS, MOST_JOBS, 1]
    listed = [job["clinic"] for part in parts for job in part]
    assert listed == clinic_names(root)


@pytest.mark.parametrize(
    ("count", "part", "sentence"),
    [
        (257, None, "there are 257 packets to build, and one run takes 256; start a run for each part, from 1 to 2"),
        (257, 3, "there is no part 3; the last one is 2"),
        (256, 2, "there is no part 2; the last one is 1"),
        (1, 0, "there is no part 0; the last one is 1"),
    ],
)  # fmt: skip
def test_a_clinic_is_never_left_out_silently(
    tmp_path: Path, count: int, part: int | None, sentence: str
) -> None:
    with pytest.raises(HandoutError) as caught:
        matrix(with_clinics(tmp_path, count), part)

    assert str(caught.value) == sentence


def test_one_part_needs_no_number(tmp_path: Path) -> None:
    root = with_clinics(tmp_path, MOST_JOBS)

    assert matrix(root, None) == matrix(root, 1)
    assert len(json.loads(matrix(root, None))["include"]) == MOST_JOBS
