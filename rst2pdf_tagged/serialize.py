"""Writes the structure tree into the file (ISO 32000-1, 14.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference, PDFString, format

from rst2pdf_tagged.annotations import LinkAnnotation
from rst2pdf_tagged.elements import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rst2pdf_tagged.record import Sequence
    from rst2pdf_tagged.standards import Standard


class Written(PDFObject):
    """An object whose bytes are made when the file is written."""

    __RefOnly__ = 1

    def __init__(self, write: Callable[[], bytes]) -> None:
        self.write = write

    def format(self, document: Any) -> bytes:
        """Return the object as it stands in the file; called by ReportLab."""
        return self.write()


class StructureWriter:
    """Writes one structure tree.

    :param document: ReportLab's document, all of whose pages are there.
    :param standard: says which names its elements have in which namespace.
    """

    def __init__(self, document: Any, standard: Standard) -> None:
        self.document = document
        self.standard = standard
        self.pages = [self._reference(page) for page in document.Pages.pages]
        self._references: dict[int, PDFObjectReference] = {}
        self._numbers: dict[int, bytes] = {}
        # For each page, the elements that its sequences belong to, by their numbers.
        self._claims: list[dict[int, bytes]] = [{} for _ in self.pages]
        self._owners: list[bytes] = []
        self._named: list[tuple[str, bytes]] = []
        self._namespace = self._add_namespace()

    def write(self, root: Element) -> PDFObjectReference:
        """Write the tree below *root*; return what the catalog refers to."""
        top = self._add(lambda: self._root(root))
        self._number_all(root, self._bytes(top))
        return top

    def reference_to(self, element: Element) -> PDFObjectReference:
        """Return what in the file refers to *element*, which is in the tree."""
        return self._references[id(element)]

    def _add_namespace(self) -> bytes:
        """Write the namespace (ISO 32000-2, 14.7.4.2); return what refers to it, if anything."""
        if self.standard.namespace is None:
            return b""
        name = self._bytes(PDFString(self.standard.namespace))
        return self._bytes(self._add(lambda: b"<</Type/Namespace/NS %s>>" % name))

    def _add(self, write: Callable[[], bytes]) -> PDFObjectReference:
        return self.document.Reference(Written(write))

    def _bytes(self, value: Any) -> bytes:
        written: bytes = format(value, self.document)
        return written

    def _reference(self, value: Any) -> bytes:
        return self._bytes(self.document.Reference(value))

    def _number_all(self, root: Element, parent: bytes) -> None:
        """Give *root* and all in it numbers, and note what each of them holds."""

        def write() -> bytes:
            return self._element(root, parent)

        self._references[id(root)] = self._add(write)
        own = self._numbers[id(root)] = self._bytes(self._references[id(root)])
        if root.identifier:
            self._named.append((root.identifier, own))
        for kid in root.kids:
            if isinstance(kid, Element):
                self._number_all(kid, own)
            elif isinstance(kid, LinkAnnotation):
                # Keys up to the number of pages belong to the pages.
                kid.parent_key = len(self.pages) + len(self._owners)
                self._owners.append(own)
            else:
                self._claims[kid.page][kid.mcid] = own

    def _root(self, root: Element) -> bytes:
        known = self.standard.role_map.items()
        roles = b" ".join(f"/{name}/{role}".encode() for name, role in known)
        parts = [b"<</Type/StructTreeRoot/K", self._numbers[id(root)], b"/RoleMap<<", roles, b">>"]
        parts += [b"/ParentTree", self._bytes(self._add(self._parent_tree))]
        parts.append(b"/ParentTreeNextKey %d" % (len(self.pages) + len(self._owners)))
        if self._namespace:
            parts += [b"/Namespaces [", self._namespace, b"]"]
        if self._named:
            parts += [b"/IDTree", self._bytes(self._add(self._names))]
        return b" ".join([*parts, b">>"])

    def _parent_tree(self) -> bytes:
        numbers = [
            b"%d [%s]" % (page, b" ".join(claims[mcid] for mcid in sorted(claims)))
            for page, claims in enumerate(self._claims)
        ]
        start = len(self.pages)
        numbers += [b"%d %s" % (start + i, owner) for i, owner in enumerate(self._owners)]
        return b"<</Nums [" + b"\n".join(numbers) + b"]>>"

    def _names(self) -> bytes:
        entries = [self._bytes(PDFString(name)) + b" " + own for name, own in sorted(self._named)]
        first, last = (self._bytes(PDFString(name)) for name in _limits(self._named))
        names = b"\n".join(entries)
        kid = self._add(lambda: b"<</Limits [%s %s]/Names [%s]>>" % (first, last, names))
        return b"<</Kids [%s]>>" % self._bytes(kid)

    def _element(self, element: Element, parent: bytes) -> bytes:
        pages = [kid.page for kid in element.kids if not isinstance(kid, Element)]
        page = pages[0] if pages else None
        parts = [f"<</Type/StructElem/S/{element.role}/P ".encode(), parent]
        if element.role in self.standard.members:
            parts += [b"/NS", self._namespace]
        if page is not None:
            parts += [b"/Pg", self.pages[page]]
        parts += [b"/K [", b" ".join(self._kid(kid, page) for kid in element.kids), b"]"]
        parts += self._texts(element)
        if element.refs:
            parts += [b"/Ref [", b" ".join(self._numbers[id(e)] for e in element.refs), b"]"]
        if attributes := list(self._attributes(element)):
            parts += [b"/A [", *attributes, b"]"]
        return b" ".join([*parts, b">>"])

    def _kid(self, kid: Element | Sequence | LinkAnnotation, page: int | None) -> bytes:
        if isinstance(kid, Element):
            return self._numbers[id(kid)]
        if isinstance(kid, LinkAnnotation):
            place = b"/Pg %s/Obj %s" % (self.pages[kid.page], self._reference(kid))
            return b"<</Type/OBJR" + place + b">>"
        if kid.page == page:
            return b"%d" % kid.mcid
        return b"<</Type/MCR/Pg %s/MCID %d>>" % (self.pages[kid.page], kid.mcid)

    def _texts(self, element: Element) -> list[bytes]:
        texts = {
            "Alt": element.alt,
            "ActualText": element.actual,
            "E": element.expansion,
            "Lang": element.language,
            "ID": element.identifier,
        }
        return [
            f"/{name} ".encode() + self._bytes(PDFString(text))
            for name, text in texts.items()
            if text
        ]

    def _attributes(self, element: Element) -> Iterable[bytes]:
        owners = dict(element.attributes)
        if element.box:
            numbers = " ".join(f"{number:.2f}" for number in element.box)
            owners["Layout"] = {"BBox": f"[{numbers}]"}
        for owner, values in owners.items():
            pairs = " ".join(f"/{name} {value}" for name, value in values.items())
            yield f"<</O/{owner} {pairs}>>".encode()


def _limits(named: list[tuple[str, bytes]]) -> tuple[str, str]:
    names = sorted(name for name, _ in named)
    return names[0], names[-1]
