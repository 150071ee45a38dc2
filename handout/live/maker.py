"""Keeps one half of the page up to date, with a process that has Sphinx loaded."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from handout.live.faults import Fault, told
from handout.live.inputs import (
    Snapshot,
    asks_for_all,
    asks_for_new_process,
    changed,
    chapters,
    look,
)
from handout.live.making import Made, Order, make
from handout.workers import Died, Worker

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from handout.build import Target
    from handout.live.board import Board, Side

# What is said when the process ends by itself, twice for the same text.
BROKEN = (
    "the program that makes this has broken off twice with the text as it is; undo your last "
    "change and save, or show the last lines in the terminal to whoever looks after this"
)


class Maker:
    """Makes one form anew whenever it is asked to, one version at a time.

    :param folder: where versions go.
    :param side: of the *board*, which is told.
    :param show: called with a good version, and the chapters that differ in it.
    """

    def __init__(
        self,
        target: Target,
        form: str,
        folder: Path,
        board: Board,
        side: Side,
        show: Callable[[Made, frozenset[str]], Awaitable[None]],
    ) -> None:
        self._target, self._form, self._folder = target, form, folder
        self._board, self._side, self._show = board, side, show
        self._asked = asyncio.Event()
        self._worker: Worker[Order, Made | tuple[str, ...]] | None = None
        self._number = 0
        # As of the last try; chapters that have changed since the last good version; or all.
        self._seen: Snapshot = {}
        self._pending: frozenset[str] = frozenset()
        self._reads_all = True
        self._deaths = 0

    def ask(self) -> None:
        """Have it made anew; while that is under way already, once more afterwards."""
        self._side.is_working = True
        self._board.tell()
        self._asked.set()

    async def keep_making(self) -> None:
        """Make what is asked for, until the task is cancelled."""
        while True:
            await self._asked.wait()
            self._asked.clear()
            await self._settle(await self._try())

    def end(self) -> None:
        """End the process, in the middle of its work or not."""
        if self._worker:
            self._worker.end()

    async def _try(self) -> Made | tuple[str, ...] | Died:
        now = await asyncio.to_thread(look, self._target.root)
        news = changed(self._seen, now)
        self._pending |= chapters(news)
        self._reads_all |= asks_for_all(self._seen, now)
        self._seen = now
        if news:
            self._deaths = 0
            self._side.was_restarted = False
        if self._worker and asks_for_new_process(news):
            self._drop_worker()
        if self._worker is None:
            self._worker, self._reads_all = Worker(make), True
        self._worker.begin(self._order())
        return await asyncio.to_thread(self._worker.result)

    def _order(self) -> Order:
        self._number += 1
        return Order(
            self._target.root,
            self._target.clinic,
            self._target.language,
            self._form,
            self._folder,
            self._number,
            self._pending,
            self._reads_all,
        )

    async def _settle(self, result: Made | tuple[str, ...] | Died) -> None:
        """Show what came of it."""
        if isinstance(result, Died):
            self._outlive()
        elif isinstance(result, Made):
            different, self._pending = self._pending, frozenset()
            self._reads_all = False
            await self._show(result, different)
            self._side.faults = []
            self._side.version += 1
        else:
            self._side.faults = told(result, self._target.root)
        self._side.is_working = self._asked.is_set()
        self._board.tell()

    def _outlive(self) -> None:
        """Start again with a new process, unless that has not helped just now."""
        self._drop_worker()
        self._deaths += 1
        self._side.was_restarted = True
        if self._deaths > 1:
            self._side.faults = [Fault(BROKEN)]
        else:
            self._asked.set()

    def _drop_worker(self) -> None:
        self.end()
        self._worker = None
