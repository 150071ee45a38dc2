"""Rules about elements: what they are, what they hold, and what a reader needs of each."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from rst2pdf_tagged.verify.access import box, entry, name, text
from rst2pdf_tagged.verify.file import Finding, TaggedFile, name_tree
from rst2pdf_tagged.verify.roles import HOLDERS, KIDS, LEAVES, MAY_STAND_IN_LINE, NOTES
from rst2pdf_tagged.verify.shapes import overlap
from rst2pdf_tagged.verify.tree import Elem

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words that say nothing about a picture, and names of files.
JUNK = re.compile(r"(image|picture|figure|photo|graphic|drawing|img)?[\s\d._-]*|\S+\.[a-z]{3,4}")
# What a list's labels look like, by their numbering (ISO 32000-1, table 347).
BULLETS = {"Disc", "Circle", "Square"}
LABELS = {
    "Decimal": re.compile(r"\W*\d+\W*"),
    "LowerAlpha": re.compile(r"\W*[a-z]{1,2}\W*"),
    "UpperAlpha": re.compile(r"\W*[A-Z]{1,2}\W*"),
    "LowerRoman": re.compile(r"\W*[ivxlcdm]+\W*"),
    "UpperRoman": re.compile(r"\W*[IVXLCDM]+\W*"),
}
BULLET = re.compile(r"[•‣◦▪·*+-]")
NUMBERED = re.compile(r"\(?(\d+|[a-zA-Z])[.)]")


def kinds(file: TaggedFile) -> Iterator[Finding]:
    """Check that elements are of known kinds and hold what they may hold."""
    for fault in file.tree.faults:
        yield Finding(None, "kinds", fault)
    for element in file.elements:
        page = file.first_page(element)
        standard = file.tree.standard(element.obj)
        if name(entry(element.obj, "/Type")) not in ("StructElem", None):
            yield Finding(page, "kinds", f"an element {element.role} says that it is none")
        if element.kind not in standard:
            yield Finding(page, "kinds", f"no reader knows an element {element.role}")
        elif element.role in standard and file.tree.mapped(element.role, element.obj):
            yield Finding(page, "kinds", f"the role map makes {element.role} something else")
        for kid in element.own_elements():
            if not _may_hold(element, kid):
                yield Finding(page, "kinds", f"an element {element.role} holds a {kid.role}")
    for top in file.tree.top:
        if top.kind != "Document":
            yield Finding(None, "kinds", f"the tree begins with a {top.role}, not a Document")


def _may_hold(element: Elem, kid: Elem) -> bool:
    if kid.kind == "Caption" and len(element.own_elements()) == 1:
        return False
    holders = HOLDERS.get(kid.kind)
    if holders is not None:
        return element.kind in holders
    if element.kind in LEAVES:
        return kid.kind in MAY_STAND_IN_LINE
    return kid.kind in KIDS.get(element.kind, {kid.kind})


def empty(file: TaggedFile) -> Iterator[Finding]:
    """Check that only cells of tables may stand empty."""
    for element in file.elements:
        if not element.kids and element.kind not in ("TD", "TH", "TR"):
            yield Finding(None, "empty", f"an element {element.role} is empty")


def headings(file: TaggedFile) -> Iterator[Finding]:
    """Check that headings begin with the first level and skip none."""
    deepest = 0
    for element in file.elements:
        if re.fullmatch(r"H\d+", element.kind) is None:
            continue
        level = int(element.kind[1:])
        if level > deepest + 1:
            sentence = f"the heading {file.words(element)!r} skips a level: {element.role}"
            yield Finding(file.first_page(element), "headings", sentence)
        deepest = level


def lists(file: TaggedFile) -> Iterator[Finding]:
    """Check that lists say how they are numbered; items have a body."""
    for element in file.elements:
        page = file.first_page(element)
        below = [kid.kind for kid in element.own_elements()]
        if element.kind == "LI" and "LBody" not in below:
            yield Finding(page, "lists", f"the item {file.words(element)[:40]!r} has no body")
        if element.kind == "L" and (fault := _numbering_fault(file, element)):
            yield Finding(page, "lists", fault)


def _numbering_fault(file: TaggedFile, element: Elem) -> str | None:
    labels = [
        file.words(label)
        for item in element.own_elements()
        for label in item.own_elements()
        if item.kind == "LI" and label.kind == "Lbl"
    ]
    numbering = name(element.attribute("List", "/ListNumbering")) or "None"
    if numbering in LABELS:
        wrong = [label for label in labels if not LABELS[numbering].fullmatch(label)]
    elif numbering in BULLETS:
        wrong = [label for label in labels if NUMBERED.fullmatch(label)]
    else:
        wrong = [label for label in labels if BULLET.fullmatch(label) or NUMBERED.fullmatch(label)]
    return f"a list with labels like {wrong[0]!r} says {numbering}" if wrong else None


def pictures(file: TaggedFile) -> Iterator[Finding]:
    """Check that pictures say what they show and where they are."""
    for element in file.elements:
        if element.kind not in ("Figure", "Formula"):
            continue
        page = file.first_page(element)
        said = (element.instead() or "").strip()
        if element.kind == "Figure" and JUNK.fullmatch(said.lower()):
            yield Finding(page, "pictures", f"a picture's words are {said!r}")
        elif not said:
            yield Finding(page, "pictures", "a formula has no words")
        place = box(element.attribute("Layout", "/BBox"))
        if element.kind == "Figure" and page is not None and not _is_there(file, element, place):
            yield Finding(page, "pictures", f"the picture {said[:40]!r} does not say where it is")


def _is_there(file: TaggedFile, element: Elem, place: tuple[float, ...] | None) -> bool:
    if place is None or place[0] >= place[2] or place[1] >= place[3]:
        return False
    page = element.places()[0].page
    left, bottom, right, top = place
    whole = (left, bottom, right, top)
    shown = file.box_on(page, element)
    return overlap(whole, file.edges[page]) and (shown is None or overlap(whole, shown))


def notes(file: TaggedFile) -> Iterator[Finding]:
    """Check that notes have a name of their own, which leads to them, and a label."""
    names = name_tree(entry(file.tree.root, "/IDTree"))
    given = Counter(text(entry(e.obj, "/ID")) for e in file.elements if "/ID" in e.obj)
    for element in file.elements:
        identifier = text(entry(element.obj, "/ID"))
        if element.kind in NOTES:
            page = file.first_page(element)
            if identifier is None:
                yield Finding(page, "notes", "a note has no ID")
            if "Lbl" not in [kid.kind for kid in element.own_elements()]:
                yield Finding(page, "notes", "a note has no label")
        if identifier is None:
            continue
        if given[identifier] > 1:
            yield Finding(None, "notes", f"the ID {identifier!r} is given to two elements")
        if file.tree.element_of(names.pop(identifier, None)) is not element:
            yield Finding(None, "notes", f"the ID {identifier!r} does not lead to its element")
    for left in names:
        yield Finding(None, "notes", f"the ID {left!r} leads to no element")
