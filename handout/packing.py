"""Runs of parts that must not be parted, and where among them a picture may stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import dropwhile, pairwise, product
from typing import TYPE_CHECKING

from reportlab.platypus import Spacer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlab.platypus import Flowable

# Added for columns of which the left one is the shorter, which looks like a mistake (points).
UNEVEN_COST = 0.01
# How many runs of text may come before a picture that stood in front of them.
MOST_LATER = 4


@dataclass(frozen=True)
class Size:
    """The room that a run of parts takes, in points, without the space around it.

    :ivar empty: how much of its height is spacers at its top, which nobody needs at the top
        of a column.
    """

    height: float
    before: float
    after: float
    empty: float = 0


def without_spacers(parts: list[Flowable]) -> list[Flowable]:
    """Return *parts* without the spacers that they begin with."""
    return list(dropwhile(lambda part: isinstance(part, Spacer), parts))


def heights(sizes: list[Size]) -> list[float]:
    """Return how high the first 0, 1, 2 ... of the *sizes* are below each other in a column."""
    found, gap = [0.0], 0.0
    for number, size in enumerate(sizes):
        room = max(gap, size.before) if number else -size.empty
        found.append(found[-1] + size.height + room)
        gap = size.after
    return found


def heights_of_rest(sizes: list[Size]) -> list[float]:
    """Return how high the *sizes* are without the first 0, 1, 2 ... of them in a column."""
    found, below, gap = [0.0], 0.0, 0.0
    for number, size in enumerate(reversed(sizes)):
        below += size.height + (max(gap, size.after) if number else 0)
        found.append(below - size.empty)
        gap = size.before
    return found[::-1]


def levelled(sizes: list[Size]) -> tuple[float, int]:
    """Return the height of two columns that are as level as can be.

    :returns: the height of the taller one, and how many of the *sizes* are in the left one.
    """
    sides = zip(heights(sizes), heights_of_rest(sizes), strict=True)
    taller = [one if one >= other else other + UNEVEN_COST for one, other in sides]
    return min(taller), taller.index(min(taller))


def kept_together(parts: Iterable[Flowable]) -> Iterator[list[Flowable]]:
    """Yield runs of parts that must not be parted, such as a heading and what follows."""
    stack: list[Flowable] = []
    for part in parts:
        stack.append(part)
        if not part.getKeepWithNext():
            yield stack
            stack = []
    if stack:
        yield stack


def floats(stack: list[Flowable]) -> bool:
    """Return whether *stack* holds a picture, which may stand a little later than its text."""
    return any(getattr(part, "floats", False) for part in stack)


def is_wide(stack: list[Flowable]) -> bool:
    """Return whether any part of *stack* asks for the whole width of the page."""
    return any(getattr(part, "full_width", False) for part in stack)


def closes(stack: list[Flowable]) -> bool:
    """Return whether *stack* sums up its chapter, whose pictures stand before it."""
    return any(getattr(part, "closes", False) for part in stack)


def continues(stack: list[Flowable]) -> bool:
    """Return whether *stack* goes on with a list or paragraph that has begun before it."""
    return any(getattr(part, "continues", False) for part in stack)


def flat(stacks: Iterable[list[Flowable]]) -> list[Flowable]:
    """Return the parts of all *stacks*."""
    return [part for stack in stacks for part in stack]


def after_what_continues(
    picture: list[Flowable], parts: list[Flowable]
) -> tuple[list[Flowable], list[Flowable]]:
    """Return *picture* behind what goes on with a list, lest it tears it apart, and the rest."""
    stacks = list(kept_together(parts))
    count = next((n for n, stack in enumerate(stacks) if not continues(stack)), len(stacks))
    return [*flat(stacks[:count]), *picture], flat(stacks[count:])


def untorn(now: list[Flowable], later: list[Flowable]) -> tuple[list[Flowable], list[Flowable]]:
    """Return what is on this page and on later ones so that no picture tears a list apart.

    A list that would go on behind a picture at the top of the next page begins behind it.
    """
    ends, stacks = list(kept_together(now)), list(kept_together(later))
    count = next((n for n, stack in enumerate(stacks) if not floats(stack)), len(stacks))
    pictures, rest = flat(stacks[:count]), flat(stacks[count:])
    while pictures and ends and continues(next(kept_together(rest), [])):
        rest = [*ends.pop(), *rest]
    return (flat(ends), [*pictures, *rest]) if ends else (now, later)


def orders(stacks: list[list[Flowable]]) -> Iterator[tuple[int, list[list[Flowable]]]]:
    """Yield each order in which pictures stand where they are or a little later.

    :returns: by how many runs of text pictures come later in all, least first, and the order.
    """
    text = [stack for stack in stacks if not floats(stack)]
    pictures = [stack for stack in stacks if floats(stack)]
    first = [
        sum(not floats(before) for before in stacks[:number])
        for number, stack in enumerate(stacks)
        if floats(stack)
    ]
    possible = product(*(_places(start, text) for start in first))
    in_order = (p for p in possible if all(one <= other for one, other in pairwise(p)))
    for places in sorted(in_order, key=sum):
        yield sum(places) - sum(first), _merged(text, pictures, places)


def _places(start: int, text: list[list[Flowable]]) -> list[int]:
    """Return before which runs of *text* a picture may stand: where it is, or later."""
    later = range(start + 1, min(start + MOST_LATER, len(text)) + 1)
    return [start, *(place for place in later if not continues(flat(text[place : place + 1])))]


def _merged(
    text: list[list[Flowable]], pictures: list[list[Flowable]], places: tuple[int, ...]
) -> list[list[Flowable]]:
    """Return *text* with each of the *pictures* in front of the run that its place names."""
    merged: list[list[Flowable]] = []
    for number in range(len(text) + 1):
        standing = zip(pictures, places, strict=True)
        merged += [picture for picture, place in standing if place == number]
        merged += text[number : number + 1]
    return merged
