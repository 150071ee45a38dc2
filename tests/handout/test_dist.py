"""What is given out: whole or not at all, the same bytes anywhere, with its fingerprints."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from handout.__main__ import main
from handout.build import PRINT, Target, build
from handout.checks.report import Report
from handout.dist import DIST, Label, built_anew, pack, read_label, write_dist
from handout.errors import HandoutError
from handout.release import next_steps
from handout.today import EPOCH
from tests.conftest import require_tool
from tests.copies import differing, fingerprints
from tests.product.elsewhere import FAR
from tests.repository import RELEASED, change, git, releasable

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 26)
FILES = [
    "CHANGES.md",
    "LICENSES.txt",
    "SHA256SUMS",
    "ketamine-handout-booklet-letter.pdf",
    "ketamine-handout-letter.pdf",
    "site.zip",
]


def on(root: Path) -> Target:
    return Target(root, "one", "en", DAY)


def quiet(line: str) -> None:
    """Say nothing."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handout that has been given out, in a terminal of odd settings."""
    root = releasable(tmp_path_factory.mktemp("dist") / "copy")
    before = os.umask(0o077)
    try:
        with built_anew(on(root)):
            write_dist(on(root), quiet)
    finally:
        os.umask(before)
    return root


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    return shutil.copytree(root, tmp_path / "copy")


# -- What is in it -------------------------------------------------------------------------------


def test_it_holds_pages_to_print_the_site_changes_licenses_and_fingerprints(root: Path) -> None:
    folder = on(root).folder

    assert sorted(path.name for path in (root / DIST).iterdir()) == FILES
    for path in (*on(root).printables(), on(root).archive):
        assert (root / DIST / path.name).read_bytes() == path.read_bytes()
    licenses = (root / DIST / "LICENSES.txt").read_bytes()
    assert licenses == (folder / "html" / "LICENSES.txt").read_bytes()
    with zipfile.ZipFile(root / DIST / "site.zip") as site:
        assert site.read("LICENSES.txt") == licenses


def test_its_changes_are_those_of_the_version_with_both_headings(root: Path) -> None:
    told = (root / DIST / "CHANGES.md").read_text(encoding="utf-8")
    version = told.split("Version ", 1)[1].split()[0]
    foot = (root / "build" / "one" / "en" / "html" / "one.html").read_text(encoding="utf-8")

    assert re.fullmatch(r"1\.0-[0-9a-f]{6}", version)
    assert version in foot
    assert told == (
        "# The Science Behind Ketamine Therapy\n\n"
        f"## 1.0 ({RELEASED})\n\n"
        f"Version {version} for One Example (clinic `one`, language `en`).\n\n"
        "### For patients and clinicians\n\n- First text,\n  on two lines.\n\n"
        "### For developers\n\n- First code.\n"
    )
    assert read_label(root / DIST) == Label("1.0", "one", "en")


def test_its_fingerprints_are_those_of_all_other_files(root: Path) -> None:
    told = (root / DIST / "SHA256SUMS").read_text(encoding="ascii")
    names = [name for name in FILES if name != "SHA256SUMS"]

    assert told == "".join(
        f"{hashlib.sha256((root / DIST / name).read_bytes()).hexdigest()}  {name}\n"
        for name in names
    )


def test_the_system_reads_the_fingerprints_and_finds_a_changed_byte(copy: Path) -> None:
    command = [require_tool("sha256sum"), "--check", "--strict", "SHA256SUMS"]
    good = subprocess.run(command, cwd=copy / DIST, capture_output=True, text=True, check=False)
    with (copy / DIST / "site.zip").open("ab") as file:
        file.write(b"x")
    bad = subprocess.run(command, cwd=copy / DIST, capture_output=True, text=True, check=False)

    assert good.returncode == 0, good.stderr
    assert bad.returncode == 1
    assert "site.zip: FAILED" in bad.stdout


def test_nobody_else_is_kept_from_reading_it_and_nobody_else_may_change_it(root: Path) -> None:
    assert (root / DIST).stat().st_mode & 0o777 == 0o755
    assert {path.stat().st_mode & 0o777 for path in (root / DIST).iterdir()} == {0o644}


def test_an_edition_that_is_no_longer_printed_is_left_out(copy: Path) -> None:
    (copy / "build" / "one" / "en" / "pdf" / "ketamine-old-letter.pdf").touch()
    with built_anew(on(copy)):
        build(on(copy), [PRINT], quiet)

    assert [path.stem for path in on(copy).printables()] == [
        "ketamine-handout-letter",
        "ketamine-handout-booklet-letter",
    ]


# -- The same bytes ------------------------------------------------------------------------------


