"""Every command that the texts for editors and programmers show is run by a test.

A test says by the mark ``runs`` which shown commands it runs, as they are shown.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from handout.checks.pages import chapter_names
from tests.conftest import ROOT
from tests.copies import with_one_pdf
from tests.making import make, make_command, run
from tests.repository import commit, git, releasable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.build import Target

TEXTS = [
    *ROOT.glob("*.md"),
    *ROOT.glob("docs/*.md"),
    *(ROOT / name / "README.md" for name in ("clinics", "images", "rst2pdf_tagged")),
]
PROGRAMS = ("make", "python", ".venv/bin/python", "pip", "apt-get", "git", "cp", "grep", "rst2pdf")
# What takes minutes, or installs: only whether it begins is tried, or nothing.
NOT_RUN = {
    "make bench": "ten minutes",
    "make art": "half a minute, for pictures that may differ in their last digits elsewhere",
    ".venv/bin/python -m tools.clinics": "a part of make bench",
    ".venv/bin/python -m tools.lighthouse": "a part of make bench",
    ".venv/bin/python -m tools.live": "a part of make bench",
    ".venv/bin/python -m tools.art --language es": "there are no words for pictures in Spanish",
    ".venv/bin/python -m tools.art <name>": "no name of a picture",
    "pip install font-source-sans-pro": "installs",
    "apt-get install chromium default-jdk-headless": "installs",
}
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def shown(text: str) -> set[str]:
    """Return the commands that *text* shows, in blocks of their own or in back quotes."""
    lines = [line for kind, block in BLOCK.findall(text) if not kind for line in block.splitlines()]
    lines += re.findall(r"`([^`\n]+)`", BLOCK.sub("", text))
    return {
        line
        for line in lines
        if line == "make" or line.startswith(tuple(f"{name} " for name in PROGRAMS))
    }


def marked(path: Path) -> Iterator[str]:
    """Yield the commands that the tests in *path* say they run."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.runs":
            yield from (ast.literal_eval(argument) for argument in node.args)


def run_by_tests() -> set[str]:
    return {command for path in ROOT.glob("tests/**/test_*.py") for command in marked(path)}


def not_run(commands: set[str], run: set[str]) -> list[str]:
    """Return those of *commands* that nobody runs; one without its arguments is a name."""
    known = run | NOT_RUN.keys()
    return sorted(
        command
        for command in commands
        if not any(other == command or other.startswith(f"{command} ") for other in known)
    )


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_command_that_is_shown_is_run(path: Path) -> None:
    assert not_run(shown(path.read_text(encoding="utf-8")), run_by_tests()) == []


def test_what_is_said_to_be_run_or_not_is_shown_somewhere() -> None:
    everything = {command for path in TEXTS for command in shown(path.read_text(encoding="utf-8"))}

    assert (run_by_tests() | NOT_RUN.keys()) - everything == set()


def test_a_command_that_nobody_runs_is_found() -> None:
    text = "Type `make gone`, `make` or `make-up`:\n\n```\npython -m x\nGood.\n```\n\n```toml\nmake it\n```\n"

    assert shown(text) == {"make", "make gone", "python -m x"}
    assert not_run(shown(text), {"make", "python -m x y"}) == ["make gone"]


# -- In this project, which is built already -----------------------------------------------------


@pytest.mark.runs("make", "make clinics")
def test_what_is_built_is_not_built_again(target: Target, example: Target) -> None:
    assert target.clinic in make(target.root).stdout
    assert (
        "Nothing has changed since the last time: 2 clinics up to date."
        in make(target.root, "clinics").stdout
    )


@pytest.mark.runs("make check")
def test_make_check_finds_nothing_and_prints_a_line_for_each_chapter(target: Target) -> None:
    done = make(target.root, "check")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Advice:" not in done.stdout
    assert done.stdout.endswith("\nNothing has to be put right.\n")
    named = [line.split("  ")[0] for line in done.stdout.splitlines() if line.endswith("%")]
    assert named == ["limit", "index", *chapter_names(ROOT / "source"), "whole handout"]


@pytest.mark.runs("make test")
def test_make_test_runs_tests() -> None:
    one = {"PYTEST_ADDOPTS": "tests/handout/test_changelog.py"}

    done = make(ROOT, "test", environment=one)

    assert done.returncode == 0, done.stdout
    assert re.search(r"\b\d+ passed", done.stdout)


@pytest.mark.runs("make help", "make which-version ID=1.0-3f9a2c", "make docs")
def test_make_helps_tells_versions_and_writes_what_became_of_the_post(target: Target) -> None:
    post = ROOT / "docs" / "client-post.md"
    before = post.read_bytes()

    assert "make live" in make(ROOT, "help").stdout
    assert "is not current" in make(ROOT, "which-version", "ID=1.0-3f9a2c").stdout
    assert make(ROOT, "docs").returncode == 0
    assert post.read_bytes() == before


@pytest.mark.runs(".venv/bin/python -m pytest tests/handout/test_changelog.py -k missing")
def test_one_test_is_run() -> None:
    one = ("tests/handout/test_changelog.py", "-k", "missing", "-p", "no:cacheprovider")

    done = run(ROOT, sys.executable, "-m", "pytest", *one)

    assert re.search(r"\b[1-9]\d* passed", done.stdout), done.stdout


