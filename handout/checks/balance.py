"""Whether risks are told no later, no less often and in no smaller type than benefits.

The rules are those of fair balance: what may go wrong is told as plainly as what may be gained.
"""

from __future__ import annotations

import math
import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Annotated, Literal

from docutils import nodes
from pydantic import Field

from handout.checks.finding import Finding
from handout.claims import CLAIMS
from handout.errors import HandoutError
from handout.tables import Listed, load_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from handout.checks.blocks import Chapter
    from handout.claims import Claim, Kind

FILE = "source/balance.toml"
# Chapters by which a risk may come after those of the benefits (standards.md 7 D), which end
# where so many of the benefits have been told: a study that is compared later is no new hope.
LATEST, MOST_BENEFITS = 2, 0.9
# Words of risk for each word of benefit.
LEAST, MOST = 0.8, 2.0
KINDS: tuple[Kind, Kind] = ("risk", "benefit")


class Words(Listed):
    """Words of one kind; ``source/balance.toml`` says at its top how they are looked for."""

    kind: Literal["risk", "benefit"]
    words: Annotated[list[Annotated[str, Field(min_length=1)]], Field(min_length=1)]


def late_risks(claims: list[Claim], chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield the risks that come too late, by chapters, and a benefit that is told before any risk.

    Where a claim is told again does not count, but where it is told first.
    """
    benefits, risks = (_first_places(claims, chapters, kind) for kind in ("benefit", "risk"))
    last = benefits[math.ceil(MOST_BENEFITS * len(benefits)) - 1][0] if benefits else len(chapters)
    for number, late in groupby(risks, itemgetter(0)):
        if number > last + LATEST:
            first, *others = late
            names = ", ".join(claim for *_, claim in (first, *others))
            words = f"the risks first told here ({names}) come {number - last} chapters after the"
            todo = f"benefits, at most {LATEST}; tell them in a chapter before"
            yield Finding(chapters[number].file, first[1], f"{words} {todo}")
    limits = _first_places(claims, chapters, "limit")
    if benefits and benefits[0][0] < min([*risks, *limits, (len(chapters), 0, "")])[0]:
        number, line, claim = benefits[0]
        words = f"the benefit {claim} is told before any risk; tell a risk or a limit beside it"
        yield Finding(chapters[number].file, line, words)


def fewer_risks(claims: list[Claim]) -> Iterator[Finding]:
    """Yield a finding if the ledger has fewer statements of risk than of benefit."""
    count = {kind: sum(len(c.wording) for c in claims if c.kind == kind) for kind in KINDS}
    if count["risk"] < count["benefit"]:
        told = f"{count['risk']} statements of risk, and {count['benefit']} of benefit"
        yield Finding(CLAIMS, 0, f"there are {told}; tell the risks as fully as the benefits")


def one_sided_words(chapters: list[Chapter], words: dict[str, list[str]]) -> Iterator[Finding]:
    """Yield advice if words of risk are far fewer, or far more, than words of benefit.

    :param words: lists of both kinds, as in ``source/balance.toml``.
    """
    risks, benefits = (count(chapters, words[kind]) for kind in KINDS)
    if not LEAST * benefits <= risks <= MOST * benefits:
        told = f"{risks} words of risk and {benefits} of benefit"
        wanted = f"{LEAST} to {MOST:.0f} of risk for each of benefit"
        yield Finding(FILE, 0, f"the chapters have {told}; better {wanted}", gate=False)


def load_words(root: Path) -> dict[str, list[str]]:
    """Return the words of risk and of benefit below the project folder *root*.

    :raises HandoutError: the list is missing or wrong, or has no words of one kind.
    """
    tables = load_tables(root, FILE, "words", Words)
    words: dict[str, list[str]] = {}
    for table in tables:
        words.setdefault(table.kind, []).extend(table.words)
    for kind in KINDS:
        if kind not in words:
            raise HandoutError(f"there are no words of {kind}; put them back", FILE)
    return words


def count(chapters: list[Chapter], words: Sequence[str]) -> int:
    """Return how often one of *words* stands in *chapters*; a star is any ending."""
    parts = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s") for word in words)
    pattern = re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
    sentences = (sentence.text for chapter in chapters for sentence in chapter.sentences())
    return sum(len(pattern.findall(text)) for text in sentences)


Place = tuple[int, int, str]


def _first_places(claims: list[Claim], chapters: list[Chapter], kind: Kind) -> list[Place]:
    """Return chapter number, line and id of the first mark of each claim of *kind*, in order."""
    wanted = {claim.id for claim in claims if claim.kind == kind}
    first: dict[str, Place] = {}
    claim: str
    line: int
    for number, chapter in enumerate(chapters):
        for node in chapter.tree.findall(nodes.Element):
            for claim, line in node.get("claims", ()):
                if claim in wanted:
                    first.setdefault(claim, (number, line, claim))
    return sorted(first.values())
