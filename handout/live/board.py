"""What the page shows at the moment, told to every browser that has it open."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from handout.onepage import NAME as ONE_PAGE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path
    from typing import Any

    from handout.live.faults import Fault
    from handout.live.pictures import Pages, Spot


@dataclass
class Side:
    """One half of the page.

    :ivar version: counts good versions; 0: there is none yet.
    :ivar is_working: a new version is on its way.
    :ivar faults: why there is no newer version.
    :ivar was_restarted: its process has died and was started anew.
    """

    version: int = 0
    is_working: bool = True
    faults: list[Fault] = field(default_factory=list)
    was_restarted: bool = False

    def told(self) -> dict[str, Any]:
        """Return what the page is told."""
        return {
            "version": self.version,
            "working": self.is_working,
            "faulty": bool(self.faults),
            "restarted": self.was_restarted,
        }


@dataclass
class SiteSide(Side):
    """The web site.

    :ivar folder: of the good version; :ivar before: of the one before it.
    :ivar chapters: that differ in them.
    """

    folder: Path | None = None
    before: Path | None = None
    chapters: frozenset[str] = frozenset()

    def told(self) -> dict[str, Any]:
        """Return what the page is told."""
        return {
            **super().told(),
            "chapters": sorted(self.chapters),
            "everything": ONE_PAGE,
        }


@dataclass
class PrintSide(Side):
    """The printed pages.

    :ivar pages: of the good version; :ivar spot: where they differ from the version before.
    """

    pages: Pages | None = None
    spot: Spot | None = None

    def told(self) -> dict[str, Any]:
        """Return what the page is told."""
        papers = self.pages.papers if self.pages else []
        sizes = [(paper.width, paper.height) for paper in papers]
        return {
            **super().told(),
            "pages": sizes,
            "spot": asdict(self.spot) if self.spot else None,
        }


class Board:
    """Both halves, and who wants to hear of them."""

    def __init__(self) -> None:
        self.site, self.printed = SiteSide(), PrintSide()
        self._listeners: set[asyncio.Event] = set()
        self._is_closed = False

    def faults(self) -> list[Fault]:
        """Return the faults of both halves, each once: both read the same chapters."""
        return list(dict.fromkeys([*self.site.faults, *self.printed.faults]))

    def is_working(self) -> bool:
        """Return whether a new version of either half is on its way."""
        return self.site.is_working or self.printed.is_working

    def tell(self) -> None:
        """Tell all who listen that something is new."""
        for listener in self._listeners:
            listener.set()

    def close(self) -> None:
        """Send all who listen home."""
        self._is_closed = True
        self.tell()

    async def news(self) -> AsyncIterator[str]:
        """Yield all there is to know as JSON, at once and whenever something is new."""
        listener = asyncio.Event()
        self._listeners.add(listener)
        try:
            while not self._is_closed:
                listener.clear()
                yield self._told()
                await listener.wait()
        finally:
            self._listeners.discard(listener)

    def _told(self) -> str:
        return json.dumps(
            {
                "faults": [asdict(fault) for fault in self.faults()],
                "site": self.site.told(),
                "print": self.printed.told(),
            }
        )
