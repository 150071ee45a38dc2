"""Reads a file that lists things of one kind, such as the ``[[claim]]`` tables of the ledger."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from handout.errors import HandoutError
from handout.profile_faults import Faults, syntax_fault
from handout.source_text import read_source, settled_toml
from handout.toml_lines import places

if TYPE_CHECKING:
    from pathlib import Path


class Listed(BaseModel):
    """One thing of a list; an entry that it does not know is a fault.

    :ivar line: on which its table begins, from 1.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    line: int


Kind = TypeVar("Kind", bound=Listed)


def load_tables(root: Path, file: str, name: str, kind: type[Kind]) -> list[Kind]:
    """Return the tables ``[[name]]`` of *file*, below the project folder *root*.

    :raises HandoutError: the file is missing or wrong; all of its faults in one message.
    """
    return list(_tables(_read(root, file), file, name, kind))


@lru_cache(maxsize=32)
def _tables(text: str, file: str, name: str, kind: type[Kind]) -> tuple[Kind, ...]:
    """Return the same of a *text*: a build, and each check of it, asks many times."""
    data = _parsed(text, file)
    _check_names(text, data, file, name)
    told = Faults(
        text, {"": [name], name: [field for field in kind.model_fields if field != "line"]}
    )
    tables = data.get(name, [])
    for number, table in enumerate(tables):
        table["line"] = told.places[name, number].line
    try:
        return tuple(TypeAdapter(list[kind]).validate_python(tables))  # type: ignore[valid-type]
    except ValidationError as error:
        faults = [{**fault, "loc": (name, *fault["loc"])} for fault in error.errors()]
        lines = sorted(told.of_entries(faults))  # type: ignore[arg-type]
        raise HandoutError("\n".join(f"{file}:{line}: {words}" for line, words in lines)) from None


def _check_names(text: str, data: dict[str, object], file: str, name: str) -> None:
    """Check that the file has nothing but tables ``[[name]]``."""
    for key, tables in data.items():
        if key != name or not isinstance(tables, list):
            line = places(text)[(key,)].line
            raise HandoutError(
                f"'{key}' is no table [[{name}]]; write it so, or take it out", f"{file}:{line}"
            )


def read_toml(root: Path, file: str) -> tuple[str, dict[str, Any]]:
    """Return the text of *file*, below the project folder *root*, and what it says.

    :raises HandoutError: the file is missing or cannot be read.
    """
    text = _read(root, file)
    return text, _parsed(text, file)


def _read(root: Path, file: str) -> str:
    try:
        return settled_toml(read_source(root / file, file))
    except OSError:
        raise HandoutError("this file is gone or may not be read; put it back", file) from None


def _parsed(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        sentence, line = syntax_fault(error, text, "the lines above it")
        raise HandoutError(sentence, f"{file}:{line}") from None
