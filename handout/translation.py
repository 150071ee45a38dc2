"""A translation of the handout: its catalogs, who has reviewed it, and what it lacks."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from handout.catalogs import LABELS, Message, catalog_names, folder_of, place_of, read_messages
from handout.errors import HandoutError
from handout.faithful import faults_between
from handout.labels import Labels, Table
from handout.locales import ENGLISH, LOCALE
from handout.profile import ClinicProfile, Review, load_profile
from handout.reviews import load_review

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REVIEW = "review.toml"
# How many faults are told at once.
MOST_FAULTS = 30


@dataclass(frozen=True)
class Translation:
    """What there is of the handout in one language; of English nothing, as all of it is there.

    :ivar catalogs: by chapter, and of the build's own words.
    :ivar review: of the translation; each clinic's file has that of the English text.
    """

    language: str
    catalogs: dict[str, list[Message]] = field(default_factory=dict)
    review: Review | None = None

    def words(self, name: str) -> dict[str, str]:
        """Return English -> translation of one chapter, as far as it is translated."""
        messages = self.catalogs.get(name, ())
        return {message.english: message.words for message in messages if message.words}

    def text(self, name: str, english: str) -> str:
        """Return the translation of one sentence of a chapter; English if there is none."""
        return self.words(name).get(english, english)

    def labels(self, english: Labels) -> Labels:
        """Return the build's own words, translated as far as they are."""
        known = {
            (message.context, message.english): message.words
            for message in self.catalogs.get(LABELS, ())
            if message.words
        }
        return Labels(
            (
                name,
                Table(
                    (key, known.get((f"{name}.{key}", text), text)) for key, text in table.items()
                ),
            )
            for name, table in english.items()
        )

    def essence(self) -> Iterator[str]:
        """Yield all that a reader sees of the translation, in an order that does not change."""
        for name, messages in sorted(self.catalogs.items()):
            told = (f"{name}\n{m.context}\n{m.english}\n{m.words}" for m in messages if m.words)
            yield from sorted(told)

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with what is translated: file, line, what, what to do."""
        for name, messages in sorted(self.catalogs.items()):
            place = place_of(self.language, name)
            for message in (one for one in messages if one.words):
                found = faults_between(message.english, message.words, markup=name != LABELS)
                yield from (f"{place}:{message.line}: {fault}" for fault in found)


def load_translation(root: Path, language: str) -> Translation:
    """Return the translation into *language*, below the project folder *root*.

    :raises HandoutError: a file of it cannot be read.
    """
    if language == ENGLISH:
        return Translation(ENGLISH)
    files = [root / LOCALE / language / REVIEW, *sorted(folder_of(root, language).glob("*.po"))]
    states = tuple((path, path.stat().st_mtime_ns) for path in files if path.is_file())
    return _load(root, language, states)


# Asked for at each step of a build, and by each clinic.
@lru_cache(maxsize=2)
def _load(root: Path, language: str, states: tuple[tuple[Path, int], ...]) -> Translation:
    names = catalog_names(root, language)
    catalogs = {name: read_messages(root, language, name) for name in names}
    return Translation(language, catalogs, load_review(root, f"{LOCALE}/{language}/{REVIEW}"))


def check_translation(root: Path, language: str) -> None:
    """Check that the translation has lost no number, link or fact.

    :raises HandoutError: it has; one sentence a line, or a file of it cannot be read.
    """
    faults = list(load_translation(root, language).faults())
    if len(faults) > MOST_FAULTS:
        faults[MOST_FAULTS:] = [f"... and {len(faults) - MOST_FAULTS} more of this kind"]
    if faults:
        raise HandoutError("\n".join(faults))


def profile_in(language: str, clinic: str, root: Path) -> ClinicProfile:
    """Return a clinic's facts as the handout in *language* has them.

    A review of the English text says nothing of a translation, which has one of its own.

    :raises HandoutError: the clinic's file is missing or wrong, or that of the review.
    """
    profile = load_profile(clinic, root)
    if language == ENGLISH:
        return profile
    return profile.model_copy(update={"review": load_translation(root, language).review})
