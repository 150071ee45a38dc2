"""Looking for words on the site: it works from a folder, and leaves no trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.product.browser import tab
from tests.product.hosted import hosted

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

KEPT = "JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage), document.cookie])"
FOUND = "ul.search a"


def look_for(page: Tab, words: str) -> None:
    """Search from the page as a reader does."""
    field = page.locator(".sidebar-search:visible")
    field.fill(words)
    field.press("Enter")
    page.locator(FOUND).first.wait_for(timeout=5000)


def test_from_a_folder_the_words_of_a_chapter_lead_to_it(browser: Browser, site: Path) -> None:
    with tab(browser) as page:
        page.goto((site / "index.html").as_uri())
        look_for(page, "bladder")
        assert page.locator(f"{FOUND}[href^='risks.html']").count() == 1
        assert page.locator("h1:visible").count() == 1
        assert page.locator(".sidebar-search").input_value() == "bladder"

        # Once more on the same page: what was found before is gone.
        look_for(page, "memory & muscles")
        page.locator(f"{FOUND}[href^='other-choices.html']").wait_for(timeout=5000)
        assert page.locator("h2", has_text="Search Results").count() == 1


def test_a_search_for_nothing_stays_where_it_is(browser: Browser, site: Path) -> None:
    with tab(browser) as page:
        page.goto((site / "index.html").as_uri())
        page.locator(".sidebar-search").press("Enter")

        assert page.url.endswith("index.html")


def test_what_a_reader_has_looked_for_is_not_kept_on_the_device(
    browser: Browser, site: Path
) -> None:
    with tab(browser) as page:
        page.goto((site / "index.html").as_uri())
        look_for(page, "suicide")
        page.locator(FOUND).first.click()
        page.wait_for_load_state()

        assert "search.html" not in page.url
        assert page.evaluate(KEPT) == '[[],[],""]'
        # The same look finds what Sphinx's own script would have kept.
        page.evaluate("localStorage.setItem('sphinx_highlight_terms', 'suicide')")
        assert "sphinx_highlight_terms" in page.evaluate(KEPT)


def test_no_host_hears_what_a_reader_looks_for(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    with hosted(site) as host:
        page.goto(f"{host.address}/index.html")
        look_for(page, "suicide")
        page.locator(FOUND).first.click()
        page.wait_for_load_state()
        page.goto(f"{host.address}/search.html?q=seen")
        page.close()

    assert [line for line in host.asked if "suicide" in line] == []
    assert [line for line in host.asked if "seen" in line] != []
