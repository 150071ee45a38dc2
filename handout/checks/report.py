"""Checks of the words: what ``make check`` tells an editor, with the lines to change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handout.build import SITE, build, check_target
from handout.checks.blocks import load_chapters
from handout.checks.built import in_built
from handout.checks.measures import measures_table
from handout.checks.rules import in_chapters
from handout.checks.word_lists import load_word_lists
from handout.locales import ENGLISH
from handout.post_table import stale_docs
from handout.sources import check_sources
from handout.sphinx_runs import read_chapters
from handout.unfinished import progress_of, translation_faults

if TYPE_CHECKING:
    from handout.build import Target
    from handout.checks.finding import Finding


@dataclass(frozen=True)
class Report:
    """What the checks have found.

    :ivar table: of measures, a line a chapter.
    :ivar faults: what must be put right; :ivar advice: what to think about; a sentence each.
    """

    table: str
    faults: list[str]
    advice: list[str]


def check_words(target: Target) -> Report:
    """Check the chapters and, if they are in order, what is built of them.

    :raises HandoutError: there is nothing to check: no such clinic, or files that cannot be read.
    """
    check_target(target)
    check_sources(target.root)
    if target.language != ENGLISH:
        return _of_translation(target)
    folder, faults = read_chapters(target)
    chapters = load_chapters(target.root / "source", folder)
    found = set(in_chapters(target, chapters))
    if not faults and not any(finding.gate for finding in found):
        # Once all else is right, as it changes with what else is put right.
        found |= set(stale_docs(target.root, chapters))
        build(target, [SITE], lambda line: None)
        found |= set(in_built(target))
    table = measures_table(chapters, load_word_lists(target.root).names)
    return Report(table, faults + told(found, True), told(found, False))


def _of_translation(target: Target) -> Report:
    """Return how far a translation is; that it has lost no number is checked with the target."""
    done, count = progress_of(target)
    table = (
        f"Translated: {done} of {count}. "
        "The words themselves are checked in English only: make check, without DOC_LANGUAGE."
    )
    return Report(table, [], list(translation_faults(target)))


def told(findings: set[Finding], gate: bool) -> list[str]:
    """Return *findings* as sentences in the order of files and lines: the gates, or the advice."""
    return [str(finding) for finding in sorted(findings) if finding.gate == gate]
