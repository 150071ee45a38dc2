"""What CHANGELOG.md tells of one version, in its two parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from handout.errors import HandoutError

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = "CHANGELOG.md"
PATIENTS, DEVELOPERS = "For patients and clinicians", "For developers"
VERSION = re.compile(r"##\s+(\S+)")
RELEASED = re.compile(r"##\s+\S+\s+\((\d{4}-\d{2}-\d{2})\)\s*$")
PART = re.compile(r"###\s+(.+?)\s*$")
ENTRY = re.compile(r"[-*]\s+(\S.*)$")


@dataclass(frozen=True)
class Changes:
    """What has changed in one version, an entry a text.

    :ivar patients: what patients and clinicians notice; :ivar developers: what others do.
    """

    patients: list[str]
    developers: list[str]


def changes_of(text: str, version: str) -> Changes:
    """Return what the change log *text* tells of *version*, as ``conf.py`` names it.

    :raises HandoutError: it tells nothing, or one of the two parts is missing or empty.
    """
    lines = text.splitlines()
    start = _heading(lines, version)
    parts = _parts(lines[start + 1 :])
    missing = [f'"### {name}"' for name in (PATIENTS, DEVELOPERS) if not parts.get(name)]
    if missing:
        raise HandoutError(
            f"version {version} has no entry under {' or '.join(missing)}; write one, "
            "if only that nothing has changed there",
            f"{FILE}:{start + 1}",
        )
    return Changes(parts[PATIENTS], parts[DEVELOPERS])


def released_on(text: str, version: str, today: date) -> date:
    """Return the day in the heading of *version*: ``## 1.0 (2026-12-01)``.

    :param today: the day that a heading without one should have.
    :raises HandoutError: the version is not there, or its heading has no such day.
    """
    lines = text.splitlines()
    start = _heading(lines, version)
    found = RELEASED.match(lines[start])
    try:
        return date.fromisoformat(found[1] if found else "")
    except ValueError:
        raise HandoutError(
            f"version {version} has no day of release yet; write it so: "
            f'"## {version} ({today.isoformat()})"',
            f"{FILE}:{start + 1}",
        ) from None


def section_of(text: str, version: str) -> str:
    """Return what the change log *text* tells of *version* as it is written, without its heading.

    :raises HandoutError: it tells nothing.
    """
    lines = text.splitlines()
    start = _heading(lines, version)
    return "\n".join(_section(lines[start + 1 :])).strip("\n")


def _heading(lines: list[str], version: str) -> int:
    """Return the number, from 0, of the line that begins what is said of *version*.

    :raises HandoutError: there is none.
    """
    for number, line in enumerate(lines):
        found = VERSION.match(line)
        if found and found[1] == version:
            return number
    raise HandoutError(
        f'there is nothing on version {version}; write "## {version}" and below it what has '
        f'changed, under "### {PATIENTS}" and "### {DEVELOPERS}"',
        FILE,
    )


def _section(lines: list[str]) -> Iterator[str]:
    """Yield *lines* up to the next version."""
    for line in lines:
        if VERSION.match(line):
            return
        yield line


def _parts(lines: list[str]) -> dict[str, list[str]]:
    """Return heading -> entries of *lines*, up to the next version."""
    parts: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in _section(lines):
        if part := PART.match(line):
            entries = parts.setdefault(part[1], [])
        elif entry := ENTRY.match(line):
            entries.append(entry[1].rstrip())
        elif entries and line.startswith(" ") and line.strip():
            entries[-1] += f" {line.strip()}"
    return parts
