"""The words of a chapter as its editor wrote them; no clinic's facts, no marks of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from handout.facts import is_as_typed

if TYPE_CHECKING:
    from collections.abc import Iterator


def own_words(node: nodes.Node) -> str:
    """Return the words of *node* in the lines of the file."""
    return "".join(_words(node))


def _words(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Text):
        yield node.astext()
    elif isinstance(node, nodes.Element) and not (
        is_as_typed(node) or node.get("refdomain") == "cite"
    ):
        for child in node.children:
            yield from _words(child)
