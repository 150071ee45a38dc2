"""What each further clinic costs, when all are built in one go.

A copy of the project gets made-up clinics.  One is built alone, from nothing and in a process
of its own, before and after all of them are built in one go.  Costs are seconds on the clock,
unlike those of the other parts: that every core works is the point.  So nothing else should run
on the machine meanwhile.

``BENCH_CLINICS=100`` builds as many as the bars speak of.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

from handout.build import INPUTS
from handout.workers import cores
from tools.costs import ROOT, WORK, Ratio, module

PROJECT = WORK / "clinics"
COUNT = int(os.environ.get("BENCH_CLINICS", "12"))
# Bars; a clinic late in the run may cost as many times an early one.
SHARE, MEMORY, LINEAR = 0.5, 1024, 1.2
# How often memory is looked at, in seconds.
GLANCE = 0.1


@dataclass
class Run:
    """One run over all clinics.

    :ivar ends: when each clinic was done, in seconds from the start; the last entry is the end.
    :ivar largest: the most memory that one process held, in MB.
    :ivar together: the most that all held at once; what they share counts for each.
    """

    ends: list[float] = field(default_factory=list)
    largest: float = 0
    together: float = 0


def report() -> Iterator[Ratio]:
    """Yield what a clinic costs beside one that is built alone, and whether that grows."""
    copy_project(PROJECT, COUNT)
    before, run, after = alone(), all_in_one_go(), alone()
    one, many = statistics.mean([before, after]), run.ends[-1]
    details = f"{many:.1f} s for {COUNT} on {cores()} cores, {before:.1f} and {after:.1f} s alone"
    yield Ratio("a clinic of many, of one built alone", many / COUNT / one, SHARE, details)
    early, late = halves(run.ends, cores())
    details = f"{late:.2f} s of {early:.2f} s"
    yield Ratio("a clinic late in the run, of an early one", late / early, LINEAR, details)
    yield Ratio("most memory of all processes together (MB)", run.together, MEMORY)
    yield Ratio("most memory of one of them (MB)", run.largest)


def copy_project(folder: Path, count: int) -> None:
    """Copy what a build needs to *folder*, with *count* made-up clinics in place of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in (*INPUTS, "clinics"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    example = (folder / "clinics" / "example.toml").read_text(encoding="utf-8")
    for path in (folder / "clinics").glob("*.toml"):
        path.unlink()
    for number in range(1, count + 1):
        text = example.replace("Clinic (fictional)", f"Clinic {number:03} (fictional)")
        text = text.replace("555-0142", f"555-01{number % 100:02}")
        (folder / "clinics" / f"example-{number:03}.toml").write_text(text, encoding="utf-8")


def alone() -> float:
    """Return the seconds that one clinic takes, from nothing."""
    shutil.rmtree(PROJECT / "build", ignore_errors=True)
    start = time.perf_counter()
    command = module("handout", "build", "--clinic", "example-001")
    subprocess.run(command, check=True, cwd=PROJECT, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def all_in_one_go() -> Run:
    """Build all clinics from nothing.

    :raises SystemExit: one of them could not be built; it has said why.
    """
    shutil.rmtree(PROJECT / "build", ignore_errors=True)
    run, over, start = Run(), Event(), time.perf_counter()
    with subprocess.Popen(
        module("handout", "clinics"), cwd=PROJECT, stdout=subprocess.PIPE, text=True
    ) as process:
        watcher = Thread(target=watch, args=(process.pid, run, over))
        watcher.start()
        assert process.stdout is not None
        run.ends += [time.perf_counter() - start for line in process.stdout if " of " in line]
    run.ends[-1:] = [time.perf_counter() - start]
    over.set()
    watcher.join()
    if process.returncode:
        sys.exit(process.returncode)
    return run


def halves(ends: list[float], at_once: int) -> tuple[float, float]:
    """Return the seconds for each clinic of the first half and for each of the second.

    :param at_once: how many end at about the same time; the halves are cut between such groups.
    """
    half = max(len(ends) // 2 // at_once, 1) * at_once
    return ends[half - 1] / half, (ends[-1] - ends[half - 1]) / (len(ends) - half)


def watch(process: int, run: Run, over: Event) -> None:
    """Note the memory of *process* and all that it has started until all is *over*."""
    while not over.wait(GLANCE):
        sizes = [memory(one) for one in family(process)]
        run.largest = max([run.largest, *sizes])
        run.together = max(run.together, sum(sizes))


def family(process: int) -> list[int]:
    """Return *process* and all that it has started and that live, as Linux tells it."""
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        # It has just ended.
        return []
    return [process, *(one for child in told.split() for one in family(int(child)))]


def memory(process: int) -> float:
    """Return the MB that *process* holds."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    for line in report():
        sys.stdout.write(f"{line}\n")
