"""Small handouts with a history, as releases need them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from tests.conftest import ROOT
from tests.copies import WRITTEN, reviewed_until, small_handout

if TYPE_CHECKING:
    from pathlib import Path

# The words were written, then read by a clinician (see reviewed_until), then given out.
RELEASED = "2026-11-02"
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
]"""
LOG = f"""# Changes

## 1.0 ({RELEASED})

### For patients and clinicians

- First text,
  on two lines.

### For developers

- First code.

## 0.9 (2026-01-31)

### For patients and clinicians

- A try.

### For developers

- Another.
"""


def releasable(root: Path) -> Path:
    """Make the new folder *root* a small handout, all committed, that may be given out."""
    small_handout(root, "Words.", REVIEWED)
    shutil.copyfile(ROOT / ".gitignore", root / ".gitignore")
    (root / "source" / "references.bib").write_text(SOURCE, encoding="utf-8")
    (root / "CHANGELOG.md").write_text(LOG, encoding="utf-8")
    _declare(root / "conf.py")
    git(root, "init", "--quiet", "--template=")
    commit(root)
    # One file in place of hundreds: tests copy it.
    git(root, "repack", "-a", "-d", "--quiet")
    return root


def _declare(conf: Path) -> None:
    """Give the handout a version, a day and editions that stay when the real one's change."""
    text = conf.read_text(encoding="utf-8")
    for pattern, new in (
        (r'^release = version = ".*"$', 'release = version = "1.0"'),
        (r"^PRINTED = \[\n(?: .*\n)+\]$", PRINTED),
    ):
        text, count = re.subn(pattern, new, text, flags=re.MULTILINE)
        assert count == 1, pattern
    conf.write_text(text, encoding="utf-8")


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