@pytest.mark.slow
def test_it_is_the_same_anywhere_at_any_time_to_the_last_byte(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    there = tmp_path_factory.mktemp("Another folder é") / "copy"
    git(root, "clone", "--quiet", str(root), str(there))
    moment = str(int(datetime(2027, 5, 31, tzinfo=UTC).timestamp()))
    done = subprocess.run(
        [sys.executable, "-m", "handout", "pack", "--clinic", "one", str(there / DIST)],
        cwd=there, env={**os.environ, **FAR, EPOCH: moment, "PYTHONPATH": str(there)},
        umask=0o002, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert len(fingerprints(there / DIST)) == len(FILES)
    assert differing(root / DIST, there / DIST) == []
    assert (there / DIST).stat().st_mode == (root / DIST).stat().st_mode
    for name in FILES:
        assert (there / DIST / name).stat().st_mode == (root / DIST / name).stat().st_mode


# -- Whole or not at all -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("source/one.rst", "Words.", ":ref:`gone`", "source/one.rst:6: "),
        ("theme/shipped.toml", '"_static/doctools.js",', "", "the web site has a file _static/doctools.js"),
        ("theme/shipped.toml", "licenses/COPYING", "COPYING", "has no file *.dist-info/COPYING"),
        ("CHANGELOG.md", f"({RELEASED})", "(soon)", "version 1.0 has no day of release yet"),
    ],
)  # fmt: skip
def test_when_something_is_wrong_the_good_one_stays_as_it_was(
    copy: Path, name: str, old: str, new: str, sentence: str
) -> None:
    before = fingerprints(copy / DIST)
    change(copy / name, old, new)

    with pytest.raises(HandoutError) as caught:
        write_dist(on(copy), quiet)

    assert sentence in str(caught.value)
    assert fingerprints(copy / DIST) == before
    assert list((copy / "build").glob(".dist-*")) == []


def test_pages_that_cannot_be_heard_are_not_given_out(copy: Path) -> None:
    change(copy / "conf.py", '"pdf_tagged": form != "handout-booklet"', '"pdf_tagged": False')
    before = fingerprints(copy / DIST)

    with pytest.raises(HandoutError) as caught:
        write_dist(on(copy), quiet)

    assert str(caught.value) == "ketamine-handout-letter.pdf: the file has no tags"
    assert fingerprints(copy / DIST) == before


def test_a_run_that_is_ended_while_the_folders_change_places_loses_nothing(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprints(copy / DIST)
    moved: list[str] = []

    def move(self: Path, goal: Path) -> Path:
        moved.append(self.name)
        if len(moved) == 2:
            raise KeyboardInterrupt
        return rename(self, goal)

    rename = type(copy).rename
    monkeypatch.setattr(type(copy), "rename", move)
    with pytest.raises(KeyboardInterrupt):
        write_dist(on(copy), quiet)

    assert moved == ["dist", ".dist-new", ".dist-old"]
    assert fingerprints(copy / DIST) == before
    assert list((copy / "build").glob(".dist-*")) == []


@pytest.mark.parametrize("goal", [None, "source", "gone"])
def test_a_file_or_link_of_its_name_is_told_and_left_alone(copy: Path, goal: str | None) -> None:
    shutil.rmtree(copy / DIST)
    if goal:
        (copy / DIST).symlink_to(goal)
    else:
        (copy / DIST).write_text("notes", encoding="utf-8")

    with pytest.raises(HandoutError) as caught:
        write_dist(on(copy), quiet)

    told = "dist: a file or link has this name; move it away, and release again"
    assert str(caught.value) == told
    assert (copy / DIST).is_symlink() or (copy / DIST).read_text(encoding="utf-8") == "notes"


def test_nothing_else_is_written_over(root: Path) -> None:
    with pytest.raises(HandoutError, match="this folder is there already; name a new one"):
        pack(on(root), root / "source", quiet)


@pytest.mark.parametrize("text", [None, "Version 1.0", b"\xff"])
def test_a_folder_that_does_not_say_what_it_holds_is_told(
    tmp_path: Path, text: str | bytes | None
) -> None:
    if text is not None:
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / "CHANGES.md").write_bytes(data)

    with pytest.raises(HandoutError) as caught:
        read_label(tmp_path)

    assert str(caught.value) == (
        "dist/CHANGES.md: this file is gone, or does not say what was given out; write all anew with 'make release'"
    )


# -- The command ---------------------------------------------------------------------------------


def test_the_command_tells_what_is_ready_and_what_to_do_next(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(copy / DIST)
    monkeypatch.setattr("handout.__main__.ROOT", copy)
    monkeypatch.chdir(copy)
    # The rules ask for the words of the whole handout.
    monkeypatch.setattr("handout.release.check_words", lambda target: Report("", [], []))

    assert main(["may-release", "--clinic", "one"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Nothing is missing for a release."
    assert not (copy / DIST).exists()

    assert main(["release", "--clinic", "one"]) == 0
    told = capsys.readouterr().out.splitlines()
    place = told.index("Ready to give out:") + 1
    assert told[place : place + len(FILES)] == [f"  dist/{name}" for name in FILES]
    assert "  git tag v1.0" in told
    assert "  git push origin v1.0" in told
    assert fingerprints(copy / DIST).keys() == set(FILES)

    git(copy, "tag", "v1.0")
    assert next_steps(on(copy)) == (
        "The tag v1.0 is there.  To prove the files by it:  make verify-release"
    )


def test_the_command_that_is_refused_writes_nothing(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("handout.__main__.ROOT", copy)
    before = fingerprints(copy / DIST)
    change(copy / "conf.py", "patient information", "patients")

    assert main(["release", "--clinic", "one"]) == 1

    told = [line for line in capsys.readouterr().err.splitlines() if line]
    assert told[0].startswith("conf.py: this is in no commit yet")
    assert told[-1] == "Nothing was changed by this run."
    assert fingerprints(copy / DIST) == before
