"""Prints section and figure numbers, which Sphinx counts and rst2pdf forgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from rst2pdf_tagged.links import by_file

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def number_titles(tree: nodes.Element, docname: str, env: BuildEnvironment) -> None:
    """Put the numbers of a ``:numbered:`` contents tree before section titles.

    :param tree: the assembled document, its ids still as the source files have them.
    """
    seen: set[str] = set()
    for element, home in by_file(tree, docname):
        if not isinstance(element, nodes.section):
            continue
        numbers = env.toc_secnumbers.get(home, {})
        number = numbers.get("#" + element["ids"][0]) if home in seen else numbers.get("")
        seen.add(home)
        if number:
            _prefix(element.children[0], ".".join(map(str, number)) + ". ")


# What Sphinx counts: its name for the kind, and the part that the number is printed in.
NUMBERED: dict[type[nodes.Element], tuple[str, type[nodes.Element]]] = {
    nodes.figure: ("figure", nodes.caption),
    nodes.table: ("table", nodes.title),
    nodes.container: ("code-block", nodes.caption),
}


def number_figures(tree: nodes.Element, docname: str, env: BuildEnvironment) -> None:
    """Put ``Fig. 1`` and the like before captions when ``numfig`` is on."""
    for element, home in by_file(tree, docname):
        if type(element) not in NUMBERED:
            continue
        kind, caption_class = NUMBERED[type(element)]
        numbers = env.toc_fignumbers.get(home, {}).get(kind, {})
        number = next((numbers[i] for i in element["ids"] if i in numbers), None)
        caption = element.next_node(caption_class)
        if number and caption is not None:
            label = env.config.numfig_format[kind] % ".".join(map(str, number))
            _prefix(caption, f"{label}: ")


def _prefix(element: nodes.Node, text: str) -> None:
    assert isinstance(element, nodes.Element)
    element.insert(0, nodes.Text(text))
