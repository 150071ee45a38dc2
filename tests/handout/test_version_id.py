"""The id at the foot of a page changes with all that a reader sees, and with nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.__main__ import main
from handout.errors import HandoutError
from handout.piles import which_version
from handout.profile import load_profile
from handout.settings import version_of
from handout.version_id import typed_id, version_id
from tests.copies import copy_of_project

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from handout.build import Target


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_of_project(tmp_path_factory.mktemp("ids") / "project")
    (root / "clinics" / "new.toml").write_text('name = "New Example"\n', encoding="utf-8")
    return root


def id_of(root: Path, clinic: str = "example") -> str:
    return version_id(load_profile(clinic, root), root, version_of(root), "en")


# (file, words to replace, new words)
SEEN = [
    ("source/risks.rst", "You have a right", "You have the right"),
    ("source/labels.toml", 'page = "Page"', 'page = "page"'),
    ("source/references.bib", "year         = {2022}", "year         = {2021}"),
    ("source/claims.toml", 'short = "Fast relief', 'short = "Quick relief'),
    ("images/brain.svg", "</svg>", "<!-- new --></svg>"),
    ("theme/pdf/handout.yaml", "spacing-footer: 5pt", "spacing-footer: 6pt"),
    ("clinics/example.toml", "555-0142", "555-0143"),
    ("clinics/logos/example.svg", "</svg>", "<!-- new --></svg>"),
]
UNSEEN = [
    ("source/risks.rst", "You have a right", ".. claim:: D3 D4\n\nYou have a right"),
    ("source/references.bib", "  year ", "  checked = {2026-01-01},\n  year "),
    ("source/claims.toml", 'about = "', 'about = "It is: '),
    ("clinics/example.toml", "name =", "# a remark\nname ="),
    ("source/risks.rst", "\n", "\r\n"),
    ("source/must-not-say.toml", "\n", "\n# a remark\n"),
    ("clinics/clear.toml", "name =", 'phone = "(503) 555-0143"\nname ='),
]


def changed(root: Path, file: str, old: str, new: str) -> str:
    """Return the id after a change that is taken back again."""
    path = root / file
    before = path.read_bytes()
    assert old.encode() in before
    path.write_bytes(before.replace(old.encode(), new.encode()))
    try:
        return id_of(root)
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize(("file", "old", "new"), SEEN, ids=lambda part: part[:24])
def test_it_changes_with_what_is_seen(project: Path, file: str, old: str, new: str) -> None:
    assert changed(project, file, old, new) != id_of(project)


@pytest.mark.parametrize(("file", "old", "new"), UNSEEN, ids=lambda part: part[:24])
def test_it_does_not_change_with_what_nobody_sees(
    project: Path, file: str, old: str, new: str
) -> None:
    assert changed(project, file, old, new) == id_of(project)


def test_each_clinic_has_its_own(project: Path) -> None:
    assert id_of(project) != id_of(project, "new")


@pytest.mark.parametrize(
    "typed",
    [
        "1.0-3f9a2c",
        " Version 1.0-3F9A2C ",
        "version 1.0 - 3f9a2c",
        "Version\u00a01.0\u20133f9a2c.",
        "1.0-\n3f9a\u00ad2c",
        "Example Clinic \u00b7 Version 1.0-3f9a2c \u00b7 Reviewed Nov 26, 2026",
    ],
)
def test_an_id_may_be_typed_as_people_do(typed: str) -> None:
    assert typed_id(typed) == "1.0-3f9a2c"


@pytest.mark.parametrize("typed", ["", "1.0", "3f9a2c", "1.0-3f9a2", "1.0-3f9a2g", "1.0-3f9a2cc"])
def test_what_is_no_id_is_told(project: Path, typed: str, today: date) -> None:
    with pytest.raises(HandoutError, match="is no id; type what stands behind 'Version'"):
        which_version(typed, project, today)


@pytest.fixture
def today(example: Target) -> date:
    review = load_profile("example", example.root).review
    assert review is not None
    return review.date


def test_a_current_pile_is_told_with_its_clinic_and_its_review(project: Path, today: date) -> None:
    answer = which_version(id_of(project).upper(), project, today)

    assert "is current: the handout of Example Clinic (fictional)." in answer
    assert "You can give it out" in answer


def test_a_pile_of_a_review_that_is_past_is_held_back(project: Path, today: date) -> None:
    answer = which_version(id_of(project), project, today.replace(year=today.year + 2))

    assert "But its review fell due on" in answer
    assert "clinics/example.toml" in answer


def test_a_text_that_nobody_has_reviewed_is_told(project: Path, today: date) -> None:
    answer = which_version(id_of(project, "new"), project, today)

    assert "No clinician has reviewed its text yet." in answer


def test_an_old_pile_is_not_to_be_given_out(project: Path, today: date) -> None:
    answer = which_version("1.0-000000", project, today)

    assert "is not current" in answer
    assert "Do not give out this pile" in answer
    assert id_of(project) in answer


def test_the_command_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["which-version", "1.0-000000"]) == 0
    assert "is not current" in capsys.readouterr().out
    assert main(["which-version", "nothing"]) == 1
    assert "is no id" in capsys.readouterr().err
