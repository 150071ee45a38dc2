"""On which line of a TOML file each entry stands; Python's own reader does not tell."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

# The way to an entry: tables, name and, in lists of either, the number from 0.
Path = tuple[str | int, ...]

# Texts in quotes, and comments.
TEXT = r'''(?P<text>
    """(?:\\.|[^\\])*?"{3,5} | \'\'\'.*?\'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*'
)'''
COMMENT = r"(?P<comment> \#[^\n]* )"
TOKEN = re.compile(
    rf"""
    {TEXT} | {COMMENT}
    | (?P<mark> [\n=.,\[\]{{}}] )
    | (?P<bare> [^\s=.,\[\]{{}}\#"']+ )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Place:
    """Where a value stands.

    :ivar line: the line, from 1, on which it begins; :ivar written: the value as it is written.
    """

    line: int
    written: str

    def line_with(self, letter: str) -> int:
        """Return the line of the first *letter*, also if it is written as a number."""
        code = ord(letter[0])
        forms = "|".join(map(re.escape, (letter, letter[0], f"\\u{code:04x}", f"\\U{code:08x}")))
        found = re.search(forms, self.written, re.IGNORECASE)
        return self.line + (self.written.count("\n", 0, found.start()) if found else 0)


def places(text: str) -> dict[Path, Place]:
    """Return where each table, entry and list item of *text* stands.

    :param text: what ``tomllib`` has read without an error.
    """
    reader = _Reader(text)
    reader.read_file()
    return reader.found


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [token for token in TOKEN.finditer(text) if token.lastgroup != "comment"]
        self.next = 0
        self.found: dict[Path, Place] = {}
        # How often each table of a list ([[claim]]) has begun.
        self.begun: dict[Path, int] = {}

    def read_file(self) -> None:
        table: Path = ()
        while self._sees():
            if self._takes("\n"):
                continue
            if not self._sees("["):
                self._read_entry(table)
                continue
            start = self.next
            in_list = self._takes("[") and self._sees("[")
            table = self._numbered(self._read_key("\n"), in_list)
            self._note(table, start)
            if in_list:
                self._note(table[:-1], start)

    def _numbered(self, names: Path, in_list: bool) -> Path:
        """Return the way to a table, with the number of each list that it leads through."""
        way: Path = ()
        for count, name in enumerate(names, start=1):
            way = (*way, name)
            if in_list and count == len(names):
                self.begun[way] = self.begun.get(way, -1) + 1
            if way in self.begun:
                way = (*way, self.begun[way])
        return way

    def _read_entry(self, table: Path) -> None:
        key = self._read_key("=")
        self._takes("=")
        self._read_value((*table, *key))

    def _read_key(self, end: str) -> Path:
        names = []
        while self._sees() and not self._sees(end):
            token = self.tokens[self.next]
            if token.lastgroup != "mark":
                quoted = token.lastgroup == "text"
                names.append(tomllib.loads(f"x = {token[0]}")["x"] if quoted else token[0])
            self.next += 1
        return tuple(names)

    def _read_value(self, path: Path) -> None:
        start = self.next
        if self._takes("["):
            self._read_items(path)
        elif self._takes("{"):
            self._read_pairs(path)
        else:
            while self._sees() and not self._sees("\n", ",", "]", "}"):
                self.next += 1
        self._note(path, start)

    def _read_items(self, path: Path) -> None:
        number = 0
        while not self._takes("]"):
            if not self._takes("\n", ","):
                self._read_value((*path, number))
                number += 1

    def _read_pairs(self, path: Path) -> None:
        while not self._takes("}"):
            if not self._takes("\n", ","):
                self._read_entry(path)

    def _note(self, path: Path, start: int) -> None:
        begin, end = self.tokens[start].start(), self.tokens[self.next - 1].end()
        line = self.text.count("\n", 0, begin) + 1
        self.found.setdefault(path, Place(line, self.text[begin:end]))

    def _sees(self, *marks: str) -> bool:
        """Return whether the next token is one of *marks*, or there is any."""
        if self.next >= len(self.tokens):
            return False
        token = self.tokens[self.next]
        return not marks or (token.lastgroup == "mark" and token[0] in marks)

    def _takes(self, *marks: str) -> bool:
        """Go on behind one of *marks* if it is next; return whether it was."""
        taken = self._sees(*marks)
        self.next += taken
        return taken
