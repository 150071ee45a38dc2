"""The lists of words that checks look for: data beside the chapters, and how a word is found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from handout.tables import Listed, load_tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

HARD_WORDS = "source/hard-words.toml"
MEDICAL_WORDS = "source/medical-words.toml"
ACRONYMS = "source/acronyms.toml"
NAMES = "source/names.toml"
Text = Annotated[str, Field(min_length=1)]
Words = Annotated[list[Text], Field(min_length=1)]


class Swap(Listed):
    """Words that readers stumble over, and what to say instead."""

    hard: Words
    instead: Text
    why: Text | None = None


class Acronym(Listed):
    """Capitals that need no long form, and why."""

    short: Annotated[str, Field(pattern=r"^[A-Z]{2,}$")]
    why: Text


class Name(Listed):
    """A name that nobody can make shorter: of a drug, an illness or an authority."""

    name: Text


@dataclass(frozen=True)
class WordLists:
    """All lists.

    :ivar hard: everyday words for hard ones; :ivar medical: words that only professionals know.
    :ivar acronyms: those that need no long form; :ivar names: what cannot be made shorter.
    """

    hard: list[Swap]
    medical: list[Swap]
    acronyms: frozenset[str]
    names: tuple[str, ...]


def load_word_lists(root: Path) -> WordLists:
    """Return the lists below the project folder *root*.

    :raises HandoutError: one is missing or wrong; all of its faults in one message.
    """
    return WordLists(
        load_tables(root, HARD_WORDS, "word", Swap),
        load_tables(root, MEDICAL_WORDS, "word", Swap),
        frozenset(one.short for one in load_tables(root, ACRONYMS, "acronym", Acronym)),
        tuple(one.name for one in load_tables(root, NAMES, "name", Name)),
    )


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of *words* in a sentence, with their plurals and verb forms."""
    return _pattern(tuple(words))


@lru_cache(maxsize=1024)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    # The longest first: "Food and Drug Administration" before "drug".
    forms = map(_forms, sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms) or '(?!)'})(?![\w-])", re.IGNORECASE)


def _forms(word: str) -> str:
    """Return the regular expression of a word or phrase, at the end of which a form may differ."""
    written = re.escape(word).replace(r"\ ", r"\s+").replace("'", "['\u2019]")
    if word.endswith("e"):
        return f"{written[:-1]}(?:e|es|ed|ing)"
    if re.search("[^aeiou]y$", word):
        return f"{written[:-1]}(?:y|ies|ied|ying)"
    doubled = (
        f"|{word[-1]}ed|{word[-1]}ing" if re.search("[^aeiou][aeiou][bdglmnprt]$", word) else ""
    )
    return f"{written}(?:s|es|ed|ing{doubled})?"
