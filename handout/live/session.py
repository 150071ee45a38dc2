"""One run of ``make live``, from the first version to Ctrl-C."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import signal
import socket
import tempfile
import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import awatch

from handout.build import PRINT, SITE
from handout.live.board import Board
from handout.live.inputs import Snapshot, folders, look
from handout.live.maker import Maker
from handout.live.pictures import Pages
from handout.live.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable

    from handout.build import Target
    from handout.live.faults import Fault
    from handout.live.making import Made

# Below build/, where no clinic can have its folder: no name of one begins so.
WORK = ".live"
# A file counts as saved when nothing has touched it for so long, at most so long (ms).
STILL, AT_MOST = 20, 200


def show_live(target: Target, say: Callable[[str], None]) -> None:
    """Show the handout in a browser, and make it anew at each save.

    Returns when Ctrl-C is pressed, the terminal closed, or the process told to end.
    """
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    work = target.root / "build" / WORK
    work.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=work) as folder, contextlib.suppress(KeyboardInterrupt):
        asyncio.run(Session(target, Path(folder)).run(say))


class Session:
    """What is shown, and what keeps it up to date.

    :param folder: where versions go.
    """

    def __init__(self, target: Target, folder: Path) -> None:
        self._root = target.root
        self._board = board = Board()
        self._site = Maker(target, SITE, folder, board, board.site, self._show_site)
        self._print = Maker(target, PRINT, folder, board, board.printed, self._show_pages)
        self._makers = (self._site, self._print)

    async def run(self, say: Callable[[str], None]) -> None:
        """Serve the page until Ctrl-C."""
        with socket.create_server(("127.0.0.1", 0)) as sock:
            address = f"http://127.0.0.1:{sock.getsockname()[1]}/"
            say(f"The handout is shown in your browser: {address}\nTo end this, press Ctrl-C.")
            # It may wait until the browser is closed.
            threading.Thread(target=webbrowser.open, args=[address], daemon=True).start()
            try:
                async with asyncio.TaskGroup() as group:
                    tasks = [group.create_task(maker.keep_making()) for maker in self._makers]
                    tasks.append(group.create_task(self._watch()))
                    tasks.append(group.create_task(self._tell(say)))
                    await Server(self._board, self._root).serve(sockets=[sock])
                    for task in tasks:
                        task.cancel()
            finally:
                for maker in self._makers:
                    maker.end()

    async def _watch(self) -> None:
        """Ask for new versions, at first and whenever something has changed."""
        woken = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(_wake(woken, *folders(self._root), recursive=True))
            group.create_task(_wake(woken, self._root, recursive=False))
            seen: Snapshot = {}
            while True:
                woken.clear()
                now = await asyncio.to_thread(look, self._root)
                if now != seen:
                    seen = now
                    for maker in self._makers:
                        maker.ask()
                await woken.wait()

    async def _tell(self, say: Callable[[str], None]) -> None:
        """Tell the terminal, too, what has to be put right."""
        known: list[Fault] = []
        async for _ in self._board.news():
            faults = self._board.faults()
            if faults != known and not self._board.is_working():
                say("\n".join(["", *map(str, faults)]) if faults else "\nAll is well again.")
                known = faults

    async def _show_site(self, made: Made, chapters: frozenset[str]) -> None:
        side = self._board.site
        gone, side.before, side.folder = side.before, side.folder, made.path
        side.chapters = chapters if side.before else frozenset()
        if gone:
            await asyncio.to_thread(shutil.rmtree, gone, ignore_errors=True)

    async def _show_pages(self, made: Made, chapters: frozenset[str]) -> None:
        side = self._board.printed
        pages = await asyncio.to_thread(Pages, made.path.read_bytes(), made.id)
        before, side.pages = side.pages, pages
        if before:
            side.spot = await asyncio.to_thread(pages.first_change, before, made.titles)
        else:
            # The site can offer it from now on.
            self._site.ask()


async def _wake(woken: asyncio.Event, *paths: Path, recursive: bool) -> None:
    async for _ in awatch(
        *paths, watch_filter=None, debounce=AT_MOST, step=STILL, recursive=recursive
    ):
        woken.set()
