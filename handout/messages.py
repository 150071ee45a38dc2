"""Turns what Sphinx reports into one plain sentence each: file, line, what, what to do."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from handout.message_table import FAINT, REMEDIES, SAID_AGAIN
from handout.near import did_you_mean
from handout.places import exact_line, in_one_passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.remedy import Remedy

HEAD = re.compile(
    r"^(?:(?P<place>\S.*?): )?(?:WARNING|ERROR|CRITICAL|SEVERE): (?P<text>.*)$", re.MULTILINE
)
KIND = re.compile(r"\s*\[[\w.-]+\]\s*$")


# Lines that a slip in how lines stand below each other may reach, empty ones or not.
REACH = 3
# The same of the parts that are out of order then, such as a table.
FAINT_REACH = 25


class Message(NamedTuple):
    """One fault: where, in our words, and whether it is one that we know.

    :ivar file: below the project's folder, if it is known; :ivar line: from 1, or 0.
    """

    file: str
    line: int
    sentence: str
    remedy: Remedy | None

    def __str__(self) -> str:
        """Return ``source/risks.rst:12: what is wrong``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.sentence}" if place else self.sentence

    @property
    def faint(self) -> bool:
        """Return whether it is told only where nothing else is told nearby."""
        return FAINT.search(self.sentence) is not None

    @property
    def pulls(self) -> bool:
        """Return whether the lines around it may be misread for the same slip."""
        return self.remedy is not None and self.remedy.pulls

    @property
    def pulled(self) -> bool:
        """Return whether it may be told for a slip in the lines around it."""
        return self.remedy is not None and self.remedy.pulled

    def echoes(self, other: Message, root: Path) -> bool:
        """Return whether this tells of the same slip as the *other* one."""
        if self.remedy and self.remedy.follows == other.file:
            return True
        if not self.file or self.file != other.file:
            return False
        first, last = sorted((self.line, other.line))
        if first == last or (self.faint and last - first <= FAINT_REACH):
            return True
        near = last - first <= REACH or in_one_passage(root / self.file, first, last)
        return near and self.pulled and other.pulls


def plain_messages(report: str, root: Path, *, echoes: bool = False) -> list[str]:
    """Return one fault for each place in Sphinx's *report*, in plain words, in order.

    :param root: the project's top folder; places are shown as seen from there.
    :param echoes: keep what else is said of the same line, most often of the same slip.
    """
    told: list[Message] = []
    for message in sorted(dict.fromkeys(_messages(report, root)), key=lambda each: each.faint):
        if echoes or not any(message.echoes(other, root) for other in told):
            told.append(message)
    return [str(message) for message in told]


def _messages(report: str, root: Path) -> Iterator[Message]:
    heads = list(HEAD.finditer(report))
    starts = [head.start() for head in heads] + [len(report)]
    for head, end in zip(heads, starts[1:], strict=True):
        text = KIND.sub("", head["text"]) if end == head.end() + 1 else head["text"]
        text = KIND.sub("", text + " " + _continued(report[head.end() : end]))
        if SAID_AGAIN.match(text):
            continue
        file, line = _place(head["place"], root)
        remedy, sentence = _told(text)
        if line:
            line = exact_line(root / file, line, " ".join(text.split()), sentence)
        yield Message(file, line, sentence, remedy)


def _continued(rest: str) -> str:
    """Return further lines of the same message, without the source text they quote."""
    return " ".join(line.strip() for line in rest.split("\n\n")[0].splitlines()).strip()


def _place(place: str | None, root: Path) -> tuple[str, int]:
    """Return file and line of a *place* as Sphinx tells it."""
    if not place:
        return "", 0
    file, line = re.fullmatch(r"(.*?)(:\d+|:<[^>]*>|:)?", place).groups()  # type: ignore[union-attr]
    with contextlib.suppress(ValueError):
        file = Path(file).resolve().relative_to(root.resolve()).as_posix()
    return file, int(line[1:]) if line and line[1:].isdigit() else 0


def plain(text: str) -> str:
    """Return *text* in plain words if it is a fault we know, else as it is, on one line."""
    return _told(text)[1]


def _told(text: str) -> tuple[Remedy | None, str]:
    text = " ".join(text.split())
    for remedy in REMEDIES:
        if match := re.search(remedy.pattern, text):
            todo = remedy.todo.format(*match.groups())
            if remedy.names:
                names = remedy.names(match)
                todo = did_you_mean(match[remedy.wrong], names, todo, remedy.form)
            return remedy, f"{remedy.what.format(*match.groups())}; {todo}"
    return None, text
