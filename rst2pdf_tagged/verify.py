"""Checks a tagged file for what validators of PDF/UA do not see.

``python -m rst2pdf_tagged FILE...`` does the same from the command line.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf

from rst2pdf_tagged.verify_content import PageReader, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Place = tuple[int, int]
# The share of a page, at its top and foot, where running heads and feet stand.
BAND = 0.2
JUNK = {"", "image", "picture", "figure", "photo", "graphic"}
KIDS = {
    "/L": {"/LI", "/L", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/Caption", "/THead", "/TBody", "/TFoot", "/TR"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TR": {"/TH", "/TD"},
    "/TOC": {"/TOCI", "/TOC", "/Caption"},
}


@dataclass(frozen=True)
class Finding:
    """A fault in a file: the page (from 1) if it lies on one, the rule, a plain sentence."""

    page: int | None
    rule: str
    sentence: str


class TaggedFile:
    """What the rules look at: pages, elements, and which element claims which sequence.

    :param pdf: the opened file.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.pages = [PageReader(page).found for page in pdf.pages]
        self.numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        self.elements: list[Any] = []
        self.claims: dict[Place, list[Any]] = {}
        self.objects: dict[tuple[int, int], list[Any]] = {}
        self.places: dict[tuple[int, int], list[Place]] = {}
        self.parents: list[tuple[Any, Any]] = []
        tree = pdf.Root.get("/StructTreeRoot")
        if tree is not None:
            self._walk(tree.K, tree)

    def _walk(self, element: Any, parent: Any) -> None:
        if any(element.objgen == known.objgen for known, _ in self.parents):
            self.parents.append((element, parent))
            return
        self.parents.append((element, parent))
        self.elements.append(element)
        for kid in self._kids(element):
            if isinstance(kid, int) or kid.get("/Type") == "/MCR":
                page = element.Pg if isinstance(kid, int) else kid.Pg
                number = kid if isinstance(kid, int) else int(kid.MCID)
                place = (self.numbers[page.objgen], int(number))
                self.claims.setdefault(place, []).append(element)
                self.places.setdefault(element.objgen, []).append(place)
            elif kid.get("/Type") == "/OBJR":
                self.objects.setdefault(kid.Obj.objgen, []).append(element)
            else:
                self._walk(kid, element)

    @staticmethod
    def _kids(element: Any) -> list[Any]:
        kids = element.get("/K", [])
        return list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    def places_in(self, element: Any) -> list[Place]:
        """Return the sequences of *element* and of all in it, in reading order."""
        found = list(self.places.get(element.objgen, []))
        for kid in self._kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                found += self.places_in(kid)
        return found

    def runs(self, place: Place) -> list[Run]:
        """Return what is painted in the sequence at *place*."""
        return [run for run in self.pages[place[0]].runs if run.mcid == place[1]]

    def words(self, element: Any) -> str:
        """Return what *element* says."""
        said = "".join(run.text for place in self.places_in(element) for run in self.runs(place))
        return " ".join(said.split())


def nesting(file: TaggedFile) -> Iterator[Finding]:
    """Sequences lie beside each other, and all that is painted lies in one."""
    for number, page in enumerate(file.pages, 1):
        for fault in page.faults:
            yield Finding(number, "nesting", fault)
        for run in page.runs:
            if run.mcid is None and run.artifact is None:
                yield Finding(number, "unmarked", f"{run.text or 'a shape'!r} is outside all tags")


def claims(file: TaggedFile) -> Iterator[Finding]:
    """Each sequence is begun once and claimed by one element."""
    for number, page in enumerate(file.pages):
        for mcid, times in Counter(page.begun).items():
            owners = len(file.claims.get((number, mcid), []))
            if times != 1 or owners != 1:
                sentence = f"sequence {mcid} is drawn {times} times and claimed {owners} times"
                yield Finding(number + 1, "claims", sentence)
    for (number, mcid), _ in file.claims.items():
        if mcid not in file.pages[number].begun:
            yield Finding(number + 1, "claims", f"sequence {mcid} is claimed but not drawn")


def parents(file: TaggedFile) -> Iterator[Finding]:
    """From each sequence the parent tree leads to the element that claims it, and back."""
    numbers = parent_tree(file.pdf)
    for (number, mcid), owners in file.claims.items():
        row = numbers.get(int(file.pdf.pages[number].obj.get("/StructParents", -1)))
        found = row[mcid] if isinstance(row, pikepdf.Array) and mcid < len(row) else None
        if found is None or found.objgen != owners[0].objgen:
            yield Finding(number + 1, "parents", f"the parent of sequence {mcid} is another")
    seen = Counter(element.objgen for element, _ in file.parents)
    for element, parent in file.parents:
        if element.P.objgen != parent.objgen or seen[element.objgen] > 1:
            yield Finding(None, "parents", f"an element {element.S} is not where its parent says")


