"""Words that promise or sell, and the kinder or truer ones to write in their place."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

from docutils import nodes
from pydantic import AfterValidator, Field

from handout.checks.blocks import line_of
from handout.checks.finding import Finding
from handout.checks.near_misses import only_asked, only_denied
from handout.checks.sentences import sentences_of
from handout.profile_faults import texts_in
from handout.tables import Listed, load_tables
from handout.toml_lines import places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from handout.checks.blocks import Chapter
    from handout.checks.sentences import Sentence
    from handout.toml_lines import Path as Way

FILE = "source/must-not-say.toml"
# What stands in the place of a clinic's own words: they are the clinic's to choose.
MASK = "\u2026"
# What search engines show of a chapter; its tree does not hold it.
DESCRIPTION = re.compile(r"^:description: (.+)$", re.MULTILINE)


def _check_pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"is no pattern that can be searched for ({error}); correct it") from None
    return value


Pattern = Annotated[str, Field(min_length=1), AfterValidator(_check_pattern)]


class Forbidden(Listed):
    """One kind of promise; ``source/must-not-say.toml`` says at its top what each entry means."""

    id: str
    regex: Pattern
    allow: tuple[Pattern, ...] = ()
    always: bool = False
    why: str
    instead: str

    def hits(self, sentence: str) -> Iterator[str]:
        """Yield the words in *sentence* that make this promise."""
        allowed = [
            right.span() for allow in self.allow for right in _compiled(allow).finditer(sentence)
        ]
        for found in _compiled(self.regex).finditer(sentence):
            start, end = found.span()
            near_miss = only_denied(sentence, start, end) or only_asked(sentence, start, end)
            right = any(begin < end and start < stop for begin, stop in allowed)
            if not right and (self.always or not near_miss):
                yield found[0]


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def load_forbidden(root: Path) -> list[Forbidden]:
    """Return what must not be said.

    :raises HandoutError: the list is missing or wrong.
    """
    return load_tables(root, FILE, "pattern", Forbidden)


def forbidden_in_chapter(
    chapter: Chapter, patterns: list[Forbidden], own: Collection[str] = ()
) -> Iterator[Finding]:
    """Yield a finding for each promise in *chapter* (standards.md 7 D, must not appear).

    :param own: the clinic's own words, which the build puts into chapters.
    """
    sentences = [*chapter.sentences(), *_alt_texts(chapter)]
    for sentence in sentences:
        yield from _findings(chapter.file, sentence.line, masked(sentence.text, own), patterns)


def forbidden_in_description(file: str, text: str, patterns: list[Forbidden]) -> Iterator[Finding]:
    """Yield a finding for each promise in the description of a chapter's *file*.

    :param text: the whole of the file.
    """
    for described in DESCRIPTION.finditer(text):
        for sentence in sentences_of(described[1], text.count("\n", 0, described.start()) + 1):
            yield from _findings(file, sentence.line, sentence.text, patterns)


def forbidden_in_toml(
    file: str, text: str, patterns: list[Forbidden], gate: bool, entry: str | None = None
) -> Iterator[Finding]:
    """Yield a finding for each promise in the words of a TOML *file*, the *text* of which is given.

    :param gate: whether it must be put right; a clinic's own words are the clinic's to choose.
    :param entry: the name of the entries to look at, if not all.
    """
    where = places(text)
    for path, words in _texts(text, entry):
        for sentence in sentences_of(words):
            for finding in _findings(file, where[path].line, sentence.text, patterns):
                yield Finding(finding.file, finding.line, finding.message, gate)


def promises_among(text: str, patterns: list[Forbidden], entry: str | None = None) -> Iterator[str]:
    """Yield the sentences in the words of a TOML file that make a promise.

    :param text: the whole of the file; :param entry: as for :func:`forbidden_in_toml`.
    """
    for _, words in _texts(text, entry):
        for sentence in sentences_of(words):
            if any(any(pattern.hits(sentence.text)) for pattern in patterns):
                yield sentence.text


def _texts(text: str, entry: str | None) -> Iterator[tuple[Way, str]]:
    for path, words in texts_in(tomllib.loads(text)):
        if entry in (None, path[-1]):
            yield path, words


def forbidden_in_blocks(
    file: str, blocks: Iterable[str], patterns: list[Forbidden]
) -> Iterator[Finding]:
    """Yield a finding for each promise in the *blocks* of words of a built *file*."""
    for block in blocks:
        for sentence in sentences_of(block):
            yield from _findings(file, 0, sentence.text, patterns)


def masked(sentence: str, own: Collection[str]) -> str:
    """Return *sentence* without the clinic's own words."""
    for words in sorted(own, key=len, reverse=True):
        sentence = sentence.replace(words, MASK)
    return sentence


def _findings(file: str, line: int, sentence: str, patterns: list[Forbidden]) -> Iterator[Finding]:
    for pattern in patterns:
        for found in pattern.hits(sentence):
            yield Finding(file, line, f'"{found}": {pattern.why} Better: {pattern.instead}')


def _alt_texts(chapter: Chapter) -> Iterator[Sentence]:
    for image in chapter.tree.findall(nodes.image):
        yield from sentences_of(image.get("alt", ""), line_of(image))
