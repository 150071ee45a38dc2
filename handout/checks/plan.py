"""What was agreed on: the chapters in their order, what each is for, and what counts as a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from handout.checks.sentences import words_of
from handout.tables import Listed, load_tables

if TYPE_CHECKING:
    from pathlib import Path

CHAPTERS = "source/chapters.toml"
VERBS = "source/verbs.toml"
# Words that may stand in front of what to do, as in "Never drive".
BEFORE = frozenset(["always", "first", "never", "please", "then"])

Text = Annotated[str, Field(min_length=1)]


class Planned(Listed):
    """One chapter of the plan.

    :ivar key_points: it is read from start to end, so it ends with key points.
    :ivar steps: it asks readers to do something, so it has a list of steps or boxes to tick.
    """

    name: Text
    key_points: bool = False
    steps: bool = False


class Verbs(Listed):
    """Words that say what to do; ``about`` tells people where to add one."""

    about: Text
    words: Annotated[list[Text], Field(min_length=1)]


@dataclass(frozen=True)
class Plan:
    """The agreed chapters in their order, and the words (small letters) that say what to do."""

    chapters: list[Planned]
    verbs: frozenset[str]

    def of(self, name: str) -> Planned:
        """Return what was agreed on for chapter *name*; one that is new is to be read through."""
        new = Planned(line=0, name=name, key_points=True)
        return next((chapter for chapter in self.chapters if chapter.name == name), new)

    def says_what_to_do(self, text: str) -> bool:
        """Return whether *text* begins with what to do, as in "Bring a list".

        Told by its first word, so "Call times" passes for "Call us".
        """
        words = [word for word in words_of(text.lower()) if word not in BEFORE]
        return bool(words) and words[0] in self.verbs


def load_plan(root: Path) -> Plan:
    """Return the plan below the project folder *root*.

    :raises HandoutError: one of its files is missing or wrong; all faults in one message.
    """
    groups = load_tables(root, VERBS, "verbs", Verbs)
    verbs = frozenset(word.lower() for group in groups for word in group.words)
    return Plan(load_tables(root, CHAPTERS, "chapter", Planned), verbs)
