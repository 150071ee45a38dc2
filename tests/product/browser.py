"""Looks at pages in Chromium, opened from their folder as a reader opens them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

PHONE, SMALL_PHONE, DESKTOP = 360, 320, 1280
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def tab(browser: Browser, width: int = DESKTOP, scheme: str = "light") -> Iterator[Tab]:
    viewport = {"width": width, "height": 800}
    context = browser.new_context(viewport=viewport, color_scheme=scheme, offline=True)  # type: ignore[arg-type]
    try:
        yield context.new_page()
    finally:
        context.close()


def visit_faults(browser: Browser, site: Path, addresses: list[str]) -> list[str]:
    """Tell what leaves the folder *site*, is missing there, or is complained of."""
    faults: list[str] = []
    inside = site.as_uri() + "/"
    with tab(browser) as page:
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith((inside, "data:")) else faults.append(request.url)
            ),
        )
        page.on("requestfailed", lambda request: faults.append(f"missing {request.url}"))
        page.on("pageerror", lambda error: faults.append(f"error {error}"))
        page.on(
            "console",
            lambda message: faults.append(message.text) if message.type == "error" else None,
        )
        for address in addresses:
            page.goto(inside + address)
            # Pictures further down are fetched only once they come into view.
            page.evaluate("for (const image of document.images) image.loading = 'eager'")
            page.wait_for_function("[...document.images].every(image => image.complete)")
            unseen = "[...document.images].filter(i => !i.naturalWidth).map(i => i.src)"
            faults += [f"unseen {source}" for source in page.evaluate(unseen)]
    return faults


def axe_faults(page: Tab, path: Path) -> list[str]:
    """Return what axe finds on the page at *path*: rule and first place."""
    page.goto(path.as_uri())
    only = {"type": "tag", "values": RULES}
    # Reading style sheets by itself, which "preload" does, is not allowed from a folder.
    options = {"runOnly": only, "preload": False, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response
    return [f"{rule['id']} at {rule['nodes'][0]['target']}" for rule in found["violations"]]
