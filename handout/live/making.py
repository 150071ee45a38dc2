"""What the processes of ``make live`` do: one makes the web site, one the printed pages."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handout.build import PRINT, Target, check_target, printables_in
from handout.errors import HandoutError
from handout.sources import check_sources
from handout.sphinx_runs import DOCTREES, run_sphinx

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, kw_only=True)
class Place(Target):
    """A handout that is made somewhere else than in the clinic's own folder."""

    place: Path

    @property
    def folder(self) -> Path:
        """Return the folder in which it is made."""
        return self.place


@dataclass(frozen=True)
class Order:
    """What is to be made.

    :ivar form: ``html`` or ``pdf``.
    :ivar folder: shared by both forms: the site offers the PDF that it finds there.
    :ivar number: of this order; no two sites have the same folder.
    :ivar chapters: those that may have changed since the last good version.
    :ivar anew: read all chapters anew, not just these.
    """

    root: Path
    clinic: str
    language: str
    form: str
    folder: Path
    number: int
    chapters: frozenset[str]
    anew: bool


@dataclass(frozen=True)
class Made:
    """A good version.

    :ivar path: the folder of the site, or the PDF.
    :ivar id: tells whether printed pages are current; it stands on every page.
    :ivar titles: of the chapters that were to be read again.
    """

    path: Path
    id: str
    titles: tuple[str, ...]


def make(order: Order) -> Made | tuple[str, ...]:
    """Make what the *order* says; return it, or what has to be put right, a sentence each."""
    # The one that is shown stays: the site gets another folder, and the PDF builder keeps it.
    goal = order.folder / (PRINT if order.form == PRINT else f"{order.form}-{order.number}")
    read = order.folder / f"{order.form}-read"
    target = Place(order.root, order.clinic, order.language, place=read)
    memory = Memory(read)
    titles: list[str] = []
    if not order.anew:
        memory.recall()
    try:
        check_target(target)
        check_sources(target.root)
        edition = run_sphinx(
            target, order.form, goal, order.anew, lambda app: prepare(app, order, titles)
        )
    except HandoutError as error:
        return tuple(str(error).splitlines())
    memory.keep()
    path = printables_in(goal)[0] if order.form == PRINT else goal
    return Made(path, edition.id, tuple(titles))


class Memory:
    """What Sphinx knows of all chapters, as it was after the last good version.

    When it finds a slip, it forgets all, or takes the chapter as read and is silent the next time.
    """

    def __init__(self, folder: Path) -> None:
        # Here, for it takes long to load and the server has no use for it.
        from sphinx.application import ENV_PICKLE_FILENAME

        self._present = folder / DOCTREES / ENV_PICKLE_FILENAME
        self._kept = folder / ENV_PICKLE_FILENAME

    def keep(self) -> None:
        """Keep what is known now."""
        shutil.copyfile(self._present, self._kept)

    def recall(self) -> None:
        """Go back to what was kept."""
        shutil.copyfile(self._kept, self._present)


def prepare(app: Sphinx, order: Order, titles: list[str]) -> None:
    """Have Sphinx read the chapters of the *order* again, and print the first PDF only.

    :param titles: gets those of the chapters.
    """

    def note_titles(app: Sphinx, env: BuildEnvironment) -> None:
        known = order.chapters & env.titles.keys()
        titles.extend(env.titles[name].astext() for name in sorted(known))

    app.connect("env-get-outdated", lambda *ignored: order.chapters)
    app.connect("env-check-consistency", note_titles)
    if order.form == PRINT:
        app.config.pdf_documents = app.config.pdf_documents[:1]
