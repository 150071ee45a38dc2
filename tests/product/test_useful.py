"""What a reader on a phone needs at once: what this is, what to do now, help, the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.checks.pages import chapter_names
from handout.checks.plan import load_plan
from tests.conftest import ROOT
from tests.product.browser import go_to, resize, tab
from tests.product.judging import faults_on
from tests.product.webpages import Page, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

CHAPTERS = chapter_names(ROOT / "source")
PLAN = load_plan(ROOT)
HELP = ["tel:911", "tel:988", "sms:988"]
# What is left of common phones' screens between a browser's own bars, and a small laptop's.
SCREENS = [(360, 640), (390, 664), (1280, 720)]
# Whether the elements of a list of selectors are all inside the window.
IN_VIEW = """selectors => selectors.filter(selector => {
  const place = document.querySelector(selector).getBoundingClientRect();
  return place.top < 0 || place.bottom > innerHeight || place.right > innerWidth || !place.width;
})"""
BAR = [f".top-bar a[href='{address}']" for address in HELP]


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_the_first_screen_tells_what_this_is_and_what_to_do_now(
    window: Tab, site: Path, width: int, height: int
) -> None:
    resize(window, width, height)
    window.goto((site / "index.html").as_uri())
    needed = ["h1", ".main-message", "#what-should-you-do-now ol", *BAR]

    assert window.evaluate(IN_VIEW, needed) == []
    assert window.evaluate(IN_VIEW, [".colophon"]) == [".colophon"]


def test_help_is_the_first_thing_that_a_keyboard_reaches_on_every_page(
    window: Tab, site: Path
) -> None:
    def first_links(page: Tab) -> Iterator[str]:
        if (found := reached(page, 1 + len(HELP))[1:]) != HELP:
            yield f"leads to {found} first"

    assert faults_on(window, pages_of(site), first_links, go_to) == []


def reached(page: Tab, count: int) -> list[str | None]:
    """Return where the first links that Tab comes to lead."""
    addresses = []
    for _ in range(count):
        page.keyboard.press("Tab")
        addresses.append(page.evaluate("document.activeElement.getAttribute('href')"))
    return addresses


@pytest.mark.parametrize("width", [360, 1280])
def test_help_stays_in_reach_at_the_end_of_a_page_and_over_an_open_menu(
    window: Tab, site: Path, width: int
) -> None:
    resize(window, width)
    window.goto((site / "risks.html").as_uri())
    window.emulate_media(reduced_motion="reduce")
    window.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert window.evaluate("scrollY") > 1000
    assert window.evaluate(IN_VIEW, BAR) == []
    window.locator(".top-bar .toc-overlay-icon").click()
    for address in HELP:
        link = window.locator(f".top-bar a[href='{address}']")
        link.click(trial=True, timeout=2000)


def test_each_chapter_that_is_read_through_ends_with_its_key_points(site: Path) -> None:
    for name in CHAPTERS:
        last = Page(site / f"{name}.html").all("//article/section/descendant::*[@role='note']")[-1:]
        ends = [box for box in last if "key-points" in box.get("class")]
        assert bool(ends) == PLAN.of(name).key_points, name
        if ends:
            following = ends[0].xpath("following::*[ancestor::article]")
            assert "".join(part.text_content() for part in following).strip() == "", name


def test_the_way_on_and_back_leads_through_all_chapters_in_order(site: Path) -> None:
    order = ["index"]
    while following := Page(site / f"{order[-1]}.html").all("//a[@class='next-page']/@href"):
        order.append(following[0].removesuffix(".html"))
        assert len(order) <= len(CHAPTERS) + 1
    back = [order[-1]]
    while before := Page(site / f"{back[-1]}.html").all("//a[@class='prev-page']/@href"):
        back.append(before[0].removesuffix(".html"))

    assert sorted(order) == sorted(["index", *CHAPTERS])
    assert back == order[::-1]


def test_without_scripts_the_words_and_the_menu_are_there_and_nothing_is_dead(
    browser: Browser, site: Path
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 640}, offline=True
    )
    page = context.new_page()
    page.goto((site / "risks.html").as_uri())

    assert "Blood pressure" in page.locator("article").inner_text()
    menu = page.locator(".sidebar-tree a", has_text="Your other choices")
    page.locator(".top-bar .nav-overlay-icon").click()
    menu.click()
    page.wait_for_url("**/other-choices.html")
    # Light or dark, and looking for words, need scripts.
    assert page.locator("button:visible").count() == 0
    assert page.locator(".sidebar-search:visible").count() == 0
    page.locator(".print-choices summary").click()
    assert page.locator(".print-choices a").first.is_visible()
    context.close()


def test_the_reader_chooses_light_or_dark(browser: Browser, site: Path) -> None:
    with tab(browser) as page:
        page.goto((site / "risks.html").as_uri())
        button = page.locator("button.theme-toggle:visible")
        button.click()

        assert button.inner_text().strip() == "Light or dark page"
        assert page.evaluate("document.body.dataset.theme") == "dark"
        page.reload()
        assert page.evaluate("document.body.dataset.theme") == "dark"
