"""Anyone can prove that what was given out is what a tag gives, and by the tag's own program."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from handout.__main__ import main
from handout.build import Target
from handout.dist import DIST, built_anew, write_dist
from handout.errors import HandoutError
from handout.verify_release import ADVICE, differences, verify_release
from tests.copies import fingerprints
from tests.repository import RELEASED, change, commit, git, releasable

if TYPE_CHECKING:
    from pathlib import Path

LAST_WORDS = "Nothing was changed by this run."


def quiet(line: str) -> None:
    """Say nothing."""


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of a small handout, given out, tagged, and changed since."""
    origin = releasable(tmp_path_factory.mktemp("verify") / "origin")
    root = origin.with_name("clone")
    git(origin, "clone", "--quiet", str(origin), str(root))
    target = Target(root, "one", "en", date(2026, 11, 26))
    with built_anew(target):
        write_dist(target, quiet)
    git(root, "tag", "--annotate", "--message", "Version 1.0", "v1.0")
    change(root / "source" / "one.rst", "Words.", "Newer words.")
    commit(root, "2026-12-24")
    # Even a program that no longer runs does not touch what the tag holds.
    change(root / "handout" / "extension.py", "def setup", "def set_up")
    return root


@pytest.fixture
def root(given: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    return shutil.copytree(given, tmp_path / "copy")


def refusals(root: Path, tag: str | None = None) -> list[str]:
    with pytest.raises(HandoutError) as caught:
        verify_release(root, tag, quiet)
    return str(caught.value).splitlines()


# -- By building it anew -------------------------------------------------------------------------


@pytest.mark.slow
def test_what_the_tag_gives_is_proven_in_one_line_and_leaves_no_trace(
    given: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("handout.__main__.ROOT", given)
    before = {name: mark for name, mark in fingerprints(given).items() if "/__" not in name}

    assert main(["verify-release"]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "Building what tag v1.0 gives, in a folder of its own ...",
        "dist/ is what tag v1.0 gives, byte for byte.",
    ]
    assert {name: mark for name, mark in fingerprints(given).items() if "/__" not in name} == before


@pytest.mark.slow
def test_a_changed_byte_and_a_missing_and_an_extra_file_are_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("handout.__main__.ROOT", root)
    paper = root / DIST / "ketamine-handout-letter.pdf"
    data = bytearray(paper.read_bytes())
    data[len(data) // 2] ^= 1
    paper.write_bytes(data)
    (root / DIST / "LICENSES.txt").unlink()
    (root / DIST / "more").mkdir()
    (root / DIST / "more" / "x.pdf").touch()

    assert main(["verify-release", "--tag", "v1.0"]) == 1

    assert [line for line in capsys.readouterr().err.splitlines() if line] == [
        "dist/LICENSES.txt: this file is missing; tag v1.0 gives it",
        "dist/ketamine-handout-letter.pdf: this file is not what tag v1.0 gives",
        "dist/more/x.pdf: tag v1.0 does not give this file",
        ADVICE,
        LAST_WORDS,
    ]


@pytest.mark.slow
def test_a_tag_that_was_moved_to_other_words_is_told(root: Path) -> None:
    git(root, "tag", "--force", "v1.0")

    told = refusals(root)

    changed = ["CHANGES.md", "SHA256SUMS", "ketamine-handout-booklet-letter.pdf"]
    changed += ["ketamine-handout-letter.pdf", "site.zip"]
    assert told[:-1] == [f"dist/{name}: this file is not what tag v1.0 gives" for name in changed]


def test_a_tag_of_what_cannot_be_given_out_says_why(root: Path) -> None:
    change(root / "handout" / "extension.py", "def set_up", "def setup")
    change(root / "CHANGELOG.md", f"## 1.0 ({RELEASED})", "## 1.0 (soon)")
    commit(root)
    git(root, "tag", "--force", "v1.0")

    assert refusals(root) == [
        "what tag v1.0 holds cannot be given out:",
        'CHANGELOG.md:3: version 1.0 has no day of release yet; write it so: "## 1.0 (2026-10-31)"',
    ]


# -- Before anything is built --------------------------------------------------------------------


def test_without_a_release_it_says_how_to_make_one(root: Path) -> None:
    shutil.rmtree(root / DIST)

    (told,) = refusals(root)

    assert told.startswith("dist/CHANGES.md: this file is gone")


def test_without_a_history_or_a_tag_it_says_so(root: Path) -> None:
    assert refusals(root, "v3") == [
        "there is no tag v3; make it where the release was made with 'git tag v3', get it with 'git fetch --tags', or name another with TAG=..."
    ]
    shutil.rmtree(root / ".git")
    (told,) = refusals(root)
    assert told.startswith("this folder has no history of its changes (git)")


def test_a_tag_whose_version_is_another_is_told(root: Path) -> None:
    git(root, "tag", "v2.0", "v1.0^{commit}")
    git(root, "branch", "v1.0")

    assert refusals(root, "v2.0") == ["tag v2.0 holds version 1.0; name the tag v1.0"]


def test_a_release_of_another_version_than_the_tag_is_told(root: Path) -> None:
    change(root / "conf.py", 'version = "1.0"', 'version = "1.1"')
    commit(root)
    git(root, "tag", "v1.1")

    assert refusals(root) == ["dist/ holds version 1.0, and tag v1.1 version 1.1; add TAG=v1.0"]


def test_tools_that_the_tag_was_not_made_with_are_told(root: Path) -> None:
    change(root / "constraints.txt", "\nfuro==", "\nfuro==1")
    change(root / "constraints.txt", "\nSphinx==", "\nSphinx==1")
    commit(root)
    git(root, "tag", "--force", "v1.0")

    first, *rest = refusals(root)

    assert first == "tag v1.0 was made with other tools:"
    assert [line.split()[1] for line in rest] == ["furo", "Sphinx"]


def test_two_folders_of_the_same_files_do_not_differ(given: Path) -> None:
    assert list(differences(given / DIST, given / DIST, "v1.0")) == []
