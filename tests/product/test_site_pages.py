"""Every page of the finished web site has what a reader, or a machine, needs of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.product.webpages import SOUND, Page, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CRISIS_LINKS = ("tel:911", "tel:988", "sms:988", "sms:838255", "https://988lifeline.org/")
CRISIS_WORDS = ("AYUDA", "838255", "ASL Now")
LONGEST_ALT = 150
CAPTION_WORDS = range(6, 26)


def crisis_faults(page: Page) -> Iterator[str]:
    box = "//footer//section[@id='help']"
    links = page.all(f"{box}//a/@href")
    yield from (f"no link {link}" for link in CRISIS_LINKS if link not in links)
    yield from (f"no {words}" for words in CRISIS_WORDS if words not in page.words(box))


def frame_faults(page: Page) -> Iterator[str]:
    if page.all("/html/@lang") != ["en"]:
        yield "no language"
    if len(page.all("//title")) < 1 or not page.words("//head/title"):
        yield "no title"
    if len(page.all("//h1")) != 1 or not page.words("//h1"):
        yield f"{len(page.all('//h1'))} h1"
    if len(page.all("//main | //*[@role='main']")) != 1:
        yield "not one main landmark"
    skips = page.all("//a[contains(@class, 'skip-to-content')]/@href")
    if len(skips) != 1 or skips[0].removeprefix("#") not in page.places - {""}:
        yield "no skip link"


def description_faults(page: Page) -> Iterator[str]:
    if len("".join(page.all("//meta[@name='description']/@content")).split()) < 5:
        yield "no description"


def test_every_page_ends_with_the_crisis_box(pages: list[Page]) -> None:
    assert told(pages, crisis_faults) == []


def test_every_page_has_language_title_one_heading_skip_link_and_main(pages: list[Page]) -> None:
    assert told(pages, frame_faults) == []


def test_every_page_describes_itself_to_search_engines(pages: list[Page]) -> None:
    assert told(pages, description_faults) == []


def test_every_title_and_every_description_stands_on_one_page_only(pages: list[Page]) -> None:
    titles = [page.words("//head/title") for page in pages]
    descriptions = [
        text for page in pages for text in page.all("//meta[@name='description']/@content")
    ]

    assert len(set(titles)) == len(titles)
    assert len(set(descriptions)) == len(descriptions)


def test_every_id_stands_once_on_its_page(pages: list[Page]) -> None:
    for page in pages:
        ids = page.all("//@id")
        assert len(set(ids)) == len(ids), page.path.name


def picture_faults(page: Page) -> Iterator[str]:
    yield from (f"no alt: {image.get('src')}" for image in page.all("//img[not(@alt)]"))
    for figure in page.all("//figure"):
        name = figure.get("id")
        alts = {image.get("alt", "") for image in figure.iter("img")}
        if len(alts) != 1 or not min(alts).strip():
            yield f"{name}: no alt, or not one"
        yield from (f"{name}: {len(alt)} characters" for alt in alts if len(alt) > LONGEST_ALT)
        caption = " ".join(
            text.text_content() for text in figure.xpath(".//span[@class='caption-text']")
        )
        if len(caption.split()) not in CAPTION_WORDS:
            yield f"{name}: caption of {len(caption.split())} words"


def test_every_picture_has_a_short_alt_text_and_a_caption(pages: list[Page]) -> None:
    assert sum(len(page.all("//figure")) for page in pages) > 5
    assert told(pages, picture_faults) == []


@pytest.mark.parametrize(
    "faults_of", [crisis_faults, frame_faults, description_faults, picture_faults]
)
def test_a_sound_page_passes(faults_of: Callable[[Page], Iterator[str]], tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(SOUND, encoding="utf-8")

    assert list(faults_of(Page(tmp_path / "bad.html"))) == []


@pytest.mark.parametrize(
    ("faults_of", "old", "new", "fault"),
    [
        (crisis_faults, "tel:988", "tel:989", "no link tel:988"),
        (crisis_faults, "AYUDA", "", "no AYUDA"),
        (crisis_faults, "<footer>", "<div>", "no ASL Now"),
        (frame_faults, " lang=en", "", "no language"),
        (frame_faults, "<title>T", "<title>", "no title"),
        (frame_faults, "<h1>H</h1>", "<h1>H</h1><h1>I</h1>", "2 h1"),
        (description_faults, "name=description", "name=other", "no description"),
        (frame_faults, "#m", "#n", "no skip link"),
        (frame_faults, "<main id=m>", "<div id=m>", "not one main landmark"),
        (picture_faults, "alt=A", "", "no alt: bad.html"),
        (picture_faults, "alt=A", f"alt={'A' * 151}", "f: 151 characters"),
        (picture_faults, "five six", "five", "f: caption of 5 words"),
    ],
)
def test_a_bad_page_is_found(
    faults_of: Callable[[Page], Iterator[str]], old: str, new: str, fault: str, tmp_path: Path
) -> None:
    (tmp_path / "bad.html").write_text(SOUND.replace(old, new, 1), encoding="utf-8")

    assert any(told.startswith(fault) for told in faults_of(Page(tmp_path / "bad.html")))
