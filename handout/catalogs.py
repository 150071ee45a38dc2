"""Reads and writes the files that translators fill in: ``locale/es/LC_MESSAGES/risks.po``.

They are gettext's (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html), one
for each chapter, and one for the words that the build prints by itself.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from handout.errors import HandoutError
from handout.locales import LOCALE

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

# The words of source/labels.toml; each message names table and entry: "callout.key-points".
LABELS = "labels"
# What a line of a catalog may be.  Babel takes others for something, and loses what follows.
LINE = re.compile(
    r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"(?:\\.|[^"\\])*")?\s*'
)


@dataclass(frozen=True)
class Message:
    """A sentence or heading, and its translation.

    :ivar context: table and entry of the build's own words, else empty.
    :ivar english: as it stands in the chapter, with its marks.
    :ivar words: the translation; empty if there is none, or nobody has looked at it since the
        English has changed ("fuzzy").
    :ivar line: of its file.
    """

    context: str
    english: str
    words: str
    line: int


def folder_of(root: Path, language: str) -> Path:
    """Return the folder of the catalogs of *language*."""
    return root / LOCALE / language / "LC_MESSAGES"


def place_of(language: str, name: str) -> str:
    """Return a catalog's path below the project folder, as messages show it."""
    return folder_of(Path(), language).joinpath(f"{name}.po").as_posix()


def catalog_names(root: Path, language: str) -> list[str]:
    """Return the names of the catalogs that there are: chapters, and the build's own words."""
    return sorted(path.stem for path in folder_of(root, language).glob("[!.]*.po"))


def read_messages(root: Path, language: str, name: str) -> list[Message]:
    """Return what stands in one catalog, in the order of the file.

    :raises HandoutError: it cannot be read.
    """
    return [
        Message(
            message.context or "",
            str(message.id),
            "" if message.fuzzy else str(message.string or ""),
            message.lineno or 1,
        )
        for message in read_catalog(root, language, name)
        if message.id
    ]


def read_catalog(root: Path, language: str, name: str) -> Catalog:
    """Return one catalog as it is in its file.

    :raises HandoutError: it cannot be read.
    """
    from babel.messages.pofile import PoFileError, read_po

    place = place_of(language, name)
    try:
        text = (root / place).read_text(encoding="utf-8-sig")
        for number, line in enumerate(text.splitlines(), start=1):
            if not LINE.fullmatch(line):
                raise HandoutError(
                    'this line is no part of a translation; write it like  msgstr "words"  '
                    "or open the file in a program for translators and save it again",
                    f"{place}:{number}",
                )
        return read_po(io.StringIO(text), locale=language, abort_invalid=True)
    except UnicodeDecodeError:
        raise HandoutError(
            "this file is not saved as UTF-8; save it again as UTF-8", place
        ) from None
    except OSError:
        raise HandoutError("this file may not be read; give yourself the right", place) from None
    except PoFileError as error:
        sentence = "the translation is not in order here; look for a line that is missing"
        raise HandoutError(sentence, f"{place}:{error.lineno + 1}") from None


def write_catalog(root: Path, language: str, name: str, catalog: Catalog) -> bool:
    """Write one catalog if anything in it has changed; return whether it has."""
    from babel.messages.pofile import write_po

    file = io.BytesIO()
    write_po(file, catalog, width=92, include_previous=True)
    path = root / place_of(language, name)
    if path.is_file() and path.read_bytes() == file.getvalue():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".po.new")
    unfinished.write_bytes(file.getvalue())
    unfinished.replace(path)
    return True
