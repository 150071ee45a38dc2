"""A clinic's file: what it gives, and what an editor is told when it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.errors import HandoutError
from handout.profile import ClinicProfile, Review, load_profile, tel
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


REVIEW = """name = "A"
[review]
name = "{name}"
credentials = "MD"
date = {date}
next = {next}
"""


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    (tmp_path / "clinics").mkdir()
    return tmp_path / "clinics" / "test.toml"


def test_the_real_clinic_has_a_name_and_nothing_made_up() -> None:
    profile = load_profile("clear", ROOT)

    facts = profile.model_dump()
    assert facts.pop("name") == "CLEAR Ketamine + Psychiatry"
    assert set(facts.values()) == {None}


def test_the_example_clinic_fills_every_entry_and_says_that_it_is_made_up() -> None:
    profile = load_profile("example", ROOT)

    assert all(value is not None for value in profile.model_dump().values())
    assert "fictional" in profile.name
    assert "555-01" in profile.phone


def test_values_are_data(clinic: Path) -> None:
    clinic.write_text("name = 'A *star* | `tick` <b> & \\ {{x}} é'\n", encoding="utf-8")

    assert load_profile("test", clinic.parent.parent).name == "A *star* | `tick` <b> & \\ {{x}} é"


def test_a_byte_order_mark_is_harmless(clinic: Path) -> None:
    clinic.write_bytes(b'\xef\xbb\xbfname = "A"\n')

    assert load_profile("test", clinic.parent.parent).name == "A"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param('name = "A"\nphon = "1"\n', "clinics/test.toml:2: there is no entry 'phon'; did you mean 'phone'?", id="unknown-entry"),
        pytest.param('phone = "(503) 555-0142"\n', "clinics/test.toml: the entry 'name' is missing; add it", id="no-name"),
        pytest.param('name = "A"\nphone = "call us"\n', "clinics/test.toml:2: 'phone' is not a phone number; write it like (503) 555-0142", id="phone"),
        pytest.param('name = "A"\nweb = "www"\n', "clinics/test.toml:2: 'web' is not a web address; write it like https://clinic.example", id="web"),
        pytest.param('name = "A"\nphone = 503\n', "clinics/test.toml:2: 'phone' must be a text in quotes", id="type"),
        pytest.param('name = ""\n', "clinics/test.toml:1: 'name' is empty; fill it in or remove the line", id="empty"),
        pytest.param('name = "A\n', "clinics/test.toml:1: this line cannot be read", id="syntax"),
        pytest.param('name = "A"\n[review]\nname = "B"\ncredentials = "MD"\ndate = 2026-01-01\nnext = "soon"\n', "clinics/test.toml:6: 'next' must be a day like 2026-01-31", id="date"),
        pytest.param(REVIEW.format(name="", date="2026-01-01", next="2027-01-01"), "clinics/test.toml:3: 'name' is empty; fill it in", id="name-of-reviewer"),
        pytest.param(REVIEW.format(name="B", date="2199-01-01", next="2199-06-01"), "clinics/test.toml:5: 'date' is a day to come", id="review-to-come"),
        pytest.param(REVIEW.format(name="B", date="2026-01-01", next="2026-01-01"), "clinics/test.toml:6: 'next' is not after the review", id="next-too-early"),
        pytest.param(REVIEW.format(name="B", date="2026-01-01", next="2028-01-02"), "clinics/test.toml:6: 'next' is more than 24 months after the review", id="next-too-late"),
    ],
)  # fmt: skip
def test_a_fault_is_named_in_one_plain_sentence(clinic: Path, text: str, sentence: str) -> None:
    clinic.write_text(text, encoding="utf-8")

    with pytest.raises(HandoutError) as caught:
        load_profile("test", clinic.parent.parent)

    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value)


def test_a_review_may_hold_for_two_years(clinic: Path) -> None:
    text = REVIEW.format(name="B", date="2026-01-01", next="2028-01-01")
    clinic.write_text(text, encoding="utf-8")

    assert load_profile("test", clinic.parent.parent).review is not None


def test_the_guide_for_clinics_explains_every_entry() -> None:
    guide = (ROOT / "clinics" / "README.md").read_text(encoding="utf-8")

    for entry in (*ClinicProfile.model_fields, *Review.model_fields):
        assert f"`{entry}`" in guide or f"`[{entry}]`" in guide, entry


def test_all_faults_come_in_one_go(clinic: Path) -> None:
    clinic.write_text('name = "A"\nphon = "1"\nweb = "www"\n', encoding="utf-8")

    with pytest.raises(HandoutError) as caught:
        load_profile("test", clinic.parent.parent)

    assert len(str(caught.value).splitlines()) == 2


def test_an_unknown_clinic_is_answered_with_the_nearest_name() -> None:
    with pytest.raises(HandoutError, match="there is no clinic 'cleer'; did you mean 'clear'\\?"):
        load_profile("cleer", ROOT)


def test_a_phone_number_becomes_an_address_to_call() -> None:
    assert tel("(503) 555-0142") == "tel:+1-503-555-0142"