@pytest.mark.runs("grep -n Kopra2021 source/*.rst")
def test_where_a_source_is_cited_is_found() -> None:
    assert (
        "source/inflammation.rst" in run(ROOT, "sh", "-c", "grep -n Kopra2021 source/*.rst").stdout
    )


@pytest.mark.runs(
    ".venv/bin/python -m rst2pdf_tagged build/clear/en/pdf/ketamine-handout-letter.pdf",
    "python -m rst2pdf_tagged FILE.pdf",
)
def test_the_checker_finds_nothing_in_the_handout(pdf: Path) -> None:
    assert "nothing found" in run(ROOT, sys.executable, "-m", "rst2pdf_tagged", str(pdf)).stdout


@pytest.mark.runs(
    ".venv/bin/python -m tools.art icons/clock",
    ".venv/bin/python -m tools.art people-murrough2013a",
)
def test_pictures_are_drawn_by_their_names(tmp_path: Path) -> None:
    names = ["icons/clock", "people-murrough2013a"]

    done = run(ROOT, sys.executable, "-m", "tools.art", *names, "--folder", str(tmp_path))

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "icons" / "clock.svg").is_file()


@pytest.mark.parametrize("command", ["make bench", "make art"])
def test_what_takes_minutes_begins_a_module_that_is_there(command: str) -> None:
    recipe = make(ROOT, "--dry-run", command.removeprefix("make ")).stdout

    (name,) = re.findall(r"-m (tools\.\w+)", recipe)
    assert list((ROOT / "tools").glob(f"{name.removeprefix('tools.')}*"))


# -- In a small one ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handout with all its commands, in a folder with a history."""
    root = releasable(tmp_path_factory.mktemp("shown") / "desk")
    with_one_pdf(root)
    shutil.copyfile(ROOT / "Makefile", root / "Makefile")
    shutil.copytree(ROOT / "tools", root / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "pyproject.toml", root / "pyproject.toml")
    # Nobody is asked for the address of its source.
    with (root / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('\nlinkcheck_ignore = [".*"]\n')
    commit(root)
    return root


@pytest.mark.runs(
    "cp clinics/example.toml clinics/river.toml", "make CLINIC=river", "make CLINIC=its-name"
)
def test_a_copied_clinic_is_built(desk: Path) -> None:
    run(desk, "cp", "clinics/example.toml", "clinics/river.toml")

    done = make(desk, "CLINIC=river")

    assert done.returncode == 0, done.stderr
    assert (desk / "build" / "river" / "en" / "html" / "index.html").is_file()


@pytest.mark.runs(
    "make translation DOC_LANGUAGE=es", "make DOC_LANGUAGE=es",
    "cp clinics/river.toml clinics/river-es.toml", "make CLINIC=river-es DOC_LANGUAGE=es",
    "make release DOC_LANGUAGE=es",
)  # fmt: skip
def test_a_translation_is_begun_built_and_not_released(desk: Path) -> None:
    shutil.copyfile(desk / "clinics" / "example.toml", desk / "clinics" / "river-es.toml")
    begun = make(desk, "translation", "DOC_LANGUAGE=es")
    built = make(desk, "CLINIC=river-es", "DOC_LANGUAGE=es")
    released = make(desk, "release", "DOC_LANGUAGE=es")

    shutil.rmtree(desk / "locale")
    assert (begun.returncode, built.returncode) == (0, 0), begun.stderr + built.stderr
    assert (desk / "build" / "river-es" / "es" / "html" / "index.html").is_file()
    assert "locale/es/review.toml: nobody has reviewed this translation" in released.stderr


@pytest.mark.runs("git add --all", 'git commit --message "Version 1.1"')
def test_everything_is_committed(desk: Path) -> None:
    (desk / "source" / "new.txt").write_text("Words.\n", encoding="utf-8")

    git(desk, "add", "--all")
    git(desk, "commit", "--message", "Version 1.1")

    assert git(desk, "status", "--porcelain") == ""
    assert git(desk, "log", "-1", "--format=%s") == "Version 1.1"


@pytest.mark.runs("make release", "make verify-release")
def test_a_release_tells_all_that_is_missing_and_without_one_there_is_nothing_to_prove(
    desk: Path,
) -> None:
    released = make(desk, "release")
    proven = make(desk, "verify-release")

    assert released.returncode != 0
    assert "clinics/clear.toml: no clinician has reviewed the text yet" in released.stderr
    assert "There is nothing to prove" in proven.stderr or "make release" in proven.stderr
    assert not (desk / "dist").exists()


@pytest.mark.runs("make linkcheck")
def test_addresses_are_tried(desk: Path) -> None:
    assert "Every web address answers." in make(desk, "linkcheck").stdout


@pytest.mark.runs("make live", "make live CLINIC=example")
def test_make_live_serves_the_page_until_ctrl_c(desk: Path) -> None:
    with subprocess.Popen(
        make_command("live", "CLINIC=example"), cwd=desk, env={**os.environ, "BROWSER": "true"},
        stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        address = process.stdout.readline().split()[-1]
        with urlopen(address, timeout=60) as page:
            assert b"<iframe" in page.read()
        # As a terminal does: all of them hear it.
        os.killpg(process.pid, signal.SIGINT)
        said = process.stdout.read()

    assert said.strip().endswith("Stopped.  The page in the browser can be closed.")
