"""Shows how far a run over all clinics has come."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Task

    from handout.outcomes import Outcome


@contextmanager
def progress(total: int, say: Callable[[str], None]) -> Iterator[Callable[[Outcome], None]]:
    """Give a function to be called with each clinic's outcome, *total* times.

    It moves a bar on a terminal, and says a line anywhere else.
    """
    console = Console(stderr=True)
    if sys.stderr.isatty() and not console.is_dumb_terminal:
        with _bar(console) as bar:
            yield _mover(bar, total)
    else:
        yield _teller(total, say)


class Left(ProgressColumn):
    """How long it will take yet, if all are as quick as those that are done."""

    def render(self, task: Task) -> Text:
        """Return the words for the row of *task*."""
        if not task.completed or task.elapsed is None or task.remaining is None:
            return Text()
        seconds = round(task.elapsed / task.completed * task.remaining)
        return Text(f"about {timedelta(seconds=seconds)} left")


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("Clinics"),
        BarColumn(),
        MofNCompleteColumn(separator=" of "),
        TextColumn("{task.fields[failed]}"),
        TimeElapsedColumn(),
        Left(),
        console=console,
        transient=True,
    )


def _mover(bar: Progress, total: int) -> Callable[[Outcome], None]:
    row = bar.add_task("", total=total, failed="")
    failed = untried = 0

    def move(outcome: Outcome) -> None:
        nonlocal failed, untried
        failed += bool(outcome.faults)
        if not outcome.tried:
            # It took no time, which would make the rest look quick.
            untried += 1
        bar.update(
            row,
            total=total - untried,
            advance=outcome.tried,
            failed=f"({failed} failed)" if failed else "",
        )

    return move


def _teller(total: int, say: Callable[[str], None]) -> Callable[[Outcome], None]:
    numbers = count(1)

    def tell(outcome: Outcome) -> None:
        what = "built" if outcome.built else "failed" if outcome.faults else "has not changed"
        say(f"{next(numbers)} of {total}: {outcome.clinic} {what}")

    return tell
