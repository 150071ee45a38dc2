"""What git knows of the project: what was committed, when, and under which tag."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from handout.errors import HandoutError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Where patients' words are written, as git takes paths.
WORDS = (":(glob)source/*.rst", "source/labels.toml")
NO_HISTORY = (
    "this folder has no history of its changes (git), so nobody could prove later what was given "
    "out; get it with 'git clone', not as a zip file"
)


@dataclass(frozen=True)
class History:
    """The history of the project in the folder *root*, as far as a release asks for it."""

    root: Path

    def check(self) -> None:
        """Check that there is a whole history.

        :raises HandoutError: there is none, a part of it is missing, or git does not work here.
        """
        if self.ask("rev-parse", "--show-prefix"):
            # The folder lies in one that has a history of its own.
            raise HandoutError(NO_HISTORY)
        if self.ask("rev-parse", "--is-shallow-repository") == "true":
            raise HandoutError(
                "a part of the history of this folder is missing; get it with 'git fetch "
                "--unshallow --tags'"
            )
        if not self.commit_of("HEAD"):
            raise HandoutError(NO_HISTORY)

    def changed(self) -> list[str]:
        """Return the files and folders that differ from the last commit, or are in none."""
        entries = iter(self.ask("status", "--porcelain", "-z").split("\0"))
        return sorted(_names(entries))

    def words_changed(self) -> date | None:
        """Return the last day on which a commit changed the words, by its author's calendar."""
        days = self.ask("log", "--format=%as", "--", *WORDS).split()
        return date.fromisoformat(max(days)) if days else None

    def commit_of(self, name: str) -> str:
        """Return the commit that *name* leads to, such as ``HEAD``; empty if there is none."""
        done = self._run("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        return done.stdout.strip()

    def ask(self, *words: str) -> str:
        """Return what git says.

        :raises HandoutError: it cannot tell, with its own first line.
        """
        done = self._run(*words)
        if done.returncode:
            raise HandoutError(_refusal(done.stderr))
        return done.stdout.rstrip("\n")

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(
                ["git", *words], cwd=self.root, env=environment(),
                capture_output=True, encoding="utf-8", errors="replace", check=False,
            )  # fmt: skip
        except FileNotFoundError:
            raise HandoutError("the program git is not installed; install it") from None


def environment() -> dict[str, str]:
    """Return the caller's environment for git: English, no other repository, nothing written."""
    # Git sets these for its own hooks, and they would lead it elsewhere.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def _names(entries: Iterator[str]) -> Iterator[str]:
    """Yield the paths of ``git status --porcelain -z``; a renamed file has a second entry."""
    for entry in entries:
        if entry:
            yield entry[3:]
        if "R" in entry[:2] or "C" in entry[:2]:
            next(entries, "")


def _refusal(said: str) -> str:
    if "not a git repository" in said:
        return NO_HISTORY
    first = said.strip().partition("\n")[0].removeprefix("fatal: ")
    return f"git cannot tell the history of this folder ({first}); put that right"
