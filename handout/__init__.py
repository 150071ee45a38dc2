"""The Sphinx extension behind the handout: its directives, its clinic's facts, its look."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handout import html, nodes, pdf, webcode
from handout.descriptions import FillDescriptions, KeepForPaper
from handout.directives import DIRECTIVES
from handout.edition import Edition, load_edition, on_builder_inited
from handout.errors import HandoutError
from handout.facts import InsertClinicFacts
from handout.forms import form_of
from handout.references import RepeatableBibliography

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Set what depends on the clinic's facts; a fault in them ends the build here."""
    from sphinx.errors import ConfigError

    try:
        edition = load_edition(config, Path(app.confdir))
    except HandoutError as error:
        raise ConfigError(str(error)) from None
    clinic = edition.profile.name
    config.author = clinic
    config.pdf_documents = [
        (source, name, titled(edition, *rest), clinic, *rest)
        for source, name, _, _, *rest in config.pdf_documents
    ]
    # ReportLab stamps this into the PDF, so that the same words give the same file any day.
    day = datetime.fromisoformat(config.handout_date).replace(tzinfo=UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(day.timestamp())))


def titled(edition: Edition, options: dict[str, Any]) -> str:
    """Return the title of one PDF, which names its form if that is not the usual one.

    :raises HandoutError: conf.py asks for a form that there is not.
    """
    words = edition.labels["form"].get(form_of(options).name)
    return f"{edition.title}: {words}" if words else edition.title


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything chapters use."""
    app.setup_extension("rst2pdf_tagged")
    app.add_config_value("handout_clinic", "clear", "env", types=frozenset({str}))
    app.add_config_value("handout_date", "", "env", types=frozenset({str}))
    app.add_config_value("handout_full_width", (), "", types=frozenset({tuple, list}))
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    app.add_role("blank", nodes.blank_role)
    app.add_transform(InsertClinicFacts)
    app.add_post_transform(FillDescriptions)
    app.add_post_transform(KeepForPaper)
    app.add_post_transform(RepeatableBibliography)
    app.connect("config-inited", on_config_inited)
    app.connect("builder-inited", on_builder_inited)
    html.setup(app)
    pdf.setup(app)
    webcode.setup(app)
    return {"version": "1.0", "parallel_read_safe": True, "parallel_write_safe": False}
