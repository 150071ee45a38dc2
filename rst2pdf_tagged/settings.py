"""Checks a project's ``pdf_*`` settings before anything is drawn."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import rst2pdf

from rst2pdf_tagged.stylesheets import check_sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.builders import Builder

# rst2pdf looks into its own folder of templates before it looks into the project's.
OWN_TEMPLATES = Path(rst2pdf.__file__).parent / "templates"

Problem = tuple[str, str | None]


def check_settings(builder: Builder) -> Iterator[Problem]:
    """Yield a plain sentence and a place for each setting that cannot work."""
    yield from _check_documents(builder)
    yield from _check_cover(builder)
    names = [*builder.config.pdf_stylesheets]
    for entry in builder.config.pdf_documents:
        options = entry[4] if len(entry) > 4 and isinstance(entry[4], dict) else {}
        names += options.get("pdf_stylesheets", [])
    folders = builder.config.pdf_style_path or [str(builder.srcdir)]
    for finding in check_sheets(dict.fromkeys(names), folders):
        yield finding.message, finding.location


def _check_documents(builder: Builder) -> Iterator[Problem]:
    for entry in builder.config.pdf_documents:
        if entry[0] not in builder.env.all_docs:
            near = difflib.get_close_matches(entry[0], builder.env.all_docs, n=1)
            hint = f"did you mean '{near[0]}'?" if near else "correct its name or add the file"
            yield f"pdf_documents names '{entry[0]}', and there is no such source file; {hint}", "conf.py"
    if not builder.config.pdf_documents:
        yield "pdf_documents is empty, so there is no PDF to make; name one", "conf.py"


def _check_cover(builder: Builder) -> Iterator[Problem]:
    name = builder.config.pdf_cover_template
    ours = [Path(builder.srcdir, folder, name) for folder in builder.config.templates_path]
    own = OWN_TEMPLATES / name
    if not builder.config.pdf_use_coverpage:
        return
    if own.is_file() and any(path.is_file() for path in ours):
        yield (
            f"rst2pdf has a cover template '{name}' of its own and would take that; "
            "give yours another name",
            "conf.py",
        )
    elif not own.is_file() and not any(path.is_file() for path in ours):
        yield (
            f"there is no cover template '{name}' in templates_path; correct pdf_cover_template",
            "conf.py",
        )
