"""The Sphinx extension behind the handout: its directives, its clinic's facts, its look."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from handout.errors import HandoutError

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Set what depends on the clinic's facts; a fault in them ends the build here."""
    from sphinx.errors import ConfigError

    from handout.edition import load_edition

    try:
        edition = load_edition(config, Path(app.confdir))
    except HandoutError as error:
        raise ConfigError(str(error)) from None
    clinic = edition.profile.name
    config.author = clinic
    config.pdf_documents = [
        (source, name, title, clinic, *rest)
        for source, name, title, _, *rest in config.pdf_documents
    ]
    # ReportLab stamps this into the PDF, so that the same words give the same file any day.
    day = datetime.fromisoformat(config.handout_date).replace(tzinfo=UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(day.timestamp())))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything chapters use."""
    # Here, so that a command that finds nothing to build need not load all of it.
    from handout import html, nodes, pdf
    from handout.descriptions import FillDescriptions, KeepForPaper
    from handout.directives import DIRECTIVES
    from handout.edition import on_builder_inited
    from handout.facts import InsertClinicFacts
    from handout.references import RepeatableBibliography

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
    return {"version": "1.0", "parallel_read_safe": True, "parallel_write_safe": False}
