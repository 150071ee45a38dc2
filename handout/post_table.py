"""What became of the clinic's post, sentence by sentence: ``docs/client-post.md``.

For the clinic, which gave the post; no page of the site and no PDF holds it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.blocks import load_chapters, words_in
from handout.checks.finding import Finding
from handout.claims import load_claims
from handout.client_post import load_post
from handout.errors import HandoutError
from handout.nodes import Callout
from handout.sphinx_runs import read_chapters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from handout.build import Target
    from handout.checks.blocks import Chapter
    from handout.claims import Claim
    from handout.client_post import PostSentence

DOCS = "docs/client-post.md"
# Where something stands: the chapter's title, and the heading if there is one below it.
Place = tuple[str, ...]
POST_SECTION = re.compile(r"^:post-section: (.+)$", re.MULTILINE)
NOWHERE = "\N{EM DASH}"
START = """\
# What became of your post

Each sentence of the clinic's post, what became of it, where it stands now, and why it changed.
The {count} sentences, headings and picture texts: {outcomes}.

* Kept: it stands in the handout as it is, but for capital letters.
* Restated: the chapter of this section says it in more careful words.
* Moved: another chapter says it in more careful words.
* Left out: the handout does not say it.

This file is made by `make docs` from `source/post.toml`, `source/claims.toml` and the marks in
the chapters; what you change here is lost.
"""
HEAD = """
## {section}

| | Your post says | What became of it | Where it stands now | Why |
|---|---|---|---|---|
"""


def post_table(
    sentences: Iterable[PostSentence], claims: Iterable[Claim], chapters: list[Chapter], root: Path
) -> str:
    """Return the table as Markdown, a part for each section of the post.

    :param claims: those that restate a sentence name it; :param chapters: hold their marks.
    :param root: the project folder.
    """
    listed = list(sentences)
    stands = where(listed, claims, chapters, post_chapters(chapters, root))
    count = Counter(sentence.became for sentence in listed)
    outcomes = ", ".join(f"{number} {outcome}" for outcome, number in count.most_common())
    parts = [START.format(count=len(listed), outcomes=outcomes)]
    for section, its in groupby(listed, key=attrgetter("section")):
        parts.append(HEAD.format(section=section))
        parts += [_row(sentence, stands[sentence.id]) for sentence in its]
    return "".join(parts)


def table_of(root: Path, chapters: list[Chapter]) -> str:
    """Return the table of the post and the ledger below the project folder *root*.

    :raises HandoutError: one of the two is missing or wrong.
    """
    return post_table(load_post(root), load_claims(root), chapters, root)


def write_docs(target: Target) -> Path:
    """Write the table anew; return its file.

    :raises HandoutError: the chapters cannot be read, or the post or the ledger.
    """
    folder, faults = read_chapters(target)
    if faults:
        raise HandoutError("\n".join(faults))
    table = table_of(target.root, load_chapters(target.root / "source", folder))
    path = target.root / DOCS
    path.parent.mkdir(exist_ok=True)
    path.write_text(table, encoding="utf-8")
    return path


def where(
    sentences: Iterable[PostSentence],
    claims: Iterable[Claim],
    chapters: Iterable[Chapter],
    sections: dict[str, Place],
) -> dict[str, list[Place]]:
    """Return the id of each sentence -> the places of the claims that restate it, in order.

    A heading stands where the chapter of its section does.

    :param sections: section of the post -> the place of its chapter.
    """
    restating = defaultdict(set)
    for claim in claims:
        for number in claim.post:
            restating[number].add(claim.id)
    marks = [mark for chapter in chapters for mark in marked(chapter)]
    stands: dict[str, list[Place]] = {}
    for sentence in sentences:
        found = [place for claim, place in marks if claim in restating[sentence.id]]
        if sentence.heading and sentence.section in sections:
            found.insert(0, sections[sentence.section])
        stands[sentence.id] = list(dict.fromkeys(found))
    return stands


def marked(chapter: Chapter) -> Iterator[tuple[str, Place]]:
    """Yield each claim that *chapter* marks, and where: the title and the nearest heading."""
    for part in chapter.tree.findall(nodes.Element):
        marks: list[tuple[str, int]] = part.get("claims", [])
        for claim, _ in marks:
            yield claim, place_of(part)


def place_of(part: nodes.Node | None) -> Place:
    """Return the chapter's title and the heading below which *part* of it stands.

    Key points sum up the whole chapter, so theirs is the title of their box.
    """
    headings: list[str] = []
    while part is not None:
        # Of all boxes, only this one has a place of its own.
        if isinstance(part, nodes.section | Callout) and part.get("kind") in (None, "key-points"):
            headings.append(" ".join(words_in(part[0]).split()))
        part = part.parent
    return tuple(dict.fromkeys([*headings[-1:], *headings[:1]]))


def post_chapters(chapters: Iterable[Chapter], root: Path) -> dict[str, Place]:
    """Return section of the post -> the title of the page that has its heading or names it."""
    found: dict[str, Place] = {}
    titles: dict[str, Place] = {}
    for chapter in chapters:
        place = place_of(chapter.tree.next_node(nodes.section))
        titles[place[0]] = place
        text = (root / chapter.file).read_text(encoding="utf-8")
        found |= dict.fromkeys(POST_SECTION.findall(text), place)
    return found | titles


def stale_docs(root: Path, chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield a finding if the file below *root* is not what post, ledger and chapters say now."""
    path = root / DOCS
    if not path.is_file() or path.read_text(encoding="utf-8") != table_of(root, chapters):
        words = "this is out of date, as chapters, claims or post have changed; run make docs"
        yield Finding(DOCS, 0, words)


def _row(sentence: PostSentence, places: list[Place]) -> str:
    stands = _told(places) or NOWHERE
    cells = (sentence.id, sentence.text, sentence.became.capitalize(), stands, sentence.why)
    return f"| {' | '.join(map(_cell, cells))} |\n"


def _told(places: list[Place]) -> str:
    """Return *places*, each chapter once with its headings."""
    chapters: dict[str, list[str]] = {}
    for title, *headings in places:
        chapters.setdefault(title, []).extend(headings)
    return "<br>".join(
        f"**{title}** {' · '.join(headings)}".strip() for title, headings in chapters.items()
    )


def _cell(text: str) -> str:
    """Return *text* so that it stays in its cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|")
