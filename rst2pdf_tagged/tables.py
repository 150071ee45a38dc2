"""Tables: their rows and cells, and what each head cell is the head of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from rst2pdf_tagged.elements import Element

if TYPE_CHECKING:
    from collections.abc import Callable

    Visit = Callable[[nodes.Element], list[Element]]

PARTS = {nodes.thead: "THead", nodes.tbody: "TBody"}


def table(node: nodes.table, visit: Visit) -> Element:
    """Return the element for a table.

    :param visit: returns the elements for what is in a cell.
    """
    element = Element("Table")
    for title in node.findall(nodes.title):
        if title.parent is node:
            element.kids += [Element("Caption", list(kid.kids)) for kid in visit(title)]
    group = next(child for child in node.children if isinstance(child, nodes.tgroup))
    stubs = [bool(spec.get("stub")) for spec in group.findall(nodes.colspec)]
    for part in group.children:
        if isinstance(part, (nodes.thead, nodes.tbody)):
            element.kids.append(Element(PARTS[type(part)], list(_rows(part, stubs, visit))))
    return element


def _rows(part: nodes.Element, stubs: list[bool], visit: Visit) -> list[Element]:
    rows = []
    # For each column, how many rows a cell from above still takes.
    taken = [0] * len(stubs)
    for row in part.children:
        cells: list[Element] = []
        column = 0
        for entry in _entries(row):
            while taken[column]:
                column += 1
            width, height = entry.get("morecols", 0) + 1, entry.get("morerows", 0) + 1
            head = _scope(part, stubs[column])
            cells.append(_cell(entry, head, width, height, visit))
            # One more than is left below: this row is counted off with the others.
            taken[column : column + width] = [height] * width
            column += width
        taken = [max(0, rows_left - 1) for rows_left in taken]
        rows.append(Element("TR", list(cells)))
    return rows


def _entries(row: nodes.Node) -> list[nodes.entry]:
    return [child for child in row.children if isinstance(child, nodes.entry)]


def _scope(part: nodes.Element, stub: bool) -> str | None:
    """Return what a cell is the head of, if it is one."""
    if isinstance(part, nodes.thead):
        return "Column"
    return "Row" if stub else None


def _cell(
    entry: nodes.Element, scope: str | None, width: int, height: int, visit: Visit
) -> Element:
    """Return a cell; it is written even if it is empty."""
    given = {"ColSpan": str(width), "RowSpan": str(height)}
    attributes = {name: value for name, value in given.items() if value != "1"}
    if scope:
        attributes["Scope"] = f"/{scope}"
    cell = Element("TH" if scope else "TD", list(visit(entry)))
    cell.attributes = {"Table": attributes} if attributes else {}
    return cell
