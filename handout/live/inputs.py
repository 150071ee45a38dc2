"""What the handout is made of, and what a change of it asks for."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from watchfiles import Change, DefaultFilter

from handout.build import INPUTS
from handout.locales import LOCALE
from handout.profile import CLINICS

if TYPE_CHECKING:
    from collections.abc import Iterator

# Path, as seen from the top folder -> what changes with each save.
Snapshot = dict[str, tuple[int, int, int]]
WATCHED = (*INPUTS, CLINICS.as_posix(), LOCALE.as_posix())
CHAPTERS = PurePosixPath("source")
CHAPTER = ".rst"
# What a process that is at work would not take up: it has loaded or remembered it.
REMEMBERED = (
    "conf.py",
    "constraints.txt",
    "handout/",
    "images/icons/",
    "locale/",
    "rst2pdf_tagged/",
    "source/labels.toml",
    "theme/",
)
# Knows what editors and systems put beside a file while it is written.
_is_wanted = DefaultFilter()


def folders(root: Path) -> list[Path]:
    """Return the folders below *root* to be watched with all that is in them."""
    return [root / name for name in WATCHED if (root / name).is_dir()]


def look(root: Path) -> Snapshot:
    """Return the present state of every file below the project folder *root* that counts."""
    found: Snapshot = {}
    for path in _files(root):
        name = path.relative_to(root).as_posix()
        # It may be gone by now: some editors put a new file in its place.
        with suppress(OSError):
            if _is_wanted(Change.modified, name):
                stat = path.stat()
                found[name] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
    return found


def _files(root: Path) -> Iterator[Path]:
    for name in WATCHED:
        # Nothing is yielded of what is a file, and no folder that goes meanwhile is a fault.
        yield from (
            Path(folder, file) for folder, _, files in os.walk(root / name) for file in files
        )
        if (root / name).is_file():
            yield root / name


def changed(before: Snapshot, after: Snapshot) -> frozenset[str]:
    """Return the paths that are new, gone or different."""
    every = before.keys() | after.keys()
    return frozenset(path for path in every if before.get(path) != after.get(path))


def chapters(paths: frozenset[str]) -> frozenset[str]:
    """Return the names, as Sphinx has them, of the chapters among *paths*."""
    files = [PurePosixPath(path) for path in paths]
    return frozenset(
        file.relative_to(CHAPTERS).with_suffix("").as_posix()
        for file in files
        if file.is_relative_to(CHAPTERS) and file.suffix == CHAPTER
    )


def asks_for_all(before: Snapshot, after: Snapshot) -> bool:
    """Return whether a change asks for more than to read the changed chapters again.

    Others may lead to a chapter that is new or gone.
    """
    paths = changed(before, after)
    return len(chapters(paths)) < len(paths) or not paths <= before.keys() & after.keys()


def asks_for_new_process(paths: frozenset[str]) -> bool:
    """Return whether a process that is at work would not take up a change of *paths*."""
    return any(path.startswith(REMEMBERED) for path in paths)
