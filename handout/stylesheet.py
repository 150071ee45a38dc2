"""Makes one small style sheet of several: without comments, and without what no page uses.

A selector goes only if no element of the pages could ever be meant by it; a custom property
goes only if no rule, page or script names it, or if another rule always overrules it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import rcssmin
import tinycss2
from lxml import html
from tinycss2.ast import AtRule, Declaration, HashToken, IdentToken, QualifiedRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from lxml.html import HtmlElement
    from tinycss2.ast import Node

# What an element is called: itself, its classes, its id; and all that stands around it.
Place = tuple[frozenset[str], frozenset[str]]

# Rules inside of these are rules like all others.
CONDITIONS = frozenset({"media", "supports"})
# Our own names for furo's properties (palette.css); they win over all rules for "body" alone.
OVERRULES = ":root body"
OVERRULED = re.compile(r"body(\[[^\]]*\]|:not\(\[[^\]]*\]\))?")
LICENSE = re.compile(r"/\*!.*?\*/", re.DOTALL)
WORD = re.compile(r"[\w-]+")
ASKED_FOR = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True)
class Use:
    """What the elements of some pages are, and what their scripts may make of them.

    :ivar places: of all elements.
    :ivar wild: names that a script may give to any element; and custom properties in pages.
    """

    places: frozenset[Place]
    wild: frozenset[str]

    @classmethod
    def of(cls, pages: Iterable[str], scripts: Iterable[str]) -> Use:
        """Return the use that HTML *pages* make of a style sheet, with the texts of *scripts*."""
        roots = [html.document_fromstring(page.encode()) for page in pages]
        places = {place for root in roots for place in _places(root, frozenset())}
        styles = (text for root in roots for text in root.xpath("//style/text() | //@style"))
        wild = {word for script in scripts for word in WORD.findall(script)}
        return cls(frozenset(places), frozenset(wild.union(*map(ASKED_FOR.findall, styles))))

    def may_have(self, names: Set[str], around: Set[str], anywhere: Set[str]) -> bool:
        """Return whether an element may have all *names*, with those *around* it."""
        names, around, anywhere = (part - self.wild for part in (names, around, anywhere))
        return anywhere <= self._names and any(
            names <= own and around <= outer for own, outer in self.places
        )

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset[str]().union(*(own for own, _ in self.places))


def _places(element: HtmlElement, outer: frozenset[str]) -> Iterator[Place]:
    words = f"{element.get('class', '')} {element.get('id', '')}".split()
    own = frozenset({str(element.tag), *words})
    yield own, outer
    for child in element.iterchildren("*"):
        yield from _places(child, outer | own)


def joined(sheets: Iterable[str], use: Use) -> str:
    """Return one sheet that does what *sheets* do, one after the other, on pages with such *use*.

    Notes of rights, which are comments that begin with ``/*!``, stay and come first.
    """
    text = "\n".join(sheets)
    rules = _used(tinycss2.parse_stylesheet(text, True, True), use)
    _drop_overruled(rules)
    before, after = "", tinycss2.serialize(rules)
    # What is gone may have been the last to name another property.
    while after != before:
        before = after
        rules = _without_unasked(rules, use.wild.union(ASKED_FOR.findall(before)))
        after = tinycss2.serialize(rules)
    return "".join(LICENSE.findall(text)) + str(rcssmin.cssmin(after))


def _used(rules: Sequence[Node], use: Use) -> list[Node]:
    kept = []
    for rule in rules:
        if isinstance(rule, AtRule) and rule.lower_at_keyword in CONDITIONS:
            rule.content = _used(tinycss2.parse_rule_list(rule.content, True, True), use)
            if not rule.content:
                continue
        elif isinstance(rule, QualifiedRule):
            parts = [part for part in _selectors(rule.prelude) if use.may_have(*_needed(part))]
            if not parts:
                continue
            chosen = ",".join(tinycss2.serialize(part) for part in parts)
            rule.prelude = tinycss2.parse_component_value_list(chosen)
        kept.append(rule)
    return kept


def _selectors(prelude: Sequence[Node]) -> Iterator[list[Node]]:
    """Yield the parts between the commas before a rule."""
    text = tinycss2.serialize(prelude).strip()
    part: list[Node] = []
    for token in tinycss2.parse_component_value_list(text):
        if token == ",":
            yield part
            part = []
        elif part or token.type != "whitespace":
            part.append(token)
    yield part


def _needed(selector: Sequence[Node]) -> tuple[set[str], set[str], set[str]]:
    """Return the names that an element needs, those around it, and those of its neighbours.

    What stands in brackets, such as ``:not(...)``, is left out: it may not be needed.
    """
    names, around, anywhere = set[str](), set[str](), set[str]()
    before: Node | None = None
    for token in selector:
        if isinstance(token, HashToken) or (isinstance(token, IdentToken) and before != ":"):
            names.add(token.value)
        elif token.type == "whitespace" or token == ">":
            around |= names
            names = set()
        elif token == "+" or token == "~":
            # With white space before, the neighbour's names were taken for those around.
            anywhere |= names | around
            names, around = set(), set()
        before = token if token.type != "whitespace" else before
    return names, around, anywhere


def _drop_overruled(rules: Sequence[Node]) -> None:
    """Take away what rules for ``body`` say and a later rule of ours always overrules."""
    for at, rule in enumerate(rules):
        if isinstance(rule, QualifiedRule) and _head(rule) == OVERRULES:
            _drop(rules[:at], {line.name for line in _lines(rule) if isinstance(line, Declaration)})


def _drop(rules: Sequence[Node], names: Set[str]) -> None:
    for rule in rules:
        if isinstance(rule, AtRule) and rule.lower_at_keyword in CONDITIONS:
            _drop(rule.content, names)
        elif isinstance(rule, QualifiedRule) and OVERRULED.fullmatch(_head(rule)):
            _keep(rule, [line for line in _lines(rule) if getattr(line, "name", "") not in names])


def _head(rule: QualifiedRule) -> str:
    return str(tinycss2.serialize(rule.prelude)).strip()


def _lines(rule: Node) -> list[Node]:
    return list(tinycss2.parse_blocks_contents(rule.content, True, True))


def _keep(rule: Node, lines: Iterable[Node]) -> None:
    text = ";".join(line.serialize() for line in lines)
    rule.content = tinycss2.parse_component_value_list(text)


def _without_unasked(rules: Sequence[Node], asked_for: Set[str]) -> list[Node]:
    """Return *rules* without custom properties that nothing asks for, and what is empty then."""
    kept = []
    for rule in rules:
        if isinstance(rule, AtRule) and rule.lower_at_keyword in CONDITIONS:
            rule.content = _without_unasked(rule.content, asked_for)
        elif isinstance(rule, QualifiedRule):
            _keep(rule, [line for line in _lines(rule) if _is_asked_for(line, asked_for)])
        if rule.content or rule.content is None:
            kept.append(rule)
    return kept


def _is_asked_for(line: Node, asked_for: Set[str]) -> bool:
    custom = isinstance(line, Declaration) and line.name.startswith("--")
    return not custom or line.name in asked_for
