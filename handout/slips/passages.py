"""What docutils reads without a word as something else than an editor means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from handout.checks.blocks import line_of
from handout.lettering import ITALIC, described, missing
from handout.messages import plain
from handout.nodes import CalloutTitle
from handout.slips.words import own_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    # Where, on which line of its file, from 1, and what is said of it.
    Slip = tuple[nodes.Element, int, str]
    Told = tuple[int, str]

LINE_UP = plain("this line starts further in than")
# How an item of a list begins.
ITEM = re.compile(r"(?:[*\u2022-]|\d\d?[.)]) \S")
# The same of a first item that is no line of a sentence, as "8 am / - 5 pm" or "of week / 12."
FIRST_ITEM = re.compile(r"(?:[*\u2022]|1[.)]) \S")
DASH = "- "
ENDS = (":", ".", "?", "!", ";")
NO_LIST = plain("no list begins here")
OUT_OF_ORDER = "the numbers of this list do not follow each other; correct them"
LOST_STAR = (
    "a star shows here as a star; to make words bold, put two right before and two right behind "
    "them; for a real star, write \\*"
)
ONE_QUOTE = (
    "a single back quote stands on each side of '{0}' and does nothing; "
    "write **{0}** for bold, or take the quotes out"
)
SECOND_TITLE = (
    "the line under this heading is like that under the chapter's title; put a line of - in its "
    "place"
)
# What does nothing between stars.
MARK_INSIDE = re.compile(r":(?:cite:p|doc|ref|term):`|\|clinic-[\w-]+\|")
# Parts whose own faults docutils tells right in them.
LEAVES = (nodes.TextElement, nodes.block_quote, nodes.definition_list)
# Parts of a chapter that say nothing by themselves.
SILENT = (nodes.title, CalloutTitle, nodes.comment, nodes.target, nodes.Invisible)


def slips_in_passages(tree: nodes.document) -> Iterator[Slip]:
    """Yield what an editor did not mean in the chapter *tree*.

    Where docutils has told what is wrong, nothing more is said.
    """
    for node in tree.findall(nodes.Element):
        find = FINDERS.get(type(node))
        if find and not _is_told(node):
            for line, sentence in find(node):
                yield node, line, sentence


def _is_told(node: nodes.Element) -> bool:
    """Return whether docutils has told of *node*, of a part of it, or right above or below it."""
    place = node.parent.index(node)
    around = node.parent[max(0, place - 1) : place + 2]
    inside = node.findall(_is_complaint) if isinstance(node, LEAVES) else ()
    return any(map(_is_complaint, (node.parent, *around, *inside)))


def _is_complaint(node: nodes.Node) -> bool:
    return isinstance(node, (nodes.problematic, nodes.system_message))


def _of_paragraph(node: nodes.Element) -> Iterator[Told]:
    """Yield items and stars that stand in the lines of a paragraph or heading."""
    written, shown = node.rawsource.split("\n"), own_words(node).split("\n")
    for number, (source, words) in enumerate(zip(written, shown, strict=False)):
        if number and ITEM.match(source) and ITEM.match(written[0]):
            yield line_of(node) + number, OUT_OF_ORDER
            return
        if number and _begins_list(written, number):
            yield line_of(node) + number, NO_LIST
            return
        if "*" in words and "\\*" not in source:
            yield line_of(node) + number, LOST_STAR
            return


def _begins_list(lines: list[str], number: int) -> bool:
    """Return whether a line of a passage is meant to be the first item of a list."""
    line, above, below = lines[number], lines[number - 1], lines[number + 1 :]
    if not line.startswith(DASH):
        return FIRST_ITEM.match(line) is not None
    return above.endswith(ENDS) or any(other.startswith(DASH) for other in below)


def _of_section(node: nodes.Element) -> Iterator[Told]:
    if all(isinstance(child, SILENT) for child in node.children):
        yield (
            line_of(node[0]),
            "nothing stands below this heading; write some words, or take it out",
        )
    elif isinstance(node.previous_sibling(), nodes.section) and isinstance(
        node.parent, nodes.document
    ):
        yield line_of(node[0]), SECOND_TITLE


def _of_list_item(node: nodes.Element) -> Iterator[Told]:
    if not node.children:
        yield line_of(node), "nothing stands in this item of the list; write it, or take it out"


def _of_definition_list(node: nodes.Element) -> Iterator[Told]:
    if not isinstance(node.parent, addnodes.glossary):
        definition = next(node.findall(nodes.definition))
        yield line_of(next(definition.findall(nodes.TextElement), definition)), LINE_UP


def _of_block_quote(node: nodes.Element) -> Iterator[Told]:
    """Yield the first line that is further in; in a box that begins so, the first further out."""
    words = [part for part in node.parent.children if not isinstance(part, SILENT)]
    inset = isinstance(words[0], nodes.block_quote) and not isinstance(node.parent, nodes.document)
    if not inset:
        yield line_of(next(node.findall(nodes.TextElement), node)), LINE_UP
    elif node is words[0]:
        outer = next((part for part in words if not isinstance(part, nodes.block_quote)), node)
        sentence = LINE_UP if outer is node else plain("this line starts further out than")
        yield line_of(next(outer.findall(nodes.TextElement), outer)), sentence


def _of_literal_block(node: nodes.Element) -> Iterator[Told]:
    above = node.previous_sibling()
    more = above.rawsource.count("\n") if isinstance(above, nodes.paragraph) else 0
    yield line_of(above or node) + more, plain("Literal block expected; none found")


def _of_field_list(node: nodes.Element) -> Iterator[Told]:
    if not isinstance(node.parent, nodes.document):
        line = line_of(next(node.findall(nodes.field)))
        yield line, plain("this line in colons belongs to nothing")


def _of_enumerated_list(node: nodes.Element) -> Iterator[Told]:
    if node["enumtype"] != "arabic":
        yield line_of(node), "this letter and full stop make a list of it; put \\ in front of them"


def _of_title_reference(node: nodes.Element) -> Iterator[Told]:
    yield line_of(node), ONE_QUOTE.format(node.astext())


def _of_strong(node: nodes.Element) -> Iterator[Told]:
    if found := MARK_INSIDE.search(node.astext()):
        yield (
            line_of(node),
            f"'{found[0].rstrip('`')}' does nothing between stars; close the stars before it",
        )


def _of_emphasis(node: nodes.Element) -> Iterator[Told]:
    yield from _of_strong(node)
    for letter in missing(own_words(node), ITALIC):
        words = f"{described(letter)} is not in the slanted typeface"
        yield line_of(node), f"{words}; take the stars around it out"


FINDERS = {
    nodes.paragraph: _of_paragraph,
    nodes.title: _of_paragraph,
    nodes.caption: _of_paragraph,
    nodes.section: _of_section,
    nodes.list_item: _of_list_item,
    nodes.definition_list: _of_definition_list,
    nodes.block_quote: _of_block_quote,
    nodes.literal_block: _of_literal_block,
    nodes.field_list: _of_field_list,
    nodes.enumerated_list: _of_enumerated_list,
    nodes.title_reference: _of_title_reference,
    nodes.strong: _of_strong,
    nodes.emphasis: _of_emphasis,
}
