"""A contents page whose page numbers are those printed on the pages.

rst2pdf's own resets the page counter around it, so that ``###Page###`` and ``###Total###``
no longer agree, and forces a blank page behind it.
"""

from __future__ import annotations

from docutils import nodes


def contents_topic(tree: nodes.Element, title: str, depth: int = 1) -> nodes.topic:
    """Return the node that rst2pdf turns into a list of headings with page numbers.

    :param tree: the assembled document whose sections are to be listed.
    :param title: heading of the list.
    :param depth: how many levels of sections to list; 1 means chapters only.
    """
    topic = nodes.topic(classes=["contents"])
    topic += nodes.title("", title)
    topic += _entries(tree, depth)
    return topic


def _sections(node: nodes.Element) -> list[nodes.section]:
    """Return the nearest sections below *node*, looking through wrappers, in order."""
    found: list[nodes.section] = []
    for child in node.children:
        if isinstance(child, nodes.section):
            found.append(child)
        elif isinstance(child, nodes.Element):
            found += _sections(child)
    return found


def _entries(node: nodes.Element, depth: int) -> nodes.bullet_list:
    entries = nodes.bullet_list()
    for section in _sections(node):
        link = nodes.reference("", section[0].astext(), refid=section["ids"][0])
        item = nodes.list_item("", nodes.paragraph("", "", link))
        if depth > 1 and _sections(section):
            item += _entries(section, depth - 1)
        entries += item
    return entries
