"""Builds the structure tree: walks the document and collects what was drawn for each node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from rst2pdf_tagged import tables
from rst2pdf_tagged.elements import Element
from rst2pdf_tagged.fitting import fit
from rst2pdf_tagged.inline import LINE, SAY, language_of, node_of_span, spoken
from rst2pdf_tagged.marks import LABEL
from rst2pdf_tagged.roles import GROUPS, NUMBERING, SILENT, TRANSPARENT, role_of
from rst2pdf_tagged.standards import span_role, standard_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from rst2pdf.createpdf import RstToPdf

    from rst2pdf_tagged.record import Record, Sequence, SpanKey

LISTS = (
    nodes.bullet_list,
    nodes.enumerated_list,
    nodes.definition_list,
    nodes.field_list,
    nodes.option_list,
    nodes.docinfo,
)
NOTES = (nodes.footnote, nodes.citation)
DEEPEST = 6


class StructureTree:
    """The structure tree of one pass.

    :param record: what was drawn.
    :param client: knows which node each inline span was written for.
    :ivar nameless: pictures and formulas without a description, which is an error.
    :ivar unheard: pictures and formulas that are to be heard and were not drawn as such.
    """

    def __init__(self, record: Record, client: RstToPdf) -> None:
        self.record = record
        self.client = client
        self.nameless: list[nodes.Element] = []
        self.unheard: list[nodes.Element] = []
        self._spans: dict[SpanKey, Element] = {}
        self._used: set[tuple[int, str | None]] = set()
        self._visited: set[int] = set()
        self._notes = 0
        self._standard = standard_of(client)

    def build(self, roots: list[nodes.Element]) -> Element:
        """Return the whole tree.

        :param roots: the document, and what rst2pdf has put before and behind it.
        """
        document = Element("Document")
        for root in sorted(roots, key=self._start):
            document.kids += self.visit(root, 0)
        for key, element in self._spans.items():
            found = self.record.annotations.get(key, [])
            element.kids += found
            for link in found:
                link.words = " ".join(element.spoken().split())
        document.pruned()
        fit(document, self._standard)
        return document

    def unclaimed(self) -> list[tuple[nodes.Node, str]]:
        """Return what was drawn for nodes that are not in the tree, which is an error."""
        left = [key for key in self.record.sequences if key not in self._used]
        return [
            (self.record.nodes[key[0]], sequence.text)
            for key in left
            for sequence in self.record.sequences[key]
        ]

    def _start(self, root: nodes.Element) -> tuple[int, int]:
        """Return page and number of the first sequence in *root*."""
        own = {id(node) for node in root.findall()}
        starts = [
            (sequence.page, sequence.mcid)
            for (node, _), found in self.record.sequences.items()
            if node in own
            for sequence in found
        ]
        return min(starts, default=(0, 0))

    # -- Nodes ----------------------------------------------------------------------------

    def visit(self, node: nodes.Node, depth: int) -> list[Element]:
        """Return the elements for *node*; *depth* is how many sections it lies in."""
        # rst2pdf keeps covers and appendices in two trees at once.
        if not isinstance(node, nodes.Element) or id(node) in self._visited:
            return []
        self._visited.add(id(node))
        for kinds, build in self._special():
            if isinstance(node, kinds):
                found = [build(node, depth)]
                break
        else:
            found = self._plain(node, depth)
        for element in found if language_of(node) else ():
            element.language = language_of(node)
        return found

    def _special(self) -> list[tuple[type | tuple[type, ...], Callable[..., Element]]]:
        return [
            (LISTS, self._list),
            (NOTES, self._note),
            (nodes.table, self._table),
            (nodes.title, self._title),
            (nodes.image, self._picture),
            (nodes.reference, self._linked_picture),
            (nodes.line_block, self._lines),
            ((nodes.literal_block, nodes.doctest_block), self._code),
            (nodes.topic, self._topic),
        ]

    def _plain(self, node: nodes.Element, depth: int) -> list[Element]:
        role = role_of(node)
        if role == SILENT:
            return []
        if role == "P" and any(_is_block(child) for child in node.children):
            role = "Div"
        if role not in GROUPS:
            leaf = Element(role, self.content(node))
            if role == "Formula":
                self._describe(leaf, node, node.astext())
            return [leaf]
        kids = self._group(node, depth + (role == "Sect"))
        return kids if role == TRANSPARENT else [Element(role, list(kids))]

    def _group(self, node: nodes.Element, depth: int) -> list[Element]:
        """Return the elements in *node*; first comes what rst2pdf has added, like a title."""
        own = self.content(node)
        kids = [Element("P", own)] if own else []
        for child in node.children:
            kids += self.visit(child, depth)
        return kids

    def _title(self, node: nodes.title, depth: int) -> Element:
        section = isinstance(node.parent, nodes.section)
        return Element(f"H{min(depth, DEEPEST)}" if section else "P", self.content(node))

    def _topic(self, node: nodes.topic, depth: int) -> Element:
        if "contents" not in node["classes"]:
            return Element("Aside", list(self._group(node, depth)))
        heading = Element(f"H{min(depth + 1, DEEPEST)}", self.content(node))
        element = Element("Sect", [heading])
        for child in node.children:
            if isinstance(child, nodes.title):
                heading.kids += self.content(child)
            elif isinstance(child, nodes.bullet_list):
                element.kids.append(self._contents(child))
        return element

    def _contents(self, node: nodes.Element) -> Element:
        element = Element("TOC")
        for item in node.children:
            entry = Element("TOCI", [Element("Reference", self.content(item))])
            element.kids.append(entry)
            entry.kids += [
                self._contents(below)
                for below in item.children
                if isinstance(below, nodes.bullet_list)
            ]
        return element

    def _list(self, node: nodes.Element, depth: int) -> Element:
        other = NUMBERING.get(node.get("enumtype"), self._standard.list_kind)
        kind = "Disc" if isinstance(node, nodes.bullet_list) else other
        element = Element("L")
        if kind:
            element.attributes["List"] = {"ListNumbering": f"/{kind}"}
        element.kids += [self._item(item, depth) for item in _elements_in(node)]
        return element

    def _item(self, node: nodes.Element, depth: int) -> Element:
        label = Element("Lbl")
        own = self.content(node)
        body = Element("LBody", [Element("P", own)] if own else [])
        for child in node.children:
            if isinstance(child, (nodes.term, nodes.classifier, nodes.field_name)):
                label.kids += self.content(child)
            else:
                body.kids += self.visit(child, depth)
        label.kids += self.content(node, LABEL)
        return Element("LI", [label, body])

    def _note(self, node: nodes.Element, depth: int) -> Element:
        self._notes += 1
        label, *rest = node.children
        element = Element(
            "Note", [Element("Lbl", [*self.content(node, LABEL), *self.content(label)])]
        )
        element.identifier = f"note-{self._notes}"
        own = self.content(node)
        element.kids += [Element("P", own)] if own else []
        for child in rest:
            element.kids += self.visit(child, depth)
        return element

    def _table(self, node: nodes.table, depth: int) -> Element:
        return tables.table(node, lambda cell: self._group(cell, depth))

    def _lines(self, node: nodes.line_block, depth: int) -> Element:
        lines = [Element("Span", self.content(line)) for line in node.findall(nodes.line)]
        return Element("P", list(lines))

    def _code(self, node: nodes.Element, depth: int) -> Element:
        return Element("P", [Element("Code", self.content(node))])

    def _picture(self, node: nodes.image, depth: int) -> Element:
        element = Element("Figure", self.content(node))
        self._describe(element, node, node.get("alt", ""))
        return element

    def _linked_picture(self, node: nodes.reference, depth: int) -> Element:
        element = Element("Link", list(self._group(node, depth)))
        for child in node.children:
            self._spans[(id(child), (0, ""))] = element
        return element

    def _describe(self, element: Element, node: nodes.Element, words: str) -> None:
        """Give a picture its description and its place."""
        element.alt = " ".join(words.split())
        boxes = [box for kid in element.kids if (box := getattr(kid, "box", None))]
        element.box = boxes[0] if boxes else None
        if not element.kids and role_of(node) != SILENT:
            self.unheard.append(node)
        elif element.kids and not element.alt:
            self.nameless.append(node)

    # -- Text -----------------------------------------------------------------------------

    def content(self, node: nodes.Node, part: str | None = None) -> list[Element | Sequence]:
        """Return what was drawn for a *part* of *node*: sequences, and spans that hold them."""
        self._used.add((id(node), part))
        kids: list[Element | Sequence] = []
        for sequence in self.record.sequences.get((id(node), part), ()):
            inside = kids
            for key in sequence.path:
                if key not in self._spans:
                    self._spans[key] = self._span(key, sequence)
                    inside.append(self._spans[key])
                inside = self._spans[key].kids
            inside.append(sequence)
        return kids

    def _span(self, key: SpanKey, sequence: Sequence) -> Element:
        """Return the element for a span, as yet empty; *sequence* will be the first in it."""
        address = key[1][1]
        node = node_of_span(self.client, key[1])
        if address.startswith(SAY):
            return Element("Span", actual=address.removeprefix(SAY))
        if node is None:
            is_link = not address.startswith(LINE) and key in self.record.annotations
            return Element("Link" if is_link else "Span")
        if isinstance(node, (nodes.image, nodes.math)):
            element = Element("Figure", box=sequence.box, alt=node.get("alt") or node.astext())
            if not element.alt:
                self.nameless.append(node)
            return element
        assert isinstance(node, nodes.Element)
        role = span_role(self._standard, node)
        element = Element(role, actual=spoken(node), language=language_of(node))
        element.expansion = node.get("explanation")
        return element


def _elements_in(node: nodes.Element) -> list[nodes.Element]:
    return [child for child in node.children if isinstance(child, nodes.Element)]


def _is_block(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Element) and not isinstance(node, nodes.Inline)
