"""A tagged file, read for the rules: its pages, its elements, and how the two belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rst2pdf_tagged.verify.access import Box, box, entry, inherited, integer, is_dictionary, items
from rst2pdf_tagged.verify.content import PageReader
from rst2pdf_tagged.verify.fonts import Fonts
from rst2pdf_tagged.verify.painted import PageContent, Run
from rst2pdf_tagged.verify.roles import PICTURES
from rst2pdf_tagged.verify.shapes import union
from rst2pdf_tagged.verify.tree import Elem, ObjectReference, Place, Tree

if TYPE_CHECKING:
    import pikepdf

# A reader says the letters of a ligature.
LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)
LETTER = (0.0, 0.0, 612.0, 792.0)


@dataclass(frozen=True)
class Finding:
    """A fault in a file: the page (from 1) if it lies on one, the rule, a plain sentence."""

    page: int | None
    rule: str
    sentence: str


@dataclass(frozen=True, eq=False)
class Annotation:
    """An annotation: the page (from 0) that lists it, and its dictionary."""

    page: int
    obj: Any


class TaggedFile:
    """What the rules look at.

    :param pdf: the opened file.
    :ivar pages: what is painted on each page.
    :ivar edges: the box of each page.
    :ivar claims: for each sequence the elements that claim it.
    :ivar owners: for each annotation, by object number, the elements that hold it.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.dictionaries = [page.obj for page in pdf.pages]
        fonts = Fonts()
        self.pages: list[PageContent] = [
            PageReader(page, fonts).found for page in self.dictionaries
        ]
        self.edges = [box(inherited(page, "/MediaBox")) or LETTER for page in self.dictionaries]
        self.tree = Tree(pdf)
        self.elements = self.tree.elements
        self.claims: dict[Place, list[Elem]] = {}
        self.owners: dict[tuple[int, int], list[Elem]] = {}
        for element in self.elements:
            for kid in element.kids:
                if isinstance(kid, Place):
                    self.claims.setdefault(kid, []).append(element)
                elif isinstance(kid, ObjectReference):
                    self.owners.setdefault(kid.target.objgen, []).append(element)
        self.parents = number_tree(entry(self.tree.root, "/ParentTree"))
        self.annotations = list(self._annotations())
        self._first_pages: dict[Elem, int | None] = {}

    def _annotations(self) -> list[Annotation]:
        return [
            Annotation(number, obj)
            for number, page in enumerate(self.dictionaries)
            for obj in items(page.get("/Annots"))
            if is_dictionary(obj)
        ]

    def runs(self, place: Place) -> list[Run]:
        """Return what is painted in a sequence."""
        return self.pages[place.page].runs.get(place.mcid, [])

    def words(self, element: Elem, *, pictures: bool = True) -> str:
        """Return what a reader says for *element*, with or without the *pictures* in it."""
        said: list[str] = []
        left: list[Any] = [element]
        while left:
            found = left.pop()
            if isinstance(found, Place):
                said += [run.text for run in self.runs(found)]
            elif isinstance(found, Elem) and (pictures or found.kind not in PICTURES):
                instead = found.instead()
                left += [instead] if instead else reversed(found.kids)
            elif isinstance(found, str):
                said.append(found)
        return " ".join("".join(said).translate(LIGATURES).split())

    def box_on(self, page: int, element: Elem) -> Box | None:
        """Return the box around what *element* shows on a page."""
        return union(
            [
                run.box
                for place in element.places()
                if place.page == page
                for run in self.runs(place)
                if run.box
            ]
        )

    def first_page(self, element: Elem) -> int | None:
        """Return the page (from 1) on which *element* begins, for messages."""
        if element not in self._first_pages:
            pages = (found.page + 1 for found in element.inside() if isinstance(found, Place))
            self._first_pages[element] = next(pages, None)
        return self._first_pages[element]


def number_tree(root: Any) -> dict[int, Any]:
    """Return the entries of a number tree (ISO 32000-1, 7.9.7), by key."""
    return dict(_entries(root, "/Nums", integer))


def name_tree(root: Any) -> dict[str, Any]:
    """Return the entries of a name tree (ISO 32000-1, 7.9.6), by name."""
    return dict(_entries(root, "/Names", lambda key: str(key) if key is not None else None))


def _entries(root: Any, key: str, read: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    left, seen = [root], set()
    while left:
        node = left.pop()
        if not is_dictionary(node) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        pairs = items(node.get(key))
        read_pairs = zip(map(read, pairs[::2]), pairs[1::2], strict=False)
        found += [(name, value) for name, value in read_pairs if name is not None]
        left += reversed(items(node.get("/Kids")))
    return found
