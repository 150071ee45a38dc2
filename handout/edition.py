"""What one build is for: the clinic, the build's own words, version and date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from handout.labels import Labels, Table, load_labels
from handout.logo import Logo, read_logo
from handout.profile import CLINICS, ClinicProfile
from handout.translation import load_translation, profile_in
from handout.version_id import version_id

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True)
class Edition:
    """One clinic's edition in one language.

    :ivar language: its code; :ivar unfinished: whether parts are still printed in English.
    :ivar title: the handout's title; :ivar version: of its words; :ivar day: their date.
    :ivar id: tells whether printed pages are current.
    :ivar today: the day of the build, never before that of the words.
    """

    profile: ClinicProfile
    language: str
    unfinished: bool
    logo: Logo | None
    labels: Labels
    title: str
    version: str
    id: str
    day: date
    today: date

    @property
    def words(self) -> Table:
        """Return the words that are printed here and there."""
        return self.labels["words"]


def load_edition(config: Config, root: Path) -> Edition:
    """Return the edition that *config* asks for.

    :raises HandoutError: the clinic's file, the words of the build or their translation are
        wrong.
    """
    language = config.language
    translation = load_translation(root, language)
    profile = profile_in(language, config.handout_clinic, root)
    logo = profile.brand.logo
    day = date.fromisoformat(config.handout_date)
    return Edition(
        profile,
        language,
        config.handout_unfinished,
        read_logo(logo, root / CLINICS) if logo else None,
        translation.labels(load_labels(root)),
        translation.text(config.root_doc, config.project),
        config.release,
        version_id(profile, root, config.release, language),
        day,
        max(day, date.fromisoformat(config.handout_today)),
    )


def on_builder_inited(app: Sphinx) -> None:
    """Leave the edition, with a logo to print, where all that makes a chapter finds it."""
    edition = load_edition(app.config, Path(app.confdir))
    if edition.logo:
        edition = replace(edition, logo=edition.logo.copied_to(Path(app.doctreedir)))
    app.env.handout_edition = edition  # type: ignore[attr-defined]


def edition_of(env: BuildEnvironment) -> Edition:
    """Return the edition that is being built."""
    edition: Edition = env.handout_edition  # type: ignore[attr-defined]
    return edition
