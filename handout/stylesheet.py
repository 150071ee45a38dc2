"""Makes one small style sheet of several: without comments, and without what no page uses.

A rule goes only if it asks for an element, class or id that stands in no page and in no script;
a custom property goes only if no rule, page or script names it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import rcssmin
import tinycss2
from tinycss2.ast import AtRule, Declaration, HashToken, IdentToken, QualifiedRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from lxml.html import HtmlElement
    from tinycss2.ast import Node

# Rules inside of these are rules like all others.
CONDITIONS = frozenset({"media", "supports"})
LICENSE = re.compile(r"/\*!.*?\*/", re.DOTALL)
WORD = re.compile(r"[\w-]+")
ASKED_FOR = re.compile(r"var\(\s*(--[\w-]+)")


def joined(sheets: Iterable[str], names: Set[str]) -> str:
    """Return one sheet that does what *sheets* do, one after the other, on pages with *names*.

    Notes of rights, which are comments that begin with ``/*!``, stay and come first.

    :param names: all that :func:`names_in` and :func:`words_in` find in the pages and scripts.
    """
    text = "\n".join(sheets)
    rules = _used(tinycss2.parse_stylesheet(text, True, True), names)
    before, after = "", tinycss2.serialize(rules)
    # What is gone may have been the last to name another property.
    while after != before:
        before = after
        rules = _without_unasked(rules, names | set(ASKED_FOR.findall(before)))
        after = tinycss2.serialize(rules)
    return "".join(LICENSE.findall(text)) + str(rcssmin.cssmin(after))


def names_in(page: HtmlElement) -> set[str]:
    """Return the elements, classes and ids of a page, and the words of styles written in it."""
    elements = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    words = (word for text in page.xpath("//@class | //@id") for word in text.split())
    styles = (word for text in page.xpath("//style/text() | //@style") for word in words_in(text))
    return elements.union(words, styles)


def words_in(script: str) -> set[str]:
    """Return all words of a script: it may put a class, or an element, into a page."""
    return set(WORD.findall(script))


def _used(rules: Sequence[Node], names: Set[str]) -> list[Node]:
    kept = []
    for rule in rules:
        if isinstance(rule, AtRule) and rule.lower_at_keyword in CONDITIONS:
            rule.content = _used(tinycss2.parse_rule_list(rule.content, True, True), names)
            if not rule.content:
                continue
        elif isinstance(rule, QualifiedRule):
            parts = [part for part in _selectors(rule.prelude) if _needed(part) <= names]
            if not parts:
                continue
            chosen = ",".join(tinycss2.serialize(part) for part in parts)
            rule.prelude = tinycss2.parse_component_value_list(chosen)
        kept.append(rule)
    return kept


def _selectors(prelude: Sequence[Node]) -> Iterator[list[Node]]:
    """Yield the parts between the commas before a rule."""
    part: list[Node] = []
    for token in prelude:
        if token == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _needed(selector: Sequence[Node]) -> set[str]:
    """Return the elements, classes and ids without which a selector finds nothing.

    What stands in brackets, such as ``:not(...)``, is left out: it may not be needed.
    """
    found = set()
    before: Node | None = None
    for token in selector:
        if isinstance(token, HashToken) or (isinstance(token, IdentToken) and before != ":"):
            found.add(token.value)
        before = token
    return found


def _without_unasked(rules: Sequence[Node], asked_for: Set[str]) -> list[Node]:
    """Return *rules* without custom properties that nothing asks for, and what is empty then."""
    kept = []
    for rule in rules:
        if isinstance(rule, AtRule) and rule.lower_at_keyword in CONDITIONS:
            rule.content = _without_unasked(rule.content, asked_for)
        elif isinstance(rule, QualifiedRule):
            lines = tinycss2.parse_blocks_contents(rule.content, True, True)
            text = ";".join(line.serialize() for line in lines if _is_asked_for(line, asked_for))
            rule.content = tinycss2.parse_component_value_list(text)
        if rule.content or rule.content is None:
            kept.append(rule)
    return kept


def _is_asked_for(line: Node, asked_for: Set[str]) -> bool:
    custom = isinstance(line, Declaration) and line.name.startswith("--")
    return not custom or line.name in asked_for
