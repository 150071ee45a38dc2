"""Holds a translated sentence against the English one: what must stand in both.

It is a gate of safety: a dose, a day or a phone number that a translator has mistyped is told
before anything is built.  Words it cannot judge; a person reviews them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from handout import lettering

if TYPE_CHECKING:
    from collections.abc import Iterator

FACT = re.compile(r"\|[\w-]+\|")
ROLE = re.compile(r":(?P<role>[a-z]+(?::[a-z]+)*):`(?P<text>[^`<]*)(?:<(?P<target>[^`>]*)>)?`")
# What the build fills in: {name} of its own words, %s of conf.py.
PLACE = re.compile(r"\{\w+\}|%s")
# Between the groups of a long number, or before its decimals, in one language or another.
MARK = "[.,\u00a0\u202f]"
NUMBER = re.compile(rf"\d+(?:{MARK}\d+)*")
# What docutils would read as a list, a comment or the like instead of a sentence.
NO_SENTENCE = re.compile(
    r"(?:[-*+•]|\(?(?:\d+|[A-Za-z]|[ivxlcdm]+|#)[.)]|\.\.|\||>>>|:[\w -]+:)(\s|$)"
)
WORD = re.compile(r"[^\W\d_]")
# What must not stand in words that pages print as they are.
BROWSERS = '<>"&'
# Roles of which the words in front of <...> are the reader's, and the rest tells where it leads.
LINKS = {"term", "ref", "doc", "numref"}


def has_words(english: str) -> bool:
    """Return whether there is anything to translate beside facts of the clinic."""
    return bool(WORD.search(FACT.sub("", english)))


def faults_between(english: str, translated: str, *, markup: bool) -> Iterator[str]:
    """Yield in plain sentences what *translated* has lost or added, most telling first.

    :param markup: whether it is read as a chapter is, and not printed as it stands.
    """
    yield from _letters(translated)
    yield from _marks(english, translated)
    yield from _numbers(english, translated)
    if "\n" in translated and "\n" not in english:
        yield "the translation has a line end (\\n) in it, at which it would be cut; take it out"
    if not markup:
        yield from _browsers(english, translated)
    if markup and NO_SENTENCE.match(translated) and not NO_SENTENCE.match(english):
        first = translated.split()[0]
        yield f"'{first}' at its beginning would make a list of it; put a backslash before it"


def _letters(translated: str) -> Iterator[str]:
    for letter in lettering.missing(translated):
        yield f"{lettering.described(letter)} is not in the typeface; write it without"


def _browsers(english: str, translated: str) -> Iterator[str]:
    for mark in BROWSERS:
        if mark in translated and mark not in english:
            yield f"a browser would take the {mark} for its own; write “ and ”, or a word"


def _marks(english: str, translated: str) -> Iterator[str]:
    wanted, found = Counter(_marks_in(english)), Counter(_marks_in(translated))
    lost, added = [*(wanted - found)], [*(found - wanted)]
    if lost and added:
        yield f"the English has {lost[0]} where the translation has {added[0]}; write it alike"
    elif lost:
        yield f"{lost[0]} of the English is not in the translation; put it in"
    elif added:
        yield f"{added[0]} is in the translation and not in the English; take it out"
    elif english.count("`") != translated.count("`"):
        yield "the back quotes (`) are not those of the English; compare them"
    elif english.count("**") != translated.count("**"):
        yield "the stars of bold words (**) are not those of the English; compare them"


def _marks_in(text: str) -> Iterator[str]:
    """Yield each fact, role and place to fill in, as an editor must write it."""
    yield from FACT.findall(text)
    yield from PLACE.findall(text)
    for role, words, target in ROLE.findall(text):
        if role in LINKS:
            yield f":{role}:`... <{(target or words).strip().lower()}>`"
        elif role == "blank":
            yield ":blank:`...`"
        else:
            yield f":{role}:`{words}`"


def _numbers(english: str, translated: str) -> Iterator[str]:
    """Yield a sentence if not the same numbers stand in both; in any order, as digits.

    English has a point before decimals; a translation may have a point or a comma, as Spanish
    has either from country to country.
    """
    found = sorted(_tokens(translated), key=lambda token: len(readings(token)))
    lost = []
    for token in _tokens(english):
        value = _value(token.replace(",", ""))
        same = next((one for one in found if value in readings(one)), None)
        if same is None:
            lost.append(token)
        else:
            found.remove(same)
    if lost and found:
        yield f"the English has {lost[0]} where the translation has {found[0]}; correct it"
    elif lost:
        yield f"the number {lost[0]} of the English is not in the translation; put it in"
    elif found:
        yield f"the number {found[0]} is in the translation and not in the English; correct it"


def _tokens(text: str) -> list[str]:
    """Return the numbers that a reader sees in *text*; targets of links have none."""
    shown = ROLE.sub(lambda mark: mark["text"] if mark["role"] in LINKS else " ", text)
    return NUMBER.findall(PLACE.sub(" ", FACT.sub(" ", shown)))


def readings(token: str) -> set[str]:
    """Return what a number may mean, as 1.000 is one in some countries and a thousand in others."""
    groups = re.split(MARK, token)
    found = set()
    if len(groups) == 1 or all(len(group) == 3 for group in groups[1:]):
        found.add(_value("".join(groups)))
    if len(groups) > 1 and token[-len(groups[-1]) - 1] in ".,":
        whole = groups[:-1]
        if all(len(group) == 3 for group in whole[1:]):
            found.add(_value(f"{''.join(whole)}.{groups[-1]}"))
    return found or {token}


def _value(digits: str) -> str:
    """Return a number in one form: without zeros that say nothing."""
    whole, _, rest = digits.partition(".")
    rest = rest.rstrip("0")
    return f"{int(whole)}.{rest}" if rest else str(int(whole))
