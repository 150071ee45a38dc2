"""The finished web site in a browser, opened from its folder with no network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.product.browser import tab, visit_faults

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.product.webpages import Page


def test_no_page_asks_for_anything_outside_its_folder_or_complains(
    browser: Browser, site: Path, pages: list[Page]
) -> None:
    assert visit_faults(browser, site, [page.path.name for page in pages]) == []


def test_a_page_that_reaches_out_or_fails_is_found(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        "<img src='https://cdn.example/a.png'><img src='../b.png'><script>none()</script>",
        encoding="utf-8",
    )

    faults = visit_faults(browser, tmp_path, ["bad.html"])

    assert "https://cdn.example/a.png" in faults
    assert any(fault.startswith("file:") and fault.endswith("/b.png") for fault in faults)
    assert any("none is not defined" in fault for fault in faults)


def test_the_letters_on_screen_are_those_of_the_handout(browser: Browser, site: Path) -> None:
    with tab(browser) as page:
        page.goto((site / "risks.html").as_uri())
        loaded = page.evaluate(
            "document.fonts.ready.then(all => [...all].filter(f => f.status == 'loaded').length)"
        )

    assert loaded >= 2
