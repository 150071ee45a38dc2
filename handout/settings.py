"""What ``conf.py`` says of the words, read without a build."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sphinx.config import Config
from sphinx.errors import SphinxError
from sphinx.util.tags import Tags

from handout.errors import HandoutError

if TYPE_CHECKING:
    from pathlib import Path

CONF = "conf.py"
DAY = "handout_date"


@dataclass(frozen=True)
class Settings:
    """What is said of the words.

    :ivar title: of the handout; :ivar version: of its words.
    :ivar day: on which they were last changed.
    """

    title: str
    version: str
    day: date


def read_settings(root: Path) -> Settings:
    """Return what ``conf.py`` below *root* says.

    :raises HandoutError: that file is missing or wrong, or has no day of the words.
    """
    config = settings_of(root)
    config.add(DAY, "", "env", frozenset({str}))
    try:
        day = date.fromisoformat(config.handout_date)
    except (TypeError, ValueError):
        raise HandoutError(
            f"'{DAY}' is no day; write the day on which the words were last changed, like "
            f'{DAY} = "2026-01-31"',
            place_of_day(root),
        ) from None
    return Settings(config.project, config.release, day)


def version_of(root: Path) -> str:
    """Return the version of the words, as ``conf.py`` below *root* has it.

    :raises HandoutError: that file is missing or wrong.
    """
    return str(settings_of(root).release)


def place_of_day(root: Path) -> str:
    """Return file and line on which the day of the words stands, as messages begin."""
    text = (root / CONF).read_text(encoding="utf-8")
    found = re.search(rf"^{DAY}\b", text, re.MULTILINE)
    return f"{CONF}:{text.count(chr(10), 0, found.start()) + 1}" if found else CONF


def settings_of(root: Path) -> Config:
    """Return all that ``conf.py`` below *root* says.

    :raises HandoutError: that file is missing or wrong.
    """
    try:
        return Config.read(root, overrides={}, tags=Tags())
    except SphinxError as error:
        raise HandoutError(str(error)) from error
