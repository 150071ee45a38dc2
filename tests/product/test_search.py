"""Looking for words on the site leaves nothing on the device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.product.browser import tab

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

KEPT = "JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage), document.cookie])"


def look_for(page: Tab, site: Path, words: str) -> None:
    """Search from the front page as a reader does, and open what comes first."""
    page.goto((site / "index.html").as_uri())
    page.locator("input[name=q]").first.fill(words)
    page.locator("input[name=q]").first.press("Enter")
    page.locator("ul.search a").first.click()
    page.wait_for_load_state()


def test_what_a_reader_has_looked_for_is_not_kept_on_the_device(
    browser: Browser, site: Path
) -> None:
    with tab(browser) as page:
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        look_for(page, site, "suicide")
        address, kept = page.url, page.evaluate(KEPT)
        # The same look finds what Sphinx's own script would have kept.
        page.evaluate("localStorage.setItem('sphinx_highlight_terms', 'suicide')")
        found = page.evaluate(KEPT)

    assert address.startswith(site.as_uri())
    assert "search.html" not in address
    assert kept == '[[],[],""]'
    assert "sphinx_highlight_terms" in found
    assert faults == []
