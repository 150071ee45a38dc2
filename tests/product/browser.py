"""Looks at pages in Chromium, opened from their folder as a reader opens them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu")
PHONE, SMALL_PHONE, DESKTOP = 360, 320, 1280
# Fold-outs are opened, pictures fetched, and what moves has come to rest.
READY = """async () => {
  for (const part of document.querySelectorAll("details")) part.open = true;
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
  await document.fonts.ready;
}"""
STILL = "() => document.getAnimations().forEach(each => each.finish())"

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Reading style sheets by itself, which "preload" does, is not allowed from a folder.
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "preload": False,
    "resultTypes": ["violations"],
}
RUN = """options => axe.run(document, options).then(found => found.violations.map(
  rule => `${rule.id} at ${rule.nodes[0].target}, ${rule.nodes.length} in all`))"""

# Ends when every picture that is to come has come, or cannot.  (Asking again and again, as
# playwright's own waiting does, is what the pages' policy forbids.)
PICTURES_THERE = """() => Promise.all(
  [...document.images].filter(image => !image.complete)
    .filter(image => image.loading !== "lazy" || image.getClientRects().length)
    .map(image => new Promise(done => { image.onload = image.onerror = done; }))
).then(() => null)"""


@contextmanager
def tab(browser: Browser, width: int = DESKTOP, scheme: str = "light") -> Iterator[Tab]:
    viewport = {"width": width, "height": 800}
    context = browser.new_context(viewport=viewport, color_scheme=scheme, offline=True)  # type: ignore[arg-type]
    try:
        yield context.new_page()
    finally:
        context.close()


def go_to(page: Tab, address: Path | str) -> None:
    """Go to a file, or to an address."""
    page.goto(address if isinstance(address, str) else address.as_uri())


def open_page(page: Tab, address: Path | str) -> None:
    """Go to a file, or to an address, and wait until all of it is there to be looked at."""
    go_to(page, address)
    page.evaluate(READY)


def resize(page: Tab, width: int, height: int = 800) -> None:
    """Give the page a window of *width* by *height* pixels."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(STILL)


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
            page.evaluate(PICTURES_THERE)
            unseen = "[...document.images].filter(i => !i.naturalWidth).map(i => i.src)"
            faults += [f"unseen {source}" for source in page.evaluate(unseen)]
    return faults


def axe_faults(page: Tab) -> list[str]:
    """Return what axe finds on the open page, as it is: rule, first place, number of places."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    faults: list[str] = page.evaluate(RUN, OPTIONS)
    return faults
