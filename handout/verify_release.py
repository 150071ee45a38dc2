"""Proves that ``dist/`` is what a tag gives, byte for byte, with the tag's own program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from handout.dist import DIST, read_label
from handout.errors import HandoutError
from handout.history import History, environment
from handout.pinned import CONSTRAINTS, other_versions
from handout.settings import version_of
from handout.today import EPOCH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from handout.dist import Label

ADVICE = (
    "Another Python, or another kind of computer, may pack the same words into other bytes: try "
    "it where the release was made, before you think that somebody has changed it."
)


def verify_release(root: Path, tag: str | None, say: Callable[[str], None]) -> str:
    """Build what *tag* gives in a folder of its own and compare it with ``dist/``.

    Leaves no trace in the project folder *root*.

    :param tag: such as ``v1.0``; ``None``: that of the version in ``conf.py``.
    :param say: called with one line of progress.
    :returns: the tag.
    :raises HandoutError: with each file that is not the same, or with what keeps it from being
        known.
    """
    label, tag = read_label(root / DIST), tag or f"v{version_of(root)}"
    history = History(root)
    history.check()
    commit = history.commit_of(f"refs/tags/{tag}")
    if not commit:
        raise HandoutError(
            f"there is no tag {tag}; make it where the release was made with 'git tag {tag}', get "
            "it with 'git fetch --tags', or name another with TAG=..."
        )
    with TemporaryDirectory(prefix="handout-") as scratch:
        copy = Path(scratch) / "copy"
        _check_out(history, commit, copy)
        _check_copy(copy, tag, label)
        seconds = history.ask("show", "--no-patch", "--format=%ct", commit)
        say(f"Building what tag {tag} gives, in a folder of its own ...")
        given = _packed(copy, tag, label, seconds)
        faults = list(differences(root / DIST, given, tag))
    if faults:
        raise HandoutError("\n".join([*faults, ADVICE]))
    return tag


def differences(dist: Path, given: Path, tag: str) -> Iterator[str]:
    """Yield a sentence for each file of *dist* that is not, byte for byte, as in *given*."""
    ours, theirs = _files(dist), _files(given)
    for name in sorted(ours | theirs):
        place = f"{DIST}/{name}"
        if name not in ours:
            yield f"{place}: this file is missing; tag {tag} gives it"
        elif name not in theirs:
            yield f"{place}: tag {tag} does not give this file"
        elif ours[name].read_bytes() != theirs[name].read_bytes():
            yield f"{place}: this file is not what tag {tag} gives"


def _files(folder: Path) -> dict[str, Path]:
    paths = (path for path in folder.rglob("*") if not path.is_dir())
    return {path.relative_to(folder).as_posix(): path for path in paths}


def _check_out(history: History, commit: str, copy: Path) -> None:
    """Write the files of *commit* into the new folder *copy*."""
    # "shared" copies no history; without a template no hook of the user's can run.
    options = ("--quiet", "--no-checkout", "--shared", "--template=")
    history.ask("clone", *options, str(history.root), str(copy))
    History(copy).ask("checkout", "--quiet", "--detach", commit)


def _check_copy(copy: Path, tag: str, label: Label) -> None:
    """Check that the tag is that of the release, and that its tools are at hand."""
    version = version_of(copy)
    if tag != f"v{version}":
        raise HandoutError(f"tag {tag} holds version {version}; name the tag v{version}")
    if label.version != version:
        raise HandoutError(
            f"{DIST}/ holds version {label.version}, and tag {tag} version {version}; add "
            f"TAG=v{label.version}"
        )
    if others := list(other_versions((copy / CONSTRAINTS).read_text(encoding="utf-8"))):
        raise HandoutError("\n".join([f"tag {tag} was made with other tools:", *others]))


def _packed(copy: Path, tag: str, label: Label, seconds: str) -> Path:
    """Have the program in *copy* write what is given out, as on the day of its commit."""
    folder = copy.with_name("given")
    which = ("--clinic", label.clinic, "--language", label.language)
    done = subprocess.run(
        [sys.executable, "-m", "handout", "pack", *which, str(folder)],
        cwd=copy, env={**environment(), "PYTHONPATH": str(copy), EPOCH: seconds},
        capture_output=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        said = done.stderr.replace("Nothing was changed by this run.", "").strip()
        raise HandoutError(f"what tag {tag} holds cannot be given out:\n{said}")
    return folder
