"""What the benchmark says of many clinics."""

from __future__ import annotations

import subprocess
import sys
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from handout.profile import clinic_names, load_profile
from tools import clinics
from tools.clinics import Run, copy_project, halves, watch

if TYPE_CHECKING:
    from pathlib import Path

MANY = 120


def test_made_up_clinics_are_in_order_and_none_is_like_another(tmp_path: Path) -> None:
    copy_project(tmp_path / "copy", MANY)

    names = clinic_names(tmp_path / "copy")
    profiles = [load_profile(name, tmp_path / "copy") for name in names]
    assert len({profile.name for profile in profiles}) == MANY
    assert all("(fictional)" in profile.name for profile in profiles)
    assert all("555-01" in (profile.phone or "") for profile in profiles)
    assert (tmp_path / "copy" / "conf.py").is_file()


@pytest.mark.parametrize(
    ("ends", "at_once", "early", "late"),
    [
        ([2, 2, 4, 4, 6, 6, 8, 8], 2, 1, 1),
        ([2, 2, 4, 4, 8, 8, 12, 12], 2, 1, 2),
        # Three are no group; the cut is behind the first two.
        ([2, 2, 4, 4, 6, 6], 2, 1, 1),
        ([1, 3], 1, 1, 2),
    ],
)
def test_growth_is_that_of_the_later_half(
    ends: list[float], at_once: int, early: float, late: float
) -> None:
    assert halves(ends, at_once) == (early, late)


def test_memory_is_that_of_all_processes_and_of_the_largest() -> None:
    hold = "import time; held = b'x' * 200_000_000; print(flush=True); time.sleep(600)"
    start = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"
    run, over = Run(), Event()
    with subprocess.Popen([sys.executable, "-c", start], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        watcher = Thread(target=watch, args=(process.pid, run, over))
        watcher.start()
        while not run.together:
            watcher.join(0.05)
        over.set()
        watcher.join()
        (_, child) = clinics.family(process.pid)
        subprocess.run(["kill", str(child)], check=True)

    assert 190 < run.largest < run.together < 300


@pytest.mark.parametrize(
    ("run", "missed"),
    [
        (Run([5, 5, 10, 10], 300, 900), []),
        (Run([11, 11, 22, 22], 300, 900), ["a clinic of many, of one built alone"]),
        (Run([4, 4, 10, 10], 300, 900), ["a clinic late in the run, of an early one"]),
        (Run([5, 5, 10, 10], 600, 1100), ["most memory of all processes together (MB)"]),
    ],
)
def test_a_missed_bar_is_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, missed: list[str]
) -> None:
    monkeypatch.setattr(clinics, "PROJECT", tmp_path / "copy")
    monkeypatch.setattr(clinics, "COUNT", 4)
    monkeypatch.setattr(clinics, "cores", lambda: 2)
    monkeypatch.setattr(clinics, "alone", lambda: 10.0)
    monkeypatch.setattr(clinics, "all_in_one_go", lambda: run)

    assert [ratio.what for ratio in clinics.report() if ratio.is_missed] == missed
