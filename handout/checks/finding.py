"""What a check found: where, what, and what to do, in one line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to put right, or to think about.

    :ivar file: below the project's folder, as in ``source/risks.rst``.
    :ivar line: from 1; 0 if it concerns the file as a whole.
    :ivar message: what is wrong and what to do, in words that an editor understands.
    :ivar gate: whether it must be put right; else it is advice.
    """

    file: str
    line: int
    message: str
    gate: bool = True

    def __str__(self) -> str:
        """Return ``source/risks.rst:12: what is wrong``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"
