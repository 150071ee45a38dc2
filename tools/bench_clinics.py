"""What each further clinic costs: part of ``make bench``.

A copy of the project gets made-up clinics.  One is built alone, in a process of its own, before
and after all of them are built in one go.  Times are wall seconds, unlike those of the other
parts: that all cores work is the point.  So this part asks for a machine with nothing else to do.

``BENCH_CLINICS=100`` measures as many clinics as the bars speak of.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from handout.build import INPUTS
from handout.workers import cores

ROOT = Path(__file__).resolve().parent.parent
FEW = 6
# The most that each clinic of many may take, in parts of a cold build of one.
SHARE = 0.5
# The most that a clinic at the end may take, in parts of one at the start: 1 is linear.
GROWTH = 1.2
# The most memory that all processes together may hold, in MiB.
MEMORY = 1024
HANDOUT = [sys.executable, "-m", "handout"]
# How often memory is looked at, in seconds.
GLANCE = 0.1


@dataclass
class Memory:
    """The most memory that was seen, in MiB: of the largest process, and of all together."""

    largest: float = 0
    together: float = 0

    def look(self, process: int) -> None:
        """Look at *process* and all that it has started."""
        sizes = [resident(one) for one in family(process)]
        self.largest = max([self.largest, *sizes])
        self.together = max(self.together, sum(sizes))


@dataclass
class Run:
    """One run over all clinics.

    :ivar ends: when each clinic was done, in seconds from the start.
    :ivar seconds: until all was over.
    """

    ends: list[float] = field(default_factory=list)
    seconds: float = 0
    memory: Memory = field(default_factory=Memory)


def project(folder: Path, count: int) -> None:
    """Copy the project to *folder*, with *count* made-up clinics in place of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in (*INPUTS, "clinics"):
        source, goal = ROOT / name, folder / name
        goal.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, goal)
    clinics = folder / "clinics"
    example = (clinics / "example.toml").read_text(encoding="utf-8")
    for path in clinics.glob("*.toml"):
        path.unlink()
    for number in range(1, count + 1):
        text = example.replace(
            "Example Clinic (fictional)", f"Example Clinic {number:03} (fictional)"
        )
        text = text.replace("555-0142", f"555-01{number % 100:02}")
        (clinics / f"example-{number:03}.toml").write_text(text, encoding="utf-8")


def cold(folder: Path) -> float:
    """Return the seconds that one clinic takes, built alone with nothing there before."""
    shutil.rmtree(folder / "build", ignore_errors=True)
    start = time.perf_counter()
    command = [*HANDOUT, "build", "--clinic", "example-001"]
    subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def many(folder: Path) -> Run:
    """Build all clinics in one go with nothing there before."""
    shutil.rmtree(folder / "build", ignore_errors=True)
    run, start = Run(), time.perf_counter()
    process = subprocess.Popen(
        [*HANDOUT, "clinics"], cwd=folder, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    over = threading.Event()
    watcher = threading.Thread(target=watch, args=(process.pid, run.memory, over))
    watcher.start()
    for line in process.stdout or ():
        if line.rstrip().endswith(" built"):
            run.ends.append(time.perf_counter() - start)
    _, told = process.communicate()
    run.seconds = time.perf_counter() - start
    over.set()
    watcher.join()
    if process.returncode:
        raise RuntimeError(told)
    return run


def watch(process: int, memory: Memory, over: threading.Event) -> None:
    """Keep an eye on the *memory* of *process* and its workers until all is *over*."""
    while not over.wait(GLANCE):
        memory.look(process)


def family(process: int) -> list[int]:
    """Return *process* and all that it has started and that live, as Linux tells it."""
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except FileNotFoundError:
        return []
    return [process, *(one for child in told.split() for one in family(int(child)))]


def resident(process: int) -> float:
    """Return the MiB of memory that *process* holds; shared parts count for each process."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def growth(run: Run) -> float:
    """Return what a clinic of the later half takes, in parts of one of the first half.

    Clinics end as many at a time as there are cores, so the halves are cut there.
    """
    half = max(len(run.ends) // 2 // cores(), 1) * cores()
    first = run.ends[half - 1] / half
    return (run.ends[-1] - run.ends[half - 1]) / (len(run.ends) - half) / first


def report(work: Path, say: Callable[[str], None]) -> bool:
    """Say what many clinics cost; return whether all bars are met.

    :param work: a folder to build in.
    """
    count = int(os.environ.get("BENCH_CLINICS", FEW))
    folder = work / "clinics"
    project(folder, count)
    alone = [cold(folder)]
    run = many(folder)
    alone.append(cold(folder))
    one = statistics.mean(alone)
    share, grown = run.seconds / count / one, growth(run)
    bars = (
        (f"each of {count} clinics: {share:.2f} of a cold build of one ({run.seconds:.0f} s on "
         f"{cores()} cores; one alone {alone[0]:.1f} s before, {alone[1]:.1f} s after)",
         share <= SHARE, f"{SHARE}"),
        (f"each of the later half: {grown:.2f} of one of the first half (1 is linear)",
         grown <= GROWTH, f"{GROWTH}"),
        (f"memory at its peak: {run.memory.together:.0f} MiB, {run.memory.largest:.0f} of them "
         "in the largest process", run.memory.together <= MEMORY, f"{MEMORY} MiB"),
    )  # fmt: skip
    for words, met, bar in bars:
        say(f"{words}; bar {bar}: {'met' if met else 'NOT MET'}")
    return all(met for _, met, _ in bars)


if __name__ == "__main__":
    sys.exit(not report(ROOT / "build" / "bench", print))
