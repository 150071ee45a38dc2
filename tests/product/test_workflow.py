"""The workflow for a health system's CI, as far as it can be tried without GitHub."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from handout.__main__ import main
from handout.errors import HandoutError
from handout.matrix import MOST_JOBS, matrix
from handout.profile import clinic_names
from tests.conftest import ROOT, require_tool

WORKFLOW = ROOT / ".github" / "workflows" / "clinics.yml"
TEXT = WORKFLOW.read_text(encoding="utf-8")
JOBS: dict[str, dict[str, Any]] = yaml.safe_load(TEXT)["jobs"]
STEPS = [step for job in JOBS.values() for step in job["steps"]]
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
# What is run by name in a step: the words up to the end of its line, or of "$(...)".
COMMAND = re.compile(r"(make|\.venv/bin/python -m handout)\b([^\n)]*)")


# Is it a workflow that GitHub takes, and is it safe?
LINTERS = (
    ["check-jsonschema", "--builtin-schema", "vendor.github-workflows"],
    ["zizmor", "--offline", "--persona=auditor", "--strict-collection", "--no-config", "--quiet"],
)


def lint(path: Path) -> list[str]:
    """Return what the linters have to say against a workflow."""
    found = []
    for name, *options in LINTERS:
        command = [str(Path(sys.executable).with_name(name)), *options, str(path)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        found += [done.stdout + done.stderr] if done.returncode else []
    return found


def commands(steps: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the commands of this project that *steps* run: what is called, and with what."""
    return [found for step in steps for found in COMMAND.findall(step.get("run", ""))]


def is_there(call: str, words: str) -> bool:
    """Return whether a target of the Makefile, or a command of ours, exists."""
    if call == "make":
        given = [require_tool("make"), "--dry-run", "--directory", str(ROOT), *shlex.split(words)]
    else:
        given = [sys.executable, "-m", "handout", words.split()[0], "--help"]
    return subprocess.run(given, cwd=ROOT, capture_output=True, check=False).returncode == 0


def test_the_linters_have_nothing_to_say() -> None:
    assert lint(WORKFLOW) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("runs-on:", "run-on:"),
        ("needs: list", "need: list"),
        ("timeout-minutes: 20", "timeout-minutes: soon"),
        ("run: make\n", "run: make CLINIC=${{ github.head_ref }}\n"),
        ("persist-credentials: false", "persist-credentials: true"),
        ("permissions:\n  contents: read\n\n", ""),
        ("@3d3c42e5aac5ba805825da76410c181273ba90b1", "@v7"),
    ],
)
def test_the_linters_find_what_is_wrong(tmp_path: Path, right: str, wrong: str) -> None:
    assert right in TEXT
    path = tmp_path / ".github" / "workflows" / "clinics.yml"
    path.parent.mkdir(parents=True)
    path.write_text(TEXT.replace(right, wrong), encoding="utf-8")

    assert lint(path)


def referred(text: str) -> set[tuple[str, ...]]:
    """Return the names in the expressions of a workflow, in their parts."""
    names = re.findall(r"(?:needs|steps|inputs|matrix)(?:\.\w+)+", text)
    return {tuple(name.split(".")) for name in names}


def given(workflow: dict[Any, Any]) -> set[tuple[str, ...]]:
    """Return the names that expressions in *workflow* may use."""
    jobs = workflow["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"] if "id" in step]
    written = [(step, re.findall(r'echo "(\w+)=.*GITHUB_OUTPUT', step["run"])) for step in steps]
    return {
        *(("inputs", name) for name in workflow[True]["workflow_dispatch"]["inputs"]),
        *(("steps", step["id"], "outputs", name) for step, names in written for name in names),
        *(
            ("needs", job, "outputs", name)
            for job, content in jobs.items()
            for name in content.get("outputs", ())
        ),
        *(("matrix", key) for key in json.loads(matrix(ROOT, None))["include"][0]),
    }


def test_every_name_that_it_refers_to_is_given() -> None:
    assert referred(TEXT) == given(yaml.safe_load(TEXT))


