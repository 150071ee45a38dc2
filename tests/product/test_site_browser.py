"""The finished web site in a browser, opened from its folder with no network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.product.browser import SMALL_PHONE, tab, visit_faults

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.product.webpages import Page

# What sticks out to the right, unless it lies in a box that scrolls by itself.
STICKING_OUT = """() => {
  const root = document.documentElement, found = [];
  if (root.scrollWidth > root.clientWidth) found.push(`page ${root.scrollWidth} px wide`);
  const scrolls = e => e && (/auto|scroll/.test(getComputedStyle(e).overflowX)
    || scrolls(e.parentElement));
  for (const e of document.querySelectorAll("body *"))
    if (e.getClientRects().length && !e.closest("aside") && !scrolls(e.parentElement)
        && e.getBoundingClientRect().right > innerWidth + 1 && !e.closest("svg"))
      found.push(`${e.tagName} ${e.className}: ${e.textContent.trim().slice(0, 40)}`);
  return found;
}"""


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


def test_no_page_scrolls_sideways_on_a_small_phone(
    browser: Browser, pages: list[Page], tmp_path: Path
) -> None:
    wide = tmp_path / "wide.html"
    wide.write_text(
        "<!doctype html><meta name=viewport content='width=device-width'>"
        "<p style='width: 330px'>wide",
        encoding="utf-8",
    )
    faults = []
    with tab(browser, SMALL_PHONE) as page:
        for path in (found.path for found in pages):
            page.goto(path.as_uri())
            faults += [f"{path.name}: {fault}" for fault in page.evaluate(STICKING_OUT)]
        page.goto(wide.as_uri())
        assert len(page.evaluate(STICKING_OUT)) == 2

    assert faults == []
