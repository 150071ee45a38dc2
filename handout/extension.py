"""What Sphinx is told of the handout: its directives, its clinic's facts, its look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError

from handout import html, nodes, pdf, webcode
from handout.brand import style_sheets
from handout.claim_marks import PlaceClaims
from handout.descriptions import FillDescriptions, KeepForPaper
from handout.directives import DIRECTIVES
from handout.edition import Edition, load_edition, on_builder_inited
from handout.errors import HandoutError
from handout.fact_places import InsertClinicFacts
from handout.forms import form_of
from handout.locales import ENGLISH, SETTINGS
from handout.mended import KeepEnglishMarks, MendTranslation
from handout.reading_grade import TellReadingGrade, on_env_updated
from handout.references import RepeatableBibliography
from handout.strength import TellStrength
from handout.today import stamp_files, today
from handout.translation import load_translation

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Set what depends on the clinic's facts; a fault in them ends the build here."""
    config.handout_today = config.handout_today or today().isoformat()
    try:
        edition = load_edition(config, Path(app.confdir))
        config.pdf_documents = [
            (source, name, *described(config, edition, *options))
            for source, name, _, _, *options in config.pdf_documents
        ]
    except HandoutError as error:
        raise ConfigError(str(error)) from None
    config.author = edition.profile.name
    speak(config, Path(app.confdir))
    # Sphinx tells each page its own address on the web by it.
    config.html_baseurl = edition.profile.site or ""
    stamp_files(edition.day)


def speak(config: Config, root: Path) -> None:
    """Put what conf.py prints into the language of the build."""
    if config.language == ENGLISH:
        return
    translation, name = load_translation(root, config.language), config.root_doc
    for setting in SETTINGS:
        config[setting] = translation.text(name, config[setting])
    config.html_title = config.project
    config.numfig_format = {
        kind: translation.text(name, words) for kind, words in config.numfig_format.items()
    }


def described(
    config: Config, edition: Edition, options: dict[str, Any] | None = None
) -> tuple[str, str, dict[str, Any]]:
    """Return title, author and settings of one PDF.

    The title names its form if that is not the usual one; the settings have the clinic's own
    colour as the last style sheet.

    :raises HandoutError: conf.py asks for a form that there is not.
    """
    settings = {"pdf_stylesheets": config.pdf_stylesheets, **(options or {})}
    settings["pdf_stylesheets"] = [
        *settings["pdf_stylesheets"],
        *style_sheets(edition.profile.brand),
    ]
    words = edition.labels["form"].get(form_of(settings).name)
    title = f"{edition.title}: {words}" if words else edition.title
    return title, edition.profile.name, settings


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything chapters use."""
    app.setup_extension("rst2pdf_tagged")
    app.setup_extension("handout.slips.chapters")
    app.add_config_value("handout_clinic", "clear", "env", types=frozenset({str}))
    app.add_config_value("handout_date", "", "env", types=frozenset({str}))
    app.add_config_value("handout_today", "", "env", types=frozenset({str}))
    app.add_config_value("handout_unfinished", False, "env", types=frozenset({bool}))
    app.add_config_value("handout_full_width", (), "", types=frozenset({tuple, list}))
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    app.add_role("blank", nodes.blank_role)
    app.add_transform(KeepEnglishMarks)
    app.add_transform(MendTranslation)
    app.add_transform(TellStrength)
    app.add_transform(InsertClinicFacts)
    app.add_transform(PlaceClaims)
    app.add_post_transform(FillDescriptions)
    app.add_post_transform(KeepForPaper)
    app.add_post_transform(RepeatableBibliography)
    app.add_post_transform(TellReadingGrade)
    app.connect("config-inited", on_config_inited)
    app.connect("builder-inited", on_builder_inited)
    app.connect("env-updated", on_env_updated)
    html.setup(app)
    pdf.setup(app)
    webcode.setup(app)
    return {"version": "1.0", "parallel_read_safe": True, "parallel_write_safe": False}
