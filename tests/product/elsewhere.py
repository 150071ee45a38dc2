"""A copy of the project far from it, where one clinic's handout is built after another's."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

from handout.build import Target
from tests.copies import copy_of_project
from tests.product.hostile import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

# In one process, as a run over many clinics does.
BUILD = """
from pathlib import Path
from handout.build import SITE, Target, build
for clinic in ("hostile", "example"):
    assert build(Target(Path.cwd(), clinic, "en"), [SITE], print)
"""
FAR = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "4711", "LC_ALL": "C"}
# What the copy holds beside the project's own files.
ADDED = sorted(["hostile.toml", HOSTILE.brand["logo"]])


@dataclass(frozen=True)
class Elsewhere:
    """What is built in the copy, in this order.

    :ivar hostile: for a clinic whose facts are full of marks.
    :ivar example: for the made-up clinic.
    """

    root: Path
    hostile: Target
    example: Target


def build_elsewhere(root: Path) -> Elsewhere:
    """Copy the project into the new folder *root* and build there, in another time zone."""
    copy_of_project(root)
    picture = io.BytesIO()
    Image.new("RGB", (60, 40), "#6b2f5c").save(picture, "PNG")
    (root / "clinics" / HOSTILE.brand["logo"]).write_bytes(picture.getvalue())
    (root / "clinics" / "hostile.toml").write_text(HOSTILE.text(), encoding="utf-8")
    environment = {**os.environ, **FAR}
    environment.pop("SOURCE_DATE_EPOCH", None)
    done = subprocess.run(
        [sys.executable, "-c", BUILD],
        cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return Elsewhere(root, Target(root, "hostile", "en"), Target(root, "example", "en"))
