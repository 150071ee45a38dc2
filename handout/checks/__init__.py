"""Checks of the words: reading level, what must be said, what must not be said."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from handout.build import SITE, build
from handout.checks.blocks import load_chapters
from handout.checks.must_not_say import (
    forbidden_in_blocks,
    forbidden_in_chapter,
    forbidden_in_toml,
    load_forbidden,
    masked,
)
from handout.checks.pages import chapter_blocks, page_words
from handout.checks.readability import WHOLE, faults_of, measure
from handout.checks.wording import load_statements, unsaid
from handout.labels import LABELS
from handout.profile import CLINICS, profile_path
from handout.profile_faults import texts_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.build import Target
    from handout.checks.blocks import Chapter
    from handout.checks.finding import Finding


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
    faults += map(str, promises(target, load_chapters(target)))
    table = ["grade  words  mean  longest  chapter"]
    table += [
        f"{m.grade:5.1f}  {m.words:5}  {m.mean:4.1f}  {m.longest:7}  {name}"
        for name, m in measures.items()
    ]
    return "\n".join(table), faults


def promises(target: Target, chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield what must not be said, in the chapters, other words of the build, and the clinic's.

    A promise on a page of the site is told only if none of these has it.
    """
    patterns = load_forbidden(target.root)
    clinic = profile_path(target.clinic, target.root).read_text(encoding="utf-8-sig")
    own = [line for _, text in texts_in(tomllib.loads(clinic)) for line in text.splitlines()]
    found = [one for chapter in chapters for one in forbidden_in_chapter(chapter, patterns, own)]
    labels = (target.root / LABELS).read_text(encoding="utf-8")
    found += forbidden_in_toml(LABELS.as_posix(), labels, patterns, gate=True)
    file = f"{CLINICS}/{target.clinic}.toml"
    found += forbidden_in_toml(file, clinic, patterns, gate=False)
    yield from found
    known = {finding.message for finding in found}
    for page in sorted(target.site.parent.glob("*.html")):
        words = (masked(text, own) for text in page_words(page))
        findings = forbidden_in_blocks(page.name, words, patterns)
        yield from (finding for finding in findings if finding.message not in known)