def parent_tree(pdf: pikepdf.Pdf) -> dict[int, Any]:
    """Return the parent tree of *pdf*, by key."""
    numbers: list[Any] = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}


def links(file: TaggedFile) -> Iterator[Finding]:
    """Each link belongs to one element, says its words, and lies over them."""
    numbers = parent_tree(file.pdf)
    for number, page in enumerate(file.pdf.pages):
        for note in page.obj.get("/Annots", []):
            owners = file.objects.get(note.objgen, [])
            if len(owners) != 1 or owners[0].S != "/Link":
                yield Finding(number + 1, "links", "a link belongs to no element, or to several")
                continue
            owner = numbers.get(int(note.get("/StructParent", -1)))
            if owner is None or owner.objgen != owners[0].objgen:
                yield Finding(number + 1, "links", "a link's parent is another element")
            yield from _link_text(file, number, note, owners[0])


def _link_text(file: TaggedFile, number: int, note: Any, owner: Any) -> Iterator[Finding]:
    words = file.words(owner)
    said = " ".join(str(note.get("/Contents", "")).split())
    if words and said != words:
        yield Finding(number + 1, "links", f"the link over {words!r} says {said!r}")
    left, bottom, right, top = (float(value) for value in note.Rect)
    boxes = [
        run.box
        for place in file.places_in(owner)
        if place[0] == number
        for run in file.runs(place)
        if run.box and run.text.strip()
    ]
    middle = [((a + c) / 2, (b + d) / 2) for a, b, c, d in boxes]
    if boxes and not any(left <= x <= right and bottom <= y <= top for x, y in middle):
        yield Finding(number + 1, "links", f"the link {words!r} does not lie over its words")


def artifacts(file: TaggedFile) -> Iterator[Finding]:
    """Text that nobody hears is a running head or foot, a number, or is said elsewhere."""
    heard = "\n".join(
        run.text
        for number, page in enumerate(file.pages)
        for run in page.runs
        if run.mcid is not None and (number, run.mcid) in file.claims
    )
    for number, page in enumerate(file.pages):
        height = float(file.pdf.pages[number].mediabox[3])
        for run in page.runs:
            if run.artifact is None or not run.text.strip() or run.box is None:
                continue
            text = run.text.strip()
            at_edge = not height * BAND < run.box[1] < height * (1 - BAND)
            is_running_line = run.artifact in ("Header", "Footer")
            if not (at_edge if is_running_line else text.isdigit() or text in heard):
                sentence = f"the text {run.text!r} is an artifact, so that nobody hears it"
                yield Finding(number + 1, "artifacts", sentence)


def order(file: TaggedFile) -> Iterator[Finding]:
    """Headings, and the parts of one element, go forward through the pages."""
    last = (0, 0)
    for element in file.elements:
        own = file.places.get(element.objgen, [])
        pages = [page for page, _ in own]
        if pages != sorted(pages):
            yield Finding(pages[0] + 1, "order", f"an element {element.S} goes back a page")
        if str(element.S) in ("/H1", "/H2") and (inside := file.places_in(element)):
            if inside[0][0] < last[0]:
                sentence = f"the heading {file.words(element)!r} is read after one on a later page"
                yield Finding(inside[0][0] + 1, "order", sentence)
            last = inside[0]


def kinds(file: TaggedFile) -> Iterator[Finding]:
    """Elements hold what they may hold; pictures have words; there are headings."""
    for element in file.elements:
        inside = [
            kid
            for kid in file._kids(element)
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
        ]
        allowed = KIDS.get(str(element.S))
        for kid in inside:
            if allowed and str(kid.S) not in allowed:
                yield Finding(None, "kinds", f"a {element.S} holds a {kid.S}")
        alt = str(element.get("/Alt", "")).strip()
        if element.S == "/Figure" and (alt.lower() in JUNK or "." in alt[-5:-1]):
            yield Finding(None, "kinds", f"a picture's words are {alt!r}")
        if element.S == "/P" and file.words(element).startswith("•"):
            yield Finding(None, "kinds", "a list is tagged as paragraphs")
    headings = [element for element in file.elements if str(element.S)[:2] == "/H"]
    with file.pdf.open_outline() as outline:
        if outline.root and not headings:
            yield Finding(None, "kinds", "the file has bookmarks but no headings")


RULES: tuple[Callable[[TaggedFile], Iterator[Finding]], ...] = (
    *(nesting, claims, parents, links, artifacts, order, kinds),
)


def verify(path: Path | str) -> list[Finding]:
    """Return what is wrong with the tagged file at *path*.

    :raises pikepdf.PdfError: it is no PDF.
    """
    with pikepdf.open(path) as pdf:
        file = TaggedFile(pdf)
        if not file.elements:
            return [Finding(None, "untagged", "the file has no tags")]
        return [finding for rule in RULES for finding in rule(file)]
