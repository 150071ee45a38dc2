"""A run of all tests fails when one that is named as proof did not pass; other runs are let be."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FILE = "tests/test_one.py"
TESTS = """
import pytest

def test_good():
    pass

@pytest.mark.parametrize("number", [1, 2])
def test_of_which_one_case_is_skipped(number):
    if number == 2:
        pytest.skip("no tool")

def test_expected_to_fail():
    pytest.xfail("known")

def test_bad():
    raise ValueError

@pytest.fixture
def torn_down():
    yield
    raise ValueError

def test_torn_down(torn_down):
    pass
"""
# Those of them that do not fail.
SOUND = TESTS.partition("def test_bad")[0]
SKIPPED = "test_of_which_one_case_is_skipped"
UNPROVEN = {
    "test_of_which_one_case_is_skipped": "was skipped",
    "test_expected_to_fail": "was expected to fail",
    "test_bad": "failed",
    "test_torn_down": "failed",
    "test_gone": "did not run",
}
ITEM = """[[item]]
set = "DISCERN"
number = 1
item = "Something."
judged = "test"
tests = ["tests/test_one.py::{test}"]
"""
QUICK = {"PYTHONPATH": str(ROOT), "PYTEST_ADDOPTS": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
PLUGINS = ("-p", "tests.proof", "-p", "xdist", "-p", "no:cacheprovider")


def run(
    project: Path, proofs: list[str], *options: str, tests: str = TESTS, score: str = ""
) -> tuple[int, list[str]]:
    """Run the tests of a project whose score names *proofs*; return status and lines told."""
    (project / "tests").mkdir()
    (project / "source").mkdir()
    (project / "pytest.ini").write_text("[pytest]\ntestpaths = tests\n", encoding="utf-8")
    (project / FILE).write_text(tests, encoding="utf-8")
    score += "".join(ITEM.format(test=test) for test in proofs)
    (project / "source" / "score.toml").write_text(score, encoding="utf-8")
    made = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *PLUGINS, *options],
        cwd=project,
        env={**os.environ, **QUICK},
        capture_output=True,
        text=True,
        check=False,
    )
    return made.returncode, (made.stdout + made.stderr).splitlines()


def unproven(lines: list[str]) -> list[str]:
    return [line for line in lines if "not proven" in line]


@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["one", "several"])
def test_each_proof_that_did_not_pass_is_told(tmp_path: Path, options: tuple[str, ...]) -> None:
    status, lines = run(tmp_path, ["test_good", *UNPROVEN], *options)

    assert status == 1
    assert unproven(lines) == [
        f'source/score.toml:{line}: DISCERN 1 is not proven: "{FILE}::{test}" {how}'
        for line, (test, how) in zip(range(7, 99, 6), UNPROVEN.items(), strict=False)
    ]


@pytest.mark.parametrize("options", [("tests",), ("-n", "2")], ids=["one", "several"])
@pytest.mark.parametrize(("proof", "fails"), [("test_good", 0), (SKIPPED, 1)])
def test_a_run_without_failures_fails_if_a_proof_is_missing(
    tmp_path: Path, proof: str, fails: int, options: tuple[str, ...]
) -> None:
    status, lines = run(tmp_path, [proof], *options, tests=SOUND)

    assert (status, len(unproven(lines))) == (fails, fails), lines


def test_a_test_that_only_helps_a_person_to_judge_may_be_skipped(tmp_path: Path) -> None:
    item = ITEM.replace('"test"', '"person"').replace("{test}", SKIPPED) + 'why = "Look."\n'

    status, lines = run(tmp_path, [], tests=SOUND, score=item)

    assert (status, unproven(lines)) == (0, [])


@pytest.mark.parametrize(
    "options",
    [("-k", "good"), ("-m", "not slow"), ("--deselect", f"{FILE}::test_bad"), (f"{FILE}::test_good",), ("-x",)],
    ids=["by-words", "by-mark", "without", "one", "stopped-early"],
)  # fmt: skip
def test_a_run_of_some_tests_only_says_nothing_of_proofs(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    _, lines = run(tmp_path, ["test_gone"], *options)

    assert unproven(lines) == []
    assert "passed" in lines[-1]
