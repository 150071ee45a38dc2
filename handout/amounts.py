"""Lengths of time as readers say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handout.labels import Table


def in_words(minutes: int, words: Table) -> str:
    """Return a number of *minutes* in words: ``6 hours``, ``30 minutes``.

    :param words: the table "amount" of the build's own words.
    """
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(words["hour" if hours == 1 else "hours"].format(number=hours))
    if rest or not hours:
        parts.append(words["minute" if rest == 1 else "minutes"].format(number=rest))
    return words["and"].join(parts)
