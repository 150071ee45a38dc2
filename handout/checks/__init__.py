"""Checks of the words: reading level, what must be said, what must not be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.build import SITE, build
from handout.checks.blocks import load_chapters
from handout.checks.measures import measures_table
from handout.checks.pages import chapter_blocks
from handout.checks.plain_language import plain_language
from handout.checks.word_lists import load_word_lists
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
    lists = load_word_lists(target.root)
    faults = [str(one) for one in plain_language(written, lists) if one.gate]
    faults += unsaid(load_statements(source), chapters)
    faults += forbidden(load_forbidden(source), chapters)
    return measures_table(written, lists.names), faults
