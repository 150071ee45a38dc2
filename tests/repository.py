"""Small handouts with a history, as releases need them."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from tests.conftest import ROOT
from tests.copies import reviewed_until, small_handout

if TYPE_CHECKING:
    from pathlib import Path

# The words were written, then read by a clinician (see reviewed_until), then given out.
WRITTEN, RELEASED = "2026-10-31", "2026-11-02"
REVIEWED = reviewed_until("2028-11-01")
SOURCE = """@article{Li2010,
  title   = {A made-up paper},
  journal = {J Example},
  year    = {2020},
  checked = {2026-01-31},
}
"""
# One edition that can be heard, and one that cannot.
PRINTED = """PRINTED = [
    ("handout", "letter", ["paper-letter"]),
    ("handout-booklet", "letter", ["booklet", "paper-half-letter"]),
]
# (root file,"""


def releasable(root: Path) -> Path:
    """Make the new folder *root* a small handout, all committed, that may be given out."""
    small_handout(root, "Words.", REVIEWED)
    shutil.copyfile(ROOT / ".gitignore", root / ".gitignore")
    (root / "source" / "references.bib").write_text(SOURCE, encoding="utf-8")
    change(root / "conf.py", 'handout_date = "2026-11-26"', f'handout_date = "{WRITTEN}"')
    text = (root / "conf.py").read_text(encoding="utf-8")
    start, end = text.index("PRINTED = ["), text.index("# (root file,")
    text = text[:start] + PRINTED + text[end + len("# (root file,") :]
    (root / "conf.py").write_text(text, encoding="utf-8")
    change(root / "CHANGELOG.md", "## 1.0 (not released)", f"## 1.0 ({RELEASED})")
    git(root, "init", "--quiet", "--template=")
    commit(root)
    return root


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def commit(root: Path, day: str = WRITTEN) -> None:
    """Commit all that lies in *root*, on that day."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "Words", day=day)


def git(root: Path, *words: str, day: str = WRITTEN) -> str:
    moment = f"{day}T12:00:00+00:00"
    who = ("-c", "user.name=Ann Example", "-c", "user.email=ann@clinic.example")
    environment = {**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    return subprocess.run(
        ["git", *who, *words], cwd=root, env=environment,
        capture_output=True, encoding="utf-8", check=True,
    ).stdout.strip()  # fmt: skip
