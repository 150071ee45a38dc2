"""The words that the build itself prints (titles of boxes and the like), from one file."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from handout.errors import HandoutError

LABELS = Path("source/labels.toml")


class Table(dict[str, str]):
    """A table of words; one that is missing is told in a plain sentence."""

    def __missing__(self, key: str) -> str:
        raise HandoutError(f"the entry '{key}' is missing; put it back", str(LABELS))


Labels = dict[str, Table]


@lru_cache(maxsize=4)
def load_labels(root: Path) -> Labels:
    """Return table name -> key -> words, as in ``source/labels.toml``.

    :param root: the project's top folder.
    :raises HandoutError: the file is missing or cannot be read.
    """
    try:
        tables = tomllib.loads((root / LABELS).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise HandoutError(f"the build's own words cannot be read: {error}", str(LABELS)) from None
    return {name: Table(words) for name, words in tables.items()}
