"""Slips in the lines of a chapter, found before it is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils.utils import column_width
from sphinxcontrib.bibtex.citation_target import parse_citation_targets

from handout.lettering import described, missing
from handout.near import meant
from handout.slips import known
from handout.slips.line_table import LINE_SLIPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    # Line, from 1, and what is said of it.
    Slip = tuple[int, str]

# A part that somebody else has changed at the same time, as git marks it.
CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)")
# ".. key-points:", "... key-points::", ".. key points" and the like.
BOX_LIKE = re.compile(
    r"^\s*(?:\.\.+\s*|\.\s+(?=[\w -]+::))(?P<name>[A-Za-z][\w-]*(?: [\w-]+)?) ?(?P<end>[:;]*)"
)
PLACE_LIKE = re.compile(r"^\.\. ([A-Za-z][\w-]*):$")
BOX = re.compile(r"^\s*\.\. (?P<name>[a-z][\w-]*)::(?: |$)")
COMMENT = re.compile(r"^\s*\.\.(?:$| (?![\w:-]+::|_|\[|\|))")
OPTION_LIKE = re.compile(r"^\s+(?P<colon>:?)(?P<name>[a-z][a-z-]*)(?P<end>:?) +\S")
# In one paragraph; a back quote in front of a letter closes nothing.
CITED = re.compile(r":cite:p:`((?:[^`\n]|\n(?!\s*\n))+)`(?!\w)")
RULE = re.compile(r"(?P<sign>[=~^+#\"-])(?P=sign)+")
# How much like a name what stands there must be: "note" is none of ours.
ALIKE = 0.8
# Words on a line that lacks its colons; a comment has more (".. claim D2 S9").
MOST_WORDS = 4
# From so many signs on docutils itself takes a line for one under a heading.
SURE_RULE = 4


def conflicts(text: str) -> Iterator[Slip]:
    """Yield the first place where two people's changes stand side by side."""
    for number, line in enumerate(text.split("\n"), start=1):
        if CONFLICT.match(line):
            yield (
                number,
                "two people have changed these lines, and both versions stand here; keep one, "
                "and take out the lines with <<<<<<<, ======= and >>>>>>>",
            )
            return


def malformed_citations(text: str) -> Iterator[Slip]:
    """Yield what stands for sources and is no list of keys; reading it would break off."""
    for found in CITED.finditer(text):
        try:
            list(parse_citation_targets(found[1]))
        except ValueError:
            yield (
                text.count("\n", 0, found.start()) + 1,
                f"'{' '.join(found[1].split())}' is no list of sources; write the keys from "
                "references.bib, with a comma between them",
            )


def slips_in_lines(text: str) -> Iterator[Slip]:
    """Yield the slips in a chapter's lines: of each kind, the first one of a passage.

    :param text: of the chapter, settled.
    """
    lines = _without_comments(text.split("\n"))
    told: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            told.clear()
            continue
        rules = (lost_box,) if COMMENT.match(line) else RULES
        sentences = (rule(lines, number - 1) for rule in rules)
        sentence = next(filter(None, sentences), None)
        if sentence and sentence not in told:
            told.add(sentence)
            yield number, sentence


def _without_comments(lines: list[str]) -> list[str]:
    """Return *lines* with nothing in place of those that a comment goes on with."""
    kept = []
    inset = -1
    for line in lines:
        blanks = len(line) - len(line.lstrip())
        if inset >= 0 and (blanks > inset or not line.strip()):
            kept.append("")
            continue
        inset = blanks if COMMENT.match(line) else -1
        kept.append(line)
    return kept


def lost_box(lines: list[str], index: int) -> str | None:
    """Return what is wrong with a line that looks like the beginning of a box and is none."""
    line = lines[index].rstrip()
    like = BOX_LIKE.match(line)
    if BOX.match(line) or not like:
        return None
    first, *more = like["name"].split()
    box = meant("-".join([first, *more]), known.boxes(), ALIKE)
    if not like["end"] and like.end() < len(line):
        box = first if first in known.boxes() and len(line.split()) <= MOST_WORDS else None
    if box is None and (place := PLACE_LIKE.match(line)):
        return f"this line does nothing; write '.. _{place[1]}:' to name the place below it"
    if box is None:
        return None
    return f"no box begins here; write '.. {box}::', with two dots, a blank and two colons"


def lost_option(lines: list[str], index: int) -> str | None:
    """Return what is wrong with a line such as ``alt: words`` below the beginning of a box."""
    like = OPTION_LIKE.match(lines[index])
    if not like or (like["colon"] and like["end"]) or like["name"] not in known.all_options():
        return None
    above = index - 1
    while above >= 0 and lines[above].lstrip().startswith(":"):
        above -= 1
    if (like["colon"] or like["end"]) and above >= 0 and BOX.match(lines[above]):
        return f"'{like['name']}' stands here without its two colons; write ':{like['name']}: ...'"
    return None


def misplaced_rule(lines: list[str], index: int) -> str | None:
    """Return what is wrong with a line of dashes or the like that makes no heading."""
    line = lines[index].rstrip()
    if not RULE.fullmatch(line):
        return None
    before, above, _, below = ["", "", *lines, ""][index : index + 4]
    if not above.strip() and not below.strip():
        return "this line stands alone; put it right below its heading, or take it out"
    if not above.strip() or RULE.fullmatch(above.rstrip()) or above.startswith(" "):
        return None
    if before.strip() and not RULE.fullmatch(before.rstrip()) and len(line) >= SURE_RULE:
        return "the heading above this line needs an empty line above it; add one"
    if not before.strip() and len(line) < min(SURE_RULE, column_width(above.rstrip())):
        return "the line under this heading is shorter than the heading; make it as long"
    return None


def unprintable(line: str) -> str | None:
    """Return what is wrong with a line that has a letter which the typeface lacks."""
    letter = next(missing(line), None)
    if letter is None:
        return None
    if not letter.isprintable():
        return f"{described(letter)} stands here; take it out"
    return f"{described(letter)} is not in the typeface; write a word or another letter for it"


def lost_letter(lines: list[str], index: int) -> str | None:
    """Return the same of one of the *lines*."""
    return unprintable(lines[index])


def as_in_table(lines: list[str], index: int) -> str | None:
    """Return what the table of slips says of a line."""
    for pattern, sentence in LINE_SLIPS:
        if found := pattern.search(lines[index]):
            return sentence.format(*found.groups())
    return None


RULES: tuple[Callable[[list[str], int], str | None], ...] = (
    lost_box,
    lost_option,
    as_in_table,
    misplaced_rule,
    lost_letter,
)
