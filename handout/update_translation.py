"""Begins a translation, or brings it up to date with the English: ``make translation``."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from handout.catalogs import catalog_names, place_of, read_catalog, write_catalog
from handout.english import english_messages
from handout.errors import HandoutError
from handout.locales import ENGLISH, check_code
from handout.settings import settings_of

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from handout.build import Target
    from handout.english import English


def update_translation(target: Target) -> list[str]:
    """Write the catalogs of the target's language, or what is new into them.

    No translation is lost: what fits no sentence any more stays at the end of its file, and
    what fits a changed sentence only nearly is marked as unsure ("fuzzy").

    :returns: the files that were written, below the project's top folder.
    :raises HandoutError: there is no such language, or files cannot be read.
    """
    language, root = target.language, target.root
    if language == ENGLISH:
        raise HandoutError(
            "English is what is translated; name another language, like  "
            "make translation DOC_LANGUAGE=es"
        )
    check_code(language)
    written = []
    for name, messages in english_messages(target).items():
        place = place_of(language, name)
        template = _template(target, messages)
        catalog = read_catalog(root, language, name) if (root / place).is_file() else template
        if catalog is not template:
            _update(catalog, template)
        if write_catalog(root, language, name, catalog):
            written.append(place)
    return written


def left_over(target: Target) -> list[str]:
    """Return the catalogs of which there is no chapter any more, or under another name."""
    names = set(catalog_names(target.root, target.language)) - set(english_messages(target))
    return [place_of(target.language, name) for name in sorted(names)]


def _template(target: Target, messages: list[English]) -> Catalog:
    """Return a catalog in which nothing is translated yet."""
    from babel.messages.catalog import Catalog

    config = settings_of(target.root)
    catalog = Catalog(
        locale=target.language,
        project=config.project,
        version=config.release,
        header_comment=HEADER.format(file=messages[0].file, language=target.language),
        creation_date=NO_DAY,
        last_translator="",
        language_team="",
        msgid_bugs_address="",
        charset="utf-8",
        fuzzy=False,
    )
    for one in messages:
        catalog.add(one.text, context=one.context or None, locations=[(one.file, one.line)])
    return catalog


# Not that of the run, which would change every file in which nothing is new.
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
# Stands at the top of each file.
HEADER = """\
# Translation of {file} of the handout.
# Fill in each msgstr.  Keep every number.  Keep as it is what stands between
# bars (|clinic-phone|) or back quotes, but for words in front of a <...>:
# :term:`your words <ketamine>`.  Then type:  make DOC_LANGUAGE={language}"""


def _update(catalog: Catalog, template: Catalog) -> None:
    """Bring *catalog* up to date; a sentence that has come back gets its old translation."""
    for key, message in list(catalog.obsolete.items()):
        if template.get(message.id, message.context) and key not in catalog:
            del catalog.obsolete[key]
            catalog[message.id] = message
    catalog.update(template)
