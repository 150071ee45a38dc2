"""The list of contents and the general index, with links that lead somewhere.

rst2pdf's own contents resets the page counter around it, so that ``###Page###`` and
``###Total###`` no longer agree, and forces a blank page behind it.  Its index is written as
markup and read again: terms with a capital and sub-entries lose their targets (#898).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from rst2pdf.flowables import MyTableOfContents
from sphinx.locale import _

from rst2pdf_tagged import marks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class Heading(str):
    """The text of a heading, which is not equal to the same text of another heading.

    rst2pdf finds the target of a line of its contents by level, text and page.

    :ivar label: the heading's own target.
    """

    __slots__ = ("label",)
    label: str

    def __new__(cls, text: str, label: str) -> Heading:
        """Return *text* for the heading at *label*."""
        heading = super().__new__(cls, text)
        heading.label = label
        return heading

    def __eq__(self, other: object) -> bool:
        """Return whether *other* is the same heading."""
        return isinstance(other, Heading) and (str(self), self.label) == (str(other), other.label)

    def __hash__(self) -> int:
        """Return what fits ``==``."""
        return hash((str(self), self.label))


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


def index_section(groups: Iterable[tuple[str, Iterable[Any]]]) -> nodes.section:
    """Return the general index.

    :param groups: what Sphinx's ``IndexEntries.create_index`` returns.
    """
    title = _("Index")
    section = nodes.section("", nodes.title("", title), ids=["genindex"], names=["genindex"])
    for letter, entries in groups:
        section += nodes.paragraph("", letter, classes=["heading4"])
        for word, (links, below, *_rest) in entries:
            section += _index_line(word, links)
            if below:
                section += nodes.block_quote("", *[_index_line(*entry[:2]) for entry in below])
    return section


def _index_line(word: str, links: list[tuple[str, str]]) -> nodes.paragraph:
    """Return *word* as a link to its first place, with numbers for further ones."""
    line = nodes.paragraph()
    if not links:
        line += nodes.Text(word)
    for number, (_main, uri) in enumerate(links):
        text = f"[{number}]" if number else word
        if number:
            line += nodes.Text(" ")
        line += nodes.reference("", text, refuri=uri, internal=True)
    return line


_LINK_TAGS = re.compile(r"</?a\b[^>]*>")
_notify = MyTableOfContents.notify


def notify_without_links(toc: MyTableOfContents, kind: str, entry: tuple[Any, ...]) -> None:
    """Note a heading for the contents without the links and anchors in its text.

    Else the contents page holds links inside links, and second copies of anchors.
    """
    level, text, page, label, node = entry
    _notify(toc, kind, (level, Heading(_LINK_TAGS.sub("", text), label), page, label, node))


_wrap = MyTableOfContents.wrap


def wrap_contents(toc: MyTableOfContents, width: float, height: float) -> tuple[float, float]:
    """Measure the contents; its cells are made here, anew each time."""
    size: tuple[float, float] = _wrap(toc, width, height)
    if toc._lastEntries and hasattr(toc, "rst_node"):
        names = [toc.refid_lut.get(tuple(entry[:3])) for entry in toc._lastEntries]
        # rst2pdf adds a number to the name of the section.
        labels = [name.rpartition("-")[0] if name else None for name in names]
        marks.mark_contents(toc._table, toc.rst_node, labels)
    return size
