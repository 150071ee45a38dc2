"""What steps of the workflows do, run for real, but where GitHub is needed."""

from __future__ import annotations

import runpy
import shlex
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.product.on_github import WORKFLOWS, run

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

TAG, COMMIT = "v1.0", "1" * 40
VERSION = runpy.run_path(str(ROOT / "conf.py"))["release"]
# In place of GitHub's own program: writes down what it was asked, and answers as it is told.
GH = """
echo "$*" >> asked
case "$1 $2" in
  "api repos/"*commits*) [ -n "$TAGGED" ] && echo "$TAGGED" ;;
  "release view") [ "$FILES" != none ] && printf '%b' "$FILES" ;;
  "release download") cp given-out published ;;
esac
"""


# -- Building ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "log"), [("Build", "build.log"), ("Check the words", "check.log")]
)
def test_what_make_says_is_kept_and_a_fault_ends_the_step(
    tmp_path: Path, step: str, log: str
) -> None:
    fails = {"make": "echo well; echo source/a.rst:1: wrong >&2; exit 2"}

    done = run(WORKFLOWS["build"].script(step), tmp_path, fails, RUNNER_TEMP=str(tmp_path))

    assert done.returncode == 2
    assert done.stdout == (tmp_path / log).read_text() == "well\nsource/a.rst:1: wrong\n"


def test_the_sum_is_written_below_the_run_even_when_nothing_was_built(tmp_path: Path) -> None:
    (tmp_path / "tools").symlink_to(ROOT / "tools")
    step = next(step for step in WORKFLOWS["build"].steps if step["name"] == "Sum up")
    given = {name: "skipped" for name in step["env"]} | {"GITHUB_SERVER_URL": "https://example.org"}
    python = {"python": f'exec {shlex.quote(sys.executable)} "$@"'}

    done = run(
        step["run"], tmp_path, python,
        RUNNER_TEMP=str(tmp_path), GITHUB_STEP_SUMMARY=str(tmp_path / "sum"), **given,
    )  # fmt: skip

    assert done.stderr == ""
    assert (
        (tmp_path / "sum")
        .read_text()
        .startswith("## This went wrong, and not because of your words\n")
    )


# -- Releasing ---------------------------------------------------------------------------


def test_a_release_is_made_from_the_whole_history_and_nothing_kept_before() -> None:
    settings = [step.get("with", {}) for step in WORKFLOWS["release"].jobs["make"]["steps"]]

    assert [each["fetch-depth"] for each in settings if "fetch-depth" in each] == [0]
    assert not any("cache" in each for each in settings)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what the step that compares tag and version looks at."""
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    python = tmp_path / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    (tmp_path / "conf.py").write_bytes((ROOT / "conf.py").read_bytes())
    return tmp_path


@pytest.mark.parametrize(("kind", "name"), [("tag", "v{}"), ("branch", "main")])
def test_the_tag_is_made_of_the_version(checkout: Path, kind: str, name: str) -> None:
    done = run(
        WORKFLOWS["release"].script("Compare the tag with the version"), checkout,
        GITHUB_REF_TYPE=kind, GITHUB_REF_NAME=name.format(VERSION), GITHUB_OUTPUT="said",
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    assert (checkout / "said").read_text() == f"tag=v{VERSION}\n"


def test_another_tag_than_the_version_is_refused(checkout: Path) -> None:
    done = run(
        WORKFLOWS["release"].script("Compare the tag with the version"), checkout,
        GITHUB_REF_TYPE="tag", GITHUB_REF_NAME="v0.9", GITHUB_OUTPUT="said",
    )  # fmt: skip

    sentence = f"The tag is v0.9, and this is version {VERSION}; correct one of them."
    assert (done.returncode, done.stdout) == (1, f"::error file=conf.py::{sentence}\n")
    assert not (checkout / "said").exists()


def release(
    step: str, folder: Path, tagged: str = "", files: str = "none", given_out: str = ""
) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Run a step of the release; return how it ended and what GitHub was asked to do.

    :param tagged: the commit at which the tag stands; :param files: of the release there is.
    :param given_out: the sums of files that were given out.
    """
    (folder / "dist").mkdir()
    for name in ("SHA256SUMS", "CHANGES.md", "handout.pdf"):
        (folder / "dist" / name).write_text(f"{name}\n", encoding="utf-8")
    (folder / "given-out").write_text(given_out, encoding="utf-8")
    done = run(
        WORKFLOWS["release"].script(step), folder, {"gh": GH},
        TAG=TAG, GH_REPO="a/b", GITHUB_SHA=COMMIT, GITHUB_SERVER_URL="https://example.org",
        GITHUB_STEP_SUMMARY="sum", TAGGED=tagged, FILES=files,
    )  # fmt: skip
    asked = (folder / "asked").read_text(encoding="utf-8").splitlines()
    return done, asked


@pytest.mark.parametrize(
    ("tagged", "status", "set_now"), [("", 0, True), (COMMIT, 0, False), ("2" * 40, 1, False)]
)
def test_a_tag_is_set_once_and_never_moved(
    tmp_path: Path, tagged: str, status: int, set_now: bool
) -> None:
    done, asked = release("Tag this version", tmp_path, tagged=tagged)

    wanted = f"api repos/a/b/git/refs --field ref=refs/tags/{TAG} --field sha={COMMIT}"
    assert (done.returncode, wanted in asked) == (status, set_now)
    assert ("The tag v1.0 stands at another commit." in done.stdout) == bool(status)


def test_a_version_is_released_with_its_files_and_what_is_new(tmp_path: Path) -> None:
    done, asked = release("Publish", tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert asked[1:] == [
        "release create v1.0 dist/CHANGES.md dist/SHA256SUMS dist/handout.pdf "
        "--verify-tag --title Version 1.0 --notes-file dist/CHANGES.md"
    ]
    assert "https://example.org/a/b/releases/tag/v1.0" in (tmp_path / "sum").read_text()


@pytest.mark.parametrize(
    ("files", "given_out", "status", "asked_for"),
    [
        ("", "", 0, ["release upload v1.0 dist/CHANGES.md dist/SHA256SUMS dist/handout.pdf"]),
        ("SHA256SUMS\\na.pdf\\n", "SHA256SUMS\n", 0, None),
        ("SHA256SUMS\\na.pdf\\n", "others\n", 1, None),
    ],
    ids=["made by hand", "the same files", "other files"],
)
def test_what_was_given_out_is_never_replaced(
    tmp_path: Path, files: str, given_out: str, status: int, asked_for: list[str] | None
) -> None:
    done, asked = release("Publish", tmp_path, files=files, given_out=given_out)

    compare = ["release download v1.0 --pattern SHA256SUMS --output published"]
    assert (done.returncode, asked[1:]) == (status, asked_for or compare)
    assert ("is out already, with other files, and stays as it is." in done.stdout) == bool(status)


def test_a_file_that_has_changed_on_its_way_is_not_released(tmp_path: Path) -> None:
    script = WORKFLOWS["release"].script("Is every file as it was made?")
    (tmp_path / "a.pdf").write_text("as it was\n", encoding="utf-8")
    assert run("sha256sum a.pdf > SHA256SUMS", tmp_path).returncode == 0
    assert run(script, tmp_path).returncode == 0

    (tmp_path / "a.pdf").write_text("another\n", encoding="utf-8")

    assert run(script, tmp_path).returncode == 1
