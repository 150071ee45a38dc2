"""axe-core finds no barrier on any page of the web site: light and dark, phone and desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.onepage import NAME as ONE_PAGE
from tests.product.browser import (
    DESKTOP,
    PHONE,
    STILL,
    axe_faults,
    open_page,
    resize,
    tab,
    visit_faults,
)
from tests.product.judging import faults_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

    from handout.build import Target
    from tests.product.judging import Spoiled
    from tests.product.webpages import Page

# A search that finds many chapters, and the two menus of a phone.
SEARCHED = "search.html?q=ketamine"
FOUND = "#search-results li a"
MENUS = ("__navigation", "__toc")


def barriers(page: Tab) -> Iterator[str]:
    """Yield what axe finds on the open page, in both colours at both widths."""
    for width in (PHONE, DESKTOP):
        resize(page, width)
        yield from (f"{width} px, {fault}" for fault in in_both_colours(page))


def in_both_colours(page: Tab) -> Iterator[str]:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.evaluate(STILL)
        yield from (f"{scheme}: {fault}" for fault in axe_faults(page))


def test_axe_finds_no_barrier_on_any_page(window: Tab, pages: list[Page]) -> None:
    each = [page for page in pages if page.path.stem != ONE_PAGE]

    assert len(each) == len(pages) - 1
    assert faults_on(window, each, barriers) == []


def test_axe_finds_no_barrier_on_the_one_page_with_all_chapters(window: Tab, site: Path) -> None:
    # On a phone only: what it holds is looked at on a desk in the chapters.
    resize(window, PHONE)
    open_page(window, site / f"{ONE_PAGE}.html")

    assert list(in_both_colours(window)) == []


def test_axe_finds_no_barrier_in_what_a_search_finds(window: Tab, site: Path) -> None:
    open_page(window, f"{site.as_uri()}/{SEARCHED}")
    window.locator(FOUND).nth(5).wait_for()

    assert list(barriers(window)) == []


@pytest.mark.parametrize("menu", MENUS)
def test_axe_finds_no_barrier_in_an_open_menu(window: Tab, site: Path, menu: str) -> None:
    resize(window, PHONE)
    open_page(window, site / "risks.html")
    window.evaluate("name => { document.getElementById(name).checked = true }", menu)

    assert list(in_both_colours(window)) == []


def test_a_clinics_own_color_and_logo_are_no_barrier(browser: Browser, example: Target) -> None:
    site = example.site.parent
    with tab(browser) as page:
        for name in ("index", "about"):
            open_page(page, site / f"{name}.html")
            assert list(barriers(page)) == []
            link = page.locator("article a[href]").first
            for scheme, is_own in (("light", True), ("dark", False)):
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                colour = link.evaluate("e => getComputedStyle(e).color")
                assert (colour == "rgb(63, 79, 140)") == is_own

    assert visit_faults(browser, site, ["index.html", "about.html"]) == []


def test_axe_finds_barriers_on_a_bad_page(spoiled: Spoiled) -> None:
    page = spoiled(
        "<style>p { color: #bbb } @media (prefers-color-scheme: dark) { i { color: #ddd } }"
        "@media (min-width: 500px) { b { color: #ccc } } button { width: 9px; padding: 0 }</style>"
        "<p>pale</p><i>pale in the dark</i><b>pale if wide</b><img src=x.png>"
        "<div><button>1</button><button>2</button></div>"
    )
    faults = list(barriers(page))

    told = " ".join(faults)
    for rule in ("image-alt", "html-has-lang", "landmark-one-main", "target-size"):
        assert rule in told
    # Of pale words one in light at 360 pixels, one more in the dark, one more at 1280.
    counts = [fault.rpartition(", ")[2] for fault in faults if "color-contrast" in fault]
    assert counts == ["1 in all", "2 in all", "2 in all", "3 in all"]
