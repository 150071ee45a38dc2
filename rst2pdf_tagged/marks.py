"""Remembers for each flowable which node of the document it was made for.

The tree of nodes *is* the logical structure, in logical order.  So drawing only has to say
which marks on the page belong to which node; see the module `structure` for the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from reportlab.platypus import Flowable, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

# The part of a node's text that names it: bullet, number, term, name of a field.
LABEL = "Lbl"
# rst2pdf sets these as a row of two cells, with the label on the left ...
LABEL_BESIDE = (
    nodes.list_item,
    nodes.footnote,
    nodes.citation,
    nodes.option_list_item,
    nodes.Bibliographic,
)
# ... and of these, all that is not made for a node inside is the label.
LABEL_ABOVE = (nodes.definition_list_item,)
# Where flowables keep the flowables in them.
CONTAINERS = ("_content", "content", "flowables", "odd", "even")


def mark(flowable: Any, node: nodes.Node, part: str | None = None) -> None:
    """Note on *flowable*, and on all in it that has no note yet, what it was made for.

    :param flowable: a flowable, a list of them, or anything else, which is ignored.
    :param node: the node; what was made for a node inside it has its note already.
    :param part: ``LABEL`` or, for the rest of a node's text, ``None``.
    """
    if isinstance(flowable, (list, tuple)):
        for member in flowable:
            mark(member, node, part)
    elif isinstance(flowable, Flowable) and not hasattr(flowable, "rst_node"):
        flowable.rst_node = node
        flowable.rst_part = LABEL if isinstance(node, LABEL_ABOVE) else part
        for member, place in _members(flowable, node):
            mark(member, node, part or place)


def _members(flowable: Flowable, node: nodes.Node) -> Iterator[tuple[Any, str | None]]:
    """Yield what is in a container, with the part of *node* that its place stands for."""
    rows: list[list[Any]] = getattr(flowable, "data", None) or getattr(flowable, "_cellvalues", [])
    for row in rows:
        labelled = isinstance(node, LABEL_BESIDE) and len(row) == 2
        for column, cell in enumerate(row):
            yield cell, LABEL if labelled and column == 0 else None
    for name in CONTAINERS:
        yield getattr(flowable, name, None), None


def mark_endnotes(made: list[list[Any]], node: nodes.Node) -> None:
    """Mark the label and text of notes that rst2pdf puts at the end of the file."""
    for label, text in made:
        mark(label, node, LABEL)
        mark(text, node)


def _letters(line: Any) -> int:
    """Return how many characters of a *line* that ReportLab has broken are no white space."""
    if isinstance(line, (tuple, list)):
        return sum(map(len, line[1]))
    texts = (getattr(word, "text", "") for word in line.words)
    return sum(len(part) for text in texts for part in text.split())


def hand_down(paragraph: Paragraph, parts: list[Paragraph]) -> None:
    """Let the *parts* of a paragraph that goes over a page end know what they are part of."""
    if not hasattr(paragraph, "rst_node"):
        return
    letters_before, lines_before = getattr(paragraph, "rst_before", (0, 0))
    for part in parts:
        if part is not paragraph:
            part.rst_node, part.rst_part = paragraph.rst_node, paragraph.rst_part
            part.rst_whole = whole(paragraph)
            part.rst_before = letters_before, lines_before
        if hasattr(part, "blPara"):
            letters_before += sum(map(_letters, part.blPara.lines))
            lines_before += len(part.blPara.lines)


def whole(paragraph: Paragraph) -> Paragraph:
    """Return the paragraph that *paragraph* is a part of, or itself."""
    return getattr(paragraph, "rst_whole", paragraph)


def link_home(paragraph: Paragraph) -> Any:
    """Return what tells the links of *paragraph* from those of others."""
    return getattr(paragraph, "rst_link_home", whole(paragraph))


def mark_contents(table: Any, topic: nodes.Node, labels: list[str | None]) -> None:
    """Mark the cells of a list of contents with the items of *topic* that they show.

    :param table: the table that was just made: a row for each entry, title and page number.
    :param labels: the id of each row's section, in order.
    """
    items = {
        link["refid"]: item
        for item in topic.findall(nodes.list_item)
        for link in item.children[0].findall(nodes.reference)
        if link.get("refid")
    }
    for row, label in zip(table._cellvalues, labels, strict=True):
        item = items.get(label or "")
        if item is None:
            continue
        cells = [cell for group in row for cell in (group if isinstance(group, tuple) else [group])]
        for cell in cells:
            mark(cell, item)
            # Title and page number are one link.
            cell.rst_link_home = item
            cell.rst_goes_on = cell is not cells[-1]
