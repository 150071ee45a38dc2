"""SECURITY.md: what a build reads, writes, starts and calls."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.copies import small_handout, with_one_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")

# What settings may not do: write elsewhere, call another computer, run another program.
WILD = """
import socket, subprocess, sys
open({!r}, "w").close()
socket.getaddrinfo("127.0.0.1", 9)
subprocess.run([sys.executable, "-c", ""])
"""


def watched(root: Path, *command: str) -> dict[str, list[str]]:
    """Run a command of the handout in *root* and return what it did."""
    told = root.parent / "told.json"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(root), str(ROOT)))}
    done = subprocess.run(
        [sys.executable, "-m", "tests.watched", str(told), *command],
        cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(told.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("watched") / "project"
    small_handout(root, "Words.", 'name = "One Example"\n')
    with_one_pdf(root)
    return root


@pytest.fixture(scope="module")
def build(project: Path) -> dict[str, list[str]]:
    return watched(project, "build", "--clinic", "one")


def outside(paths: list[str], *folders: Path | str) -> set[str]:
    inside = tuple(Path(folder).resolve() for folder in folders)
    return {
        path
        for path in paths
        if not any(Path(path).resolve().is_relative_to(folder) for folder in inside)
    }


def test_a_build_writes_nothing_but_its_own_folder_and_pythons_caches(
    project: Path, build: dict[str, list[str]]
) -> None:
    written = outside(build["writes"], project / "build")

    assert {path for path in written if "__pycache__" not in path and not of_tests(path)} == set()
    assert any(path.endswith("ketamine-handout-letter.pdf") for path in build["writes"])


def of_tests(path: str) -> bool:
    """Return whether *path* is for matplotlib, which is there for tests only."""
    return path.endswith(("/matplotlib", "/.config")) or "/matplotlib/" in path


def test_a_build_calls_no_other_computer_and_runs_no_other_program(
    build: dict[str, list[str]],
) -> None:
    assert build["calls"] == build["programs"] == []


def test_what_a_build_reads_from_elsewhere_is_told(
    project: Path, build: dict[str, list[str]]
) -> None:
    python = (sys.prefix, sys.base_prefix, *sysconfig.get_paths().values())
    elsewhere = outside(build["reads"], project, ROOT, *python)

    of_the_system = ("mime.types", "zoneinfo", "localtime")
    assert {
        path
        for path in elsewhere
        if not (of_tests(path) or told(path) or any(name in path for name in of_the_system))
    } == set()
    assert any(path.endswith("front-sheet.rst") for path in build["reads"])


def told(path: str) -> bool:
    """Return whether SECURITY.md names a file, or the folder in somebody's home that it is in."""
    folder = Path(path).parent.name
    names = {path, Path(path).name, *([folder] if folder.startswith(".") else [])}
    return any(f"`{name}`" in SECURITY for name in names)


@contextmanager
def more_in(path: Path, words: str) -> Iterator[None]:
    """Add *words* to a file for the time of the block."""
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n{words}\n", encoding="utf-8")
    yield
    path.write_text(before, encoding="utf-8")


def test_a_chapter_that_shows_a_file_from_elsewhere_is_noticed(
    project: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Secret.\n", encoding="utf-8")
    include = f".. include:: {os.path.relpath(secret, project / 'source')}"

    with more_in(project / "source" / "one.rst", include):
        reads = watched(project, "build", "--clinic", "one", "pdf")["reads"]

    assert str(secret) in {str(Path(path).resolve()) for path in reads}


@pytest.fixture(scope="module")
def beyond(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What a build did whose settings write, call and run; what it has to do is left out."""
    line = WILD.format(str(tmp_path_factory.mktemp("beyond") / "new"))
    with more_in(project / "conf.py", line):
        done = watched(project, "build", "--clinic", "one", "pdf")
    return {
        kind: sorted(outside([path for path in found if not of_tests(path)], project / "build"))
        for kind, found in done.items()
    }


@pytest.mark.parametrize(
    ("kind", "noticed"),
    [("writes", "/new"), ("calls", "socket.getaddrinfo"), ("programs", "subprocess.Popen")],
)
def test_what_settings_do_beyond_that_is_noticed(
    beyond: dict[str, list[str]], kind: str, noticed: str
) -> None:
    assert any(noticed in found for found in beyond[kind])
