"""On the web, makes of what paper leaves open fields to fill in, each with its name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from handout.nodes import FillIn, FillInNote, Log, TickBox, WriteLines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

FIELDS = (TickBox, FillIn, WriteLines, Log)
# Marks of sources: their numbers change with every source that another chapter names.
MARK = "bibtex-citation"


class AddFields(SphinxPostTransform):
    """Adds to each page its boxes to tick, the names of its fields, and the note on them."""

    # After references are resolved (10): they are part of what an item says.
    default_priority = 650
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Make the fields of one page."""
        add_tick_boxes(self.document)
        name_fields(self.document, self.env.docname)
        add_note(self.document)


def add_tick_boxes(tree: docutils_nodes.Element) -> None:
    """Put the first words of each item of a checklist beside a box to tick."""
    for items in tree.findall(docutils_nodes.bullet_list):
        if "checklist" not in items["classes"]:
            continue
        for item in items.children:
            if words := item.next_node(docutils_nodes.paragraph):
                box = TickBox("", "", *words.children)
                words.children = []
                words += box


def name_fields(tree: docutils_nodes.Element, page: str) -> None:
    """Give every field of *tree* its names.

    ``field`` is the name under which a reader's words are kept: the page's and the field's own
    words, so that it stays the same when other chapters, or other fields, change.  ``called`` is
    what a screen reader says for a field that has no label.
    """
    seen: Counter[str] = Counter()
    for field in fields_of(tree):
        words = _words_of(field)
        seen[words] += 1
        field["called"] = f"{words} {seen[words]}" if seen[words] > 1 else words
        field["field"] = f"{page}: {field['called']}"


def add_note(tree: docutils_nodes.Element) -> None:
    """Put the place for the note before the first field of *tree*, if it has any."""
    if first := next(fields_of(tree), None):
        place = place_before(first)
        # In a chapter to read, a list to tick is not to be outweighed by what is said of it.
        note = FillInNote(unfolded=isinstance(place, docutils_nodes.section))
        place.parent.insert(place.parent.index(place), note)


def fields_of(tree: docutils_nodes.Element) -> Iterator[docutils_nodes.Element]:
    """Yield what there is to fill in, in the order of the page."""
    return (node for node in tree.findall(docutils_nodes.Element) if isinstance(node, FIELDS))


def place_before(field: docutils_nodes.Node) -> docutils_nodes.Node:
    """Return the part of the page before which there is something to say on *field*.

    It is the part of its section that holds the field; or the section itself, if the one around
    it begins with it.
    """
    part = field
    while not isinstance(part.parent, (docutils_nodes.section, docutils_nodes.document)):
        part = part.parent
    while _is_first_section(part.parent):
        part = part.parent
    return part


def _is_first_section(part: docutils_nodes.Node) -> bool:
    around = part.parent
    return isinstance(around, docutils_nodes.section) and part is next(
        child for child in around.children if isinstance(child, docutils_nodes.section)
    )


def _words_of(field: docutils_nodes.Element) -> str:
    """Return the words that name *field*: its own, or else those of its heading."""
    if isinstance(field, Log):
        return str(field["title"])
    if isinstance(field, WriteLines):
        return field["label"] or _heading_over(field)
    texts = (text.astext() for text in field.findall(docutils_nodes.Text) if not _is_mark(text))
    return " ".join("".join(texts).split())


def _is_mark(text: docutils_nodes.Text) -> bool:
    above = text.parent
    while not isinstance(above, FIELDS):
        if MARK in above["classes"]:
            return True
        above = above.parent
    return False


def _heading_over(field: docutils_nodes.Element) -> str:
    above = field.parent
    while not isinstance(above, docutils_nodes.section):
        above = above.parent
    return next(above.findall(docutils_nodes.title)).astext()
