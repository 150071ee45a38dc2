"""A clinic's own facts, read from ``clinics/<name>.toml`` and checked once.

Every entry but the name may be left out; what nobody told us is printed as a blank.
"""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path
from typing import Annotated

import phonenumbers
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from handout.entries import (
    Colour,
    Hours,
    Line,
    Lines,
    LogoName,
    Minutes,
    Notices,
    Phone,
    Site,
    Web,
    Words,
)
from handout.errors import HandoutError
from handout.near import did_you_mean
from handout.profile_faults import Faults, Schema, syntax_fault
from handout.source_text import read_source, settled_toml

CLINICS = Path("clinics")
# How long the words may stand unread by a clinician.
LONGEST_REVIEW = 24


class Entries(BaseModel):
    """Settings shared by all tables of a clinic file."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, str_strip_whitespace=True)


class Brand(Entries):
    """How the clinic shows itself.

    :ivar logo: file of a picture, seen from ``clinics/``; :ivar logo_alt: what it shows.
    :ivar color: like ``#1f5f6b``, dark enough for text on white.
    """

    logo: LogoName | None = None
    logo_alt: Annotated[Line | None, Field(validate_default=True)] = None
    color: Colour | None = None

    @field_validator("logo_alt")
    @classmethod
    def _is_told_with_a_logo(cls, value: str | None, info: ValidationInfo) -> str | None:
        # A logo that is there but wrong is not in the data at all.
        if value is None and info.data.get("logo", "wrong") is not None:
            raise ValueError("is missing; say in a few words what the logo shows")
        return value


class Visit(Entries):
    """What differs from clinic to clinic about a visit.

    :ivar forms: in which ketamine is offered; :ivar bring: more things to bring.
    :ivar escort: who may drive a patient home; :ivar driving: when they may drive again.
    """

    forms: Annotated[list[Line], Field(min_length=1, max_length=7)] | None = None
    no_food_hours: Hours | None = None
    no_drink_hours: Hours | None = None
    arrive_early_minutes: Minutes | None = None
    stay_hours: Annotated[Hours, Field(gt=0)] | None = None
    escort: Words | None = None
    driving: Words | None = None
    visits: Words | None = None
    blood_pressure: Line | None = None
    bring: Annotated[list[Line], Field(min_length=1, max_length=7)] | None = None


class Review(Entries):
    """Who checked the words, and when.

    :ivar date: day of the review.
    :ivar next: day by which it must be checked again.
    """

    name: Line
    credentials: Line
    date: datetime.date
    next: datetime.date

    @field_validator("date")
    @classmethod
    def _has_been(cls, value: datetime.date) -> datetime.date:
        if value > datetime.datetime.now(tz=datetime.UTC).date() + datetime.timedelta(days=1):
            raise ValueError("is a day to come; write the day on which the text was checked")
        return value

    @field_validator("next")
    @classmethod
    def _is_soon(cls, value: datetime.date, info: ValidationInfo) -> datetime.date:
        checked = info.data.get("date")
        if checked is not None and value <= checked:
            raise ValueError("is not after the review; write the day of the next one")
        if checked is not None and months_between(checked, value) > LONGEST_REVIEW:
            raise ValueError(
                f"is more than {LONGEST_REVIEW} months after the review; choose an earlier day"
            )
        return value


class ClinicProfile(Entries):
    """What one clinic tells about itself; ``None`` means: nobody told us.

    :ivar phone: day-time number; :ivar after_hours: number for nights and weekends.
    :ivar hours: when it is open; :ivar web: web address of the clinic.
    :ivar site: web address of the folder where it has put this handout's web site.
    :ivar feedback: where to send remarks on the handout.
    :ivar funding: one sentence on who paid for the handout.
    :ivar language_help: a notice on free help in other languages.
    """

    name: Line
    phone: Phone | None = None
    after_hours: Phone | None = None
    hours: Lines | None = None
    address: Lines | None = None
    web: Web | None = None
    site: Site | None = None
    feedback: Words | None = None
    funding: Words | None = None
    language_help: Notices | None = None
    brand: Brand = Brand()
    visit: Visit = Visit()
    review: Review | None = None


# The one entry whose letters nobody sees.
FILES = frozenset({("brand", "logo")})
TABLES: dict[str, type[Entries]] = {"brand": Brand, "visit": Visit, "review": Review}


def schema() -> Schema:
    """Return what a clinic's file may hold: table -> entries, the top of the file as ``""``."""
    return {
        "": [name for name in ClinicProfile.model_fields if name not in TABLES],
        **{table: list(model.model_fields) for table, model in TABLES.items()},
    }


def months_between(first: datetime.date, last: datetime.date) -> int:
    """Return how many months lie between two days; one that has begun counts."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months + (last.day > first.day)


def tel(number: str) -> str:
    """Return the ``tel:`` address of a US phone number (RFC 3966)."""
    parsed = phonenumbers.parse(number, "US")
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.RFC3966))


def link_address(web: str) -> str:
    """Return a web address as a link needs it, marks such as quotes percent-encoded."""
    return str(HttpUrl(web))


def clinic_names(root: Path) -> list[str]:
    """Return the names of the clinics below the project folder *root*: its files' names, in order.

    Hidden files are no clinics; some systems put one beside each file that they copy.
    """
    return sorted(file.stem for file in (root / CLINICS).glob("[!.]*.toml"))


def profile_path(clinic: str, root: Path) -> Path:
    """Return the file of *clinic* below the project folder *root*.

    :raises HandoutError: there is no such clinic; names those that there are.
    """
    path = root / CLINICS / f"{clinic}.toml"
    if path.is_file():
        return path
    known = clinic_names(root)
    if clinic in known:
        raise HandoutError(
            "this is no file, or leads to one that is gone; put the file back, or delete this",
            f"{CLINICS}/{clinic}.toml",
        )
    hint = did_you_mean(clinic, known, f"there are: {', '.join(known)}", "'{}'")
    raise HandoutError(f"there is no clinic '{clinic}'; {hint}", f"{CLINICS}/{clinic}.toml")


def load_profile(clinic: str, root: Path) -> ClinicProfile:
    """Return the checked facts of *clinic*.

    :raises HandoutError: the file is missing or wrong; all of its faults in one message.
    """
    path = profile_path(clinic, root)
    place = f"{CLINICS}/{path.name}"
    try:
        text = settled_toml(read_source(path, place))
        data = tomllib.loads(text)
    except PermissionError:
        raise HandoutError(
            "this file may not be read; give yourself the right to read it", place
        ) from None
    except tomllib.TOMLDecodeError as error:
        sentence, line = syntax_fault(error, text)
        raise HandoutError(sentence, f"{place}:{line}") from None
    told = Faults(text, schema())
    faults = list(told.of_letters(data, FILES))
    try:
        profile = ClinicProfile.model_validate(data, context={"folder": root / CLINICS})
    except ValidationError as error:
        faults += told.of_entries(error.errors())
    if faults:
        raise HandoutError("\n".join(_with_place(place, *fault) for fault in sorted(faults)))
    return profile


def _with_place(place: str, line: int, sentence: str) -> str:
    return f"{place}:{line}: {sentence}" if line else f"{place}: {sentence}"
