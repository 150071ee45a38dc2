"""Which languages there are, and which there can be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from handout.errors import HandoutError
from handout.locales import check_code, language_name, languages, one_decimal
from handout.review import long_date, short_date

if TYPE_CHECKING:
    from pathlib import Path


def test_a_language_is_a_folder(tmp_path: Path) -> None:
    assert languages(tmp_path) == ["en"]
    for name in ("es", "pt_BR", ".git"):
        (tmp_path / "locale" / name).mkdir(parents=True)
    (tmp_path / "locale" / "README.md").touch()

    assert languages(tmp_path) == ["en", "es", "pt_BR"]


@pytest.mark.parametrize("code", ["es", "pt_BR", "vi", "ru", "el", "ht", "so", "pl", "ro"])
def test_languages_of_which_the_typeface_has_the_letters_can_be_set(code: str) -> None:
    check_code(code)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("xx", "'xx' is no code of a language; write one like es"),
        ("es-US", "'es-US' is no code of a language; write one like es"),
        ("Spanish", "'Spanish' is no code of a language; write one like es"),
        ("../es", "'../es' is no code of a language; write one like es"),
        ("", "'' is no code of a language; write one like es"),
        ("ar", "Arabic is written from right to left, and the printed pages cannot be set so"),
        ("ur", "Urdu is written from right to left, and the printed pages cannot be set so"),
        ("zh", "the typeface has not the letters of Chinese"),
    ],
)
def test_others_are_refused_in_plain_words(code: str, sentence: str) -> None:
    with pytest.raises(HandoutError) as refusal:
        check_code(code)

    assert str(refusal.value).startswith(sentence)


def test_days_and_numbers_are_written_as_readers_write_them() -> None:
    day = date(2026, 11, 3)

    assert long_date(day) == "November 3, 2026"
    assert short_date(day) == "Nov 3, 2026"
    assert long_date(day, "es") == "3 de noviembre de 2026"
    assert (one_decimal(1.44, "en"), one_decimal(1.44, "es")) == ("1.4", "1,4")


def test_a_language_is_called_as_its_readers_call_it() -> None:
    assert language_name("en-US", "en") == "English"
    assert language_name("es", "es") == "español"
