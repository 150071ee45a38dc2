"""Rules about words: what is shown can be said, and is said as it is shown."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rst2pdf_tagged.verify.access import entry, text
from rst2pdf_tagged.verify.file import Finding, TaggedFile
from rst2pdf_tagged.verify.fonts import UNREADABLE
from rst2pdf_tagged.verify.lines import Line, lines
from rst2pdf_tagged.verify.roles import GROUPS, PICTURES
from rst2pdf_tagged.verify.rules_order import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rst2pdf_tagged.verify.tree import Elem

# Characters that say nothing: none, no character, a font's own symbols (Unicode, 23.5, 23.7).
SAYS_NOTHING = {"\0", UNREADABLE, "\ufeff", "\uffff"}
PRIVATE_USE = range(0xE000, 0xF900)
# Texts that are read in place of something, or in addition to it.
SPOKEN = ("/ActualText", "/Alt", "/E")
# Behind these, a word goes on without a space.
JOINING = ("-", "/", "\u2010", "\u2013", "\u2014", "\u00ad", "\u200b", "_", ".", "=", "&", "?")
# A word that is wider than this share of the column had to be broken.
TOO_WIDE = 0.9


def characters(file: TaggedFile) -> Iterator[Finding]:
    """Check that each code is a character that means something."""
    for number, page in enumerate(file.pages, 1):
        for mcid, runs in page.runs.items():
            shown = "".join(run.text for run in runs)
            if mcid is not None and any(map(_says_nothing, shown)):
                sentence = f"sequence {mcid} shows what no reader can say: {shown[:40]!r}"
                yield Finding(number, "text", sentence)
            if mcid is not None and any(run.mark and run.mark.is_silenced for run in runs):
                yield Finding(number, "text", f"{shown[:40]!r} is to be read as nothing")


def _says_nothing(letter: str) -> bool:
    return letter in SAYS_NOTHING or ord(letter) in PRIVATE_USE


def instead(file: TaggedFile) -> Iterator[Finding]:
    """Check that what is read in place of something says something, and hides no structure."""
    for element in file.elements:
        page = file.first_page(element)
        for key in SPOKEN:
            said = text(entry(element.obj, key))
            is_said_elsewhere = key == "/Alt" and element.kind in PICTURES
            if said is not None and not said.strip() and not is_said_elsewhere:
                yield Finding(page, "text", f"the {key[1:]} of an element {element.role} is blank")
        if text(entry(element.obj, "/ActualText")) and _hides(element):
            sentence = f"all that is in an element {element.role} is read as a few words"
            yield Finding(page, "text", sentence)


def _hides(element: Elem) -> bool:
    """Return whether a text read in place of *element* hides headings, paragraphs, links."""
    inner = [kid.kind for kid in element.elements() if kid is not element]
    return element.kind in GROUPS or "Link" in inner


def spaces(file: TaggedFile) -> Iterator[Finding]:
    """Check that the last word of a line and the first of the next are not read as one."""
    for block in blocks(file):
        if text(entry(block.element.obj, "/Alt")):
            continue  # a formula: its description is read, not what is drawn
        found = lines(file, block.places)
        column = max((line.width for line in found), default=0.0)
        for line, following in pairwise(found):
            if _run_together(line, following, column):
                words = f"{line.words()[-1]}{following.words()[0]}"
                yield Finding(line.page + 1, "text", f"two words are read as one: {words!r}")


def _run_together(line: Line, following: Line, column: float) -> bool:
    if line.text[-1:].isspace() or following.text[:1].isspace() or not line.is_above(following):
        return False
    if not line.words() or not following.words() or line.text.endswith(JOINING):
        return False
    word = len(line.words()[-1]) * line.letter + len(following.words()[0]) * following.letter
    return word < column * TOO_WIDE
