"""Finds the element at each place that links lead to, and says which elements refer to which."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from rst2pdf_tagged.elements import Element
from rst2pdf_tagged.record import Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rst2pdf_tagged.record import Record

NOTES = {"Note", "FENote"}
HEADINGS = {f"H{level}" for level in range(1, 7)}
# A link to one of them is a link to what it lies in.
INNER = {"Caption", "Code", "Em", "Lbl", "Link", "Reference", "Span", "Strong"}


class References:
    """What refers to what in one file.

    :param root: the whole tree.
    :param record: what was drawn.
    """

    def __init__(self, root: Element, record: Record) -> None:
        self.root = root
        self.record = record
        self._parents: dict[int, Element] = {}
        owners: dict[tuple[int, int], Element] = {}
        for element in root.walk():
            for kid in element.kids:
                if isinstance(kid, Element):
                    self._parents[id(kid)] = element
                elif isinstance(kid, Sequence):
                    owners[kid.page, kid.mcid] = element
        self._places = sorted(owners)
        self._owners = [owners[place] for place in self._places]

    def target(self, name: str) -> Element:
        """Return the element at the place called *name*: of what was drawn there, or next."""
        if not self._owners:
            return self.root
        number = bisect_left(self._places, self.record.places[name])
        # Behind the last one, it is that.
        element = self._owners[min(number, len(self._owners) - 1)]
        while self._stands_for_parent(element):
            element = self._parents[id(element)]
        return element

    def _stands_for_parent(self, element: Element) -> bool:
        heads = element.role in HEADINGS and self._parents[id(element)].role == "Sect"
        return heads or element.role in INNER

    def connect(self) -> None:
        """Let entries of the contents refer to their sections, and notes to what cites them.

        The latter goes both ways (ISO 14289-2, 8.2.5.8 and 8.2.5.14).
        """
        for link, name in self._links():
            target, entry = self.target(name), self._entry_around(link)
            if entry is not None:
                entry.refers_to(target)
            elif target.role in NOTES:
                link.refers_to(target)
                target.refers_to(link)

    def _links(self) -> Iterator[tuple[Element, str]]:
        """Yield each link inside the file; ReportLab refuses those that lead nowhere."""
        for element in self.root.walk():
            for kid in element.kids:
                name = getattr(getattr(kid, "target", None), "name", None)
                if name in self.record.places:
                    yield element, name

    def _entry_around(self, link: Element) -> Element | None:
        """Return the entry of the contents that *link* lies in."""
        element: Element | None = link
        while element is not None and element.role != "TOCI":
            element = self._parents.get(id(element))
        return element
