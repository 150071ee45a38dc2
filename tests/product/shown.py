"""Reads from the chapters' sources which drawings they show, and with which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handout.checks.pages import chapter_names
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

IMAGES, SOURCE, ART = ROOT / "images", ROOT / "source", ROOT / "tools" / "art"
DIRECTIVE = re.compile(
    r"^(?P<indent> *)\.\. drawing:: \.\./images/(?P<name>\S+)\.svg\n"
    r"(?P<body>(?:(?P=indent) +\S.*\n| *\n)*)",
    re.MULTILINE,
)
OPTION = re.compile(r"^ *:(\w+):(.*?)(?=^ *:\w+:|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Shown:
    """A drawing in a chapter."""

    chapter: str
    name: str
    options: dict[str, str]
    caption: str
    description: str

    @property
    def words(self) -> list[str]:
        """Its alt text, its caption and, if it has one, its description."""
        return [*filter(None, (self.options["alt"], self.caption, self.description))]


def shown_in(chapter: str) -> Iterator[Shown]:
    for found in DIRECTIVE.finditer(text_of(chapter)):
        options, caption, *rest = re.split(r"\n *\n", found["body"].strip("\n"))
        pairs = {name: " ".join(value.split()) for name, value in OPTION.findall(options)}
        yield Shown(chapter, found["name"], pairs, caption, " ".join(rest))


def text_of(chapter: str) -> str:
    return (SOURCE / f"{chapter}.rst").read_text(encoding="utf-8")


SHOWN = [drawing for chapter in chapter_names(SOURCE) for drawing in shown_in(chapter)]
NAMES = [drawing.name for drawing in SHOWN]
