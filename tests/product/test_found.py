"""How the site is found, shared, carried about, and what a lost reader sees."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from lxml import html
from PIL import Image

from handout.build import SITE, Target, build
from handout.checks.pages import chapter_names
from handout.onepage import NAME as ONE_PAGE
from tests.conftest import ROOT
from tests.copies import differing, small_handout, with_one_pdf
from tests.product.webpages import APPENDICES

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

ADDRESS = "https://clinic.example/ketamine/"
PAGES = [*chapter_names(ROOT / "source"), "index", ONE_PAGE]
EXTRA = ("search", "404")


def page_of(site: Path, name: str) -> html.HtmlElement:
    return html.parse(str(site / f"{name}.html"), html.HTMLParser(encoding="utf-8")).getroot()


def told(page: html.HtmlElement, name: str) -> list[str]:
    return list(page.xpath(f"//meta[@property='{name}' or @name='{name}']/@content"))


def data_of(page: html.HtmlElement) -> dict[str, Any]:
    (text,) = page.xpath("//script[@type='application/ld+json']/text()")
    data: dict[str, Any] = json.loads(text)
    return data


@pytest.fixture(scope="module")
def its_site(example: Target) -> Path:
    """The site of the made-up clinic, which has an address and a reviewer."""
    return example.site.parent


@pytest.mark.parametrize("name", PAGES)
def test_each_page_tells_what_it_is_and_where(name: str, its_site: Path) -> None:
    page = page_of(its_site, name)
    where = ADDRESS if name == "index" else f"{ADDRESS}{name}.html"

    assert page.xpath("//link[@rel='canonical']/@href") == told(page, "og:url") == [where]
    assert told(page, "og:description") == told(page, "description") != []
    assert told(page, "og:image") == [f"{ADDRESS}_static/share.png"]
    data = data_of(page)
    assert data["@type"] == "MedicalWebPage"
    assert data["url"] == where
    assert data["inLanguage"] == page.get("lang") == "en"
    assert data["audience"] == {"@type": "MedicalAudience", "audienceType": "Patient"}
    assert [data["name"]] == told(page, "og:title")
    assert [data["description"]] == told(page, "description")
    assert data["publisher"]["name"] == "Example Clinic (fictional)"
    assert data["lastReviewed"] == "2026-11-26"
    assert data["reviewedBy"] == {
        "@type": "Person",
        "name": "Example Reviewer (fictional)",
        "honorificSuffix": "MD",
    }


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handout of one clinic that has told no address and of one whose review is past."""
    past = '[review]\nname = "A"\ncredentials = "MD"\ndate = 2025-01-02\nnext = 2026-01-02\n'
    root = small_handout(tmp_path_factory.mktemp("found") / "copy", "Words.", 'name = "A"\n')
    with_one_pdf(root)
    (root / "clinics" / "past.toml").write_text(
        f'name = "B"\nsite = "{ADDRESS}"\n{past}', encoding="utf-8"
    )
    (root / "source" / "one.rst").write_text(
        ":description: A page.\n\nOne\n===\n\nWords :cite:p:`Li2010`.\n"
    )
    return root


def test_a_clinic_that_told_no_address_and_no_review_claims_none(root: Path) -> None:
    target = Target(root, "one", "en")
    build(target, [SITE], lambda line: None)

    page = page_of(target.site.parent, "one")
    for unknown in ("og:url", "og:image", "twitter:card"):
        assert told(page, unknown) == []
    assert page.xpath("//link[@rel='canonical']") == []
    assert {"lastReviewed", "reviewedBy", "url"}.isdisjoint(data_of(page))
    assert told(page, "og:title") != []


def test_a_review_that_is_past_is_not_claimed(root: Path) -> None:
    target = Target(root, "past", "en")
    build(target, [SITE], lambda line: None)

    data = data_of(page_of(target.site.parent, "one"))

    assert {"lastReviewed", "reviewedBy"}.isdisjoint(data)
    assert data["url"] == f"{ADDRESS}one.html"


@pytest.mark.parametrize("name", EXTRA)
def test_pages_that_hold_nothing_are_kept_from_search_engines(name: str, its_site: Path) -> None:
    page = page_of(its_site, name)

    assert told(page, "robots") == ["noindex"]
    assert page.xpath("//script[@type='application/ld+json']") == []


def test_a_site_with_an_address_has_a_map_of_all_its_pages(its_site: Path, site: Path) -> None:
    places = ElementTree.parse(its_site / "sitemap.xml").findall("{*}url/{*}loc")

    assert sorted(place.text or "" for place in places) == sorted(
        ADDRESS if name == "index" else f"{ADDRESS}{name}.html" for name in [*PAGES, *APPENDICES]
    )
    assert not (site / "sitemap.xml").exists()


def test_the_picture_for_links_is_of_the_size_that_messengers_show(its_site: Path) -> None:
    path = its_site / "_static" / "share.png"

    assert Image.open(path).size == (1200, 630)
    assert path.stat().st_size < 300_000


def test_a_lost_reader_finds_help_and_the_way_back(its_site: Path, site: Path) -> None:
    hosted, carried = page_of(its_site, "404"), page_of(site, "404")

    assert carried.xpath("//article//a/@href") == ["index.html", "front-sheet.html", "search.html"]
    assert hosted.xpath("//article//a/@href") == [
        "/ketamine/index.html",
        "/ketamine/front-sheet.html",
        "/ketamine/search.html",
    ]
    for page in (hosted, carried):
        assert page.xpath("//nav//a/@href")[:3] == ["tel:911", "tel:988", "sms:988"]
    sources = hosted.xpath("//link[@rel='stylesheet']/@href | //script/@src | //img/@src")
    assert len(sources) > 5
    for source in sources:
        assert source.startswith("/ketamine/")


def test_a_notice_in_another_language_says_which_on_every_page(its_site: Path) -> None:
    for name in PAGES:
        (notice,) = page_of(its_site, name).xpath("//footer//span[@lang]")
        assert (notice.get("lang"), notice.text_content()[:5]) == ("es", "Ayuda"), name


def test_the_one_file_holds_the_whole_site(target: Target, site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(target.archive) as file:
        file.extractall(tmp_path)

    assert differing(tmp_path, site) == []
    assert (tmp_path / "index.html").is_file()
