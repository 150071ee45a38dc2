"""Turns what Sphinx reports into one plain sentence each: file, line, what, what to do."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from handout.message_table import REMEDIES

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = re.compile(
    r"^(?:(?P<place>\S.*?): )?(?:WARNING|ERROR|CRITICAL|SEVERE): (?P<text>.*)$", re.MULTILINE
)
KIND = re.compile(r"\s*\[[\w.-]+\]\s*$")


def plain_messages(report: str, root: Path, *, echoes: bool = False) -> list[str]:
    """Return one fault for each place in Sphinx's *report*, in plain words, in order.

    :param root: the project's top folder; places are shown as seen from there.
    :param echoes: keep what else is said of the same line, most often of the same slip.
    """
    first: dict[str, str] = {}
    for place, sentence in _messages(report, root):
        key = sentence if echoes or not place else place
        first.setdefault(key, f"{place}: {sentence}" if place else sentence)
    return list(first.values())


def _messages(report: str, root: Path) -> Iterator[tuple[str | None, str]]:
    heads = list(HEAD.finditer(report))
    starts = [head.start() for head in heads] + [len(report)]
    for head, end in zip(heads, starts[1:], strict=True):
        text = KIND.sub("", head["text"]) if end == head.end() + 1 else head["text"]
        text = KIND.sub("", text + " " + _continued(report[head.end() : end]))
        place, sentence = _place(head["place"], root), plain(text)
        yield _exact(place, sentence, root), sentence


def _exact(place: str | None, sentence: str, root: Path) -> str | None:
    """Return the line of a paragraph on which the name in quotes stands; Sphinx tells its first."""
    named = re.search(r"'([^']+)'", sentence)
    file, _, line = (place or "").rpartition(":")
    if not named or not line.isdigit() or not (root / file).is_file():
        return place
    lines = (root / file).read_text(encoding="utf-8", errors="replace").splitlines()
    for number, text in enumerate(lines[int(line) - 1 :], start=int(line)):
        if named[1] in text:
            return f"{file}:{number}"
        if not text.strip():
            break
    return place


def _continued(rest: str) -> str:
    """Return further lines of the same message, without the source text they quote."""
    return " ".join(line.strip() for line in rest.split("\n\n")[0].splitlines()).strip()


def _place(place: str | None, root: Path) -> str | None:
    if not place:
        return None
    file, line = re.fullmatch(r"(.*?)(:\d+|:<[^>]*>|:)?", place).groups()  # type: ignore[union-attr]
    with contextlib.suppress(ValueError):
        file = str(Path(file).resolve().relative_to(root.resolve()))
    return file + (line if line and line[1:].isdigit() else "")


def plain(text: str) -> str:
    """Return *text* in plain words if it is a fault we know, else as it is, on one line."""
    text = " ".join(text.split())
    for pattern, sentence in REMEDIES:
        match = re.search(pattern, text)
        if match:
            return sentence.format(*match.groups())
    return text
