"""Every address in the finished web site leads to a file of its own folder, and to the right one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pypdfium2
import pytest

from handout.website import readable_size
from tests.product.webpages import SOUND, Page, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Attributes that name a file or place; only a link that a reader follows may leave the site.
ADDRESSES = ("href", "src", "poster", "data", "action")
LEAVING = ("http", "https", "tel", "sms", "mailto")
CSS_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)")


def link_faults(page: Page) -> Iterator[str]:
    """Tell of addresses that name no file, or no place in it; folders are no pages."""
    for attribute in ADDRESSES:
        for address in page.all(f"//@{attribute}"):
            parts = urlsplit(address)
            if parts.scheme in LEAVING:
                continue
            file = page.path.parent / unquote(parts.path) if parts.path else page.path
            if not file.is_file():
                yield f"no file {address}"
            elif file.suffix == ".html" and unquote(parts.fragment) not in Page(file).places:
                yield f"no place {address}"


def style_faults(sheet: Path) -> Iterator[str]:
    """Tell of addresses in a style sheet that name no file beside it."""
    for address in CSS_ADDRESS.findall(sheet.read_text(encoding="utf-8")):
        parts = urlsplit(address)
        if parts.scheme != "data" and not (sheet.parent / parts.path).is_file():
            yield f"{sheet.name}: no file {address}"


def far_faults(page: Page) -> Iterator[str]:
    """Tell of whatever the page itself would fetch from elsewhere."""
    for attribute in ("src", "srcset", "poster", "data", "action"):
        yield from (text for text in page.all(f"//@{attribute}") if "//" in text)
    yield from (text for text in page.all("//link/@href | //use/@href") if "//" in text)
    for text in page.all("//style/text() | //@style"):
        yield from (address for address in CSS_ADDRESS.findall(text) if "//" in address)


def test_every_link_and_file_on_the_pages_is_there(pages: list[Page]) -> None:
    assert sum(len(page.all("//@href")) for page in pages) > 500
    assert told(pages, link_faults) == []


def test_every_file_that_a_style_sheet_names_is_there(site: Path) -> None:
    sheets = sorted(site.rglob("*.css"))

    assert sheets
    assert [fault for sheet in sheets for fault in style_faults(sheet)] == []


def test_no_page_names_a_file_elsewhere(pages: list[Page]) -> None:
    assert told(pages, far_faults) == []


def download_faults(page: Page) -> Iterator[str]:
    """Tell where the download button's words are not those of the file itself."""
    links = page.all("//a[@class='download']")
    if not links:
        yield "no download"
    for link in links:
        file = page.path.parent / link.get("href")
        if not file.is_file() or file.read_bytes()[:5] != b"%PDF-":
            yield f"no PDF {link.get('href')}"
            continue
        size = readable_size(file.stat().st_size).replace("\u00a0", " ")
        count = len(pypdfium2.PdfDocument(file))
        # Numbers and their units never part.
        about = link.text_content().replace("\u00a0", " ")
        paper = "A4 paper" if file.stem.endswith("-a4") else "US Letter paper"
        wanted = ("PDF", "English", paper, f"{count} pages", size)
        yield from (f"does not tell {words}" for words in wanted if words not in about)


def test_the_download_button_leads_to_the_pdf_and_tells_what_it_is(site: Path, pdf: Path) -> None:
    front = Page(site / "index.html")

    assert list(download_faults(front)) == []
    for address in front.all("//a[@class='download']/@href"):
        assert (site / address).read_bytes() == pdf.with_name(Path(address).name).read_bytes()


@pytest.mark.parametrize("faults_of", [link_faults])
def test_a_sound_page_passes(faults_of: Callable[[Page], Iterator[str]], tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(SOUND, encoding="utf-8")

    assert list(faults_of(Page(tmp_path / "bad.html"))) == []


@pytest.mark.parametrize(
    ("faults_of", "old", "new", "fault"),
    [
        (link_faults, "#m", "#n", "no place #n"),
        (link_faults, "#m", "bad.html#n", "no place bad.html#n"),
        (link_faults, "src=bad.html", "src=none.png", "no file none.png"),
        (far_faults, "src=bad.html", "src=//cdn.example/x.png", "//cdn.example/x.png"),
        (far_faults, "<title>", '<link href="https://f.example/a.css"><title>', "https://f.exam"),
        (download_faults, "", "", "no download"),
        (download_faults, "<h1>", "<a class=download href=bad.html></a><h1>", "no PDF bad.html"),
    ],
)
def test_a_bad_page_is_found(
    faults_of: Callable[[Page], Iterator[str]], old: str, new: str, fault: str, tmp_path: Path
) -> None:
    (tmp_path / "bad.html").write_text(SOUND.replace(old, new, 1), encoding="utf-8")

    assert any(told.startswith(fault) for told in faults_of(Page(tmp_path / "bad.html")))
