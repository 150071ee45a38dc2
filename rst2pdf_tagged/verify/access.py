"""Reads values out of a PDF's objects without trusting that they are what they should be.

Each function returns what it was asked for, or nothing (``None``, an empty list) if
something else stands there: what that means is for the rules to say.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeGuard

import pikepdf

Box = tuple[float, float, float, float]
BOX_LENGTH = 4


def is_dictionary(value: Any) -> TypeGuard[pikepdf.Object]:
    """Return whether *value* has entries; a stream has them too."""
    return isinstance(value, (pikepdf.Dictionary, pikepdf.Stream))


def entry(holder: Any, *keys: str) -> Any:
    """Return what stands under *keys*, one below the other, in a dictionary; else ``None``."""
    for key in keys:
        # To look first takes a fifth of the time that it takes to be told that nothing is there.
        holder = holder[key] if is_dictionary(holder) and key in holder else None
    return holder


def inherited(page: Any, key: str) -> Any:
    """Return a page's entry, or that of the nearest node above it in the tree of pages."""
    seen: set[tuple[int, int]] = set()
    while is_dictionary(page) and page.objgen not in seen:
        if (value := page.get(key)) is not None:
            return value
        seen.add(page.objgen)
        page = page.get("/Parent")
    return None


def items(value: Any) -> list[Any]:
    """Return the members of an array; what is no array is its own only member."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def integer(value: Any) -> int | None:
    """Return a whole number."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def number(value: Any) -> float | None:
    """Return a number."""
    is_number = isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)
    return float(value) if is_number else None


def text(value: Any) -> str | None:
    """Return the characters of a string."""
    return str(value) if isinstance(value, (str, pikepdf.String)) else None


def name(value: Any) -> str | None:
    """Return a name without its slash."""
    return str(value)[1:] if isinstance(value, pikepdf.Name) else None


def box(value: Any) -> Box | None:
    """Return a rectangle in points: left, bottom, right, top."""
    numbers = [number(member) for member in items(value)]
    if len(numbers) != BOX_LENGTH or None in numbers:
        return None
    a, b, c, d = (value or 0.0 for value in numbers)
    return min(a, c), min(b, d), max(a, c), max(b, d)
