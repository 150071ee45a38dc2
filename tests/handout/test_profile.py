"""A clinic's file: what it may hold, what comes of it, and the guide that explains it."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from handout import lettering
from handout.facts import FACTS
from handout.labels import load_labels
from handout.profile import load_profile, schema, tel
from tests.conftest import ROOT
from tests.handout.clinic_file import NAMED, REVIEW, cmap

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = (ROOT / "clinics" / "README.md").read_text(encoding="utf-8")
# The uprights that print clinics' facts.
WEIGHTS = ("Regular", "Semibold", "Bold", "Black")


def entries(data: dict[str, object]) -> dict[str, list[str]]:
    """Return table -> entries of a clinic's file, the top of it as ``""``."""
    tables = {name: list(value) for name, value in data.items() if isinstance(value, dict)}
    return {"": [name for name in data if name not in tables], **tables}


# -- What it gives -------------------------------------------------------------------------------


def test_the_real_clinic_has_a_name_and_nothing_made_up() -> None:
    text = (ROOT / "clinics" / "clear.toml").read_text(encoding="utf-8")

    assert load_profile("clear", ROOT).name == "CLEAR Ketamine + Psychiatry"
    assert not re.search(r"555.?01\d\d|fictional|example\b(?!\.toml)", text, re.IGNORECASE)


def test_the_real_clinics_file_lists_every_entry_to_fill_in() -> None:
    text = (ROOT / "clinics" / "clear.toml").read_text(encoding="utf-8")
    filled = re.sub(r"^(# )?(\w+) =.*$", r"\2 = 1", text, flags=re.MULTILINE)
    filled = re.sub(r"^# \[", "[", filled, flags=re.MULTILINE)

    assert entries(tomllib.loads(filled)) == schema()


def test_the_example_clinic_fills_every_entry_and_says_that_it_is_made_up() -> None:
    text = (ROOT / "clinics" / "example.toml").read_text(encoding="utf-8")
    profile = load_profile("example", ROOT)

    assert entries(tomllib.loads(text)) == schema()
    assert "fictional" in profile.name
    assert all("555-01" in found for found in re.findall(r"\(\d{3}\) [\d-]+", text))


def test_every_entry_but_those_on_look_and_place_can_stand_in_a_chapter() -> None:
    known = {f"{table}.{name}".strip(".") for table, names in schema().items() for name in names}

    assert {fact.entry for fact in FACTS.values()} == {
        name for name in known if name != "site" and not name.startswith("brand.")
    }
    assert set(load_labels(ROOT)["facts"]) == set(FACTS)


def test_values_are_data(clinic: Path) -> None:
    clinic.write_text("name = 'A *star* | `tick` <b> & \\ {{x}} é'\n", encoding="utf-8")

    assert load_profile("test", clinic.parent.parent).name == "A *star* | `tick` <b> & \\ {{x}} é"


def test_a_byte_order_mark_is_harmless(clinic: Path) -> None:
    clinic.write_bytes(b'\xef\xbb\xbfname = "A"\n')

    assert load_profile("test", clinic.parent.parent).name == "A"


def test_lines_of_one_sentence_are_joined_and_lines_of_an_address_are_kept(clinic: Path) -> None:
    text = '"""\nOne\n  two\tthree\n"""'
    clinic.write_text(f"{NAMED}funding = {text}\naddress = {text}\n", encoding="utf-8")

    profile = load_profile("test", clinic.parent.parent)

    assert (profile.funding, profile.address) == ("One two three", "One\n  two three")


def test_a_review_may_hold_for_two_years(clinic: Path) -> None:
    text = REVIEW.format(name="B", date="2026-01-01", next="2028-01-01")
    clinic.write_text(text, encoding="utf-8")

    assert load_profile("test", clinic.parent.parent).review is not None


def test_a_phone_number_becomes_an_address_to_call() -> None:
    assert tel("(503) 555-0142") == "tel:+1-503-555-0142"


def test_a_letter_and_its_accent_may_be_typed_one_after_the_other(clinic: Path) -> None:
    clinic.write_text('name = "Cafe\u0301"\n', encoding="utf-8")

    assert load_profile("test", clinic.parent.parent).name == "Café"


def test_all_weights_have_the_letters_of_the_one_that_is_asked() -> None:
    assert {frozenset(cmap(weight)) for weight in WEIGHTS} == {frozenset(cmap("Regular"))}
    assert {ord(letter) for letter in lettering.letters()} <= cmap("Regular")


# -- The guide -----------------------------------------------------------------------------------


def documented(guide: str) -> dict[str, dict[str, str]]:
    """Return table -> entry -> its example, from the tables of the *guide*."""
    tables: dict[str, dict[str, str]] = {}
    for part in guide.split("\n## ")[1:]:
        head = re.match(r"`\[(\w+)\]`", part)
        rows = re.findall(r"^\| `(\w+)` \| .* \| `(.*)` \|$", part, re.MULTILINE)
        tables[head[1] if head else ""] = dict(rows)
    return tables


def test_the_guide_for_clinics_explains_every_entry_and_no_other() -> None:
    assert {table: list(rows) for table, rows in documented(GUIDE).items()} == schema()


def test_every_example_of_the_guide_is_right(clinic: Path) -> None:
    (clinic.parent / "logos").mkdir()
    logo = ROOT / "clinics" / "logos" / "example.svg"
    (clinic.parent / "logos" / "example.svg").write_bytes(logo.read_bytes())
    lines = []
    for table, rows in documented(GUIDE).items():
        lines += [f"[{table}]"] if table else []
        lines += rows.values()
    clinic.write_text("\n".join(lines), encoding="utf-8")

    load_profile("test", clinic.parent.parent)

    assert entries(tomllib.loads(clinic.read_text(encoding="utf-8"))) == schema()


def test_an_entry_that_the_guide_forgets_is_found() -> None:
    forgetful = GUIDE.replace("| `stay_hours` |", "| `stay` |")

    assert {table: list(rows) for table, rows in documented(forgetful).items()} != schema()
