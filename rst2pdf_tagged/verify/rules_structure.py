"""Rules about elements: what they are, what they hold, and what a reader needs of each."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from rst2pdf_tagged.verify.access import entry, name, text
from rst2pdf_tagged.verify.file import Finding, TaggedFile, name_tree
from rst2pdf_tagged.verify.roles import HOLDERS, KIDS, LEAVES, MAY_STAND_IN_LINE, NOTES, PICTURES
from rst2pdf_tagged.verify.tree import Elem

if TYPE_CHECKING:
    from collections.abc import Iterator

# What may have a caption.
CAPTIONED = {*PICTURES, "Table", "L", "TOC", "Code"}
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
    if kid.kind == "Caption" and not _has_what_is_captioned(element):
        return False
    holders = HOLDERS.get(kid.kind)
    if holders is not None:
        return element.kind in holders
    if element.kind in LEAVES:
        return kid.kind in MAY_STAND_IN_LINE
    return kid.kind in KIDS.get(element.kind, {kid.kind})


def _has_what_is_captioned(element: Elem) -> bool:
    return element.kind in CAPTIONED or any(kid.kind in CAPTIONED for kid in element.elements())


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
    """Check that lists say how they are numbered, and that items are a label and a body."""
    for element in file.elements:
        page = file.first_page(element)
        below = Counter(kid.kind for kid in element.own_elements())
        # A field without a text is a label and nothing else.
        is_label = below == {"Lbl": 1} and len(element.kids) == 1
        if element.kind == "LI" and (below["LBody"] != 1 or below["Lbl"] > 1) and not is_label:
            item = file.words(element)[:40]
            yield Finding(page, "lists", f"the item {item!r} has {below['LBody']} bodies")
        if element.kind == "L" and (fault := _numbering_fault(file, element)):
            yield Finding(page, "lists", fault)
        for one, other in pairwise(element.own_elements()):
            if one.kind == other.kind == "L" and _counts_on(file, one, other):
                yield Finding(page, "lists", "a numbered list is two lists")


def _labels(file: TaggedFile, element: Elem) -> list[str | None]:
    """Return the label of each item of a list; ``None`` for one that has none."""
    items = [item for item in element.own_elements() if item.kind == "LI"]
    labels = [[kid for kid in item.own_elements() if kid.kind == "Lbl"] for item in items]
    return [file.words(found[0]) if found else None for found in labels]


def _counts_on(file: TaggedFile, one: Elem, other: Elem) -> bool:
    """Return whether the list *other* goes on counting where the list *one* has ended."""
    last, first = _labels(file, one)[-1:], _labels(file, other)[:1]
    digits = [re.fullmatch(r"\W*(\d+)\W*", label or "") for label in (*last, *first)]
    numbers = [int(found[1]) for found in digits if found]
    return len(numbers) == len([one, other]) and numbers[1] == numbers[0] + 1


def _numbering_fault(file: TaggedFile, element: Elem) -> str | None:
    labels = _labels(file, element)
    if None in labels and any(labels):
        return "some items of a list have labels and some have none"
    numbering = name(element.attribute("List", "/ListNumbering")) or "None"
    if numbering in LABELS:
        wrong = [label for label in labels if not LABELS[numbering].fullmatch(label or "")]
    elif numbering in BULLETS:
        wrong = [label for label in labels if label and NUMBERED.fullmatch(label)]
    else:
        told = [label for label in labels if label]
        wrong = [label for label in told if BULLET.fullmatch(label) or NUMBERED.fullmatch(label)]
    return f"a list with labels like {wrong[0]!r} says {numbering}" if wrong else None


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
