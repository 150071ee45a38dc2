"""A page printed from the browser: lines to write on, help, and nothing to click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.printed import words_in
from tests.product.browser import tab
from tests.product.test_site_pages import CRISIS_WORDS
from tests.product.webpages import Page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

NAVIGATION = (
    "//nav//a | //aside//a | //*[contains(@class, 'skip-to-content')]"
    " | //*[contains(@class, 'back-to-top')] | //*[@class='context'] | //*[@class='which']"
)


def test_a_blank_is_words_on_screen_and_a_rule_on_paper(browser: Browser, site: Path) -> None:
    with tab(browser) as page:
        page.goto((site / "about.html").as_uri())
        words, rule = page.locator(".blank > span").first, page.locator(".blank").first

        assert words.is_visible()
        page.emulate_media(media="print")
        assert words.is_hidden()
        assert rule.evaluate("e => getComputedStyle(e).borderBottomStyle") == "solid"
        assert "ask your clinic" not in words_in(page.pdf())


def test_a_page_printed_from_the_browser_has_help_and_no_navigation(
    browser: Browser, site: Path
) -> None:
    file = Page(site / "risks.html")
    with tab(browser) as page:
        page.goto(file.path.as_uri())
        printed = words_in(page.pdf())
        page.emulate_media(media="screen")
        unstyled = words_in(page.pdf())

    assert navigation_in(printed, file) == []
    assert len(navigation_in(unstyled, file)) > 5
    for words in ("Need help now?", "Call 911", "Call 988", "Text 988", *CRISIS_WORDS):
        assert words in printed
    assert "Blood pressure" in printed


def navigation_in(printed: str, page: Page) -> list[str]:
    """Return the words that only lead about the site and yet were printed."""
    said = page.words(
        "//article | //div[@class='colophon'] | //section[@id='help']/*[position()<4]"
    )
    lead = {" ".join(element.text_content().split()) for element in page.all(NAVIGATION)}
    return sorted(words for words in lead if words and words not in said and words in printed)
