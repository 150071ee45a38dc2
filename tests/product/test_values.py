"""A clinic's facts are printed as typed, on the web and on paper, and never obeyed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image

from handout.review import long_date
from tests.printed import plumbed
from tests.product.hostile import HOSTILE, REVIEWED, shown, squeezed
from tests.product.read_back import articles, editions, handouts, printed, sheets, soup, words_of
from tests.rst2pdf_tagged.heard import elements

if TYPE_CHECKING:
    from pathlib import Path

    from handout.build import Target
    from tests.product.elsewhere import Elsewhere


@pytest.fixture(scope="module")
def hostile(elsewhere: Elsewhere) -> Target:
    return elsewhere.hostile


def test_the_name_is_200_characters_long() -> None:
    assert len(HOSTILE.facts["name"]) == 200


@pytest.mark.parametrize("key", shown(HOSTILE))
def test_a_fact_full_of_marks_is_shown_as_typed_on_the_web_and_on_paper(
    hostile: Target, key: str
) -> None:
    papers = [printed(path) for path in editions(hostile)]
    assert len(papers) == 3
    for part in shown(HOSTILE)[key]:
        assert squeezed(part) in articles(hostile)
        for paper in papers:
            assert squeezed(part) in paper


@pytest.mark.parametrize(("key", "between"), [("address", "·"), ("hours", "·"), ("forms", ",")])
def test_several_lines_and_texts_in_a_sentence_follow_each_other(
    hostile: Target, key: str, between: str
) -> None:
    wanted = between.join(map(squeezed, shown(HOSTILE)[key]))

    assert wanted in articles(hostile)
    assert all(wanted in printed(path) for path in editions(hostile))


@pytest.mark.parametrize("key", ["bring", "language_help"])
def test_several_lines_and_texts_in_a_list_are_items_of_their_own(
    hostile: Target, key: str
) -> None:
    items = [
        squeezed(item.get_text())
        for path in hostile.site.parent.glob("*.html")
        for item in soup(path).select("article li")
    ]

    assert set(map(squeezed, shown(HOSTILE)[key])) <= set(items)


@pytest.mark.parametrize("key", ["name", "phone", "address", "web", "language_help"])
def test_the_foot_of_every_page_shows_the_fact_as_typed(hostile: Target, key: str) -> None:
    for path in hostile.site.parent.glob("*.html"):
        foot = squeezed(words_of(path, ".colophon"))
        assert all(squeezed(part) in foot for part in shown(HOSTILE)[key]), path.name


def test_the_name_is_on_the_cover_on_every_sheet_and_in_the_files_properties(
    hostile: Target,
) -> None:
    name = HOSTILE.facts["name"]
    for path in handouts(hostile):
        assert all(squeezed(name) in squeezed(sheet) for sheet in sheets(path))
    for path in editions(hostile):
        assert squeezed(name) in squeezed(sheets(path)[0])
    for path in hostile.printables():
        with pikepdf.open(path) as pdf:
            assert str(pdf.docinfo["/Author"]) == name
            if "/MarkInfo" in pdf.Root:
                assert pdf.open_metadata()["dc:creator"] == [name]


def test_each_sheet_still_has_its_own_number(hostile: Target) -> None:
    for path in editions(hostile):
        _, *rest = sheets(path)
        for number, words in enumerate(rest, start=2):
            found = re.findall(r"Page (\d+) of (\d+)", words.replace("\u00a0", " "))
            assert found == [(str(number), str(len(rest) + 1))]


def test_the_reviewer_is_named_as_typed(hostile: Target) -> None:
    name, credentials = HOSTILE.review["name"], HOSTILE.review["credentials"]
    wanted = squeezed(f"{name}, {credentials}, reviewed this text on {long_date(REVIEWED)}.")

    assert wanted in articles(hostile)
    assert all(wanted in printed(path) for path in editions(hostile))


def test_the_logo_has_its_words_on_the_web_and_on_paper(hostile: Target) -> None:
    alt = HOSTILE.brand["logo_alt"]
    for path in hostile.site.parent.glob("*.html"):
        (logo,) = soup(path).select("img.clinic-logo")
        assert logo["alt"] == alt
        # The page for lost readers names files from the top of the host.
        assert str(logo["src"]).endswith("_static/logo.png")
        with Image.open(path.parent / "_static" / "logo.png") as picture:
            assert (picture.format, picture.size) == ("PNG", (60, 40))
    for path in editions(hostile):
        assert next(part["/Alt"] for part in elements(path) if part["/S"] == "/Figure") == alt


def test_the_color_stands_in_every_page_and_on_paper(hostile: Target) -> None:
    for path in hostile.site.parent.glob("*.html"):
        assert "--brand: #6b2f5c" in str(soup(path).head)
    for path in handouts(hostile):
        assert colours_on(path, 0) & colours_on(path, 2) == {(0.4196, 0.1843, 0.3608)}


def colours_on(path: Path, number: int) -> set[tuple[float, ...]]:
    """Return the colours of letters and areas on a page that are more red than green."""
    page = plumbed(path)[number]
    found = {part["non_stroking_color"] for part in page.chars + page.rects}
    rounded = {tuple(round(share, 4) for share in colour) for colour in found if colour}
    return {colour for colour in rounded if len(colour) == 3 and colour[0] > colour[1] + 0.1}
