"""Texts made alike before they are compared."""

from __future__ import annotations

STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'})


def squeezed(text: str) -> str:
    """Return *text* without the differences that typesetting makes: curly quotes, gaps."""
    return " ".join(text.translate(STRAIGHT).split())