@pytest.mark.parametrize("name", ["inputs.part", "steps.list.outputs.matrix", "matrix.clinic }}-"])
def test_a_name_that_is_not_given_is_found(name: str) -> None:
    wrong = TEXT.replace(name, name.replace(".", ".x", 1))

    assert referred(wrong) - given(yaml.safe_load(wrong))


def test_every_command_in_it_exists() -> None:
    found = commands(STEPS)

    assert {call for call, _ in found} == {"make", ".venv/bin/python -m handout"}
    assert [command for command in found if not is_there(*command)] == []


def test_a_command_that_does_not_exist_is_found() -> None:
    steps = [{"run": 'make gone\nx=$(.venv/bin/python -m handout none --part "1")'}, {"uses": "a"}]

    assert [is_there(*command) for command in commands(steps)] == [False, False]
    assert [words.split() for _, words in commands(steps)] == [["gone"], ["none", "--part", '"1"']]


def test_it_starts_only_by_hand_may_only_read_and_ends_in_time() -> None:
    # YAML 1.1 reads the key "on" as a truth.
    assert list(yaml.safe_load(TEXT)[True]) == ["workflow_dispatch"]
    granted = [yaml.safe_load(TEXT)["permissions"], *(job.get("permissions", {}) for job in JOBS.values())]  # fmt: skip
    assert {right for rights in granted for right in rights.values()} == {"read"}
    assert all(job["timeout-minutes"] <= 20 for job in JOBS.values())
    assert JOBS["build"]["strategy"]["fail-fast"] is False
    assert JOBS["report"]["if"] == "always()"
    assert set(JOBS["report"]["needs"]) == {"list", "build"}


def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it() -> None:
    used = re.findall(r"uses: (.*)", TEXT)

    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []


def test_what_is_kept_is_what_a_build_makes() -> None:
    (kept,) = (step["with"]["path"] for step in STEPS if "path" in step.get("with", {}))

    assert kept.split() == ["build/*/*/html", "build/*/*/pdf"]


# -- The list of jobs ----------------------------------------------------------------------------


def test_the_command_lists_each_clinic_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matrix"]) == 0

    (line,) = capsys.readouterr().out.splitlines()
    jobs = json.loads(line)["include"]
    assert [job["clinic"] for job in jobs] == clinic_names(ROOT)
    assert {job["language"] for job in jobs} == {"en"}


def with_clinics(root: Path, count: int) -> Path:
    (root / "clinics").mkdir()
    for number in range(count):
        (root / "clinics" / f"example-{number:03}.toml").touch()
    return root


def test_more_than_one_run_takes_come_in_parts_each_clinic_once(tmp_path: Path) -> None:
    root = with_clinics(tmp_path, 2 * MOST_JOBS + 1)

    parts = [json.loads(matrix(root, part))["include"] for part in (1, 2, 3)]

    assert [len(part) for part in parts] == [MOST_JOBS, MOST_JOBS, 1]
    listed = [job["clinic"] for part in parts for job in part]
    assert listed == clinic_names(root)


@pytest.mark.parametrize(
    ("count", "part", "sentence"),
    [
        (257, None, "there are 257 packets to build, and one run takes 256; start a run for each part, from 1 to 2"),
        (257, 3, "there is no part 3; the last one is 2"),
        (256, 2, "there is no part 2; the last one is 1"),
        (1, 0, "there is no part 0; the last one is 1"),
    ],
)  # fmt: skip
def test_a_clinic_is_never_left_out_silently(
    tmp_path: Path, count: int, part: int | None, sentence: str
) -> None:
    with pytest.raises(HandoutError) as caught:
        matrix(with_clinics(tmp_path, count), part)

    assert str(caught.value) == sentence


def test_one_part_needs_no_number(tmp_path: Path) -> None:
    root = with_clinics(tmp_path, MOST_JOBS)

    assert matrix(root, None) == matrix(root, 1)
    assert len(json.loads(matrix(root, None))["include"]) == MOST_JOBS
