"""Checks a tagged file for what validators of PDF/UA do not see.

``python -m rst2pdf_tagged FILE...`` does the same from the command line.  Nothing here
imports what writes the file, and files are read with another library (pikepdf).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf

from rst2pdf_tagged.verify import (
    rules_artifacts,
    rules_content,
    rules_document,
    rules_flattened,
    rules_links,
    rules_order,
    rules_pictures,
    rules_structure,
    rules_tables,
    rules_targets,
    rules_words,
)
from rst2pdf_tagged.verify.file import Finding, TaggedFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["RULES", "Finding", "verify"]

RULES: tuple[Callable[[TaggedFile], Iterator[Finding]], ...] = (
    rules_content.nesting,
    rules_content.unmarked,
    rules_content.claims,
    rules_content.parents,
    rules_content.parent_tree,
    rules_links.links,
    rules_links.link_elements,
    rules_targets.one_target,
    rules_targets.contents,
    rules_targets.to_notes,
    rules_words.characters,
    rules_words.instead,
    rules_words.spaces,
    rules_artifacts.artifacts,
    rules_order.painted,
    rules_order.placed,
    rules_structure.kinds,
    rules_flattened.flat_lists,
    rules_flattened.flat_tables,
    rules_structure.empty,
    rules_structure.headings,
    rules_structure.lists,
    rules_pictures.pictures,
    rules_pictures.shown_as_text,
    rules_structure.notes,
    rules_tables.tables,
    rules_document.metadata,
    rules_document.outline,
)


def verify(path: Path | str) -> list[Finding]:
    """Return what is wrong with the tagged file at *path*.

    :raises pikepdf.PdfError: it is no PDF, or a password keeps it shut.
    :raises OSError: it cannot be read.
    """
    with pikepdf.open(path) as pdf:
        file = TaggedFile(pdf)
        damage = [
            Finding(None, "damaged", f"the file is damaged: {problem}")
            for problem in pdf.check_pdf_syntax()
        ]
        if not file.elements:
            return [*damage, Finding(None, "untagged", "the file has no tags")]
        return [*damage, *(finding for rule in RULES for finding in rule(file))]
