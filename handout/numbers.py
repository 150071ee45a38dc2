"""Numbers that chapters may state without a claim: of people pictures, and mere counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field

from handout.tables import Listed, load_tables

if TYPE_CHECKING:
    from pathlib import Path

PICTURES, COUNTS = "source/numbers.toml", "source/counts.toml"
Text = Annotated[str, Field(min_length=1)]


class Group(BaseModel):
    """The people of one treatment, of 100; ``source/numbers.toml`` says what each entry means."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    label: Text
    of_100: int
    note: Text
    harm: bool = False
    rest: bool = False
    also_of_100: int | None = None
    also_note: Text | None = None


class PeoplePicture(Listed):
    """The numbers of one picture of 100 people; its claim is the study that ``source`` names."""

    id: Text
    source: Text
    question: Text
    who: Text
    caution: Text
    one_grid: bool = False
    groups: Annotated[list[Group], Field(min_length=1)]


class Count(Listed):
    """Words with a number that states nothing medical; see the top of ``source/counts.toml``."""

    chapter: Text
    words: Text
    why: Text


def load_pictures(root: Path) -> list[PeoplePicture]:
    """Return the people pictures of the project folder *root*.

    :raises HandoutError: the list is missing or wrong; all of its faults in one message.
    """
    return load_tables(root, PICTURES, "figure", PeoplePicture)


def load_counts(root: Path) -> list[Count]:
    """Return the counts of the project folder *root*.

    :raises HandoutError: the list is missing or wrong; all of its faults in one message.
    """
    return load_tables(root, COUNTS, "count", Count)
