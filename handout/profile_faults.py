"""Says in one plain sentence each, with file and line, what is wrong with a clinic's file."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from handout import lettering
from handout.near import did_you_mean
from handout.toml_lines import places

if TYPE_CHECKING:
    import tomllib
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from typing import Any

    from pydantic_core import ErrorDetails

    from handout.toml_lines import Path, Place

# Table -> its entries; "" is the top of the file.
Schema = dict[str, list[str]]

# Type of a fault, as pydantic names it -> the sentence behind the entry's name.
SENTENCES = {
    "string_type": "must be a text in quotes",
    "date_type": "must be a day like 2026-01-31, without quotes",
    "date_from_datetime_parsing": "must be a day like 2026-01-31, without quotes",
    "date_parsing": "must be a day like 2026-01-31, without quotes",
    "list_type": 'must be a list like ["one", "two"]',
    "tuple_type": 'must be a list like ["one", "two"]',
    "bool_type": "must be true or false, without quotes",
    "bool_parsing": "must be true or false, without quotes",
    "int_type": "must be a whole number like 30, without quotes",
    "int_parsing": "must be a whole number like 30, without quotes",
    "int_from_float": "must be a whole number like 30, without quotes",
    "float_type": "must be a number like 2 or 0.5, without quotes",
    "finite_number": "must be a number like 2 or 0.5",
    "multiple_of": "must be in quarters of an hour, like 2 or 0.25",
    "greater_than": "must be more than {gt:g}",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than_equal": "must be {le:g} or less",
    "string_too_short": "is empty; fill it in or remove the line",
    "string_too_long": "is longer than {max_length} letters; shorten it",
    "too_short": "is empty; fill it in or remove the line",
    "too_long": "has more than {max_length} texts; leave some out",
    "literal_error": "must be one of {expected}",
    "value_error": "{error}",
}
# A text of a file of entries in quotation marks as Word makes them.
CURLY = re.compile(r"\s*[\w.-]+\s*=[^#\"']*[\u201c\u201d\u201e\u2018\u2019\u201a]")
OTHER = "cannot be used as it is ({msg}); compare with the other entries, or see the README"


def syntax_fault(
    error: tomllib.TOMLDecodeError, text: str, like: str = 'phone = "..."'
) -> tuple[str, int]:
    """Return a plain sentence for what is no TOML, and its line; the last if it runs on.

    :param like: what a line of this file looks like.
    """
    for number, words in enumerate(text.splitlines(), start=1):
        if CURLY.match(words):
            return 'curly quotation marks stand here; type straight ones (")', number
    reason, _, position = str(error).partition(" (at ")
    found = re.match(r"line (\d+)", position)
    line = int(found[1]) if found else len(text.splitlines())
    if reason.startswith(("Cannot overwrite", "Cannot declare")):
        return "this entry stands in the file a second time; keep one of the two", line
    return f"this line cannot be read; write it like {like}", line


class Faults:
    """What is wrong with one clinic's file.

    :param text: the file; :param schema: what may stand in it.
    """

    def __init__(self, text: str, schema: Schema) -> None:
        self.places = places(text)
        self.schema = schema

    def of_entries(self, errors: Iterable[ErrorDetails]) -> Iterator[tuple[int, str]]:
        """Yield line and sentence of each fault that pydantic has found."""
        for error in errors:
            yield self._line(error["loc"]), self._sentence(error)

    def of_letters(
        self, data: Mapping[str, Any], unseen: Collection[Path]
    ) -> Iterator[tuple[int, str]]:
        """Yield line and sentence of each letter in *data* that cannot be printed.

        :param unseen: entries that are not printed.
        """
        for path, text in texts_in(data):
            for letter in lettering.missing(text) if path not in unseen else ():
                place = self._place(path)
                line = place.line_with(letter) if place else 0
                remedy = f"write '{shown(path)}' without it"
                yield line, f"{lettering.described(letter)} is not in the typeface; {remedy}"

    def _place(self, path: Path) -> Place | None:
        """Return where an entry stands or, if it does not, its table."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path)

    def _line(self, path: Path) -> int:
        place = self._place(path)
        return place.line if place else 0

    def _sentence(self, error: ErrorDetails) -> str:
        path, kind = error["loc"], error["type"]
        if kind == "extra_forbidden":
            return self._unknown(path, error["input"])
        if kind == "missing":
            return f"the entry '{shown(path)}' is missing; add it"
        if kind == "model_type" and len(path) > 1:
            return f"'{shown(path)}' has entries of its own; write it as the top of the file says"
        if kind == "model_type":
            return f"'{shown(path)}' is a table; write [{path[-1]}] and its entries below"
        if kind == "value_error" and isinstance(error["input"], dict) and isinstance(path[-1], int):
            # One of many tables, which names itself.
            return str(error["ctx"]["error"])
        sentence = SENTENCES.get(kind, OTHER)
        return f"{subject(path)} {sentence.format(msg=error['msg'], **error.get('ctx', {}))}"

    def _under(self, table: str) -> str:
        if not table:
            return "at the top, above every line in [ ]"
        # In a new clinic's file it stands behind a #.
        told = "" if (table,) in self.places else ", a line of its own without a #"
        return f"under [{table}]{told}"

    def _unknown(self, path: Path, value: object) -> str:
        """Return what to do about an entry that there is not, or not here."""
        *above, name = map(str, path)
        here = above[0] if above else ""
        if isinstance(value, dict) and not above:
            known = [table for table in self.schema if table]
            those = f"there are: {', '.join(f'[{one}]' for one in known)}"
            return f"there is no table [{shown(path)}]; {did_you_mean(name, known, those, '[{}]')}"
        # Of equal names the one in this table counts, or else the first.
        tables = {entry: table for table in reversed(self.schema) for entry in self.schema[table]}
        tables |= dict.fromkeys(self.schema[here], here)
        for near in difflib.get_close_matches(name, tables, n=1):
            table = tables[near]
            if near == name:
                return f"there is no entry '{shown(path)}' here; it belongs {self._under(table)}"
            where = "" if table == here else f" {self._under(table)}"
            return f"there is no entry '{shown(path)}'; did you mean '{near}'{where}?"
        return f"there is no entry '{shown(path)}'; remove the line"


def subject(path: Path) -> str:
    """Return an entry as a sentence begins with it; a text of a list with its number."""
    *_, name, last = ("", *path)
    return f"text {last + 1} of '{name}'" if isinstance(last, int) else f"'{last}'"


def shown(path: Path) -> str:
    """Return the name of an entry, whatever somebody has typed for it, on one line."""
    name = next(part for part in reversed(path) if isinstance(part, str))
    return "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in name)


def texts_in(data: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text in *data* (tables, lists, texts), with the way to it."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from texts_in(value, (*path, name))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from texts_in(value, (*path, number))
