"""Writes ``dist/``, which is given out: whole or not at all, and the same bytes every time."""

from __future__ import annotations

import hashlib
import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handout import changelog, licenses
from handout.build import PRINT, SITE, build, forget
from handout.checks.built import BOOKLET
from handout.errors import HandoutError
from handout.pdf import unheard
from handout.settings import read_settings
from handout.today import stamped_by_the_words
from handout.translation import profile_in
from handout.version_id import version_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from handout.build import Target

DIST = "dist"
CHANGES, SUMS = "CHANGES.md", "SHA256SUMS"
# The new folder before it takes its place, and the one that it takes it from; below build/.
NEW, OLD = ".dist-new", ".dist-old"
# Rights of all that is written, whatever the caller's umask is.
FILE_RIGHTS, FOLDER_RIGHTS = 0o644, 0o755
LABEL = "Version {id} for {name} (clinic `{clinic}`, language `{language}`)."
LABELLED = re.compile(r"^Version (?P<version>\S+)-\w+ for .* \(clinic `(.+)`, language `(.+)`\)\.$")


@dataclass(frozen=True)
class Label:
    """What ``CHANGES.md`` in a ``dist/`` says of it."""

    version: str
    clinic: str
    language: str


@contextmanager
def built_anew(target: Target) -> Iterator[None]:
    """Have all that is built in the block made anew, with the day of the words as time stamp."""
    forget(target)
    with stamped_by_the_words():
        yield


def write_dist(target: Target, say: Callable[[str], None]) -> Path:
    """Write ``dist/`` and return it; one of before stays as it is unless all goes well.

    :param say: called with one line of progress at a time.
    :raises HandoutError: something has to be put right.
    """
    scratch, dist = target.root / "build", target.root / DIST
    if dist.is_symlink() or (dist.exists() and not dist.is_dir()):
        raise HandoutError("a file or link has this name; move it away, and release again", DIST)
    _sweep(scratch, dist)
    try:
        pack(target, scratch / NEW, say)
        if dist.exists():
            dist.rename(scratch / OLD)
        (scratch / NEW).rename(dist)
    finally:
        _sweep(scratch, dist)
    return dist


def pack(target: Target, folder: Path, say: Callable[[str], None]) -> None:
    """Write what is given out into the new *folder*; whether it may be is not asked.

    :param say: called with one line of progress at a time.
    :raises HandoutError: something has to be put right, or the folder is there.
    """
    changes = _changes(target)
    build(target, [PRINT, SITE], say)
    say("Reading it back as a listener would ...")
    _check_built(target)
    _make(folder)
    for path in (*target.printables(), target.archive, target.site.with_name(licenses.NAME)):
        _write(folder / path.name, path.read_bytes())
    _write(folder / CHANGES, changes.encode())
    _write(folder / SUMS, sums(folder).encode())


def sums(folder: Path) -> str:
    """Return name and fingerprint of each file in *folder*, as ``sha256sum`` of GNU reads it."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(folder.iterdir())
    ]
    return "".join(lines)


def read_label(dist: Path) -> Label:
    """Return what the folder *dist* holds.

    :raises HandoutError: it is not there, or does not say.
    """
    try:
        lines = (dist / CHANGES).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    for line in lines:
        if found := LABELLED.match(line):
            return Label(*found.groups())
    raise HandoutError(
        "this file is gone, or does not say what was given out; write all anew with 'make release'",
        f"{DIST}/{CHANGES}",
    )


def _changes(target: Target) -> str:
    """Return the two parts of the change log on this version, with what they are about."""
    settings = read_settings(target.root)
    profile = profile_in(target.language, target.clinic, target.root)
    text = (target.root / changelog.FILE).read_text(encoding="utf-8")
    day = changelog.released_on(text, settings.version, target.day)
    label = LABEL.format(
        id=version_id(profile, target.root, settings.version, target.language),
        name=profile.name,
        clinic=target.clinic,
        language=target.language,
    )
    section = changelog.section_of(text, settings.version)
    return f"# {settings.title}\n\n## {settings.version} ({day})\n\n{label}\n\n{section}\n"


def _check_built(target: Target) -> None:
    """Check that the finished pages can be heard, and that we know whose work goes out."""
    # Nobody could listen to a booklet, whose pages do not follow each other.
    papers = [path for path in target.printables() if BOOKLET not in path.stem]
    site = target.site.parent
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    faults = [line for path in papers for line in unheard(path)]
    faults += licenses.unnamed(names, licenses.load_parts(target.root))
    if faults:
        raise HandoutError("\n".join(faults))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        raise HandoutError("this folder is there already; name a new one", str(folder)) from None
    folder.chmod(FOLDER_RIGHTS)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    path.chmod(FILE_RIGHTS)


def _sweep(scratch: Path, dist: Path) -> None:
    """Remove what is unfinished of a run that was ended, and give the old ``dist/`` back."""
    if (scratch / OLD).exists() and not dist.exists():
        (scratch / OLD).rename(dist)
    for name in (NEW, OLD):
        shutil.rmtree(scratch / name, ignore_errors=True)
