"""What belongs to one clinic, typed into a chapter that all clinics share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handout.fact_places import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.profile import ClinicProfile

BETWEEN = "[ ]?[-.\u2010-\u2015][ ]?"
# A number with its area, as North America writes it, or bare; or without, where one is spoken of.
PHONE = re.compile(
    rf"(?<![\w/.-])(?:\+?1[ -.]?)?(?:\((?P<area>\d{{3}})\) ?|(?P<code>\d{{3}})(?:{BETWEEN}| ))"
    rf"\d{{3}}(?:{BETWEEN}| )\d{{4}}(?![\w-])"
    r"|(?<!\w)[2-9]\d{2}[2-9]\d{6}(?!\w)"
    r"|(?<=\w )(?<![\d.-])[2-9]\d{2}[-.]\d{4}(?![\w-])"
)
SPOKEN_OF = re.compile(r"\b(?:call|fax|number|phone|tel|text)\w*\b[^\d]*$", re.IGNORECASE)
LOCAL = 8
# Free of charge from everywhere: national help lines have such numbers.
FREE = ("800", "833", "844", "855", "866", "877", "888")
SHARED = "all clinics share this chapter"


def typed_facts(text: str, profile: ClinicProfile, title: str) -> Iterator[tuple[int, str]]:
    """Yield line and sentence of each fact of a clinic in the chapter *text*.

    :param title: of the handout, which a clinic may be called like.
    """
    text = text.replace(title, " " * len(title))
    for found in PHONE.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        fact = _fact_of_number(found[0], profile)
        free = (found["area"] or found["code"]) in FREE
        local = len(found[0]) == LOCAL and not SPOKEN_OF.search(line)
        if fact or not (free or local):
            yield (
                _line(text, found),
                f"the phone number {found[0]} is typed here, and {SHARED}; "
                f"write |{PREFIX}{fact or 'phone'}| in its place",
            )
    for fact, words in _words_of(profile):
        pattern = r"\s+".join(map(re.escape, words.split()))
        for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
            yield (
                _line(text, found),
                f"'{words}' is typed here, and {SHARED}; write |{PREFIX}{fact}| in its place",
            )


def _fact_of_number(number: str, profile: ClinicProfile) -> str | None:
    """Return the fact, as it stands between bars, that has this *number*."""
    for fact, known in (("phone", profile.phone), ("after-hours", profile.after_hours)):
        if known and _digits(number) == _digits(known):
            return fact
    return None


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number).removeprefix("1")


def _words_of(profile: ClinicProfile) -> Iterator[tuple[str, str]]:
    """Yield facts that no chapter would say by chance: names of several words, addresses."""
    if len(profile.name.split()) > 1:
        yield "name", profile.name
    for line in (profile.address or "").splitlines():
        if any(map(str.isdigit, line)):
            yield "address", line.strip()
    if profile.web:
        yield "web", profile.web
    if "@" in (profile.feedback or ""):
        yield "feedback", str(profile.feedback)


def _line(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start()) + 1
