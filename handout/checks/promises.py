"""Looks for promises wherever the handout has words: chapters, labels, clinic's file, pages."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from handout.checks.must_not_say import (
    forbidden_in_blocks,
    forbidden_in_chapter,
    forbidden_in_description,
    forbidden_in_toml,
    load_forbidden,
    masked,
    promises_among,
)
from handout.checks.pages import page_words
from handout.claims import CLAIMS
from handout.labels import LABELS
from handout.profile import CLINICS, profile_path
from handout.profile_faults import texts_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from handout.build import Target
    from handout.checks.blocks import Chapter
    from handout.checks.finding import Finding

# Files whose words the build puts into chapters, and in which entries these stand, if not in all.
BUILT_OF = ((LABELS.as_posix(), None), (CLAIMS, "short"))


def promises_in_texts(target: Target, chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield what must not be said in the chapters, the build's own words, and the clinic's.

    A clinic's words are the clinic's to choose; what is found there is advice.
    """
    patterns = load_forbidden(target.root)
    told = own_words(target)
    for file, entry in BUILT_OF:
        words = (target.root / file).read_text(encoding="utf-8-sig")
        yield from forbidden_in_toml(file, words, patterns, gate=True, entry=entry)
        # What stands there may stand in many chapters, and is told once.
        told += promises_among(words, patterns, entry)
    for chapter in chapters:
        text = (target.root / chapter.file).read_text(encoding="utf-8")
        yield from forbidden_in_description(chapter.file, text, patterns)
        yield from forbidden_in_chapter(chapter, patterns, told)
    file = f"{CLINICS}/{target.clinic}.toml"
    yield from forbidden_in_toml(file, _clinic_file(target), patterns, gate=False)


def promises_on_pages(target: Target) -> Iterator[Finding]:
    """Yield what must not be said on a page of the finished site, wherever it comes from.

    Pages for clinicians are left out: they name what studies measured, in percent.
    """
    patterns, own = load_forbidden(target.root), own_words(target)
    for page in sorted(target.site.parent.glob("*.html")):
        if not _is_for_clinicians(target.root / "source" / f"{page.stem}.rst"):
            words = (masked(text, own) for text in page_words(page))
            yield from forbidden_in_blocks(page.name, words, patterns)


def _is_for_clinicians(chapter: Path) -> bool:
    return chapter.is_file() and chapter.read_text(encoding="utf-8").startswith(":orphan:")


def own_words(target: Target) -> list[str]:
    """Return the clinic's own words, line by line."""
    texts = texts_in(tomllib.loads(_clinic_file(target)))
    return [line for _, text in texts for line in text.splitlines()]


def _clinic_file(target: Target) -> str:
    return profile_path(target.clinic, target.root).read_text(encoding="utf-8-sig")
