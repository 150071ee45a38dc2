"""The web site in one file, to carry on a USB stick or to put on a web server."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

# Files that would not get smaller.
PACKED = {".pdf", ".png", ".jpg", ".jpeg", ".woff2"}
# -rw-r--r--, where ZIP keeps the rights of a file.
RIGHTS = 0o644 << 16


def pack(folder: Path, archive: Path, day: date) -> None:
    """Write all files in *folder* into *archive*, which is replaced only when it is whole.

    Unpacked anywhere, it opens from ``index.html``.  The same files give the same bytes.

    :param day: the time stamp of all files in it.
    """
    unfinished = archive.with_name(f".{archive.name}-new")
    with zipfile.ZipFile(unfinished, "w", compresslevel=9) as file:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                file.writestr(_entry(path, folder, day), path.read_bytes())
    unfinished.replace(archive)


def _entry(path: Path, folder: Path, day: date) -> zipfile.ZipInfo:
    name = path.relative_to(folder).as_posix()
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_STORED if path.suffix in PACKED else zipfile.ZIP_DEFLATED
    entry.external_attr = RIGHTS
    # Else a file packed on Windows would differ.
    entry.create_system = 3
    return entry
