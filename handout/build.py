"""Builds site and PDF for one clinic and one language, whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from handout.archive import pack
from handout.locales import ENGLISH, LOCALE, check_language
from handout.profile import CLINICS, ClinicProfile, load_profile, profile_path
from handout.review import is_past
from handout.sources import check_sources
from handout.sphinx_runs import run_sphinx
from handout.today import today
from handout.translation import check_translation, profile_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

INPUTS = (
    "conf.py", "constraints.txt", "LICENSE", "source", "images", "theme", "handout",
    "rst2pdf_tagged",
)  # fmt: skip
SITE, PRINT = "html", "pdf"
# What each form is called while it is made.
DOING = {PRINT: "Setting the pages to print ...", SITE: "Making the web site ..."}
STAMP = ".built-from"
# A web site before it takes its place, and the one that it takes it from.
NEW, OLD = ".html-new", ".html-old"


@dataclass(frozen=True)
class Target:
    """What to build, and where it goes.

    :ivar root: the project's top folder.
    :ivar day: the day of the build; a review may have fallen due.
    """

    root: Path
    clinic: str
    language: str
    day: date = field(default_factory=today)

    @property
    def folder(self) -> Path:
        """Return the folder of this clinic and language."""
        return self.root / "build" / self.clinic / self.language

    @property
    def site(self) -> Path:
        """Return the web site's first page."""
        return self.folder / SITE / "index.html"

    @property
    def archive(self) -> Path:
        """Return the web site in one file."""
        return self.folder / "site.zip"

    def printables(self) -> list[Path]:
        """Return the PDFs that have been built."""
        return printables_in(self.folder / PRINT)


def printables_in(folder: Path) -> list[Path]:
    """Return the PDFs in *folder*: each edition, on US paper first."""
    return sorted(folder.glob("*.pdf"), key=lambda path: path.stem.removesuffix("-letter"))


def check_target(target: Target) -> None:
    """Check that clinic and language exist, and that their files are in order.

    :raises HandoutError: they do not, or are not.
    """
    load_profile(target.clinic, target.root)
    check_language(target.root, target.language)
    check_translation(target.root, target.language)


def build(target: Target, forms: list[str], say: Callable[[str], None]) -> bool:
    """Build *forms* (``pdf``, ``html``) if anything has changed since the last time.

    The site offers the PDF, so the PDF is always made first.

    :param say: called with one line of progress at a time.
    :returns: whether anything was built.
    :raises HandoutError: something has to be put right; what was built before is untouched.
    """
    check_target(target)
    if is_current(target, forms):
        return False
    digest = inputs_digest(target)
    check_sources(target.root)
    sweep(target)
    fresh = True
    for form in _with_pdf(forms):
        say(DOING[form])
        _build_form(target, form, fresh)
        _stamp(target, form).write_text(digest, encoding="ascii")
        fresh = False
    return True


def forget(target: Target) -> None:
    """Have the next build make all anew, whatever has changed; what was built stays until then."""
    for form in (PRINT, SITE):
        _stamp(target, form).unlink(missing_ok=True)


def is_current(target: Target, forms: list[str]) -> bool:
    """Return whether nothing has changed since *forms* were built the last time.

    :raises HandoutError: the clinic's file is missing or wrong.
    """
    digest = inputs_digest(target)
    return all(_is_current(target, form, digest) for form in _with_pdf(forms))


def _with_pdf(forms: list[str]) -> list[str]:
    return [PRINT, SITE] if SITE in forms else [PRINT]


def sweep(target: Target) -> None:
    """Remove what is unfinished of a build that was ended, and give the old site back."""
    old, site = target.folder / OLD, target.folder / SITE
    if old.exists() and not site.exists():
        old.rename(site)
    unfinished = (target.folder / PRINT).glob(".unfinished-*")
    for folder in (target.folder / NEW, old, *unfinished):
        shutil.rmtree(folder, ignore_errors=True)


def inputs_digest(target: Target) -> str:
    """Return a fingerprint of all that the result depends on.

    Of the day it depends only by whether the review has fallen due.
    """
    profile = profile_in(target.language, target.clinic, target.root)
    past = is_past(profile.review, target.day)
    digest = hashlib.sha256(f"{sys.version}, {past=}".encode())
    for path in _inputs(target, profile):
        digest.update(str(path.relative_to(target.root)).encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _inputs(target: Target, profile: ClinicProfile) -> Iterator[Path]:
    yield profile_path(target.clinic, target.root)
    if profile.brand.logo:
        yield target.root / CLINICS / profile.brand.logo
    own = () if target.language == ENGLISH else (f"{LOCALE}/{target.language}",)
    for name in (*INPUTS, *own):
        path = target.root / name
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file for file in files if file.is_file() and "__pycache__" not in file.parts)


def _stamp(target: Target, form: str) -> Path:
    return target.folder / f"{STAMP}-{form}"


def _is_current(target: Target, form: str, digest: str) -> bool:
    stamp = _stamp(target, form)
    site = target.site.is_file() and target.archive.is_file()
    there = site if form == SITE else bool(target.printables())
    return there and stamp.is_file() and stamp.read_text(encoding="ascii") == digest


def _build_form(target: Target, form: str, fresh: bool) -> None:
    """Run Sphinx for one form; the PDF builder itself keeps a good file until it has another."""
    target.folder.mkdir(parents=True, exist_ok=True)
    if form == PRINT:
        before = {path: path.stat().st_ino for path in target.printables()}
        run_sphinx(target, form, target.folder / PRINT, fresh)
        # What was not replaced is an edition that conf.py no longer names.
        for path in target.printables():
            if path.stat().st_ino == before.get(path):
                path.unlink()
        return
    new, site = target.folder / NEW, target.folder / SITE
    try:
        edition = run_sphinx(target, form, new, fresh)
        pack(new, target.archive, edition.day)
        if site.exists():
            site.rename(target.folder / OLD)
        new.rename(site)
    finally:
        sweep(target)
