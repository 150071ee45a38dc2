"""A clinic's logo: a picture below ``clinics/`` that is safe to print and to put on the web."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from handout.photos import kind_of_photo, size_of_photo
from handout.svg_safety import is_svg, size_of_svg

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 2_000_000
# Points for each dot of a picture and each unit of a drawing: 96 in an inch, as on the web.
POINTS = 0.75


@dataclass(frozen=True)
class Logo:
    """A picture that has been checked.

    :ivar path: its file; :ivar kind: ``png``, ``jpg`` or ``svg``, by what is in it.
    :ivar width: its own, in points; :ivar height: the same.
    """

    path: Path
    kind: str
    width: float
    height: float

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Return its size in a box of *width* and *height* points; it is never enlarged."""
        factor = min(1, width / self.width, height / self.height)
        return self.width * factor, self.height * factor

    def copied_to(self, folder: Path) -> Logo:
        """Return a copy in *folder*, named by what it is: not all readers look inside."""
        path = folder / f"logo.{self.kind}"
        shutil.copyfile(self.path, path)
        return replace(self, path=path)


def read_logo(name: str, folder: Path) -> Logo:
    """Return the logo with this file *name* in *folder*.

    :raises ValueError: it is not there, not safe or not a picture; what is wrong and what to do.
    """
    path = _file(name, folder)
    if path.stat().st_size > MOST_BYTES:
        raise ValueError("is larger than 2 MB; save it smaller")
    try:
        data = path.read_bytes()
    except PermissionError:
        raise ValueError(
            "names a file that may not be read; give yourself the right to read it"
        ) from None
    if kind := kind_of_photo(data):
        return _logo(path, kind, size_of_photo(data))
    if is_svg(data):
        return _logo(path, "svg", size_of_svg(data))
    raise ValueError("is not a PNG, JPEG or SVG picture; export the logo as one of these")


def _file(name: str, folder: Path) -> Path:
    """Return the path of the file with this *name*, which may not lead out of *folder*."""
    path = folder / name
    try:
        inside, there = path.resolve().is_relative_to(folder.resolve()), path.is_file()
    except (OSError, RuntimeError, ValueError):
        # Names that no system takes: too long, a link to itself, a character without a sign.
        inside, there = True, False
    if not inside:
        raise ValueError(f"is not inside the folder {folder.name}/; copy the file into it")
    if not there:
        raise ValueError(
            f"names a file that is not there; put it into {folder.name}/ or correct the name"
        )
    return path


def _logo(path: Path, kind: str, size: tuple[float, float]) -> Logo:
    width, height = size
    return Logo(path, kind, width * POINTS, height * POINTS)
