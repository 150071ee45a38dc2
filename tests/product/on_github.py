"""What GitHub would run: the workflows, read as it reads them."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from handout.matrix import matrix
from tests.conftest import ROOT, require_tool
from tools.workflows import workflows_in

if TYPE_CHECKING:
    from pathlib import Path

# What is run by name in a step, up to the end of its line, of "$(...)", or of what is kept.
COMMAND = re.compile(
    r"(?:^|\$\()(make|(?:\.venv/bin/)?python -m (?:handout|tools)\S*)(?: (?![|>2])([^\n)|>]+?))?"
    r"(?= *(?:2?>|\||\)|$))",
    re.MULTILINE,
)
NAME = re.compile(r"\b(?:needs|steps|inputs|matrix|vars|env)(?:\.[\w-]+)+")
# What the actions say of what they did, as their action.yml has it.
SAID = {
    "actions/upload-artifact": ["artifact-id", "artifact-url", "artifact-digest"],
    "actions/upload-pages-artifact": ["artifact_id"],
    "actions/deploy-pages": ["page_url"],
}
# What is set in the repository, on GitHub.
VARIABLES = {"vars.CLINIC", "vars.PUBLISH_SITE"}


@dataclass(frozen=True)
class Workflow:
    """One file of ``.github/workflows``."""

    name: str
    text: str

    @property
    def content(self) -> dict[Any, Any]:
        """Return what stands in it; YAML 1.1 reads the key "on" as a truth."""
        read: dict[Any, Any] = yaml.safe_load(self.text)
        return read

    @property
    def jobs(self) -> dict[str, dict[str, Any]]:
        """Return its jobs by their name."""
        jobs: dict[str, dict[str, Any]] = self.content["jobs"]
        return jobs

    @property
    def steps(self) -> list[dict[str, Any]]:
        """Return the steps of all its jobs."""
        return [step for job in self.jobs.values() for step in job["steps"]]

    def script(self, step: str) -> str:
        """Return what the step of that name has the shell do."""
        (run,) = (each["run"] for each in self.steps if each["name"] == step and "run" in each)
        return str(run)


WORKFLOWS = {
    path.stem: Workflow(path.stem, path.read_text(encoding="utf-8")) for path in workflows_in(ROOT)
}


def commands(workflow: Workflow) -> list[tuple[str, str]]:
    """Return the commands of this project that are run: what is called, and with what."""
    return [found for step in workflow.steps for found in COMMAND.findall(step.get("run", ""))]


def is_there(call: str, words: str) -> bool:
    """Return whether a target of the Makefile, or a command or module of ours, exists."""
    if call == "make":
        given = [require_tool("make"), "--dry-run", "--directory", str(ROOT), *shlex.split(words)]
    elif call.endswith("handout"):
        given = [sys.executable, "-m", "handout", words.split()[0], "--help"]
    else:
        given = [sys.executable, "-c", f"import {call.split()[-1]}"]
    return subprocess.run(given, cwd=ROOT, capture_output=True, check=False).returncode == 0


def referred(workflow: Workflow) -> set[str]:
    """Return the names in the expressions of a workflow."""
    parts = re.findall(r"\$\{\{(.*?)\}\}|^ *if: (.*)$", workflow.text, re.MULTILINE)
    return {name for pair in parts for part in pair for name in NAME.findall(part)}


def given(workflow: Workflow) -> set[str]:
    """Return the names that expressions in *workflow* may use."""
    triggers = workflow.content[True]
    inputs = (triggers.get("workflow_dispatch") or {}).get("inputs", {})
    here = [workflow.content, *workflow.jobs.values(), *workflow.steps]
    return {
        *VARIABLES,
        *(f"inputs.{name}" for name in inputs),
        *(f"env.{name}" for part in here for name in part.get("env", {})),
        *(name for step in workflow.steps if "id" in step for name in _of_step(step)),
        *(
            f"needs.{job}.outputs.{name}"
            for job, content in workflow.jobs.items()
            for name in content.get("outputs", ())
        ),
        *(f"matrix.{key}" for key in json.loads(matrix(ROOT, None))["include"][0]),
    }


def _of_step(step: dict[str, Any]) -> list[str]:
    start = f"steps.{step['id']}"
    said = SAID.get(step.get("uses", "").partition("@")[0], [])
    written = re.findall(r'echo "(\w+)=.*GITHUB_OUTPUT', step.get("run", ""))
    return [f"{start}.outcome", *(f"{start}.outputs.{name}" for name in (*said, *written))]


def run(
    script: str, folder: Path, tools: dict[str, str] | None = None, **given: str
) -> subprocess.CompletedProcess[str]:
    """Run the commands of a step in *folder*, as GitHub does when bash is asked for.

    :param tools: name -> commands of programs that take the place of real ones.
    :param given: what is set in the environment.
    """
    programs = folder / "programs"
    programs.mkdir(exist_ok=True)
    for name, commands in (tools or {}).items():
        (programs / name).write_text(f"#!/usr/bin/env bash\n{commands}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    path = os.pathsep.join((str(programs), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder, env={"PATH": path, **given}, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
