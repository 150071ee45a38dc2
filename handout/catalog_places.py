"""Tells a slip of a translation where a translator finds it, in the catalog."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handout.catalogs import place_of
from handout.english import english_messages
from handout.translation import load_translation

if TYPE_CHECKING:
    from handout.build import Target

# What Sphinx makes of the place of an English sentence when it reads the translated one.
TRANSLATED = re.compile(r"source/(?P<name>.+)\.rst:(?P<line>\d+):<translated>(?::\d+)?: ")


def in_catalog(fault: str, target: Target) -> str:
    """Return *fault*, a place and a sentence, with the place in the catalog if there is one."""
    found = TRANSLATED.match(fault)
    if found is None:
        return fault
    name, line = found["name"], int(found["line"])
    english = {one.text for one in english_messages(target)[name] if one.line == line}
    messages = load_translation(target.root, target.language).catalogs[name]
    place = place_of(target.language, name)
    lines = [message.line for message in messages if message.english in english]
    return f"{place}{f':{lines[0]}' if lines else ''}: {fault[found.end() :]}"
