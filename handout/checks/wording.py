"""What the handout must say, and what it must not say, as data beside the chapters."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handout.checks.sentences import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from handout.checks.pages import Chapters


@dataclass(frozen=True)
class Statement:
    """One fact that must stand in the handout, in these very words, in these chapters."""

    id: str
    about: str
    wording: list[str]
    chapters: list[str]


@dataclass(frozen=True)
class Forbidden:
    """Words that must not stand there, where they are all right, why, and what to write."""

    id: str
    pattern: re.Pattern[str]
    allow: list[re.Pattern[str]]
    why: str
    instead: str


def load_statements(source: Path) -> list[Statement]:
    """Return the statements of ``must-say.toml`` in folder *source*."""
    data = tomllib.loads((source / "must-say.toml").read_text(encoding="utf-8"))
    return [Statement(**entry) for entry in data["statement"]]


def load_forbidden(source: Path) -> list[Forbidden]:
    """Return the patterns of ``must-not-say.toml`` in folder *source*."""
    data = tomllib.loads((source / "must-not-say.toml").read_text(encoding="utf-8"))
    return [
        Forbidden(
            entry["id"],
            re.compile(entry["regex"], re.IGNORECASE),
            [re.compile(allowed, re.IGNORECASE) for allowed in entry.get("allow", [])],
            entry["why"],
            entry["instead"],
        )
        for entry in data["pattern"]
    ]


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


def forbidden(patterns: list[Forbidden], chapters: Chapters) -> list[str]:
    """Return a sentence for each place that says what must not be said."""
    return [
        f'source/{name}.rst: "{found}": {pattern.why} {pattern.instead}'
        for name, blocks in chapters.items()
        for block in blocks
        for sentence in sentences_of(block)
        for pattern in patterns
        for found in _hits(pattern, sentence.text)
    ]


def _hits(pattern: Forbidden, sentence: str) -> Iterator[str]:
    match = pattern.pattern.search(sentence)
    if match and not any(allowed.search(sentence) for allowed in pattern.allow):
        yield match[0]


def squeezed(text: str) -> str:
    """Return *text* without the differences that typesetting makes."""
    for curly, straight in (("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"')):
        text = text.replace(curly, straight)
    return " ".join(text.split())
