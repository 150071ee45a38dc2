"""The table of measures: how easy each chapter is to read, beside the limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.checks import readability as most
from handout.checks.address import LEAST_SHARE, share_spoken_to
from handout.checks.length import long_paragraphs
from handout.checks.passive import MOST_SHARE, passive_share
from handout.checks.readability import measure, sentences_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from handout.checks.blocks import Chapter

WHOLE = "whole handout"
# Two lines each: grade without names, words in the longest sentence, paragraphs too long.
HEADINGS = (
    ("", "chapter"),
    ("", "grade"),
    ("no", "names"),
    ("", "SMOG"),
    ("", "ease"),
    ("", "words"),
    ("", "mean"),
    ("long-", "est"),
    ("para-", "graphs"),
    ("", "passive"),
    ("you,", "we"),
)
LIMITS = (
    "limit",
    f"{most.MOST_GRADE_CHAPTER:.1f}",
    "",
    "",
    "",
    "",
    f"{most.MOST_MEAN_WORDS:.1f}",
    f"{most.MOST_WORDS}",
    "0",
    f"{MOST_SHARE:.1%}",
    f"{LEAST_SHARE:.0%}",
)
LIMITS_OF_WHOLE = (
    "limit of the whole",
    f"{most.MOST_GRADE_WHOLE:.1f}",
    "",
    f"{most.MOST_SMOG:.1f}",
    f"{most.LEAST_EASE:.0f}",
)


def measures_table(chapters: list[Chapter], names: Iterable[str] = ()) -> str:
    """Return a table for `make check`: the limits, a line for each chapter, one for the whole.

    :param names: what the second grade leaves out, so that nobody can hide behind long names,
        nor be blamed for them (A14).
    """
    left_out = tuple(names)
    rows = [
        *zip(*HEADINGS, strict=True),
        LIMITS,
        *(_row(one.name, [one], left_out) for one in chapters),
        _row(WHOLE, chapters, left_out),
        LIMITS_OF_WHOLE,
    ]
    filled = [(*row, *[""] * (len(HEADINGS) - len(row))) for row in rows]
    widths = [max(map(len, column)) for column in zip(*filled, strict=True)]
    return "\n".join(_line(row, widths) for row in filled)


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    name, *numbers = cells
    right = [cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True)]
    return "  ".join([name.ljust(widths[0]), *right]).rstrip()


def _row(name: str, chapters: list[Chapter], names: tuple[str, ...]) -> tuple[str, ...]:
    sentences = sentences_in(chapters)
    found = measure(sentences)
    return (
        name,
        f"{found.grade:.1f}",
        f"{measure(sentences, names).grade:.1f}",
        f"{found.smog:.1f}",
        f"{found.ease:.0f}",
        f"{found.words}",
        f"{found.mean:.1f}",
        f"{found.longest}",
        f"{sum(1 for one in chapters for _ in long_paragraphs(one))}",
        f"{passive_share(sentences):.1%}",
        f"{share_spoken_to(sentences):.0%}",
    )
