"""Reads the structure tree of a file (ISO 32000-1, 14.7), whatever state it is in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

from rst2pdf_tagged.verify.access import entry, integer, is_dictionary, items, name, text
from rst2pdf_tagged.verify.roles import NAMESPACES, STANDARD, STANDARD_2

if TYPE_CHECKING:
    from collections.abc import Iterator

# Entries with the text of an element that stands in for what is in it.
INSTEAD = ("/ActualText", "/Alt")


class Place(NamedTuple):
    """A marked sequence: the page (from 0) that it is on, and its number there."""

    page: int
    mcid: int


@dataclass(eq=False)
class ObjectReference:
    """An object that belongs to an element, such as a link's annotation."""

    target: Any


@dataclass(eq=False)
class Elem:
    """A structure element.

    :ivar role: its name as written; ``kind``: what the role map makes of it.
    :ivar classes: the attributes that its classes give it.
    :ivar kids: what is in it, in reading order.
    """

    obj: Any
    role: str
    kind: str
    parent: Elem | None
    classes: list[Any] = field(default_factory=list)
    kids: list[Elem | Place | ObjectReference] = field(default_factory=list)

    def inside(self) -> Iterator[Elem | Place | ObjectReference]:
        """Yield the element and all that is in it, in reading order."""
        left: list[Elem | Place | ObjectReference] = [self]
        while left:
            found = left.pop()
            yield found
            if isinstance(found, Elem):
                left += reversed(found.kids)

    def elements(self) -> Iterator[Elem]:
        """Yield the element and all elements in it, in reading order."""
        return (found for found in self.inside() if isinstance(found, Elem))

    def places(self) -> list[Place]:
        """Return the sequences in it, in reading order."""
        return [found for found in self.inside() if isinstance(found, Place)]

    def references(self) -> list[ObjectReference]:
        """Return the objects that are its own."""
        return [kid for kid in self.kids if isinstance(kid, ObjectReference)]

    def own_elements(self) -> list[Elem]:
        """Return the elements right below it; wrappers that say nothing are looked through."""
        found = []
        for kid in self.kids:
            if isinstance(kid, Elem):
                found += kid.own_elements() if kid.kind == "NonStruct" else [kid]
        return found

    def holder(self) -> Elem | None:
        """Return the element that it is in; wrappers that say nothing are looked through."""
        above = self.parent
        while above is not None and above.kind == "NonStruct":
            above = above.parent
        return above

    def is_in(self, *kinds: str) -> bool:
        """Return whether it is, or is in, an element of one of *kinds*."""
        above: Elem | None = self
        while above is not None:
            if above.kind in kinds:
                return True
            above = above.parent
        return False

    def instead(self) -> str | None:
        """Return the text that is read in place of what is in it."""
        return next((found for key in INSTEAD if (found := text(entry(self.obj, key)))), None)

    def attribute(self, owner: str, key: str) -> Any:
        """Return an attribute; ``None`` if it is not given."""
        for attributes in [*items(entry(self.obj, "/A")), *self.classes]:
            found = entry(attributes, key)
            if found is not None and name(entry(attributes, "/O")) == owner:
                return found
        return None


class Tree:
    """All structure elements of a file.

    :param pdf: the opened file.
    :ivar elements: in reading order.
    :ivar top: those that are in no other.
    :ivar faults: what could not be read as part of a tree.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.root = entry(pdf.Root, "/StructTreeRoot")
        self.pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
        self.is_2 = pdf.pdf_version >= "2.0"
        self.faults: list[str] = []
        self.twice: list[Elem] = []
        self.top: list[Elem] = []
        self._seen: dict[tuple[int, int], Elem] = {}
        self._kinds: dict[str, str] = {}
        self._read()
        self.elements = [element for top in self.top for element in top.elements()]

    def _read(self) -> None:
        """Read the tree; it can be too deep for calls within calls."""
        left: list[tuple[Any, Elem | None]] = [
            (kid, None) for kid in reversed(items(entry(self.root, "/K")))
        ]
        while left:
            obj, parent = left.pop()
            known = self.element_of(obj)
            if known is not None:
                self.twice.append(known)
                continue
            kid = self._kid(obj, parent)
            if kid is None:
                where = f"an element {parent.role}" if parent else "the structure tree"
                self.faults.append(f"{where} holds something that is no content")
                continue
            if parent is not None:
                parent.kids.append(kid)
            if isinstance(kid, Elem):
                self.top += [kid] if parent is None else []
                left += [(below, kid) for below in reversed(items(entry(obj, "/K")))]

    def _kid(self, obj: Any, parent: Elem | None) -> Elem | Place | ObjectReference | None:
        """Return what a member of an element's ``/K`` is; ``None`` if it cannot be one."""
        kind = name(entry(obj, "/Type"))
        if integer(obj) is not None or kind == "MCR":
            return self._place(obj, parent)
        if kind == "OBJR":
            target = entry(obj, "/Obj")
            return ObjectReference(target) if is_dictionary(target) else None
        role = name(entry(obj, "/S"))
        if role is None:
            return None
        element = Elem(obj, role, self._known_kind(role, obj), parent, self._classes(obj))
        self._seen[obj.objgen] = element
        return element

    def _classes(self, obj: Any) -> list[Any]:
        """Return the attributes that an element's classes stand for (ISO 32000-1, 14.7.5.2)."""
        names = [str(found) for found in items(entry(obj, "/C")) if name(found)]
        return [
            attributes
            for found in names
            for attributes in items(entry(self.root, "/ClassMap", found))
        ]

    def _place(self, obj: Any, parent: Elem | None) -> Place | None:
        number = integer(entry(obj, "/MCID")) if is_dictionary(obj) else integer(obj)
        page = entry(obj, "/Pg") or entry(parent.obj if parent else None, "/Pg")
        found = self.pages.get(page.objgen) if is_dictionary(page) else None
        # Sequences in forms (/Stm) are not read.
        if found is None or number is None or number < 0 or entry(obj, "/Stm") is not None:
            return None
        return Place(found, number)

    # -- Roles ----------------------------------------------------------------------------

    def standard(self, obj: Any) -> frozenset[str]:
        """Return the roles that the element *obj* may have without a role map."""
        return STANDARD_2 if text(entry(obj, "/NS", "/NS")) == NAMESPACES[2] else STANDARD

    def _known_kind(self, role: str, obj: Any) -> str:
        """Return the same as :meth:`kind`, asked once for all elements without a namespace."""
        if "/NS" in obj:
            return self.kind(role, obj)
        if role not in self._kinds:
            self._kinds[role] = self.kind(role, obj)
        return self._kinds[role]

    def kind(self, role: str, obj: Any) -> str:
        """Return what a reader takes *role* for; the role itself if no map leads on."""
        known, seen = self.standard(obj), set()
        while role not in known and role not in seen:
            seen.add(role)
            role = self.mapped(role, obj) or role
        return role

    def mapped(self, role: str, obj: Any) -> str | None:
        """Return what the role map of the file, or of a namespace, has for *role*."""
        (found, *_) = items(entry(obj, "/NS", "/RoleMapNS", f"/{role}")) or [None]
        # The file's own map is for elements of PDF 1.7, and for readers that know no other.
        is_older = self.standard(obj) is STANDARD
        older = entry(self.root, "/RoleMap", f"/{role}") if is_older else None
        return name(found) or name(older)

    def element_of(self, obj: Any) -> Elem | None:
        """Return the element that the object *obj* is, if it is in the tree."""
        return self._seen.get(obj.objgen) if is_dictionary(obj) and obj.is_indirect else None
