"""Judges pages by a script in the browser: every page of the site, and those that tests spoil."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.product.browser import DESKTOP, open_page, resize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from playwright.sync_api import Page as Tab

    from tests.product.webpages import Page

    Opening = Callable[[Tab, Path], None]

# What scripts may call: whether an element can be seen, or would be if one scrolled; whether it
# can be seen through; whether it stays in place meanwhile; and how it is called in a message.
HELPERS = """
  const shown = e => e.checkVisibility({visibilityProperty: true});
  const opaque = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const stays = e => e && (/fixed|sticky/.test(getComputedStyle(e).position)
    || stays(e.parentElement));
  const words = e => (e.ariaLabel || e.textContent || e.id).trim().replace(/\\s+/g, " ").slice(0, 40);
  const called = e => `${e.tagName} ${words(e)}`;
"""


def ask(page: Tab, script: str, argument: Any = None) -> Any:
    """Return what *script*, a function of JavaScript, says of the open page."""
    return page.evaluate(f"argument => {{{HELPERS} return ({script})(argument); }}", argument)


def faults_on(
    page: Tab,
    pages: Iterable[Page],
    faults_of: Callable[[Tab], Iterable[str]],
    opening: Opening = open_page,
) -> list[str]:
    """Open each page in turn and return what is wrong, each fault after its page's name."""
    faults = []
    for path in (found.path for found in pages):
        opening(page, path)
        faults += [f"{path.name}: {fault}" for fault in faults_of(page)]
    return faults


class Spoiled:
    """Opens pages that a test has spoiled, in a tab that is set back to what a new one is.

    :param page: the tab; to open a new one takes longer than to look at a page.
    :param folder: where the pages are to lie.
    """

    def __init__(self, page: Tab, folder: Path) -> None:
        self.page, self.folder = page, folder

    def __call__(self, text: str, width: int = DESKTOP, opening: Opening = open_page) -> Tab:
        """Return the tab with a page of this *text*, in a window of this *width*."""
        path = self.folder / "bad.html"
        path.write_text(text, encoding="utf-8")
        as_new(self.page, width)
        opening(self.page, path)
        return self.page


def as_new(page: Tab, width: int = DESKTOP) -> Tab:
    """Take back what a test has asked of the tab, and give it a window of this *width*."""
    page.emulate_media(color_scheme="light", reduced_motion="null", forced_colors="null")
    resize(page, width)
    return page
