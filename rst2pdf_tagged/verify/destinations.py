"""Follows links and bookmarks to the page that they lead to (ISO 32000-1, 12.3.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from rst2pdf_tagged.verify.access import entry, is_dictionary, name, text
from rst2pdf_tagged.verify.file import TaggedFile, name_tree

if TYPE_CHECKING:
    from collections.abc import Callable

# What is wrong with an action, by its kind.
ACTIONS: dict[str | None, Callable[[TaggedFile, Any], str | None]] = {
    "URI": lambda file, action: (
        None if (text(entry(action, "/URI")) or "").strip() else "has an empty address"
    ),
    "GoTo": lambda file, action: _place_fault(file, entry(action, "/D")),
    None: lambda file, action: "does nothing",
}


def target_of(link: Any) -> Any:
    """Return the destination of a link or bookmark in this file; else ``None``."""
    place = entry(link, "/Dest")
    return entry(link, "/A", "/D") if place is None else place


def target_fault(file: TaggedFile, link: Any) -> str | None:
    """Return what is wrong with where a link or bookmark leads to, if anything."""
    action, place = entry(link, "/A"), entry(link, "/Dest")
    if place is not None:
        return _place_fault(file, place)
    if action is None:
        return "leads nowhere"
    kind = name(entry(action, "/S"))
    return ACTIONS[kind](file, action) if kind in ACTIONS else None


def _place_fault(file: TaggedFile, place: Any) -> str | None:
    return None if page_of(file, place) is not None else "leads to a place that is not there"


def page_of(file: TaggedFile, place: Any) -> int | None:
    """Return the page (from 0) that a destination is on; ``None`` if it is on none."""
    explicit = explicit_place(file, place)
    page = explicit[0] if explicit else None
    return file.tree.pages.get(page.objgen) if is_dictionary(page) else None


def explicit_place(file: TaggedFile, place: Any) -> list[Any]:
    """Return page, kind and numbers of a destination, which can have a name."""
    if isinstance(place, pikepdf.Name):
        place = entry(file.pdf.Root, "/Dests", str(place))
    elif isinstance(place, pikepdf.String):
        place = name_tree(entry(file.pdf.Root, "/Names", "/Dests")).get(str(place))
    if is_dictionary(place):
        place = entry(place, "/D")
    return list(place) if isinstance(place, pikepdf.Array) else []
