"""Asks linters about what GitHub is to run: ``python -m tools.workflows``; ``make check`` does.

Three look at it: check-jsonschema (does GitHub take it?), zizmor (is it safe?) and, since neither
reads shell, shellcheck, which is given each step's commands.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS, DEPENDABOT = ".github/workflows", ".github/dependabot.yml"
SCHEMA = ("check-jsonschema", "--builtin-schema")
# Its strictest judge, with no list of what it may overlook.
SAFE = ("zizmor", "--offline", "--persona=auditor", "--strict-collection", "--no-config", "--quiet")
SHELL = ("shellcheck", "--shell=bash", "--format=gcc", "-")


@dataclass(frozen=True)
class Script:
    """What one step of a workflow has the shell do.

    :ivar line: of the workflow, from 1, on which it begins.
    """

    file: str
    line: int
    text: str


def findings(root: Path) -> list[str]:
    """Return what the linters have to say against the project in *root*; nothing if all is well."""
    workflows = [path.relative_to(root).as_posix() for path in workflows_in(root)]
    wrong = [
        _said(root, *SCHEMA, "vendor.github-workflows", *workflows),
        _said(root, *SCHEMA, "custom.github-workflows-require-timeout", *workflows),
        _said(root, *SCHEMA, "vendor.dependabot", DEPENDABOT),
    ]
    # The others read only what GitHub, too, can read.
    if not any(wrong):
        wrong = [_said(root, *SAFE, *workflows, DEPENDABOT)]
        for path in workflows_in(root):
            wrong += [slip for script in scripts(path, root) for slip in _slips(script, root)]
    return list(filter(None, wrong))


def workflows_in(root: Path) -> list[Path]:
    """Return the files of all workflows."""
    return sorted((root / WORKFLOWS).glob("*.yml"))


def scripts(path: Path, root: Path) -> Iterator[Script]:
    """Yield the commands of each step in the workflow *path*."""
    for step in _steps(yaml.compose(path.read_text(encoding="utf-8"))):
        for key, value in step.value:
            if key.value == "run":
                # A text that begins with "|" begins on the next line.
                line = value.start_mark.line + (2 if value.style == "|" else 1)
                yield Script(path.relative_to(root).as_posix(), line, value.value)


def _steps(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    """Yield the steps of all jobs below *node*."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value == "steps":
            yield from value.value
        else:
            yield from _steps(value)


def _slips(script: Script, root: Path) -> Iterator[str]:
    """Yield what shellcheck has to say, with the line of the workflow."""
    for line in _said(root, *SHELL, stdin=script.text).splitlines():
        slip = re.fullmatch(r"-:(\d+):(\d+): (.*)", line)
        place = f"{script.file}:{script.line + int(slip[1]) - 1}" if slip else script.file
        yield f"{place}: {slip[3] if slip else line}"


def _said(root: Path, name: str, *arguments: str, stdin: str = "") -> str:
    """Return what a linter says, or nothing if it is content."""
    program = str(Path(sys.executable).with_name(name))
    done = subprocess.run(
        [program, *arguments], cwd=root, input=stdin, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    return (done.stdout + done.stderr).strip() if done.returncode else ""


if __name__ == "__main__":
    sys.exit("\n".join(findings(ROOT)) or None)
