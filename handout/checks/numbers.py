"""Looks for each number of a chapter in the ledger of claims (standards.md 7 E1).

What counts as a number: figures, however they are written (``1.5``, ``140/90``, ``2025``), and
words that always count or measure (``two`` to ``ninety``, ``half``, ``twice``, ``dozen`` ...).
``One`` counts only before a length of time ("one month"); elsewhere it mostly is an article or
a pronoun.  Ordinals do not count: "tell us first" puts things in order.  What the build puts in
(the clinic's phone and rules, version and dates) is not an editor's to source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.blocks import line_of
from handout.checks.finding import Finding
from handout.checks.must_not_say import MASK
from handout.checks.pages import tidy
from handout.checks.phrases import spans
from handout.checks.squeezing import squeezed
from handout.claims import CLAIMS
from handout.nodes import Blank, CalloutTitle
from handout.numbers import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.blocks import Block, Chapter
    from handout.claims import Claim
    from handout.numbers import Count, PeoplePicture

SMALL = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
TEENS = r"(?:thir|four|fif|six|seven|eigh|nine)teen"
VALUES = {word: str(number) for number, word in enumerate(SMALL, start=2)}
TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
OTHER = r"half|twice|double|triple|quarter|(?:dozen|hundred|thousand|million)s?"
NUMBER = re.compile(
    # A percentage must not be said at all, which another rule tells.
    r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?!\w|[.,]\d|\s?%|\s?per ?cent)"
    rf"|\b(?:{'|'.join(SMALL)}|{TEENS}|{TENS}|{OTHER})\b"
    r"|\bone(?=\s+(?:minute|hour|day|night|week|month|year)s?\b)",
    re.IGNORECASE,
)
REMEDY = (
    f"add the words to {CLAIMS} with their source, or to {COUNTS} if they state nothing "
    "medical, or take it out"
)


@dataclass(frozen=True)
class Numbers:
    """Where numbers may come from: the claims, the people pictures and the mere counts."""

    claims: list[Claim]
    pictures: list[PeoplePicture]
    counts: list[Count]

    def phrases(self, chapter: str) -> list[str]:
        """Return the words that *chapter* may hold numbers in."""
        claimed = [
            wording
            for claim in self.claims
            if chapter in claim.chapters
            for wording in claim.wording
        ]
        return claimed + [count.words for count in self.counts if count.chapter == chapter]


def unlisted_numbers(chapter: Chapter, numbers: Numbers) -> Iterator[Finding]:
    """Yield the numbers of *chapter* that stand in no claim, people picture or count, by lines."""
    phrases = numbers.phrases(chapter.name)
    drawn = dict(_drawn(chapter, numbers.pictures))
    for block in chapter.blocks:
        text = typed(block)
        flat = squeezed(text)
        told = [span for phrase in phrases for span in spans(phrase, flat)]
        missed: dict[int, list[str]] = {}
        for number in NUMBER.finditer(flat):
            listed = any(start <= number.start() and number.end() <= end for start, end in told)
            if not listed and _value(number[0]) not in drawn.get(id(block.node), ()):
                line = block.line + text.count("\n", 0, number.start())
                missed.setdefault(line, []).append(number[0])
        for line, those in missed.items():
            yield _finding(chapter, line, those)
    yield from _in_alt_texts(chapter, numbers.pictures)


def lost_counts(chapters: list[Chapter], counts: list[Count]) -> Iterator[Finding]:
    """Yield counts the words of which stand in their chapter no more."""
    texts = {chapter.name: list(map(typed, chapter.blocks)) for chapter in chapters}
    for count in counts:
        there = texts.get(count.chapter, ())
        if not any(list(spans(count.words, squeezed(text))) for text in there):
            words = f'the words "{count.words}" do not stand in the chapter {count.chapter}'
            yield Finding(COUNTS, count.line, f"{words}; take this entry out, or correct it")


def typed(block: Block) -> str:
    """Return the words of *block* that an editor typed, in the lines of the file.

    A sign stands for what the build puts in; a block of its own words is empty.
    """
    if isinstance(block.node, CalloutTitle) or block.node.get("built"):
        return ""
    return "\n".join(filter(None, map(tidy, "".join(_typed(block.node)).split("\n"))))


def _typed(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Text):
        yield node.astext()
    elif isinstance(node, Blank) or _is_fact(node):
        yield MASK
    elif node.get("refdomain") != "cite":  # type: ignore[attr-defined]
        for child in node.children:
            yield from _typed(child)


def _is_fact(node: nodes.Node) -> bool:
    # What is typed has its markup with it; Sphinx sees to that before facts are put in.
    return isinstance(node, (nodes.inline, nodes.reference)) and not node.rawsource


def _drawn(chapter: Chapter, pictures: list[PeoplePicture]) -> Iterator[tuple[int, set[str]]]:
    """Yield for the words of each people picture the numbers that they may state."""
    for figure, picture in _people(chapter, pictures):
        for part in figure.findall(nodes.TextElement):
            yield id(part), numbers_of(picture)


def _people(
    chapter: Chapter, pictures: list[PeoplePicture]
) -> Iterator[tuple[nodes.figure, PeoplePicture]]:
    known = {f"picture-{picture.id}": picture for picture in pictures}
    for figure in chapter.tree.findall(nodes.figure):
        for name in figure["ids"]:
            if name in known:
                yield figure, known[name]


def numbers_of(picture: PeoplePicture) -> set[str]:
    """Return the numbers that words beside *picture* may state, in figures where they can be."""
    words = [picture.question, picture.who]
    figures = ["100", str(len(picture.groups))]
    for group in picture.groups:
        figures += map(str, filter(None, (group.of_100, group.also_of_100)))
    return {_value(number[0]) for text in [*words, *figures] for number in NUMBER.finditer(text)}


def _in_alt_texts(chapter: Chapter, pictures: list[PeoplePicture]) -> Iterator[Finding]:
    """Yield numbers of alt texts that neither caption nor description has: they are checked."""
    people = {id(figure): numbers_of(picture) for figure, picture in _people(chapter, pictures)}
    for figure in chapter.tree.findall(nodes.figure):
        words = "\n".join(part.astext() for part in figure.findall(nodes.TextElement))
        told = {_value(number[0]) for number in NUMBER.finditer(words)}
        told |= people.get(id(figure), set())
        # A narrow layout of the picture has the same words.
        image = next(figure.findall(nodes.image))
        those = [number[0] for number in NUMBER.finditer(image.get("alt", ""))]
        if missed := [number for number in those if _value(number) not in told]:
            yield _finding(chapter, line_of(image), missed)


def _value(number: str) -> str:
    return VALUES.get(number.lower(), number.lower())


def _finding(chapter: Chapter, line: int, numbers: list[str]) -> Finding:
    if len(numbers) == 1:
        return Finding(chapter.file, line, f"the number {numbers[0]} stands in no claim; {REMEDY}")
    told = f"{', '.join(numbers[:-1])} and {numbers[-1]}"
    return Finding(chapter.file, line, f"the numbers {told} stand in no claim; {REMEDY}")
