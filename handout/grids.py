"""Tables that the build makes of data: a head, and rows that their first cell names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cell = list[nodes.Node]


def grid(
    title: str,
    heads: Sequence[str],
    rows: Iterable[list[Cell]],
    *classes: str,
    widths: Sequence[int],
) -> nodes.table:
    """Return a table with the caption *title*.

    :param rows: a cell for each of *heads*; the first one names its row.
    :param widths: of the columns, as parts of a whole.
    """
    columns = [nodes.colspec(colwidth=width) for width in widths]
    columns[0]["stub"] = 1
    head = nodes.thead("", _row([words(head) for head in heads]))
    body = nodes.tbody("", *map(_row, rows))
    group = nodes.tgroup("", *columns, head, body, cols=len(columns))
    return nodes.table("", nodes.title("", title), group, classes=["colwidths-given", *classes])


def words(text: str) -> Cell:
    """Return a cell of plain words."""
    return [nodes.paragraph("", text)]


def _row(cells: list[Cell]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", *cell) for cell in cells))
