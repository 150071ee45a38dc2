"""Copies of the project that a test may build and spoil, and how builds are compared."""

from __future__ import annotations

import hashlib
import re
import shutil
from typing import TYPE_CHECKING

from tests.conftest import NEEDED, ROOT

if TYPE_CHECKING:
    from pathlib import Path


def copy_of_project(root: Path) -> Path:
    """Copy what a build needs into the new folder *root*, all files as new as now."""
    root.mkdir()
    left_out = shutil.ignore_patterns("__pycache__")
    for name in NEEDED:
        source, goal = ROOT / name, root / name
        if source.is_dir():
            shutil.copytree(source, goal, ignore=left_out, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(source, goal)
    return root


# The day on which a small handout's words were last changed; see reviewed_until.
WRITTEN = "2026-10-31"


def small_handout(root: Path, words: str, clinic: str) -> Path:
    """Copy the project, but with one short chapter and one clinic, called ``one``.

    :param words: of the chapter ``one.rst``; :param clinic: the text of the clinic's file.
    """
    copy_of_project(root)
    settings = root / "conf.py"
    text = re.sub(
        "(?m)^handout_date = .*", f'handout_date = "{WRITTEN}"', settings.read_text("utf-8")
    )
    settings.write_text(text, encoding="utf-8")
    for path in (root / "source").glob("*.rst"):
        path.unlink()
    chapters = {
        "index": "Handout\n=======\n\n.. toctree::\n   :hidden:\n\n   front-sheet\n   one\n   about\n",
        "front-sheet": "Short\n=====\n\nA message.\n",
        "one": f"One\n===\n\nSee :cite:p:`Li2010`.\n\n{words}\n",
        "about": "About\n=====\n\n.. review-status::\n\n.. bibliography::\n",
    }
    for name, text in chapters.items():
        (root / "source" / f"{name}.rst").write_text(text, encoding="utf-8")
    (root / "clinics" / "one.toml").write_text(clinic, encoding="utf-8")
    return root


def with_one_pdf(root: Path) -> None:
    """Let the copy in *root* make one PDF only, the Letter handout: one says what most do."""
    conf = (root / "conf.py").read_text(encoding="utf-8")
    start, end = conf.index("PRINTED = ["), conf.index("]\n# (root")
    one = 'PRINTED = [("handout", "letter", ["paper-letter"])'
    (root / "conf.py").write_text(conf[:start] + one + conf[end:], encoding="utf-8")


def reviewed_until(day: str) -> str:
    """Return a clinic's file: reviewed on November 1, 2026, to be reviewed again by *day*."""
    return (
        'name = "One Example"\n[review]\nname = "Ann Example"\ncredentials = "MD"\n'
        f"date = 2026-11-01\nnext = {day}\n"
    )


def fingerprints(folder: Path) -> dict[str, str]:
    """Return name -> fingerprint of each file in *folder*."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def differing(one: Path, other: Path) -> list[str]:
    """Return the names of files that are not the same, byte for byte, in both folders."""
    first, second = fingerprints(one), fingerprints(other)
    return sorted(name for name in first | second if first.get(name) != second.get(name))
