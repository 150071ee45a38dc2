"""A fault as the page tells it: where, what the line says, what to do."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LINE = re.compile(r":(\d+)$")
# Letters of a line that are shown.
LONGEST = 160


@dataclass(frozen=True)
class Fault:
    """One fault.

    :ivar file: as seen from the top folder; empty if it is in no file.
    :ivar line: from 1; 0 if it is in none.
    :ivar quote: what stands on the line.
    """

    says: str
    file: str = ""
    line: int = 0
    quote: str = ""

    def __str__(self) -> str:
        """Return it as the terminal tells it."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.says}" if place else self.says


def told(sentences: Iterable[str], root: Path) -> list[Fault]:
    """Return the fault of each of *sentences*, which are like ``file:line: what; what to do``."""
    return [_fault(sentence, root) for sentence in sentences if sentence.strip()]


def _fault(sentence: str, root: Path) -> Fault:
    head, colon, says = sentence.partition(": ")
    numbered = LINE.search(head)
    file = head[: numbered.start()] if numbered else head
    if not colon or not (numbered or (root / file).exists()):
        return Fault(sentence)
    line = int(numbered[1]) if numbered else 0
    return Fault(says, file, line, _quote(root / file, line))


def _quote(path: Path, line: int) -> str:
    """Return the text on a *line* of a file, shortened; nothing if it is not there any more."""
    if not line:
        return ""
    with suppress(OSError, IndexError):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        text = lines[line - 1].strip()
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return ""
