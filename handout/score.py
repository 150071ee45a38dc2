"""The handout's own score: every item of three lists by which patient materials are judged."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, model_validator

from handout.tables import Listed, load_tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SCORE = "source/score.toml"
# List -> the numbers of its items; PEMAT's 13 and 14 are for sound and film.
SETS: dict[str, list[int]] = {
    "PEMAT-P": [*range(1, 13), *range(15, 27)],
    "CDC CCI": [*range(1, 21)],
    "DISCERN": [*range(1, 17)],
}
# How an item stands: the three kinds, and those that a person has judged.
Outcome = Literal["test", "judged", "person", "none"]
Text = Annotated[str, Field(min_length=1)]
# A test as pytest names it, all its cases together.
Test = Annotated[str, Field(pattern=r"^tests/[\w/]+\.py::test_\w+$")]


class Item(Listed):
    """One item of a list; ``source/score.toml`` says at its top what each entry means."""

    set: Literal["PEMAT-P", "CDC CCI", "DISCERN"]
    number: int
    item: Text
    judged: Literal["test", "person", "none"]
    tests: tuple[Test, ...] = ()
    why: Text | None = None
    by: Text | None = None
    on: date | None = None

    @property
    def name(self) -> str:
        """Return the item as people call it: ``PEMAT-P 11``."""
        return f"{self.set} {self.number}"

    @property
    def outcome(self) -> Outcome:
        """Return how it stands."""
        return "judged" if self.by else self.judged

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.judged == "test" and not self.tests:
            raise ValueError(f"{self.name} names no test; name one, or let a person judge it")
        if self.judged != "test" and not self.why:
            raise ValueError(f'{self.name} does not say why; add a line  why = "..."')
        if self.judged != "person" and (self.by or self.on):
            raise ValueError(f"{self.name} is for no person to judge; remove 'by' and 'on'")
        if bool(self.by) != bool(self.on):
            line = "on = 2026-01-31" if self.by else 'by = "..."'
            raise ValueError(f"{self.name} needs both a name and a day; add a line  {line}")
        return self


def load_score(root: Path) -> list[Item]:
    """Return the items of the three lists, below the project folder *root*, in their order.

    :raises HandoutError: the file is missing or wrong; all of its faults in one message.
    """
    return load_tables(root, SCORE, "item", Item)


def totals(items: Iterable[Item]) -> Counter[Outcome]:
    """Return how many of *items* stand how."""
    return Counter(item.outcome for item in items)
