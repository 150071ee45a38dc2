"""What CONTRIBUTING.md tells people to do works to the letter, in a copy of the project."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.copies import copy_of_project, with_one_pdf

if TYPE_CHECKING:
    from pathlib import Path

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
STEP = re.compile(
    r"(Write|[Aa]dd to the end of)\b[^`\n]* `([^`]+)`:\n\n```\w+\n(.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


def section(title: str) -> str:
    return CONTRIBUTING.split(f"\n## {title}\n")[1].split("\n## ")[0]


def follow(title: str, root: Path) -> list[str]:
    """Write the files of a section into the project *root*; return their names."""
    steps = STEP.findall(section(title))
    for verb, name, text in steps:
        path = root / name
        before = (
            ""
            if verb == "Write"
            else path.read_text(encoding="utf-8") + "\n" * text.startswith(("[", ".."))
        )
        assert verb != "Write" or not path.exists()
        path.write_text(before + text, encoding="utf-8")
    return [name for _, name, _ in steps]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a chapter, a picture and a clinic more, as the text says."""
    root = copy_of_project(tmp_path_factory.mktemp("recipes") / "project")
    with_one_pdf(root)
    # The handout's own score names tests; what became of the clinic's post lies in docs.
    for name in ("tests", "docs"):
        (root / name).symlink_to(ROOT / name)
    assert len(follow("Add a chapter", root)) == 3
    assert follow("Add a picture", root) == ["source/getting-here.rst"]
    copy, make = section("Add a clinic").split("```\n")[1].splitlines()
    subprocess.run(shlex.split(copy), cwd=root, check=True)
    assert make == "make CLINIC=river"
    return root


@pytest.mark.slow
def test_a_chapter_a_picture_and_a_clinic_are_added_as_it_says(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "handout", "prose", "--clinic", "river"],
        cwd=root, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip

    # As the text says, too: one chapter more, and the handout is too long.
    assert done.stderr == (
        "build/river/en/pdf/ketamine-handout-letter.pdf: this has 21 pages, and 20 are the most; "
        "take out or shorten words\n"
    )
    assert done.returncode == 1
    assert "Advice:" not in done.stdout
    page = (root / "build" / "river" / "en" / "html" / "getting-here.html").read_text("utf-8")
    assert "How to come to us" in page
    assert "(503) 555-0142" in page
    assert "Your trip begins at home" in page
