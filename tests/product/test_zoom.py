"""Every page enlarged: at 400 %, with letters twice as large, and with wider spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import require_tool
from tests.product.browser import (
    ARGUMENTS,
    CHROMIUM,
    DESKTOP,
    PHONE,
    SMALL_PHONE,
    resize,
    tab,
)
from tests.product.judging import Spoiled, ask, faults_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

    from tests.product.webpages import Page

# A window of 1280 by 1024 at 400 % is as large as one of 320 by 256 (WCAG 2.2, 1.4.10).
ZOOMED = (SMALL_PHONE, 256)
# What sticks out to a side, unless it lies in a box that scrolls by itself or is out of sight.
STICKING_OUT = """() => {
  const root = document.documentElement, found = [];
  if (root.scrollWidth > root.clientWidth) found.push(`page ${root.scrollWidth} px wide`);
  const scrolls = e => e && (/auto|scroll/.test(getComputedStyle(e).overflowX)
    || scrolls(e.parentElement));
  for (const e of document.querySelectorAll("body *")) {
    const box = e.getBoundingClientRect();
    if (shown(e) && !e.closest("aside, svg")
        && (box.right > innerWidth + 1 || box.left < -1 && box.right > 0)
        && !scrolls(e.parentElement))
      found.push(`${e.tagName} ${e.className}: ${e.textContent.trim().slice(0, 40)}`);
  }
  return found;
}"""
# How much of the window's height is under parts that stay in place when the page is scrolled.
STUCK = """() => {
  scrollTo({top: document.body.scrollHeight / 2, behavior: "instant"});
  let rows = 0;
  for (let y = 0; y < innerHeight; y++)
    rows += [0.1, 0.5, 0.9].some(x => stays(document.elementFromPoint(innerWidth * x, y)));
  scrollTo({top: 0, behavior: "instant"});
  return rows / innerHeight;
}"""
# Text that is cut off at the edge of its box, or lies over other text.
LOST = """() => {
  const found = [], read = e => e.textContent.trim().replace(/\\s+/g, " ").slice(0, 40);
  const unseen = e => e.closest("svg") || e.clientWidth <= 1 || e.clientHeight <= 1;
  for (const e of document.querySelectorAll("body *")) {
    const style = getComputedStyle(e);
    if (!read(e) || unseen(e) || !shown(e)) continue;
    const cut = side => /hidden|clip/.test(style[`overflow${side}`]);
    if (cut("X") && e.scrollWidth > e.clientWidth + 1
        || cut("Y") && e.scrollHeight > e.clientHeight + 1)
      found.push(`cut off: ${read(e)}`);
  }
  const lines = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, e = text.parentElement;
    if (!text.data.trim() || !opaque(e) || unseen(e) && e.clientWidth || stays(e)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      // Boxes of letters are higher than letters.
      const spare = box.height / 4;
      if (box.width > 2) lines.push([box.top + spare, box.bottom - spare, box.left + 1, box.right - 1, text]);
    }
  }
  lines.sort((one, other) => one[0] - other[0]);
  lines.forEach(([, bottom, left, right, text], number) => {
    for (let next = number + 1; next < lines.length && lines[next][0] < bottom; next++) {
      const [, , otherLeft, otherRight, other] = lines[next];
      if (other !== text && otherLeft < right && otherRight > left)
        found.push(`over each other: ${read(text)} / ${read(other)}`);
    }
  });
  return found;
}"""
WEAR = """style => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}"""
# WCAG 2.2, 1.4.12.
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
)
# Letters of 200 % (1.4.4): the size that a reader may choose in the browser's settings.
ENLARGED = 32


def zoom_faults(page: Tab) -> Iterator[str]:
    """Yield what is wrong with the open page in windows of the size that zooming makes them."""
    for size in (ZOOMED, (SMALL_PHONE, 800)):
        resize(page, *size)
        yield from (f"{size}: {fault}" for fault in ask(page, STICKING_OUT))
        yield from (f"{size}: {fault}" for fault in ask(page, LOST))
    resize(page, *ZOOMED)
    if (stuck := ask(page, STUCK)) > 1 / 3:
        yield f"{stuck:.0%} of a low window stays in place"


def spaced_faults(page: Tab) -> Iterator[str]:
    """Yield what is lost when the reader widens the spaces of the open page."""
    page.evaluate(WEAR, SPACED)
    yield from (f"spaced, {fault}" for fault in lost(page))


def enlarged_faults(page: Tab) -> Iterator[str]:
    yield from zoom_faults(page)
    yield from spaced_faults(page)


def lost(page: Tab) -> Iterator[str]:
    for width in (PHONE, DESKTOP):
        resize(page, width)
        for script in (STICKING_OUT, LOST):
            yield from (f"{width}: {fault}" for fault in ask(page, script))


@pytest.fixture(scope="module")
def enlarging(browser: Browser) -> Iterator[Tab]:
    """A tab of a browser whose reader has chosen letters twice as large."""
    path = require_tool(*CHROMIUM)
    larger = f"--blink-settings=defaultFontSize={ENLARGED}"
    other = browser.browser_type.launch(executable_path=path, args=[*ARGUMENTS, larger])
    with tab(other) as page:
        yield page
    other.close()


def test_no_page_loses_anything_when_it_is_zoomed_or_spaced(window: Tab, pages: list[Page]) -> None:
    assert faults_on(window, pages, enlarged_faults) == []


def test_no_page_loses_anything_when_letters_are_twice_as_large(
    enlarging: Tab, pages: list[Page]
) -> None:
    def lost_in_large(page: Tab) -> Iterator[str]:
        size = page.evaluate("getComputedStyle(document.documentElement).fontSize")
        assert size == f"{ENLARGED}px"
        return lost(page)

    assert faults_on(enlarging, pages, lost_in_large) == []


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ("<p style='width: 330px'>wide", "(320, 256): page"),
        ("<p style='position: fixed; top: 0; height: 99px'>high", "39% of a low window"),
        ("<p style='height: 1.2em; overflow: hidden'>cut</p>", "spaced, 360: cut off: cut"),
        (
            "<p style='height: 5px; margin: 0 !important'>one<p style='margin: 0'>two",
            "(320, 256): over each other: one / two",
        ),
        ("<p style='width: 300px; white-space: nowrap'>" + "m" * 25, "spaced, 360: page"),
    ],
)
def test_a_page_that_loses_something_is_found(spoiled: Spoiled, part: str, fault: str) -> None:
    page = spoiled(
        "<!doctype html><meta name=viewport content='width=device-width'>"
        f"<p>sound, <b>all</b> of it<p style='height: 900px'></p>{part}"
    )
    faults = list(enlarged_faults(page))

    assert any(told.startswith(fault) for told in faults), faults
    assert not any("sound" in told for told in faults)


def test_letters_that_outgrow_their_box_are_found(enlarging: Tab, tmp_path: Path) -> None:
    page = Spoiled(enlarging, tmp_path)("<p style='height: 20px; overflow: hidden'>cut</p>")

    assert "360: cut off: cut" in lost(page)
