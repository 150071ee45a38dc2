"""Checks of the words: reading level, what must be said, what must not be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.build import SITE, build
from handout.checks.pages import chapter_blocks
from handout.checks.readability import WHOLE, faults_of, measure
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
    measures = {name: measure(blocks) for name, blocks in chapters.items()}
    measures[WHOLE] = measure([block for blocks in chapters.values() for block in blocks])
    faults = [fault for name in measures for fault in faults_of(name, measures[name])]
    faults += unsaid(load_statements(source), chapters)
    faults += forbidden(load_forbidden(source), chapters)
    table = ["grade  words  mean  longest  chapter"]
    table += [
        f"{m.grade:5.1f}  {m.words:5}  {m.mean:4.1f}  {m.longest:7}  {name}"
        for name, m in measures.items()
    ]
    return "\n".join(table), faults
