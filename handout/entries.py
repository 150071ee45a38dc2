"""The kinds of values that a clinic's file may hold, each with its check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import phonenumbers
from pydantic import AfterValidator, Field, HttpUrl, ValidationError, ValidationInfo

from handout import colour, lettering
from handout.languages import spoken
from handout.logo import read_logo

# As letters go; more would not fit where they are printed.
LINE, TEXT = 200, 1000


def _settle(value: str) -> str:
    """Take tabs for spaces, and letters with their accents for one."""
    return lettering.composed(value.replace("\t", " "))


def _on_one_line(value: str) -> str:
    if "\n" in value:
        raise ValueError("has more than one line; write it on one line")
    return value


def _joined(value: str) -> str:
    return " ".join(line.strip() for line in value.splitlines())


def _check_phone(value: str) -> str:
    try:
        number = phonenumbers.parse(value, "US")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise ValueError("is not a phone number; write it like (503) 555-0142")
    return value


def _check_web(value: str) -> str:
    try:
        HttpUrl(value)
    except ValidationError:
        raise ValueError("is not a web address; write it like https://clinic.example") from None
    return value


def _as_folder(value: str) -> str:
    """Return the address of a published site as that of a folder, ready for names of pages."""
    address = HttpUrl(_check_web(value))
    if address.query or address.fragment or (address.path or "").endswith((".html", ".htm")):
        raise ValueError(
            "is not the address of a folder; leave out what comes after the last slash, "
            "like https://clinic.example/ketamine/"
        )
    return str(address).rstrip("/") + "/"


def lines_of(value: str) -> list[str]:
    """Return the lines of an entry that hold something."""
    return [line.strip() for line in value.splitlines() if line.strip()]


def _check_languages(value: str) -> str:
    for line in lines_of(value):
        spoken(line)
    return value


def _check_colour(value: str) -> str:
    if not colour.is_colour(value):
        raise ValueError('is not a color; write it like "#1f5f6b"')
    ratio = colour.contrast(value, colour.WHITE)
    if ratio < colour.LEAST_CONTRAST:
        raise ValueError(
            f"has a contrast of {colour.rounded_down(ratio)} to 1 on white, under "
            f"{colour.LEAST_CONTRAST} to 1; choose a darker one, such as {colour.darkened(value)}"
        )
    return value


def _check_logo(value: str, info: ValidationInfo) -> str:
    # Whoever validates says where the files lie.
    assert info.context is not None
    read_logo(value, Path(info.context["folder"]))
    return value


# One line; several lines that are printed one after the other, those in other languages marked;
# sentences, however broken.
Line = Annotated[
    str, Field(min_length=1, max_length=LINE), AfterValidator(_settle), AfterValidator(_on_one_line)
]
Lines = Annotated[str, Field(min_length=1, max_length=TEXT), AfterValidator(_settle)]
Notices = Annotated[Lines, AfterValidator(_check_languages)]
Words = Annotated[Lines, AfterValidator(_joined)]

Phone = Annotated[Line, AfterValidator(_check_phone)]
Web = Annotated[Line, AfterValidator(_check_web)]
Site = Annotated[Line, AfterValidator(_as_folder)]
Colour = Annotated[Line, AfterValidator(_check_colour)]
# Not settled: a file's name is found as it is.
LogoName = Annotated[
    str,
    Field(min_length=1, max_length=LINE),
    AfterValidator(_on_one_line),
    AfterValidator(_check_logo),
]
# Hours, in quarters; minutes.
Hours = Annotated[float, Field(ge=0, le=24, multiple_of=0.25, allow_inf_nan=False)]
Minutes = Annotated[int, Field(ge=0, le=240)]
