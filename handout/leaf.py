"""The front sheet: one leaf with the whole message, the short version and what matters most.

Its words are those of the chapters.  The first side is the chapter of the short version, the
second is made of the sections and key points that chapters mark with ``on-front-sheet``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes
from sphinx import addnodes

from handout.errors import HandoutError
from handout.nodes import Callout, CalloutTitle

if TYPE_CHECKING:
    from collections.abc import Iterator

# The chapter that is the first side.
FIRST_SIDE = "front-sheet"
# Columns of text on either side.
FIRST, SECOND = 1, 2
LISTS = (docutils_nodes.bullet_list, docutils_nodes.enumerated_list)


def make_leaf(tree: docutils_nodes.document, title: str, sources: str) -> None:
    """Leave of all chapters what stands on the front sheet.

    :param tree: the joined chapters; changed in place.  Links may lead nowhere afterwards.
    :param title: heading of the second side; :param sources: where the sources are listed.
    """
    first = _first_side(tree)
    second = docutils_nodes.section("", docutils_nodes.title("", title), ids=["second-side"])
    second += [*_marked(tree), docutils_nodes.paragraph("", sources)]
    first["side"], second["side"] = FIRST, SECOND
    tree.children = [first, second]
    drop_marks(tree)


def _first_side(tree: docutils_nodes.document) -> docutils_nodes.section:
    for chapter in tree.findall(addnodes.start_of_file):
        if chapter["docname"] == FIRST_SIDE:
            return next(chapter.findall(docutils_nodes.section))
    raise HandoutError(f"the chapter {FIRST_SIDE}.rst is gone; put it back", "source/index.rst")


def _marked(tree: docutils_nodes.document) -> Iterator[docutils_nodes.section]:
    """Yield the sections for the second side, in the order of the chapters."""
    for chapter in tree.findall(addnodes.start_of_file):
        name = next(chapter.findall(docutils_nodes.title))
        # All at once: what is shortened may hold a box that is marked too.
        for node in list(chapter.findall(docutils_nodes.Element)):
            if node.get("on_front_sheet") and isinstance(node, Callout):
                yield _as_section(node, name.astext(), chapter)
            elif node.get("on_front_sheet") and isinstance(node, docutils_nodes.section):
                yield _shortened(node)


def _shortened(section: docutils_nodes.section) -> docutils_nodes.section:
    """Return *section* with its lists only, if it has any: they say what to do."""
    lists = [part for part in section.children if isinstance(part, LISTS)]
    if lists:
        section.children = [next(section.findall(docutils_nodes.title)), *lists]
    return section


def _as_section(
    box: Callout, title: str, chapter: addnodes.start_of_file
) -> docutils_nodes.section:
    """Return the words of *box* under the title of their chapter."""
    words = [part for part in box.children if not isinstance(part, CalloutTitle)]
    heading = docutils_nodes.title("", title)
    # Of a title in Greek or Cyrillic letters docutils makes no name.
    name = docutils_nodes.make_id(title) or f"box-of-{chapter['docname']}"
    return docutils_nodes.section("", heading, *words, ids=[name])


def drop_marks(tree: docutils_nodes.Element) -> None:
    """Drop the marks of sources, which are listed in the full handout only."""
    for mark in list(tree.findall(docutils_nodes.inline)):
        if "bibtex-citation" in mark["classes"]:
            before = mark.previous_sibling()
            if isinstance(before, docutils_nodes.Text):
                mark.parent.replace(before, docutils_nodes.Text(before.rstrip()))
            mark.parent.remove(mark)
