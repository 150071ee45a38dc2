"""The same words give the same files anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from handout.build import Target
from tests.conftest import NEEDED, ROOT
from tests.copies import copy_of_project, differing, fingerprints

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project under another name, all files as new as now."""
    return copy_of_project(tmp_path_factory.mktemp("Another folder é") / "copy")


@pytest.fixture(scope="module")
def elsewhere(copy: Path) -> Target:
    """The real clinic's handout, built elsewhere, in another time zone."""
    environment = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "4711", "LC_ALL": "C"}
    environment.pop("SOURCE_DATE_EPOCH", None)
    command = [sys.executable, "-m", "handout", "build", "--clinic", "clear"]
    done = subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return Target(copy, "clear", "en")


def test_the_site_is_the_same_anywhere_to_the_last_byte(site: Path, elsewhere: Target) -> None:
    assert len(fingerprints(site)) > 50
    assert differing(site, elsewhere.site.parent) == []


def test_the_pdf_is_the_same_anywhere_to_the_last_byte(pdf: Path, elsewhere: Target) -> None:
    assert elsewhere.printables()
    assert differing(pdf.parent, elsewhere.printables()[0].parent) == []


def test_a_changed_or_missing_file_is_found(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, words in ((one, "a"), (other, "b")):
        folder.mkdir()
        (folder / "x").write_text(words, encoding="utf-8")
    (one / "y").touch()

    assert differing(one, other) == ["x", "y"]


def test_a_build_writes_into_its_own_folder_only(elsewhere: Target) -> None:
    root = elsewhere.root
    names = {path.name for path in root.iterdir()}

    assert names == {*NEEDED, "build"}
    assert {path.name for path in (root / "build").iterdir()} == {"clear"}
    for name in NEEDED:
        if (ROOT / name).is_dir():
            assert differing(ROOT / name, root / name) == []
        else:
            assert (root / name).read_bytes() == (ROOT / name).read_bytes()
