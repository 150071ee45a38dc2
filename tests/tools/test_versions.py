"""Newer versions of what the project is built with, as pip finds them in a folder of packages."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.making import make
from tools import versions

PROJECT = """
[build-system]
requires = ["example-builder"]

[project]
name = "example-project"
dependencies = ["example-held==1.0.*", "example-free"]

[project.optional-dependencies]
test = ["example-parent", "example-project[art]"]
art = ["example-free"]
"""
PINS = """# A comment.
editables==0.5
example-builder==1.0
Example_Child==1.0
example-free==1.0
example-held==1.0.1
example-parent==1.0
"""
# Name -> its versions, and what it needs.
PACKAGES = {
    "editables": (["0.5"], ""),
    "example_builder": (["1.0"], ""),
    "Example_Child": (["1.0", "2.0"], ""),
    "example_free": (["1.0", "1.1"], ""),
    "example_held": (["1.0.1", "1.0.2", "1.1"], ""),
    "example_parent": (["1.0"], "Example_Child<2"),
}


def put_wheel(folder: Path, name: str, version: str, needs: str) -> None:
    """Write the smallest wheel that pip takes."""
    info = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name.replace('_', '-') if name.islower() else name}\nVersion: {version}\n"
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(
            f"{info}/METADATA", metadata + (f"Requires-Dist: {needs}\n" if needs else "")
        )
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    for name, (all_versions, needs) in PACKAGES.items():
        for version in all_versions:
            put_wheel(folder, name, version, needs)
    return folder


@pytest.fixture
def project(index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose packages come from the folder, and from nowhere else."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    monkeypatch.setattr(versions, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "constraints.txt").write_text(PINS, encoding="utf-8")
    return tmp_path


def said(*arguments: str) -> tuple[int, list[str]]:
    lines: list[str] = []
    return versions.main(list(arguments), lines.append), [" ".join(line.split()) for line in lines]


def test_what_is_outdated_is_listed_with_what_holds_it_back(project: Path) -> None:
    status, lines = said("outdated")

    assert status == 0
    assert lines[1:-1] == [
        "Example_Child 1.0 1.0 2.0 is held back: another package",
        "example-free 1.0 1.1",
        "example-held 1.0.1 1.0.2 1.1 is held back: pyproject.toml asks for ==1.0.*",
    ]
    assert "CONTRIBUTING.md" in lines[-1]


def test_lock_takes_the_newest_that_is_allowed_and_then_only_what_is_held_is_outdated(
    project: Path,
) -> None:
    assert said("lock")[0] == 0

    assert (project / "constraints.txt").read_text(encoding="utf-8") == (
        PINS.replace("free==1.0", "free==1.1").replace("held==1.0.1", "held==1.0.2")
    )
    assert [line.split()[0] for line in said("outdated")[1][1:-1]] == [
        "Example_Child",
        "example-held",
    ]


def test_what_is_all_new_is_said_to_be(project: Path) -> None:
    text = PROJECT.replace("==1.0.*", "").replace('"example-parent", ', "")
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    said("lock")

    assert said("outdated") == (0, ["Everything is the newest there is."])


@pytest.mark.parametrize("command", ["lock", "outdated"])
def test_without_an_index_there_is_one_sentence_and_nothing_is_lost(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "empty"))

    status, lines = said(command)

    assert (status, len(lines)) == (1, 1)
    assert lines[0].startswith("pip cannot tell which versions there are; is there a network?")
    assert (project / "constraints.txt").read_text(encoding="utf-8") == PINS


@pytest.mark.runs("make outdated", "make lock")
def test_the_commands_do_it_too(project: Path) -> None:
    shutil.copyfile(ROOT / "Makefile", project / "Makefile")
    (project / "tools").mkdir()
    for name in ("__init__.py", "versions.py"):
        shutil.copyfile(ROOT / "tools" / name, project / "tools" / name)

    before, done, after = (make(project, word) for word in ("outdated", "lock", "outdated"))

    assert "example-free" in before.stdout
    assert done.returncode == 0, done.stderr
    assert "example-free" not in after.stdout


# -- The real project ----------------------------------------------------------------------------


def key(name: str) -> str:
    return versions.canonicalize_name(name)


def test_all_that_the_project_asks_for_is_pinned_to_a_version_that_it_allows() -> None:
    pinned = {key(name): version for name, version in versions.pins(ROOT).items()}

    for wanted in versions.requirements(ROOT):
        assert wanted.specifier.contains(pinned[key(wanted.name)]), wanted


def table_of_packages() -> dict[str, str]:
    """Return name -> pinned to, as in the table of CONTRIBUTING.md."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.split("## What it is built with\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `([^`]+)` \|([^|]*)\| [^|]+ \|$", section, re.MULTILINE)
    return {key(name): bound.strip("` ") for name, bound in rows}


def test_the_table_names_each_package_once_and_what_it_is_held_at() -> None:
    wanted = {
        key(requirement.name): str(requirement.specifier).removeprefix("==")
        for requirement in versions.requirements(ROOT)
    }

    assert table_of_packages() == wanted
