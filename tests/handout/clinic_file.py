"""A clinic's file as tests write it, and what an editor is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from handout.errors import HandoutError
from handout.profile import load_profile
from handout.webfonts import ORIGINALS

if TYPE_CHECKING:
    from pathlib import Path

NAMED = 'name = "A"\n'
REVIEW = """name = "A"
[review]
name = "{name}"
credentials = "MD"
date = {date}
next = {next}
"""


def told(clinic: Path, text: str) -> list[str]:
    """Return what an editor who has written *text* is told, line by line."""
    clinic.write_text(text, encoding="utf-8")
    with pytest.raises(HandoutError) as caught:
        load_profile("test", clinic.parent.parent)
    return str(caught.value).splitlines()


def entry(table: str, line: str) -> str:
    """Return a file whose third line is *line*, in *table*."""
    return f"{NAMED}[{table}]\n{line}\n"


def visit(line: str) -> str:
    return entry("visit", line)


def brand(line: str) -> str:
    return entry("brand", line)


def cmap(weight: str) -> set[int]:
    with TTFont(ORIGINALS / f"SourceSansPro-{weight}.ttf") as font:
        return set(font.getBestCmap())
