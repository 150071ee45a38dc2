"""Notes pages in real builds: as many as fill the sheets, and the numbers are right."""

from __future__ import annotations

import itertools
import re
import shutil
from typing import TYPE_CHECKING

import pdfplumber
import pikepdf
import pytest

from handout.booklet import impose
from rst2pdf_tagged.verify import verify
from tests.rst2pdf_tagged.conftest import ROOTS, run_sphinx
from tests.rst2pdf_tagged.heard import elements
from tests.sheets import sides_of, too_close_to_the_edge

if TYPE_CHECKING:
    from pathlib import Path

BREAK = "\n\n.. raw:: pdf\n\n   PageBreak\n\n"


def build(folder: Path, before: int, behind: int, **settings: object) -> Path:
    """Build pages *before* the notes, among them the contents, and pages *behind* them."""
    project, out = folder / "project", folder / "out"
    shutil.copytree(ROOTS / "test-notes", project)
    out.mkdir()
    front = BREAK.join(f"Before {number}." for number in range(2, before + 1))
    back = BREAK.join(f"Behind {number}." for number in range(1, behind + 1))
    text = f"Front\n=====\n\n{front}\n\n.. notes-here::\n\nBack\n====\n\n{back}\n"
    (project / "index.rst").write_text(text, encoding="utf-8")
    done = run_sphinx(project, out, True, False, dict(settings))
    assert (done.status, done.messages) == (0, "")
    return out / "out.pdf"


def words(path: Path) -> list[str]:
    with pdfplumber.open(path) as file:
        return [" ".join(page.extract_text().split()) for page in file.pages]


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize(("before", "behind"), [(2, 1), (2, 2), (3, 1), (3, 2), (4, 1)])
def test_notes_fill_the_sheets_before_the_last_part(
    tmp_path: Path, before: int, behind: int, tagged: bool
) -> None:
    found = words(build(tmp_path, before, behind, pdf_tagged=tagged))

    notes = -(before + behind) % 4
    assert len(found) == before + notes + behind
    for text in found[before : before + notes]:
        assert re.fullmatch(r"My notes My notes page \d of \d", text)
    assert f"Before {before}." in found[before - 1]
    assert found[-behind].startswith("Back Back Behind 1.")
    for number, text in enumerate(found[1:], start=2):
        assert text.endswith(f"page {number} of {len(found)}")
    assert f"Back {len(found) - behind + 1}" in found[0]


def test_a_booklet_can_be_made_of_the_pages(tmp_path: Path) -> None:
    pages = build(tmp_path, 4, 2, pdf_tagged=False)

    impose(pages, tmp_path / "booklet.pdf", "About it")

    sides = sides_of(tmp_path / "booklet.pdf")
    assert "page 6 of 8" in sides[2].left
    assert "My notes" in sides[2].left
    assert "Back" in sides[0].left
    assert too_close_to_the_edge(tmp_path / "booklet.pdf") == []


def test_the_lines_fill_the_page(tmp_path: Path) -> None:
    path = build(tmp_path, 2, 1)
    with pdfplumber.open(path) as file:
        page = file.pages[2]
        heights = sorted(float(line["top"]) for line in page.lines)
        (heading,) = page.search("My notes", return_chars=False)[1:]
        (foot,) = page.search("page 3", return_chars=False)

    gaps = {round(low - high, 2) for high, low in itertools.pairwise(heights)}
    assert gaps == {27}
    assert 0 < heights[0] - heading["bottom"] < 27
    assert 0 < foot["top"] - heights[-1] < 2 * 27


def test_a_listener_hears_of_the_notes_in_their_place(tmp_path: Path) -> None:
    path = build(tmp_path, 2, 1)

    assert verify(path) == []
    spoken = [found.get("/ActualText") or found["words"] for found in elements(path)]
    place = spoken.index("lines to write on")
    assert spoken[place - 1].startswith("My notes")
    assert "Before 2." in spoken[:place]
    assert "Behind 1." in spoken[place:]


def test_notes_pages_are_in_no_contents_and_are_no_bookmarks(tmp_path: Path) -> None:
    path = build(tmp_path, 2, 1)

    with pikepdf.open(path) as file, file.open_outline() as outline:
        assert "My notes" not in [item.title for item in outline.root]
    assert "My notes" not in words(path)[0]
