"""The words that the build itself prints (titles of boxes and the like), from one file."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from handout.errors import HandoutError

LABELS = Path("source/labels.toml")

Labels = dict[str, dict[str, str]]


@lru_cache(maxsize=4)
def load_labels(root: Path) -> Labels:
    """Return table name -> key -> words, as in ``source/labels.toml``.

    :param root: the project's top folder.
    :raises HandoutError: the file is missing or cannot be read.
    """
    try:
        return tomllib.loads((root / LABELS).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise HandoutError(f"the build's own words cannot be read: {error}", str(LABELS)) from None
