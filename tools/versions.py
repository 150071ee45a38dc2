"""Which versions of other people's programs this project uses, and which newer ones there are.

Run with ``make outdated`` or ``make lock``; both ask the package index, which takes a minute or
two, and install nothing.  pip itself chooses the versions.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PINS = "constraints.txt"
ASK_PIP = [
    sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet",
    "--disable-pip-version-check", "--report", "-",
]  # fmt: skip
# What the installation of a project that can be edited in place (pip install -e) needs.
EDITABLE = "editables"


class UnknownVersionsError(Exception):
    """pip could not say which versions there are; the message is its own."""


@dataclass(frozen=True)
class Newer:
    """A package of which there is a newer version.

    :ivar pinned: the version in use; :ivar next: what ``make lock`` would take.
    :ivar newest: the newest of all; :ivar bound: what pyproject.toml asks for, if it names it.
    """

    name: str
    pinned: str
    next: str
    newest: str
    bound: str

    def __str__(self) -> str:
        """Return one line of the list."""
        line = f"  {self.name:<26} {self.pinned:<20} {self.next:<20}"
        if self.next == self.newest:
            return line.rstrip()
        holder = f"pyproject.toml asks for {self.bound}" if self.bound else "another package"
        return f"{line} {self.newest} is held back: {holder}"


def requirements(root: Path) -> list[Requirement]:
    """Return all that pyproject.toml asks for: to build, to test, to check, and to install.

    A group may ask for another group of this project; that one is read anyway.
    """
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    groups += [settings["build-system"]["requires"], [EDITABLE]]
    found = [Requirement(text) for group in groups for text in group]
    return [wanted for wanted in found if wanted.name != project["name"]]


def pins(root: Path) -> dict[str, str]:
    """Return name -> exact version, as in constraints.txt."""
    lines = (root / PINS).read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if "==" in line and not line.startswith("#"))


def chosen(wanted: list[str], *options: str) -> dict[str, str]:
    """Return name -> version of all that pip would install for *wanted*.

    :raises UnknownVersionsError: it cannot say.
    """
    done = subprocess.run([*ASK_PIP, *options, *wanted], capture_output=True, encoding="utf-8")
    if done.returncode:
        raise UnknownVersionsError(done.stderr.strip())
    found = (item["metadata"] for item in json.loads(done.stdout)["install"])
    return {data["name"]: data["version"] for data in found}


def outdated(root: Path) -> list[Newer]:
    """Return the packages of which there is a newer version, by name.

    :raises UnknownVersionsError: pip cannot say.
    """
    current = pins(root)
    allowed = _by_name(chosen([str(wanted) for wanted in requirements(root)]))
    newest = _by_name(chosen(list(current), "--no-deps"))
    bounds = {
        canonicalize_name(wanted.name): str(wanted.specifier) for wanted in requirements(root)
    }
    return [
        Newer(name, pinned, allowed.get(key, pinned), newest[key], bounds.get(key, ""))
        for name, pinned in current.items()
        if newest[key := canonicalize_name(name)] != pinned
    ]


def _by_name(versions: Mapping[str, str]) -> dict[str, str]:
    return {canonicalize_name(name): version for name, version in versions.items()}


def lock(root: Path) -> None:
    """Write the newest versions that pyproject.toml allows into constraints.txt.

    :raises UnknownVersionsError: pip cannot say; the file stays as it was.
    """
    path = root / PINS
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    found = chosen([str(wanted) for wanted in requirements(root)])
    rows = [f"{name}=={found[name]}" for name in sorted(found, key=canonicalize_name)]
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_text("\n".join([*head, *rows, ""]), encoding="utf-8")
    unfinished.replace(path)


def told(root: Path) -> Iterator[str]:
    """Yield what ``make outdated`` prints."""
    newer = outdated(root)
    if not newer:
        yield "Everything is the newest there is."
        return
    yield f"  {'package':<26} {'in use':<20} {'make lock takes':<20}"
    yield from map(str, newer)
    yield "Why something is held back: CONTRIBUTING.md, 'What it is built with'."


def main(arguments: list[str], say: Callable[[str], None] = print) -> int:
    """Do what is asked for, ``outdated`` or ``lock``, and return the exit status."""
    try:
        if arguments == ["lock"]:
            lock(ROOT)
            say(f"Written: {PINS}.  Now: make, make test, make bench.")
        else:
            for line in told(ROOT):
                say(line)
    except UnknownVersionsError as error:
        reason = str(error).splitlines()[-1] if str(error) else "it gave no reason"
        say(f"pip cannot tell which versions there are; is there a network?  It says: {reason}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
