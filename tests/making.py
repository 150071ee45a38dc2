"""Runs the Makefile's commands with the tools that are installed here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import require_tool

VENV = Path(sys.prefix)


def run(
    root: Path, *command: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    given = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(
        command, cwd=root, env={**given, **(environment or {})},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def make(
    root: Path, *words: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run make in *root* with the tools that are installed here, and install nothing."""
    return run(root, *make_command(*words), environment=environment)


def make_command(*words: str) -> list[str]:
    stamps = [
        part
        for name in ("base", "test", "check", "live", "art")
        for part in ("-o", str(VENV / f".{name}"))
    ]
    return [require_tool("make"), "--no-print-directory", f"VENV={VENV}", *stamps, *words]
