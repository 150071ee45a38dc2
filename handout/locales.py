"""The languages that the handout is in: English, and one for each folder in ``locale/``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from handout import lettering
from handout.errors import HandoutError

if TYPE_CHECKING:
    from babel import Locale

# In which the chapters are written.
ENGLISH = "en"
# The class that tells screen readers that a part is English (docutils' form).
IN_ENGLISH = "language-en"
LOCALE = Path("locale")
# Settings of conf.py that are printed; they are translated with the front page.
SETTINGS = ("project", "pdf_subject", "pdf_keywords")
# As gettext and Sphinx write them: language, script, country.
CODE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?")


def languages(root: Path) -> list[str]:
    """Return the codes of all languages below the project folder *root*, English first."""
    folders = sorted(path.name for path in (root / LOCALE).glob("[!.]*") if path.is_dir())
    return [ENGLISH, *(name for name in folders if name != ENGLISH)]


def check_language(root: Path, language: str) -> None:
    """Check that the handout is there in *language*, and can be set in it.

    :raises HandoutError: it is not, or cannot.
    """
    known = languages(root)
    if language not in known:
        check_code(language)
        raise HandoutError(
            f"there is no translation '{language}' yet; there is: {', '.join(known)}; "
            f"to begin one, run  make translation DOC_LANGUAGE={language}"
        )
    if language != ENGLISH:
        check_code(language)


def check_code(language: str) -> None:
    """Check that *language* is the code of a language that can be set on paper.

    :raises HandoutError: it is no code, or pages cannot be set in it.
    """
    if not CODE.fullmatch(language):
        raise _no_code(language)
    locale = locale_of(language)
    name = locale.english_name
    if locale.text_direction == "rtl":
        raise HandoutError(
            f"{name} is written from right to left, and the printed pages cannot be set so; "
            "the handout cannot be translated into it yet"
        )
    words = "".join(locale.months["format"]["wide"].values())
    if any(lettering.missing(words)):
        raise HandoutError(
            f"the typeface has not the letters of {name}; the handout cannot be translated "
            "into it before it has another typeface"
        )


def locale_of(language: str) -> Locale:
    """Return what is known of a language: the names of its months, its numbers and the like.

    :param language: its code, such as ``es``, ``pt_BR`` or ``pt-BR``.
    :raises HandoutError: there is no such language.
    """
    # Here, for it takes time to load, and a build that finds nothing to do has no use for it.
    from babel import Locale, UnknownLocaleError

    code = language.replace("-", "_")
    try:
        return Locale.parse(code)
    except (ValueError, UnknownLocaleError):
        raise _no_code(language) from None


def _no_code(language: str) -> HandoutError:
    return HandoutError(
        f"'{language}' is no code of a language; write one like es for Spanish, or pt_BR for "
        "Portuguese in Brazil"
    )


def language_name(language: str, reader: str) -> str:
    """Return what *language* is called in the language *reader*: ``English``, ``español``.

    Its country is left out.
    """
    locale = locale_of(language)
    return locale.get_language_name(locale_of(reader)) or language


def one_decimal(number: float, language: str) -> str:
    """Return *number* rounded to one decimal: ``1.4``; in Spanish, ``1,4``."""
    from babel.numbers import format_decimal

    return format_decimal(round(number, 1), "0.0", locale=locale_of(language))
