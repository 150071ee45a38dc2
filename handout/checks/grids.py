"""Tables that a reader, or one who listens, can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.blocks import line_of, words_in
from handout.checks.finding import Finding
from handout.nodes import Log

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.blocks import Chapter

MOST_COLUMNS = 4


def hard_tables(chapter: Chapter) -> Iterator[Finding]:
    """Yield tables with too many columns, without caption or heads, with odd cells.

    B7; PEMAT 17, 19. The cells of a log are empty to be filled in; its title and heads are not.
    """
    for table in chapter.tree.findall(nodes.table):
        yield from _faults(chapter.file, table)
    for log in chapter.tree.findall(Log):
        yield from _wide(chapter.file, line_of(log), len(log["columns"]))


def _faults(file: str, table: nodes.table) -> Iterator[Finding]:
    titles = [part for part in table.children if isinstance(part, nodes.title)]
    line = line_of(titles[0]) if titles else _first_line(table)
    if not any(map(words_in, titles)):
        yield Finding(file, line, "this table has no caption; say in a few words what it shows")
    if not any(table.findall(nodes.thead)):
        message = "this table has no row of heads; add the line ':header-rows: 1'"
        yield Finding(file, line, message)
    yield from _wide(file, line, len(list(table.findall(nodes.colspec))))
    for row in table.findall(nodes.row):
        yield from _odd_cells(file, row)


def _wide(file: str, line: int, columns: int) -> Iterator[Finding]:
    if columns > MOST_COLUMNS:
        yield Finding(
            file,
            line,
            f"this table has {columns} columns, at most {MOST_COLUMNS}; "
            "make two of it, or leave some out",
        )


def _odd_cells(file: str, row: nodes.row) -> Iterator[Finding]:
    line = _first_line(row)
    for number, cell in enumerate(row.children, start=1):
        if not words_in(cell):
            message = f'cell {number} of this row is empty; say what is so, such as "None"'
            yield Finding(file, line, message)
        if cell.get("morecols") or cell.get("morerows"):  # type: ignore[attr-defined]
            message = f"cell {number} of this row is as large as several; make it one in each row"
            yield Finding(file, line, message)


def _first_line(part: nodes.Element) -> int:
    """Return the line of the first words in *part*; docutils gives tables and rows none."""
    return next((line_of(words) for words in part.findall(nodes.paragraph)), line_of(part))
