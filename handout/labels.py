"""The words that the build itself prints (titles of boxes and the like), from one file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from handout.errors import HandoutError
from handout.tables import read_toml
from handout.toml_lines import places

LABELS = Path("source/labels.toml")


class Table(dict[str, str]):
    """A table of words; one that is missing is told in a plain sentence."""

    def __missing__(self, key: str) -> str:
        raise HandoutError(f"the entry '{key}' is missing; put it back", str(LABELS))


class Labels(dict[str, Table]):
    """All tables; one that is missing is told in a plain sentence."""

    def __missing__(self, key: str) -> Table:
        raise HandoutError(f"the table [{key}] is missing; put it back", str(LABELS))


@lru_cache(maxsize=4)
def load_labels(root: Path) -> Labels:
    """Return table name -> key -> words, as in ``source/labels.toml``.

    :param root: the project's top folder.
    :raises HandoutError: the file is missing, cannot be read, or has something else in it.
    """
    text, tables = read_toml(root, LABELS.as_posix())
    for name, table in tables.items():
        if not isinstance(table, dict):
            place = f"{LABELS}:{places(text)[(name,)].line}"
            raise HandoutError(f"'{name}' stands above all tables; put it into one", place)
        for key, words in table.items():
            if not isinstance(words, str):
                place = f"{LABELS}:{places(text)[name, key].line}"
                raise HandoutError(f"'{key}' must be a text in quotes", place)
    return Labels((name, Table(words)) for name, words in tables.items())
