"""The real chapters as the last build has read them, and short ones that tests write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.checks.blocks import load_chapters

if TYPE_CHECKING:
    from collections.abc import Callable

    from handout.build import Target
    from handout.checks.blocks import Chapter


def chapters_of(target: Target) -> list[Chapter]:
    """Return the chapters of a clinic's handout that has been built."""
    return load_chapters(target.root / "source", target.folder / ".doctrees")


def chapter_with(read: Callable[[str], Chapter], words: str) -> Chapter:
    """Return a chapter of a heading and *words*, read as :func:`read` of the tests does."""
    return read(f"A heading\n=========\n\n{words}\n")
