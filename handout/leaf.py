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


def make_leaf(tree: docutils_nodes.document, title: str) -> None:
    """Leave of all chapters what stands on the front sheet.

    :param tree: the joined chapters; changed in place.  Links may lead nowhere afterwards.
    :param title: heading of the second side.
    """
    first = _first_side(tree)
    second = docutils_nodes.section("", docutils_nodes.title("", title), ids=["second-side"])
    second += list(_marked(tree))
    first["side"], second["side"] = FIRST, SECOND
    second += _sources(tree, [first, second])
    tree.children = [first, second]


def _first_side(tree: docutils_nodes.document) -> docutils_nodes.section:
    for chapter in tree.findall(addnodes.start_of_file):
        if chapter["docname"] == FIRST_SIDE:
            return next(chapter.findall(docutils_nodes.section))
    raise HandoutError(f"the chapter {FIRST_SIDE}.rst is gone; put it back", "source/index.rst")


def _marked(tree: docutils_nodes.document) -> Iterator[docutils_nodes.section]:
    """Yield the sections for the second side, in the order of the chapters."""
    for chapter in tree.findall(addnodes.start_of_file):
        name = next(chapter.findall(docutils_nodes.title))
        for node in chapter.findall(docutils_nodes.Element):
            if node.get("on_front_sheet") and isinstance(node, Callout):
                yield _as_section(node, name.astext())
            elif node.get("on_front_sheet") and isinstance(node, docutils_nodes.section):
                yield _shortened(node)


def _shortened(section: docutils_nodes.section) -> docutils_nodes.section:
    """Return *section* with its lists only, if it has any: they say what to do."""
    lists = [part for part in section.children if isinstance(part, LISTS)]
    if lists:
        section.children = [next(section.findall(docutils_nodes.title)), *lists]
    return section


def _as_section(box: Callout, title: str) -> docutils_nodes.section:
    """Return the words of *box* under the title of their chapter."""
    words = [part for part in box.children if not isinstance(part, CalloutTitle)]
    heading = docutils_nodes.title("", title)
    return docutils_nodes.section("", heading, *words, ids=[docutils_nodes.make_id(title)])


def _sources(
    tree: docutils_nodes.document, sides: list[docutils_nodes.section]
) -> list[docutils_nodes.Element]:
    """Return the section that lists the sources, with those that the *sides* name."""
    named = {
        link["refid"]
        for side in sides
        for link in side.findall(docutils_nodes.reference)
        if "refid" in link
    }
    listed = [
        source for source in tree.findall(docutils_nodes.citation) if named & set(source["ids"])
    ]
    if not listed:
        return []
    home: docutils_nodes.Element = listed[0]
    while not isinstance(home, docutils_nodes.section):
        home = home.parent
    heading = next(home.findall(docutils_nodes.title))
    return [docutils_nodes.section("", heading, *listed, ids=["sources"])]
