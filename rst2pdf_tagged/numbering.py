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
            _prefix(element[0], ".".join(map(str, number)) + ". ")


def number_figures(tree: nodes.Element, docname: str, env: BuildEnvironment) -> None:
    """Put ``Fig. 1`` and the like before captions when ``numfig`` is on."""
    kinds = {nodes.figure: ("figure", nodes.caption), nodes.table: ("table", nodes.title)}
    for element, home in by_file(tree, docname):
        kind, caption_class = kinds.get(type(element), (None, nodes.caption))
        numbers = env.toc_fignumbers.get(home, {}).get(kind, {}) if kind else {}
        number = next((numbers[i] for i in element["ids"] if i in numbers), None)
        caption = next(iter(element.findall(caption_class)), None)
        if number and caption is not None:
            label = env.config.numfig_format[kind] % ".".join(map(str, number))
            _prefix(caption, f"{label}: ")


def _prefix(element: nodes.Element, text: str) -> None:
    element.insert(0, nodes.Text(text))
