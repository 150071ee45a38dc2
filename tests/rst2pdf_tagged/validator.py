"""The reference validator for PDF/UA and PDF/A."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.conftest import require_tool

FLAVOURS = ["ua1", "2a"]


def validate(path: Path, flavour: str) -> None:
    """Let the reference validator judge the file at *path*."""
    program = require_tool("verapdf")
    done = subprocess.run(
        [program, "--flavour", flavour, str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:]
