"""Answers the front desk, who asks whether the pile on the shelf is the current handout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handout.errors import HandoutError
from handout.locales import ENGLISH, LOCALE, language_name, languages
from handout.profile import CLINICS, clinic_names
from handout.review import is_older, is_past, long_date
from handout.settings import read_settings
from handout.translation import REVIEW, profile_in
from handout.version_id import typed_id, version_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from handout.profile import ClinicProfile


@dataclass(frozen=True)
class Current:
    """What a clinic's pages say at their foot if they are printed now.

    :ivar changed: the day on which the words were last changed.
    """

    id: str
    clinic: str
    language: str
    profile: ClinicProfile
    changed: date

    @property
    def name(self) -> str:
        """Return the clinic's name, and the language if it is a translation."""
        name = self.profile.name
        if self.language == ENGLISH:
            return name
        return f"{name}, in {language_name(self.language, ENGLISH)}"

    @property
    def reviewed_in(self) -> str:
        """Return the file in which the review stands."""
        if self.language == ENGLISH:
            return f"{CLINICS}/{self.clinic}.toml"
        return f"{LOCALE}/{self.language}/{REVIEW}"


def which_version(typed: str, root: Path, today: date) -> str:
    """Return what the id that stands on a page means, in plain sentences.

    :param typed: the id as somebody has typed it; :param root: the project's top folder.
    :raises HandoutError: it is no id.
    """
    wanted = typed_id(typed)
    if wanted is None:
        raise HandoutError(
            f"'{typed}' is no id; type what stands behind 'Version' at the foot of a page, "
            "like  make which-version ID=1.0-3f9a2c"
        )
    currents = list(_currents(root))
    for current in currents:
        if current.id == wanted:
            return _good(current, today)
    now = "\n".join(f"  {current.id}  {current.name}" for current in currents)
    return (
        f"Version {wanted} is not current: its words, its pictures or a clinic's facts have "
        f"changed since.\nDo not give out this pile. Current now:\n{now}"
    )


def _currents(root: Path) -> Iterator[Current]:
    settings = read_settings(root)
    for clinic in clinic_names(root):
        for language in languages(root):
            profile = profile_in(language, clinic, root)
            known = version_id(profile, root, settings.version, language)
            yield Current(known, clinic, language, profile, settings.day)


def _good(current: Current, today: date) -> str:
    review = current.profile.review
    line = f"Version {current.id} is current: the handout of {current.name}."
    if review is None:
        return f"{line}\nNo clinician has reviewed its text yet."
    if is_past(review, today):
        return (
            f"{line}\nBut its review fell due on {long_date(review.next)}: have the text reviewed "
            f"before you give it out, and write the new days into {current.reviewed_in}."
        )
    if is_older(review, current.changed):
        return (
            f"{line}\nBut its words were changed on {long_date(current.changed)}, after the "
            f"review of {long_date(review.date)}: have the text reviewed before you give it out, "
            f"and write the new days into {current.reviewed_in}."
        )
    return f"{line}\nYou can give it out; its next review is due by {long_date(review.next)}."
