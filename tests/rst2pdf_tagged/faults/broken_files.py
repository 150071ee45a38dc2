"""Damaged files, for which the checker must end in good order, without a traceback.

Status 2 means that a file cannot be read, 1 that it can and something is wrong.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import Apply

Build = Callable[[bytes], bytes]
UNREADABLE, FINDINGS = 2, 1


@dataclass(frozen=True)
class Broken:
    """A damaged file.

    :ivar build: makes its bytes from those of a good file; none for a folder in its place.
    :ivar statuses: with which of these the program may end.
    """

    name: str
    says: str
    statuses: frozenset[int]
    build: Build | None

    def write(self, good: Path, target: Path) -> None:
        """Write the damaged file to *target*."""
        if self.build is None:
            target.mkdir()
        else:
            target.write_bytes(self.build(good.read_bytes()))


BROKEN = [
    Broken("folder", "A folder stands in its place.", frozenset({UNREADABLE}), None),
]


def _name(of: Callable[..., Any]) -> tuple[str, str]:
    assert of.__doc__
    return of.__name__, of.__doc__


def broken(*statuses: int) -> Callable[[Build], Build]:
    """Put the decorated function, from bytes to bytes, among the damaged files."""

    def register(build: Build) -> Build:
        BROKEN.append(Broken(*_name(build), frozenset(statuses), build))
        return build

    return register


def damaged(*statuses: int, **saving: Any) -> Callable[[Apply], Apply]:
    """Put the decorated function, which changes an open file, among the damaged files."""

    def register(apply: Apply) -> Apply:
        def build(good: bytes) -> bytes:
            written = io.BytesIO()
            with pikepdf.open(io.BytesIO(good)) as pdf:
                apply(pdf)
                pdf.save(written, fix_metadata_version=False, **saving)
            return written.getvalue()

        BROKEN.append(Broken(*_name(apply), frozenset(statuses), build))
        return apply

    return register


# ---- no PDF any more


@broken(UNREADABLE)
def nothing(good: bytes) -> bytes:
    """The file is empty."""
    return b""


@broken(UNREADABLE)
def garbage(good: bytes) -> bytes:
    """The file is no PDF."""
    return bytes(range(256)) * 40


@broken(UNREADABLE)
def page_of_the_web(good: bytes) -> bytes:
    """The file is a page of the Web."""
    return b"<!doctype html><title>404</title><p>Not found"


@broken(UNREADABLE)
def first_line_only(good: bytes) -> bytes:
    """The file has the first line of a PDF and no more."""
    return b"%PDF-1.7\n"


@broken(UNREADABLE)
def cut_after_a_little(good: bytes) -> bytes:
    """The file ends amid its first objects."""
    return good[:500]


@broken(UNREADABLE, FINDINGS)
def cut_in_the_middle(good: bytes) -> bytes:
    """The second half of the file is missing."""
    return good[: len(good) // 2]


@broken(UNREADABLE, FINDINGS)
def cut_near_the_end(good: bytes) -> bytes:
    """The end of the file, with its list of objects, is missing."""
    return good[:-2000]


@broken(UNREADABLE, FINDINGS)
def ciphered_stretch(good: bytes) -> bytes:
    """A stretch of the file, where most of its objects are, is zeros."""
    start = good.index(b"/ObjStm") + 200
    return good[:start] + bytes(2000) + good[start + 2000 :]


@broken(UNREADABLE, FINDINGS, 0)
def list_of_objects_destroyed(good: bytes) -> bytes:
    """The file says that its list of objects is where it is not; it can be mended."""
    at = good.rindex(b"startxref")
    return good[:at] + b"startxref\n7\n%%EOF\n"


@damaged(UNREADABLE, encryption=pikepdf.Encryption(owner="owner", user="user", R=6))
def password_needed(pdf: pikepdf.Pdf) -> None:
    """The file can only be opened with a password."""


@damaged(FINDINGS, 0, encryption=pikepdf.Encryption(owner="owner", user="", R=6))
def password_of_the_owner(pdf: pikepdf.Pdf) -> None:
    """The file can be opened by everybody, and changed by its owner."""
