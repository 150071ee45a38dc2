"""The front sheet: one leaf, the first side complete on its own, whatever a clinic tells."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from handout.build import Target
from rst2pdf_tagged.verify import verify
from tests.codes import codes_in
from tests.copies import copy_of_project
from tests.printed import lettered, pages
from tests.printing import print_handout

LEAVES = ["ketamine-front-sheet-letter", "ketamine-front-sheet-a4"]
# The least type on the front sheet, as in the handout.
LEAST_SMALL = 10.5
# Millimetres; what a phone reads at arm's length.
LEAST_CODE = 25
LONG = "An example text as long as it may be, "
# Every entry that stands on the leaf as long as the file may have it.
FULL = f"""
name = "{(LONG * 9)[:199]}Z"
phone = "(503) 555-0142"
after_hours = "(503) 555-0143"
hours = \"\"\"{(LONG * 30)[:1000]}\"\"\"
web = "https://{"long-" * 20}clinic.example"
[visit]
escort = "{(LONG * 9)[:200]}"
driving = "{(LONG * 9)[:200]}"
bring = [{", ".join(f'"{(LONG * 9)[:200]}"' for _ in range(7))}]
[review]
name = "{(LONG * 9)[:200]}"
credentials = "{(LONG * 9)[:200]}"
date = 2026-11-01
next = 2027-11-01
"""


@pytest.fixture(scope="module", params=["clear", "example"])
def packet(request: pytest.FixtureRequest, target: Target, example: Target) -> Path:
    """The folder with all that is printed for a clinic."""
    return {"clear": target, "example": example}[request.param].folder / "pdf"


@pytest.mark.parametrize("name", LEAVES)
def test_the_front_sheet_is_one_leaf(packet: Path, name: str) -> None:
    assert len(pypdfium2.PdfDocument(packet / f"{name}.pdf")) == 2


@pytest.mark.parametrize("name", LEAVES)
@pytest.mark.parametrize(
    "words",
    [
        "The main message",
        "It does not help everyone, the benefit often fades, and it has real risks.",
        "has not approved ketamine for depression",
        "Tell us about your health and every medicine you take.",
        "Do not drive until the next day, after a restful sleep",
        "You can stop or say no at any time.",
        "Clinic phone:",
        "After hours:",
        "You have chest pain, trouble breathing, or a severe headache.",
        "Your mood drops, or you have more thoughts of suicide.",
        "Tell us at your next visit",
        "Call or text 988, or chat at 988lifeline.org, any hour, free",
        "text AYUDA to 988",
        "text 838255",
        "ASL Now",
    ],
)
def test_the_first_side_of_the_front_sheet_is_complete_on_its_own(
    packet: Path, name: str, words: str
) -> None:
    assert words in flat(front_sides(packet, name)[0])


@pytest.mark.parametrize("name", LEAVES)
@pytest.mark.parametrize(
    "words",
    ["The benefit often fades", "Breathing can slow", "some people come to depend on ketamine",
     "Past bleeding in the brain", "Ask an adult to take you home",
     "You have other choices, and you can choose none.", "reviewed this text"],
)  # fmt: skip
def test_the_second_side_says_what_else_matters(packet: Path, name: str, words: str) -> None:
    assert words in flat(front_sides(packet, name)[1])


def flat(text: str) -> str:
    return text.replace("\u201c", '"').replace("\u201d", '"')


def front_sides(packet: Path, name: str) -> list[str]:
    return [page.body for page in pages(packet / f"{name}.pdf")]


@pytest.mark.parametrize("name", LEAVES)
def test_the_front_sheet_has_no_mark_of_a_source_and_says_where_they_are(
    packet: Path, name: str
) -> None:
    text = " ".join(front_sides(packet, name))

    assert re.findall(r"\[[\d, ]+\]", text) == []
    assert "lists the source of each fact" in text


@pytest.mark.parametrize("name", LEAVES)
def test_no_type_on_the_front_sheet_is_smaller_than_in_the_handout(packet: Path, name: str) -> None:
    sizes = {
        round(char["size"], 1) for page in lettered(packet / f"{name}.pdf") for char in page.chars
    }

    assert min(sizes) >= LEAST_SMALL


@pytest.mark.slow
def test_a_clinic_with_all_that_it_may_tell_has_one_leaf_too(tmp_path: Path) -> None:
    root = copy_of_project(tmp_path / "project")
    (root / "clinics" / "full.toml").write_text(FULL, encoding="utf-8")
    conf = (root / "conf.py").read_text(encoding="utf-8")
    only = 'pdf_documents = [entry for entry in pdf_documents if "front-sheet" in entry[1]]\n'
    (root / "conf.py").write_text(f"{conf}{only}", encoding="utf-8")

    made = print_handout(tmp_path / "out", {"handout_clinic": "full"}, root)

    assert sorted(path.stem for path in made) == sorted(LEAVES)
    for path in made:
        assert len(pypdfium2.PdfDocument(path)) == 2
        assert verify(path) == []
        assert [round(code.width, 1) >= LEAST_CODE for code in codes_in(path)] == [True]
        first, second = (page.body for page in pages(path))
        assert "If you are thinking about suicide" in first
        assert second.count("An example text as long as it may be") > 20
