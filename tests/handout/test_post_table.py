"""The table for the clinic: what became of each sentence of its post, and where it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.claims import Claim
from handout.client_post import PostSentence
from handout.post_table import DOCS, post_table, stale_docs, table_of
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from handout.checks.blocks import Chapter

CHAPTER = """
:post-section: Good News

Hope, and what is known
=======================

.. claim:: A1 A3

It may help some.

How many feel better?
---------------------

.. claim:: A2 A1

* About half.

For how long?
~~~~~~~~~~~~~

.. claim:: A2

Not long.

.. key-points::

   .. claim:: A1

   * It may help some.
"""


def sentence(number: str, text: str, became: str, section: str = "Good News") -> PostSentence:
    return PostSentence(
        line=1, id=number, section=section, text=text, became=became, why="It was | sales talk."
    )


def claim(name: str, *post: str) -> Claim:
    return Claim(
        line=1,
        id=name,
        about="a",
        kind="benefit",
        strength="some",
        sources=["S"],
        wording=["w"],
        chapters=["c"],
        post=post,
    )


POST = [
    sentence("1.1", "Good News", "restated"),
    sentence("1.2", "It helps\neveryone.", "restated"),
    sentence("1.3", "At once, and for good.", "moved"),
    sentence("1.4", "It is new.", "restated"),
    sentence("2.1", "We are the best.", "left out", "Who We Are"),
]
CLAIMS = [claim("A1", "1.2"), claim("A2", "1.2", "1.3"), claim("A3", "1.4")]
TITLE = "Hope, and what is known"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "written-by-a-test.rst").write_text(CHAPTER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def table(read: Callable[[str], Chapter], root: Path) -> str:
    return post_table(POST, CLAIMS, [read(CHAPTER)], root)


def rows(table: str) -> dict[str, list[str]]:
    """Return number of the sentence -> the other cells of its row."""
    cells = [
        [cell.strip() for cell in line.replace("\\|", "!").strip("|").split("|")]
        for line in table.splitlines()
        if line.startswith("| ") and line[2].isdigit()
    ]
    return {number: others for number, *others in cells}


def test_each_sentence_has_a_row_with_all_that_is_known_of_it(table: str) -> None:
    found = rows(table)

    assert list(found) == ["1.1", "1.2", "1.3", "1.4", "2.1"]
    assert found["1.2"][:2] == ["It helps everyone.", "Restated"]
    assert found["2.1"] == ["We are the best.", "Left out", "—", "It was ! sales talk."]


def test_it_tells_every_place_of_the_claims_that_restate_a_sentence_once(table: str) -> None:
    found = rows(table)

    both = "How many feel better? · For how long?"
    assert found["1.3"][2] == f"**{TITLE}** {both}"
    assert found["1.2"][2] == f"**{TITLE}** {both} · Key points"
    assert found["1.4"][2] == f"**{TITLE}**"


def test_a_heading_stands_where_the_chapter_of_its_section_does(table: str) -> None:
    assert rows(table)["1.1"][2] == f"**{TITLE}**"


def test_each_section_of_the_post_has_a_heading_and_all_are_counted(table: str) -> None:
    assert [line for line in table.splitlines() if line.startswith("#")] == [
        "# What became of your post",
        "## Good News",
        "## Who We Are",
    ]
    assert "The 5 sentences, headings and picture texts: 3 restated, 1 moved, 1 left out." in table


def test_a_file_that_is_not_what_the_ledger_says_is_found(
    read: Callable[[str], Chapter], root: Path
) -> None:
    for name in ("claims.toml", "post.toml"):
        (root / "source" / name).write_bytes((ROOT / "source" / name).read_bytes())
    chapters = [read(CHAPTER)]
    told = [
        "docs/client-post.md: this is out of date, as chapters, claims or post have changed; "
        "run make docs"
    ]
    table = table_of(root, chapters)

    assert [str(found) for found in stale_docs(root, chapters)] == told
    (root / DOCS).parent.mkdir()
    (root / DOCS).write_text(table, encoding="utf-8")
    assert list(stale_docs(root, chapters)) == []
    (root / DOCS).write_text(table.replace("top of page", "top"), encoding="utf-8")
    assert [str(found) for found in stale_docs(root, chapters)] == told
