"""What the handout must say, as data beside the chapters."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from handout.checks.pages import Chapters


@dataclass(frozen=True)
class Statement:
    """One fact that must stand in the handout, in these very words, in these chapters."""

    id: str
    about: str
    wording: list[str]
    chapters: list[str]


def load_statements(source: Path) -> list[Statement]:
    """Return the statements of ``must-say.toml`` in folder *source*."""
    data = tomllib.loads((source / "must-say.toml").read_text(encoding="utf-8"))
    return [Statement(**entry) for entry in data["statement"]]


def unsaid(statements: list[Statement], chapters: Chapters) -> list[str]:
    """Return a sentence for each wording that stands in none of its chapters."""
    faults = []
    for statement in statements:
        text = "\n".join(block for name in statement.chapters for block in chapters.get(name, []))
        faults += [
            f'source/{statement.chapters[0]}.rst: the words "{wording}" are gone '
            f"({statement.id}: {statement.about}); put them back, or change must-say.toml too"
            for wording in statement.wording
            if squeezed(wording) not in squeezed(text)
        ]
    return faults


def squeezed(text: str) -> str:
    """Return *text* without the differences that typesetting makes."""
    for curly, straight in (("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"')):
        text = text.replace(curly, straight)
    return " ".join(text.split())
