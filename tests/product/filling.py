"""Fills in a page as a reader does, in a browser that holds nothing yet."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from handout.labels import load_labels
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import Browser, BrowserContext
    from playwright.sync_api import Page as Tab

NAMES = ("tools", "is-it-right-for-you", "your-visit", "whole-person-care")
WORDS = load_labels(ROOT)["fill-in"]
FIELDS = "article [data-field]"
NOTE = ".fill-in-note"
SHORT = "Aunt555"
FILL = f"""words => {{
  document.querySelectorAll("{FIELDS}[type=checkbox]").forEach((box, number) => {{
    if (number % 2 == 0 && !box.checked) box.click();
  }});
  for (const field of document.querySelectorAll("article textarea")) {{
    field.focus();
    field.value = words;
    field.dispatchEvent(new InputEvent("input", {{bubbles: true}}));
  }}
}}"""
# A browser that keeps nothing, and what it says to whoever asks.
NO_STORE = """Object.defineProperty(window, 'localStorage',
  {get() { throw new DOMException('no store here', 'SecurityError'); }});"""
NO_STORE_ERROR = "no store here"


@contextmanager
def reader(browser: Browser, **settings: Any) -> Iterator[BrowserContext]:
    """A reader's browser with nothing in it yet, in which no script may fail."""
    context = browser.new_context(offline=True, **settings)
    failed: list[str] = []
    context.on("weberror", lambda error: failed.append(str(error.error)))
    try:
        yield context
    finally:
        context.close()
    # furo's own line for its colours needs the store; it fails where there is none.
    assert [fault for fault in failed if fault != NO_STORE_ERROR] == []


@contextmanager
def opened(browser: Browser, site: Path, name: str = "tools", **settings: Any) -> Iterator[Tab]:
    with reader(browser, **settings) as context:
        page = context.new_page()
        page.goto((site / f"{name}.html").as_uri())
        yield page


def fill(page: Tab) -> None:
    """Tick every second box, and write into every field: all at once, as a page is told of it."""
    page.evaluate(FILL, SHORT)


def values(page: Tab) -> list[Any]:
    """Return what stands in the fields; nothing where nothing was filled in."""
    return page.locator(FIELDS).evaluate_all(  # type: ignore[no-any-return]
        "all => all.map(e => e.type == 'checkbox' ? e.checked : e.value).filter(Boolean)"
    )


def button(page: Tab, word: str) -> Any:
    return page.get_by_role("button", name=WORDS[word])


def keep_box(page: Tab) -> Any:
    return page.get_by_role("checkbox", name=WORDS["keep"])


def told(page: Tab) -> str:
    return page.get_by_role("status").inner_text()
