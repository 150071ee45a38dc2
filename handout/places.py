"""The line of a file on which a slip stands; docutils often tells where its paragraph begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handout.source_text import settled

if TYPE_CHECKING:
    from pathlib import Path

# What opens and closes words in bold and the like, by what docutils calls them.
MARKS = {
    "strong": r"\*\*",
    "emphasis": r"(?<!\*)\*(?!\*)",
    "literal": "``",
    "interpreted text or phrase reference": "(?<!`)`(?!`)",
    "substitution_reference": r"\|",
}
# What docutils tells a few lines late -> how the line above looks that is meant.
ABOVE = {
    "Literal block expected": "::$",
    r"duplicate label ([\w-]+)": r"\.\. _{0}:",
}
OPENED = re.compile(r"Inline (.+?) start-string without end-string")
NAMED = re.compile(r"'[^']+'|\|[^|]+\|")
ITEM = re.compile(r"\s*(?:[*+\u2022-]|\d+\.) ")


def lines_of(path: Path) -> list[str]:
    """Return the lines of a chapter as they are read, or nothing if it is gone."""
    if not path.is_file():
        return []
    # Whoever tells of its slips has read it already.
    return settled(path.read_text(encoding="utf-8-sig", errors="replace")).split("\n")


def exact_line(path: Path, line: int, text: str, sentence: str) -> int:
    """Return on which line of the paragraph that begins on *line* the slip stands.

    :param text: what docutils says of it; :param sentence: the same in our words, in which what
        stands there is in quotes or between bars; what is around it, if anything, comes before.
    """
    lines = lines_of(path)
    for said, written in ABOVE.items():
        if found := re.search(said, text):
            wanted = re.compile(written.format(*found.groups()))
            return next((n for n in range(line, 0, -1) if wanted.search(lines[n - 1])), line)
    passage = _passage(lines, line)
    if opened := OPENED.search(text):
        return line + _line_that_opens(passage, MARKS[opened[1]])
    names = NAMED.findall(sentence.partition("; ")[0])
    for name in names[-1:] if text != sentence else names[:1]:
        wanted = name.strip("'")
        near = next((n for n, words in enumerate(passage) if wanted in words), None)
        # A name in the contents stands below the empty line behind their beginning.
        further = (n for n, words in enumerate(lines[line - 1 :]) if words.strip() == wanted)
        return line + (next(further, 0) if near is None else near)
    return line


def _passage(lines: list[str], line: int) -> list[str]:
    """Return the lines from *line* to the next empty one or the next item of a list."""
    passage = lines[line - 1 : line]
    for words in lines[line:]:
        if not words.strip() or ITEM.match(words):
            break
        passage.append(words)
    return passage


def _line_that_opens(passage: list[str], mark: str) -> int:
    """Return the number, from 0, of the line with a *mark* that opens and is never closed."""
    text = "\n".join(passage)
    begin = re.compile(rf"(?<!\w)(?:{mark})(?=\S)")
    end = re.compile(rf"(?<=\S)(?:{mark})(?!\w)")
    place = 0
    while opening := begin.search(text, place):
        closing = end.search(text, opening.end() + 1)
        if closing is None:
            return text.count("\n", 0, opening.start())
        place = closing.end()
    return 0


def in_one_passage(path: Path, first: int, last: int) -> bool:
    """Return whether no empty line stands between two lines of a file."""
    lines = lines_of(path)[first - 1 : last]
    return first <= last and all(words.strip() for words in lines)
