"""Rules about tables: every row has all its cells, and heads say what they are the head of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rst2pdf_tagged.verify.access import entry, integer, items, name, text
from rst2pdf_tagged.verify.file import Finding, TaggedFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rst2pdf_tagged.verify.tree import Elem

SCOPES = {"Row", "Column", "Both"}
# In which order the parts of a table stand; a caption may be first or last.
PARTS = ["THead", "TBody", "TFoot"]


def tables(file: TaggedFile) -> Iterator[Finding]:
    """Check that each table's cells fill a rectangle."""
    for element in file.elements:
        if element.kind == "Table":
            page = file.first_page(element)
            for sentence in _faults(element):
                yield Finding(page, "tables", sentence)
        if element.kind == "TH" and not _says_of_what(element):
            page = file.first_page(element)
            sentence = f"the head {file.words(element)!r} does not say what it is the head of"
            yield Finding(page, "tables", sentence)


def _says_of_what(head: Elem) -> bool:
    scope = name(head.attribute("Table", "/Scope"))
    return scope in SCOPES - ({"Row"} if head.is_in("THead") else set())


def _faults(table: Elem) -> Iterator[str]:
    parts = [kid for kid in table.own_elements() if kid.kind in PARTS]
    order = [PARTS.index(part.kind) for part in parts]
    if order != sorted(order):
        yield "the head of a table comes after its body"
    for part in parts:
        rows = part.own_elements()
        cells = [cell for row in rows for cell in row.own_elements()]
        if part.kind == "THead" and any(cell.kind != "TH" for cell in cells):
            yield "the head of a table has plain cells"
    rows = [row for part in parts for row in part.own_elements()]
    rows += [kid for kid in table.own_elements() if kid.kind == "TR"]
    if not rows:
        yield "a table has no rows"
    yield from _grid_faults(rows)
    yield from _reference_faults([cell for row in rows for cell in row.own_elements()])


def _reference_faults(cells: list[Elem]) -> Iterator[str]:
    """Yield each name of a head cell that the table has not."""
    known = {text(entry(cell.obj, "/ID")) for cell in cells if cell.kind == "TH"}
    named = {text(name) for cell in cells for name in items(cell.attribute("Table", "/Headers"))}
    for unknown in named - known:
        yield f"a cell of a table names a head {unknown!r} that is not there"


def _grid_faults(rows: list[Elem]) -> Iterator[str]:
    """Lay all cells out and compare the lengths of the rows."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.own_elements():
            while (number, column) in taken:
                column += 1
            width, height = _span(cell, "/ColSpan"), _span(cell, "/RowSpan")
            if width < 1 or height < 1:
                yield "a cell of a table goes over no column or no row"
            own = {
                (number + down, column + right) for down in range(height) for right in range(width)
            }
            if own & taken:
                yield f"two cells of row {number + 1} of a table take one place"
            taken |= own
            column += width
    lengths = [sum(at == number for at, _ in taken) for number in range(len(rows))]
    if len(set(lengths)) > 1:
        yield f"the rows of a table have {', '.join(map(str, lengths))} cells"
    if any(at >= len(rows) for at, _ in taken):
        yield "a cell of a table reaches below its last row"


def _span(cell: Elem, key: str) -> int:
    given = integer(cell.attribute("Table", key))
    return 1 if given is None else given
