"""Lends Sphinx a translation while it runs."""

from __future__ import annotations

import io
from contextlib import contextmanager
from gettext import GNUTranslations
from typing import TYPE_CHECKING

from handout.labels import load_labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from handout.translation import Translation

# Sphinx keeps its translators in one table, by what they are for and the catalog's name.
PAGES = "general"
# The catalog of the words of Sphinx's frame, and the table of source/labels.toml with them.
FRAME_CATALOG, FRAME = "sphinx", "frame"
# Where a number goes in our words; in Sphinx's it is %s.
NUMBER = "{number}"


@contextmanager
def translated(root: Path, translation: Translation) -> Iterator[None]:
    """Give Sphinx the chapters and the words of its frame in one language for the block.

    What a build of another language in the same process has left there is put aside.
    """
    from sphinx.locale import translators

    before = dict(translators)
    for key in list(translators):
        if key[0] == PAGES:
            del translators[key]
    for name in translation.catalogs:
        translators[PAGES, name] = _translator(translation.words(name))
    if translation.catalogs:
        # Where this has no word, Sphinx looks into its own catalog of the language, if it has one.
        translators[PAGES, FRAME_CATALOG] = _translator(_frame(root, translation))
    try:
        yield
    finally:
        translators.clear()
        translators.update(before)


def _frame(root: Path, translation: Translation) -> dict[str, str]:
    english = load_labels(root)
    own = translation.labels(english)[FRAME]
    return {
        text.replace(NUMBER, "%s"): own[key].replace(NUMBER, "%s")
        for key, text in english[FRAME].items()
        if own[key] != text
    }


def _translator(words: Mapping[str, str]) -> GNUTranslations:
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    catalog, file = Catalog(fuzzy=False), io.BytesIO()
    for english, other in words.items():
        catalog.add(english, other)
    write_mo(file, catalog)
    file.seek(0)
    return GNUTranslations(file)
