"""What GitHub is to run for us, as far as that can be tried without GitHub."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from handout.build import Target
from tests.conftest import ROOT
from tests.product.on_github import (
    WORKFLOWS,
    Workflow,
    commands,
    given,
    is_there,
    referred,
)
from tools import workflows
from tools.workflows import DEPENDABOT
from tools.workflows import WORKFLOWS as WORKFLOW_FILES

if TYPE_CHECKING:
    from pathlib import Path

ALL = pytest.mark.parametrize("workflow", WORKFLOWS.values(), ids=WORKFLOWS)
TEXTS = {name: workflow.text for name, workflow in WORKFLOWS.items()} | {
    "dependabot": (ROOT / DEPENDABOT).read_text(encoding="utf-8")
}
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
READ = {"contents": "read"}
# What each job may do to the repository, and no more.
MAY = {
    ("build", "build"): READ,
    ("build", "publish"): {"pages": "write", "id-token": "write"},
    ("clinics", "list"): READ,
    ("clinics", "build"): READ,
    ("clinics", "report"): {"actions": "read"},
    ("release", "make"): READ,
    ("release", "publish"): {"contents": "write"},
    ("test", "test"): READ,
}
# A slip, in which workflow, and which linter is to find it.
SLIPS = [
    ("schema", "clinics", "runs-on:", "run-on:"),
    ("schema", "clinics", "needs: list", "need: list"),
    ("schema", "clinics", "timeout-minutes: 20", "timeout-minutes: soon"),
    ("schema", "test", "    timeout-minutes: 40\n", ""),
    ("safety", "clinics", "run: make\n", "run: make CLINIC=${{ github.head_ref }}\n"),
    ("safety", "clinics", "persist-credentials: false", "persist-credentials: true"),
    ("safety", "clinics", "permissions:\n  contents: read\n\n", ""),
    ("safety", "clinics", "@3d3c42e5aac5ba805825da76410c181273ba90b1", "@v7"),
    ("safety", "release", 'python-version: "3.11"\n', 'python-version: "3.11"\n          cache: pip\n'),
    ("safety", "release", "contents: write # to set the tag and to make the release", "contents: write"),
    ("safety", "test", "  pull_request:\n", "  pull_request_target:\n"),
    ("schema", "dependabot", "interval: monthly", "interval: at times"),
    ("safety", "dependabot", "default-days: 7", "default-days: 1"),
    ("shell", "release", '"ref=refs/tags/$TAG"', "ref=refs/tags/$TAG"),
    ("shell", "build", "make 2>&1 |", "make 2>&1 | |"),
    ("shell", "clinics", '[ -n "$failed" ]', "[ -n $failed ]"),
]  # fmt: skip


def test_the_linters_have_nothing_to_say() -> None:
    assert workflows.findings(ROOT) == []


def spoiled(root: Path, number: int) -> str:
    """Write a copy of a file with slip *number* into the project *root*; return its name."""
    _, name, right, wrong = SLIPS[number]
    path = root / (DEPENDABOT if name == "dependabot" else f"{WORKFLOW_FILES}/slip-{number}.yml")
    text = TEXTS[name]
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    return path.name


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[int, str]:
    """What is found in files of which each has one slip; one project for each linter."""
    said = {}
    for linter in {slip[0] for slip in SLIPS}:
        root = tmp_path_factory.mktemp(linter)
        (root / WORKFLOW_FILES).mkdir(parents=True)
        shutil.copyfile(ROOT / DEPENDABOT, root / DEPENDABOT)
        numbers = [number for number, slip in enumerate(SLIPS) if slip[0] == linter]
        names = [spoiled(root, number) for number in numbers]
        lines = "\n".join(workflows.findings(root)).splitlines()
        for number, name in zip(numbers, names, strict=True):
            said[number] = "\n".join(line for line in lines if name in line)
    return said


@pytest.mark.parametrize("number", range(len(SLIPS)), ids=lambda number: SLIPS[number][3].strip())
def test_the_linters_find_what_is_wrong(found: dict[int, str], number: int) -> None:
    assert found[number]


def test_a_slip_in_a_command_is_told_with_its_line(found: dict[int, str]) -> None:
    for number, (linter, name, right, wrong) in enumerate(SLIPS):
        if linter == "shell":
            lines = TEXTS[name].replace(right, wrong).splitlines()
            told = re.match(rf"\.github/workflows/slip-{number}\.yml:(\d+): \w+: ", found[number])
            assert told
            assert wrong in lines[int(told[1]) - 1]


def test_every_job_may_do_what_it_must_and_no_more() -> None:
    granted = {
        (workflow.name, name): job.get("permissions", workflow.content["permissions"])
        for workflow in WORKFLOWS.values()
        for name, job in workflow.jobs.items()
    }

    assert granted == MAY
    assert all(workflow.content["permissions"] == READ for workflow in WORKFLOWS.values())


def test_a_job_that_may_write_runs_nothing_of_this_project() -> None:
    for (workflow, name), rights in MAY.items():
        if "write" in rights.values():
            steps = WORKFLOWS[workflow].jobs[name]["steps"]
            assert not any("actions/checkout" in step.get("uses", "") for step in steps)


@ALL
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(workflow: Workflow) -> None:
    used = re.findall(r"uses: (.*)", workflow.text)

    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []


def test_one_action_has_one_pin() -> None:
    used = {
        line for workflow in WORKFLOWS.values() for line in re.findall(r"uses: (.*)", workflow.text)
    }

    assert len({line.partition("@")[0] for line in used}) == len(used)


@ALL
def test_no_expression_stands_in_a_command(workflow: Workflow) -> None:
    assert [step["run"] for step in workflow.steps if "${{" in step.get("run", "")] == []


@ALL
def test_every_name_that_it_refers_to_is_given(workflow: Workflow) -> None:
    assert referred(workflow) - given(workflow) == set()
    outputs = {name for name in given(workflow) if name.startswith("needs.")}
    assert outputs <= referred(workflow)


@pytest.mark.parametrize(
    ("workflow", "name"),
    [
        ("clinics", "inputs.part"),
        ("clinics", "steps.list.outputs.matrix"),
        ("clinics", "matrix.clinic }}-"),
        ("build", "steps.site.outputs.artifact-url"),
        ("build", "vars.PUBLISH_SITE"),
        ("build", "env.PUBLISH =="),
        ("build", "needs.build.outputs.publish"),
        ("release", "needs.make.outputs.tag"),
    ],
)
def test_a_name_that_is_not_given_is_found(workflow: str, name: str) -> None:
    text = WORKFLOWS[workflow].text.replace(name, name.replace(".", ".x", 1))
    wrong = replace(WORKFLOWS[workflow], text=text)

    assert referred(wrong) - given(wrong)


@ALL
def test_every_command_in_it_exists(workflow: Workflow) -> None:
    found = commands(workflow)

    assert "make" in {call for call, _ in found}
    assert [command for command in found if not is_there(*command)] == []


def test_a_command_that_does_not_exist_is_found() -> None:
    wrong = Workflow("wrong", json.dumps({"jobs": {"a": {"steps": [
        {"run": 'make gone 2>&1 | tee x\nx=$(.venv/bin/python -m handout none --part "1")'},
        {"uses": "a"},
        {"run": 'python -m tools.gone "$X" >> y'},
    ]}}}))  # fmt: skip

    assert commands(wrong) == [
        ("make", "gone"),
        (".venv/bin/python -m handout", 'none --part "1"'),
        ("python -m tools.gone", '"$X"'),
    ]
    assert [is_there(*command) for command in commands(wrong)] == [False] * 3


def test_a_build_offers_the_pages_to_print_and_the_site_whatever_the_checks_of_words_say() -> None:
    steps = WORKFLOWS["build"].jobs["build"]["steps"]
    kept = {step["with"]["path"]: step for step in steps if "upload-artifact" in step.get("uses", "")}  # fmt: skip
    names = [step["name"] for step in steps]
    target = Target(ROOT, "clear", "en")
    made = [target.folder / "pdf" / "a.pdf", target.archive]

    assert [path.match(pattern) for path, pattern in zip(made, kept, strict=True)] == [True, True]
    assert names.index("Keep the web site") < names.index("Check the words") < names.index("Sum up")
    assert [step["name"] for step in steps if "cancelled" in step.get("if", "")] == ["Sum up"]
    assert not kept["build/*/*/site.zip"]["with"]["archive"]


def test_the_site_is_published_only_where_it_is_switched_on_and_from_the_main_branch() -> None:
    build, publish = WORKFLOWS["build"].jobs["build"], WORKFLOWS["build"].jobs["publish"]
    (handed,) = (step for step in build["steps"] if "pages" in step.get("uses", ""))
    target = Target(ROOT, "clear", "en")

    assert "vars.PUBLISH_SITE == 'yes' && " in build["env"]["PUBLISH"]
    assert "github.event.repository.default_branch" in build["env"]["PUBLISH"]
    assert build["outputs"] == {"publish": "${{ env.PUBLISH }}"}
    assert handed["if"] == "env.PUBLISH == 'true'"
    assert publish["if"] == "needs.build.outputs.publish == 'true'"
    assert ROOT / handed["with"]["path"].replace("${{ env.CLINIC }}", "clear") == target.site.parent


@ALL
def test_its_commands_are_shell(workflow: Workflow) -> None:
    for step in workflow.steps:
        if "run" in step:
            done = subprocess.run(["bash", "-n", "-c", step["run"]], capture_output=True, check=False)  # fmt: skip
            assert (done.returncode, done.stderr) == (0, b"")


def test_the_dev_container_names_what_is_there() -> None:
    folder = ROOT / ".devcontainer"
    container = json.loads((folder / "devcontainer.json").read_text(encoding="utf-8"))
    recipe = (folder / container["build"]["dockerfile"]).read_text(encoding="utf-8")

    assert container["remoteUser"] == "vscode"
    assert re.findall(r"^FROM (\S+)$", recipe, re.MULTILINE) == [
        "mcr.microsoft.com/devcontainers/python:3.11-bookworm"
    ]
    for key in ("updateContentCommand", "postCreateCommand"):
        call, *words = container[key].split()
        assert is_there(call, " ".join(words))
