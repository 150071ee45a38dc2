"""What commands cost, and whether a ratio of two costs is within its bar."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / ".bench"
# How often each command of a comparison is run, unless it is said otherwise.
ROUNDS = 3


@dataclass(frozen=True)
class Cost:
    """What one process has used.

    :ivar seconds: of processor time, its own and the system's for it.
    :ivar memory: the most that it has held at once, in MB.
    """

    seconds: float
    memory: float


@dataclass(frozen=True)
class Ratio:
    """One line of the report.

    :ivar bar: what the *value* may be at most; ``None`` for what is only told.
    :ivar details: the seconds behind it.
    """

    what: str
    value: float
    bar: float | None = None
    details: str = ""

    @property
    def is_missed(self) -> bool:
        """Return whether the value is over its bar."""
        return self.bar is not None and self.value > self.bar

    def __str__(self) -> str:
        """Return the line."""
        bar = "" if self.bar is None else f"{self.bar:.2f}"
        mark = "" if self.bar is None else "MISSED" if self.is_missed else "ok"
        return f"{self.what:<58} {self.value:6.2f} {bar:>6} {mark:<7} {self.details}".rstrip()


def module(name: str, *arguments: object) -> list[str]:
    """Return the command that runs a Python module."""
    return [sys.executable, "-m", name, *map(str, arguments)]


def cost(command: list[str], folder: Path = ROOT) -> Cost:
    """Run *command* in *folder* and return what it has used.

    :raises SystemExit: it failed; with what it said.
    """
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} has failed:\n{said}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def least(commands: Mapping[str, Callable[[], Cost]], rounds: int = ROUNDS) -> dict[str, Cost]:
    """Return the least that each of several commands costs, run in turn.

    Whatever else the machine does makes a run dearer and never cheaper.
    """
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, run in commands.items():
            found[name].append(run())
    return {
        name: Cost(min(c.seconds for c in costs), max(c.memory for c in costs))
        for name, costs in found.items()
    }
