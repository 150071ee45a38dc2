"""A clinic's own facts, read from ``clinics/<name>.toml`` and checked once.

Every entry but the name may be left out; what nobody told us is printed as a blank.
"""

from __future__ import annotations

import datetime
import difflib
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any

import phonenumbers
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import ErrorDetails

from handout.errors import HandoutError

CLINICS = Path("clinics")
# How long the words may stand unread by a clinician.
LONGEST_REVIEW = 24


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


Line = Annotated[str, Field(min_length=1)]
Phone = Annotated[Line, AfterValidator(_check_phone)]
Web = Annotated[Line, AfterValidator(_check_web)]


class Entries(BaseModel):
    """Settings shared by both tables of a clinic file."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


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
    :ivar web: web address; :ivar feedback: where to send remarks on the handout.
    :ivar funding: one sentence on who paid for the handout.
    """

    name: Line
    phone: Phone | None = None
    after_hours: Phone | None = None
    address: Line | None = None
    web: Web | None = None
    feedback: Line | None = None
    funding: Line | None = None
    review: Review | None = None


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


def profile_path(clinic: str, root: Path) -> Path:
    """Return the file of *clinic* below the project folder *root*.

    :raises HandoutError: there is no such clinic; names those that there are.
    """
    path = root / CLINICS / f"{clinic}.toml"
    if path.is_file():
        return path
    known = sorted(file.stem for file in (root / CLINICS).glob("*.toml"))
    near = difflib.get_close_matches(clinic, known, n=1)
    hint = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(known)}"
    raise HandoutError(f"there is no clinic '{clinic}'; {hint}", f"{CLINICS}/{clinic}.toml")


def load_profile(clinic: str, root: Path) -> ClinicProfile:
    """Return the checked facts of *clinic*.

    :raises HandoutError: the file is missing or wrong; all of its faults in one message.
    """
    path = profile_path(clinic, root)
    place = f"{CLINICS}/{path.name}"
    try:
        text = path.read_text(encoding="utf-8-sig")
        return ClinicProfile.model_validate(tomllib.loads(text))
    except UnicodeDecodeError:
        raise HandoutError(
            "this file is not saved as UTF-8; save it again as UTF-8", place
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise HandoutError(*_syntax_fault(error, place, text)) from None
    except ValidationError as error:
        faults = [_entry_fault(fault, text, place) for fault in error.errors()]
        raise HandoutError("\n".join(faults)) from None


def _syntax_fault(error: tomllib.TOMLDecodeError, place: str, text: str) -> tuple[str, str]:
    """Return a plain sentence for what is no TOML, and its line; the last if it runs on."""
    reason, _, position = str(error).partition(" (at ")
    line = re.match(r"line (\d+)", position)
    place = f"{place}:{line[1] if line else len(text.splitlines())}"
    return f'this line cannot be read ({reason.lower()}); write it like phone = "..."', place


def _entry_fault(fault: ErrorDetails, text: str, place: str) -> str:
    path = [str(part) for part in fault["loc"]]
    line = _line_of(path, text)
    where = f"{place}:{line}" if line else place
    return f"{where}: {_reason(fault, path)}"


def _reason(fault: ErrorDetails, path: list[str]) -> str:
    name = path[-1]
    match fault["type"]:
        case "extra_forbidden":
            model: type[BaseModel] = (
                Review if path[0] == "review" and len(path) > 1 else ClinicProfile
            )
            near = difflib.get_close_matches(name, model.model_fields, n=1)
            hint = f"did you mean '{near[0]}'?" if near else "remove the line"
            return f"there is no entry '{name}'; {hint}"
        case "missing":
            return f"the entry '{name}' is missing; add it"
        case "value_error":
            return f"'{name}' {fault['ctx']['error']}"
        case "string_too_short":
            return f"'{name}' is empty; fill it in or remove the line"
    wanted: dict[str, Any] = {
        "string_type": "a text in quotes",
        "date_type": "a day like 2026-01-31",
    }
    kind = wanted.get(fault["type"]) or (
        "a day like 2026-01-31" if "date" in fault["type"] else "other"
    )
    return f"'{name}' must be {kind}" if kind != "other" else f"'{name}': {fault['msg'].lower()}"


def _line_of(path: list[str], text: str) -> int | None:
    """Return the 1-based line on which an entry or table stands in *text*.

    :param path: the entry's name, behind that of the table it is in.
    """
    *table, name = path
    here: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        head = re.match(r"\s*\[\s*['\"]?([^\]'\"]+?)['\"]?\s*\]", line)
        here = [head[1]] if head else here
        is_entry = here == table and re.match(rf"\s*['\"]?{re.escape(name)}['\"]?\s*=", line)
        if is_entry or (head and here == path):
            return number
    return None
