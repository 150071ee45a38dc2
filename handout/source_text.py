"""Reads a file that a person has saved, with whatever program: line ends, odd blanks, letters.

What can be put right without a doubt is put right; what cannot is told in a plain sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handout.errors import HandoutError
from handout.lettering import composed
from handout.toml_lines import COMMENT, TEXT

if TYPE_CHECKING:
    from pathlib import Path

# How files begin that are no plain text, and what they are.
NO_TEXT = {
    b"PK\x03\x04": "a Word document",
    b"\xd0\xcf\x11\xe0": "a Word document",
    b"{\\rtf": "a rich text document",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
}
UTF_8 = "save the file again as UTF-8"
LINE_END = re.compile(rb"\r\n|\r|\n")

# Blanks that only look like one, and line breaks inside a paragraph, both pasted from Word.
BLANKS = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
    "\u3000\x0b\x0c\x1c\x1d\x85\u2028\u2029"
)
# Hyphens that keep words together; the typeface has only the common one.
HYPHENS = "\u2011\x1e"
# Nobody sees these: where a word may break, which way letters run, how an emoji is coloured.
UNSEEN = (
    "\x1f\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f"
)
SETTLED = str.maketrans(
    dict.fromkeys(BLANKS, " ") | dict.fromkeys(HYPHENS, "-") | dict.fromkeys(UNSEEN)
)
# A tab between words, or behind the star of a list.
INNER_TAB = re.compile(r"(?<=\S)[ ]*\t[ \t]*")
# Texts in quotes and comments of a TOML file, and what is odd outside of them.
TOML_PART = re.compile(
    f"{TEXT}|{COMMENT}|(?P<odd>[{BLANKS}{HYPHENS}{UNSEEN}])", re.VERBOSE | re.DOTALL
)


def read_source(path: Path, place: str) -> str:
    """Return the text of the file at *path*, with line ends as Python has them.

    :param place: the file's name as it is told.
    :raises HandoutError: it is no plain text in UTF-8.
    """
    data = path.read_bytes()
    if fault := _fault(data):
        line, sentence = fault
        raise HandoutError(sentence, f"{place}:{line}" if line else place)
    return path.read_text(encoding="utf-8-sig")


def _fault(data: bytes) -> tuple[int, str] | None:
    """Return line and sentence of what keeps *data* from being read; line 0: all of it."""
    begin = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for first, kind in NO_TEXT.items():
        if begin.startswith(first.lower()):
            return 0, f'this is {kind}, not plain text; save it as "plain text", in UTF-8'
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        return 0, f'this file is saved as UTF-16, which some programs call "Unicode"; {UTF_8}'
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = len(LINE_END.findall(data[: error.start])) + 1
        return line, f"this line has a letter that is not saved as UTF-8; {UTF_8}"
    return None


def settled(text: str) -> str:
    """Return *text* with odd blanks, hyphens and tabs between words as plain ones.

    What nobody sees is left out, and a letter is one with its accent.  Lines stay lines.
    """
    return INNER_TAB.sub(" ", composed(text.translate(SETTLED)))


def settled_toml(text: str) -> str:
    """Return the TOML file *text* with plain blanks; texts in quotes stay as they are."""
    return TOML_PART.sub(lambda part: part[0].translate(SETTLED) if part["odd"] else part[0], text)
