"""Addresses and languages in a clinic's file."""

from __future__ import annotations

import pytest

from handout.languages import spoken
from handout.profile import ClinicProfile


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://clinic.example", "https://clinic.example/"),
        ("https://clinic.example/k", "https://clinic.example/k/"),
        ("https://clinic.example/k/", "https://clinic.example/k/"),
        ("http://clinic.example/ü b/", "http://clinic.example/%C3%BC%20b/"),
    ],
)
def test_the_address_of_a_site_is_that_of_its_folder(typed: str, kept: str) -> None:
    assert ClinicProfile(name="A", site=typed).site == kept


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Help", ("", "Help")),
        ("[es] Ayuda", ("es", "Ayuda")),
        ("[zh-Hant]幫助", ("zh-Hant", "幫助")),
        ("Call [us]", ("", "Call [us]")),
    ],
)
def test_a_line_may_begin_with_its_language(line: str, parts: tuple[str, str]) -> None:
    assert spoken(line) == parts
