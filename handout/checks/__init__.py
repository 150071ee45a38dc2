"""Checks of the words: reading level, what must be said, what must not be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.build import SITE, build
from handout.checks.blocks import load_chapters
from handout.checks.measures import measures_table
from handout.checks.pages import chapter_blocks
from handout.checks.readability import hard_chapter, hard_handout, long_sentences
from handout.checks.wording import forbidden, load_forbidden, load_statements, unsaid

if TYPE_CHECKING:
    from handout.build import Target


def check_prose(target: Target) -> tuple[str, list[str]]:
    """Build the site if need be and check its words.

    :returns: a table of measures, a line a chapter, and the faults, one sentence each.
    """
    build(target, [SITE], lambda line: None)
    source = target.root / "source"
    chapters = chapter_blocks(source, target.site.parent)
    written = load_chapters(target)
    faults = [str(one) for one in hard_handout(written) if one.gate]
    for chapter in written:
        faults += [str(one) for one in [*hard_chapter(chapter), *long_sentences(chapter)]]
    faults += unsaid(load_statements(source), chapters)
    faults += forbidden(load_forbidden(source), chapters)
    return measures_table(written), faults
