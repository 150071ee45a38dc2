"""Icons in front of headings and list items: always beside words, in both forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html

from handout.build import PRINT, Target, build
from handout.errors import HandoutError
from tests.conftest import NEEDED, ROOT
from tests.printed import pages

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = ROOT / "source"
CHAPTERS = ["front-sheet", "your-visit", "tools"]


def asked(chapter: str) -> list[str]:
    """Return the icons that a chapter asks for, in their order."""
    text = (SOURCE / f"{chapter}.rst").read_text(encoding="utf-8")
    return " ".join(re.findall(r"^\.\. icons?:: (.+)$", text, re.MULTILINE)).split()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_each_icon_stands_in_the_page_beside_words_and_without_alt_text(
    site: Path, chapter: str
) -> None:
    page = html.parse(str(site / f"{chapter}.html")).getroot()
    icons = page.xpath("//article//li/img | //article//h2/img")

    assert [icon.get("src").rpartition("/")[2] for icon in icons] == [
        f"{name}.svg" for name in asked(chapter)
    ]
    for icon in icons:
        assert icon.get("alt") == ""
        assert icon.getparent().text_content().strip()
        assert (site / icon.get("src")).is_file()


def test_the_chapters_ask_for_icons() -> None:
    assert all(asked(chapter) for chapter in CHAPTERS)


def test_the_contents_stand_in_two_columns(pdf: Path) -> None:
    body = pages(pdf)[1].body

    # The first entry of the right column follows the last of the left one.
    assert re.search(r"Ketamine as one part of your care \d+ Risks and side effects \d+", body)


@pytest.mark.parametrize(
    ("given", "put", "told"),
    [
        (".. icon:: pen", ".. icon:: pencil", "there is no icon 'pencil'"),
        (".. icon:: pen\n\n", "Words.\n\n.. icon:: pen\n\n", "right below a heading"),
    ],
    ids=["unknown", "misplaced"],
)
def test_a_bad_icon_ends_the_build(tmp_path: Path, given: str, put: str, told: str) -> None:
    for name in NEEDED:
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "source").unlink()
    (tmp_path / "source").mkdir()
    for file in SOURCE.iterdir():
        (tmp_path / "source" / file.name).symlink_to(file)
    chapter = tmp_path / "source" / "tools.rst"
    text = chapter.read_text(encoding="utf-8").replace(given, put)
    chapter.unlink()
    chapter.write_text(text, encoding="utf-8")

    with pytest.raises(HandoutError, match=told):
        build(Target(tmp_path, "clear", "en"), [PRINT], lambda line: None)
