"""Structure elements, before they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rst2pdf_tagged.annotations import LinkAnnotation
from rst2pdf_tagged.record import Box, Sequence

# Elements that may stand empty: the cells of a table.
MAY_BE_EMPTY = frozenset({"TR", "TH", "TD"})


@dataclass
class Element:
    """A structure element (ISO 32000-1, 14.7.2).

    :ivar kids: what is in it, in reading order.
    :ivar alt: what a picture shows; ``actual``: words to be read in place of what is shown.
    :ivar expansion: the words that an abbreviation stands for.
    :ivar attributes: name and value of its attributes, as they stand in the file, by owner.
    :ivar refs: the elements that it refers to.
    """

    role: str
    kids: list[Element | Sequence | LinkAnnotation] = field(default_factory=list)
    alt: str | None = None
    actual: str | None = None
    expansion: str | None = None
    language: str | None = None
    identifier: str | None = None
    box: Box | None = None
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    refs: list[Element] = field(default_factory=list, repr=False, compare=False)

    def pruned(self) -> Element | None:
        """Return the element without empty ones in it; nothing if it is empty itself."""
        self.kids = [
            kid for kid in self.kids if not isinstance(kid, Element) or kid.pruned() is not None
        ]
        return self if self.kids or self.role in MAY_BE_EMPTY else None

    def refers_to(self, other: Element) -> None:
        """Note that the element refers to *other*."""
        if not any(known is other for known in self.refs):
            self.refs.append(other)

    def walk(self) -> Iterator[Element]:
        """Yield the element and all in it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def spoken(self) -> str:
        """Return what a reader says for the element."""
        if self.actual or self.alt:
            return self.actual or self.alt or ""
        parts: list[str] = [
            kid.spoken() if isinstance(kid, Element) else getattr(kid, "text", "")
            for kid in self.kids
        ]
        return "".join(parts)
