"""A made-up language: English with an accent on each vowel, so that what is left can be seen."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ACCENTS = str.maketrans("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ")
# Facts, names to fill in, roles; of a role, the words that a reader sees.
KEPT = re.compile(r"\|[\w-]+\||\$?\{\w+\}|%s|:[a-z:]+:`[^`]*`")
LINK = re.compile(r":(term|ref):`([^`<]*?)(?: *<([^>]*)>)?`")


def accented(text: str) -> str:
    """Return *text* as the made-up language has it, its marks kept."""
    parts, start = [], 0
    for mark in KEPT.finditer(text):
        parts += [text[start : mark.start()].translate(ACCENTS), _link(mark[0])]
        start = mark.end()
    return "".join([*parts, text[start:].translate(ACCENTS)])


def _link(mark: str) -> str:
    found = LINK.fullmatch(mark)
    if found is None:
        return mark
    role, words, target = found.groups()
    return f":{role}:`{words.translate(ACCENTS)} <{target or words}>`"


def fill_in(folder: Path, into: Callable[[str], str] = accented) -> None:
    """Translate every message of the catalogs in *folder*."""
    for path in folder.glob("*.po"):
        catalog = read_po(io.BytesIO(path.read_bytes()), locale="es")
        for message in catalog:
            if message.id:
                message.string = into(str(message.id))
        with path.open("wb") as file:
            write_po(file, catalog, width=92)
