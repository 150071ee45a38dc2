"""What one build is for: the clinic, the build's own words, version and date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from handout.labels import Labels, Table, load_labels
from handout.profile import ClinicProfile, load_profile

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True)
class Edition:
    """One clinic's edition.

    :ivar title: the handout's title; :ivar version: of its words; :ivar day: their date.
    """

    profile: ClinicProfile
    labels: Labels
    title: str
    version: str
    day: date

    @property
    def words(self) -> Table:
        """Return the words that are printed here and there."""
        return self.labels["words"]


def load_edition(config: Config, root: Path) -> Edition:
    """Return the edition that *config* asks for.

    :raises HandoutError: the clinic's file or the words of the build are wrong.
    """
    return Edition(
        load_profile(config.handout_clinic, root),
        load_labels(root),
        config.project,
        config.release,
        date.fromisoformat(config.handout_date),
    )


def on_builder_inited(app: Sphinx) -> None:
    """Leave the edition where everything that reads or writes a chapter finds it."""
    app.env.handout_edition = load_edition(app.config, Path(app.confdir))  # type: ignore[attr-defined]


def edition_of(env: BuildEnvironment) -> Edition:
    """Return the edition that is being built."""
    edition: Edition = env.handout_edition  # type: ignore[attr-defined]
    return edition
