"""The chapters as an editor wrote them, block by block, each with its line in the file.

Read from what Sphinx keeps of the last build, so that a finding can name the line to change.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.pages import chapter_names, tidy
from handout.checks.sentences import Sentence, sentences_of
from handout.nodes import Blank, Callout, CalloutTitle, FillIn, LongDescription

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What holds words of its own: node class -> kind of block, if its parent does not say more.
KINDS: dict[type[nodes.Element], str] = {
    nodes.title: "heading",
    nodes.paragraph: "paragraph",
    nodes.caption: "caption",
    nodes.term: "term",
    FillIn: "label",
    CalloutTitle: "label",
}
# A paragraph or title inside one of these is of another kind.
INSIDE: dict[type[nodes.Element], str] = {
    nodes.list_item: "item",
    nodes.entry: "cell",
    nodes.definition: "definition",
    nodes.table: "caption",
    LongDescription: "description",
}


@dataclass(frozen=True)
class Block:
    """Words that stand together.

    :ivar kind: heading, paragraph, item, cell, caption, term, definition, label, description.
    :ivar box: kind of the call-out around it (``key-points`` ...), or nothing.
    :ivar text: a line for each line of the file; marks of sources left out.
    :ivar line: of the first words.
    """

    kind: str
    box: str
    text: str
    line: int
    node: nodes.Element = field(compare=False, repr=False)

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences with the lines on which they begin."""
        return sentences_of(self.text, self.line)


@dataclass(frozen=True)
class Chapter:
    """One chapter.

    :ivar name: of its file, without ``.rst``; :ivar file: below the project's folder.
    :ivar tree: the whole chapter as Sphinx read it; :ivar blocks: its words, in order.
    """

    name: str
    file: str
    tree: nodes.document = field(compare=False, repr=False)
    blocks: list[Block] = field(repr=False)

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences of all blocks."""
        for block in self.blocks:
            yield from block.sentences()


def load_chapters(source: Path, folder: Path) -> list[Chapter]:
    """Return the front page and the chapters, in the agreed order; none that could not be read.

    :param source: the folder of the chapters; :param folder: where Sphinx keeps what it read.
    """
    names = ["index", *chapter_names(source)]
    # What is kept of a chapter outlives its file.
    read = [name for name in names if (source / f"{name}.rst").is_file()]
    return [load_chapter(folder, name) for name in read if (folder / f"{name}.doctree").is_file()]


def load_chapter(folder: Path, name: str) -> Chapter:
    """Return chapter *name* from the *folder* in which Sphinx keeps what it read."""
    # Written by our own build just before.
    with (folder / f"{name}.doctree").open("rb") as file:
        return chapter_of(name, pickle.load(file))


def chapter_of(name: str, tree: nodes.document) -> Chapter:
    """Return the chapter whose document is *tree*."""
    return Chapter(name, f"source/{name}.rst", tree, list(_blocks(tree)))


def _blocks(tree: nodes.document) -> Iterator[Block]:
    for node in tree.findall(nodes.TextElement):
        kind = KINDS.get(type(node))
        text = words_in(node) if kind else ""
        if kind and text:
            inside = INSIDE.get(type(node.parent), kind)
            yield Block(inside, box_around(node), text, line_of(node), node)


def words_in(node: nodes.Node) -> str:
    """Return the words of *node* as a reader meets them, in the lines of the file."""
    return "\n".join(filter(None, map(tidy, "".join(_words(node)).split("\n"))))


def _words(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Text):
        yield node.astext()
    elif isinstance(node, Blank):
        yield node["words"]
    elif node.get("refdomain") != "cite":  # type: ignore[attr-defined]
        for child in node.children:
            yield from _words(child)


def box_around(node: nodes.Node) -> str:
    """Return the kind of the call-out around *node*, or nothing."""
    while node.parent is not None:
        node = node.parent
        if isinstance(node, Callout):
            return str(node["kind"])
    return ""


def line_of(node: nodes.Node) -> int:
    """Return the line of *node*, or of the nearest part around it that has one."""
    # Sphinx gives a heading the line of its rule, and a word of the glossary the one above.
    if isinstance(node, nodes.title) and isinstance(node.parent, nodes.section):
        return (node.line or 2) - 1
    if isinstance(node, nodes.term):
        return (node.line or 0) + 1
    while node.line is None and node.parent is not None:
        node = node.parent
    return node.line or 1
