"""Checks a project's ``pdf_*`` settings before anything is drawn."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import rst2pdf

from rst2pdf_tagged.standards import STANDARDS
from rst2pdf_tagged.stylesheets import check_sheets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sphinx.builders import Builder

# rst2pdf looks into its own folder of templates before it looks into the project's.
OWN_TEMPLATES = Path(rst2pdf.__file__).parent / "templates"

Problem = tuple[str, str | None]


def options_of(entry: Any) -> dict[str, Any]:
    """Return what an entry of ``pdf_documents`` sets for its document only."""
    return entry[4] if len(entry) > 4 and isinstance(entry[4], dict) else {}


def check_settings(builder: Builder) -> Iterator[Problem]:
    """Yield a plain sentence and a place for each setting that cannot work."""
    config = builder.config
    for message in _documents(builder):
        yield message, _place(builder, "pdf_documents")
    for message in _cover(builder):
        yield message, _place(builder, "pdf_cover_template")
    for setting, value in _standards(builder):
        choice = "1 (PDF/UA-1 and PDF/A-2a) or 2 (PDF/UA-2 and PDF/A-4)"
        yield f"pdf_ua is {value!r}; write {choice}", _place(builder, setting)
    names = [*config.pdf_stylesheets]
    for entry in config.pdf_documents:
        names += options_of(entry).get("pdf_stylesheets", [])
    folders = config.pdf_style_path or [str(builder.srcdir)]
    for finding in check_sheets(dict.fromkeys(names), folders, config.pdf_font_path):
        yield finding.message, finding.location or _place(builder, "pdf_stylesheets")


def _place(builder: Builder, setting: str) -> str | None:
    """Return file and line at which conf.py gives a value to *setting*."""
    conf = Path(builder.confdir, "conf.py")
    lines = conf.read_text(encoding="utf-8").splitlines() if conf.is_file() else []
    numbers = [number for number, line in enumerate(lines, 1) if line.startswith(setting)]
    return f"{conf}:{numbers[0]}" if numbers else None


def _documents(builder: Builder) -> Iterator[str]:
    if not builder.config.pdf_documents:
        yield "pdf_documents is empty, so there is no PDF to make; name one"
    targets: set[str] = set()
    for entry in builder.config.pdf_documents:
        if len(entry) < 4:
            yield (
                f"the entry {tuple(entry)} of pdf_documents is too short; "
                "give file, name of the PDF, title and author"
            )
            continue
        if entry[0] not in builder.env.all_docs:
            near = difflib.get_close_matches(entry[0], builder.env.all_docs, n=1)
            hint = f"did you mean '{near[0]}'?" if near else "correct its name or add the file"
            yield f"pdf_documents names '{entry[0]}', and there is no such source file; {hint}"
        if entry[1] in targets:
            yield f"pdf_documents makes '{entry[1]}.pdf' twice; give each its own name"
        targets.add(entry[1])


def _standards(builder: Builder) -> Iterator[tuple[str, Any]]:
    """Yield each value of ``pdf_ua`` that names no standard, and the setting it stands in."""
    given = [("pdf_ua", builder.config.pdf_ua)]
    for entry in builder.config.pdf_documents:
        given += [("pdf_documents", options_of(entry).get("pdf_ua", 1))]
    for setting, value in given:
        if value not in tuple(STANDARDS):
            yield setting, value


def _cover(builder: Builder) -> Iterator[str]:
    config = builder.config
    wanted = [
        options_of(entry).get("pdf_use_coverpage", config.pdf_use_coverpage)
        for entry in config.pdf_documents
    ]
    name = config.pdf_cover_template
    if not any(wanted) or Path(builder.srcdir, name).is_file():
        return
    ours = any(Path(builder.srcdir, folder, name).is_file() for folder in config.templates_path)
    own = (OWN_TEMPLATES / name).is_file()
    if own and ours:
        yield (
            f"rst2pdf has a cover template '{name}' of its own and would take that; "
            "give yours another name"
        )
    elif not own and not ours:
        yield f"there is no cover template '{name}' in templates_path; correct pdf_cover_template"
