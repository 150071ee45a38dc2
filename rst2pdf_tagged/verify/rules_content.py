"""Rules about marked content: all that is painted is somebody's, once, and both sides agree."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pikepdf

from rst2pdf_tagged.verify.access import entry, integer, is_dictionary
from rst2pdf_tagged.verify.file import Finding, TaggedFile
from rst2pdf_tagged.verify.tree import Place

if TYPE_CHECKING:
    from collections.abc import Iterator


def nesting(file: TaggedFile) -> Iterator[Finding]:
    """Check that sequences lie beside each other, inside or outside of text objects."""
    for number, page in enumerate(file.pages, 1):
        for fault in page.faults:
            yield Finding(number, "nesting", fault)


def unmarked(file: TaggedFile) -> Iterator[Finding]:
    """Check that all that is painted lies in a sequence or an artifact."""
    for number, page in enumerate(file.pages, 1):
        for run in page.runs.get(None, []):
            is_white = bool(run.text) and not run.text.strip()
            if run.artifact is None and not is_white:
                yield Finding(number, "unmarked", f"{run.text or 'a shape'!r} is outside all tags")


def claims(file: TaggedFile) -> Iterator[Finding]:
    """Check that each sequence is begun once and claimed by one element."""
    for number, page in enumerate(file.pages):
        for mcid, times in Counter(page.begun).items():
            owners = len(file.claims.get(Place(number, mcid), []))
            if times != 1 or owners != 1:
                sentence = f"sequence {mcid} is drawn {times} times and claimed {owners} times"
                yield Finding(number + 1, "claims", sentence)
    for place in file.claims:
        if place.mcid not in file.pages[place.page].begun:
            yield Finding(place.page + 1, "claims", f"sequence {place.mcid} is claimed, not drawn")


def parents(file: TaggedFile) -> Iterator[Finding]:
    """Check that the tree's members know their parents, and no element stands in two places."""
    for element in file.elements:
        above = element.parent.obj if element.parent else file.tree.root
        known = entry(element.obj, "/P")
        if not is_dictionary(known) or known.objgen != above.objgen:
            page = file.first_page(element)
            yield Finding(page, "parents", f"an element {element.role} is not where it says")
    for element in file.tree.twice:
        page = file.first_page(element)
        yield Finding(page, "parents", f"an element {element.role} stands in two places")


def parent_tree(file: TaggedFile) -> Iterator[Finding]:
    """Check that the parent tree leads from each sequence to the element that claims it."""
    keys = [integer(page.get("/StructParents")) for page in file.dictionaries]
    for known, times in Counter(key for key in keys if key is not None).items():
        if times > 1:
            yield Finding(keys.index(known) + 1, "parents", f"{times} pages have one key, {known}")
    if list(file.parents) != sorted(file.parents):
        yield Finding(None, "parents", "the parent tree is not sorted, so searches in it fail")
    for place, owners in file.claims.items():
        key = keys[place.page]
        row = file.parents.get(key) if key is not None else None
        if file.tree.element_of(_member(row, place.mcid)) is not owners[0]:
            sentence = f"the parent of sequence {place.mcid} is another"
            yield Finding(place.page + 1, "parents", sentence)
    yield from _next_key(file)


def _member(row: Any, mcid: int) -> Any:
    return row[mcid] if isinstance(row, pikepdf.Array) and mcid < len(row) else None


def _next_key(file: TaggedFile) -> Iterator[Finding]:
    following = integer(entry(file.tree.root, "/ParentTreeNextKey"))
    if file.parents and (following is None or following <= max(file.parents)):
        yield Finding(None, "parents", "ParentTreeNextKey is missing or is taken")
