"""Does one task for many things in a few processes, and goes on when one of them dies.

The standard library's pools give up, or wait for ever, when a process is killed.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from collections import deque
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from types import TracebackType

Item = TypeVar("Item")
Result = TypeVar("Result")

# The one way to start a process that is the same, and safe, on every system.
SPAWN = get_context("spawn")


@dataclass(frozen=True)
class Died:
    """What comes of a thing whose process ended in the middle of it.

    :ivar status: the exit status; below zero, the number of the signal that ended it.
    """

    status: int


def cores() -> int:
    """Return how many processor cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Worker(Generic[Item, Result]):
    """One process, which does the task for one thing after the other."""

    def __init__(self, task: Callable[[Item], Result]) -> None:
        self.pipe, end = SPAWN.Pipe()
        self._process = SPAWN.Process(target=_serve, args=(end, task), daemon=True)
        with _no_interrupts():
            self._process.start()
        # Only with no other holder of its end does the pipe tell that the process has died.
        end.close()

    def begin(self, item: Item) -> None:
        """Start on *item*; the result comes through the pipe."""
        self.item = item
        # A process that is dead already is told of when its result is asked for.
        with contextlib.suppress(BrokenPipeError):
            self.pipe.send(item)

    def result(self) -> Result | Died:
        """Return what came of the item, once the pipe has something to tell."""
        try:
            result: Result = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            self._process.join()
            return Died(self._process.exitcode or 0)
        return result

    def end(self) -> None:
        """End the process, in the middle of a thing or not."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


class Workers(Generic[Item, Result]):
    """Several processes for one task.  Leaving the block ends them.

    :param task: a function of a module, called in the processes.
    :param count: how many processes at most; each is started when there is work for it.
    """

    def __init__(self, task: Callable[[Item], Result], count: int) -> None:
        self._task, self._count = task, count
        self._workers: list[Worker[Item, Result]] = []

    def __enter__(self) -> Workers[Item, Result]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.end()

    def run(self, items: Iterable[Item]) -> Iterator[tuple[Item, Result | Died]]:
        """Yield each of *items* with what came of it, as they are done."""
        left = deque(items)
        while left or self._workers:
            while left and len(self._workers) < self._count:
                self._workers.append(Worker(self._task))
                self._workers[-1].begin(left.popleft())
            for worker in self._with_news():
                item, result = worker.item, worker.result()
                if left and not isinstance(result, Died):
                    worker.begin(left.popleft())
                else:
                    self._workers.remove(worker)
                    worker.end()
                yield item, result

    def _with_news(self) -> list[Worker[Item, Result]]:
        ready = wait([worker.pipe for worker in self._workers])
        return [worker for worker in self._workers if worker.pipe in ready]


def _serve(pipe: Connection, task: Callable[[Item], Result]) -> None:
    """Do *task* for what comes through the *pipe* until the other end is closed."""
    while True:
        try:
            item = pipe.recv()
        except EOFError:
            return
        result = task(item)
        with contextlib.suppress(BrokenPipeError):
            pipe.send(result)
        # While it builds, Python looks for garbage so rarely that two things would be in memory.
        gc.collect()


@contextlib.contextmanager
def _no_interrupts() -> Iterator[None]:
    """Let processes that start in the block never hear Ctrl-C: whoever started them ends them."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
