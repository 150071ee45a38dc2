"""Every page by keyboard alone: Tab reaches all there is to use, in order, in view and marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.onepage import NAME as ONE_PAGE
from tests.product.browser import DESKTOP, PHONE, go_to, resize
from tests.product.judging import ask, faults_on

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page as Tab

    from tests.product.judging import Spoiled
    from tests.product.webpages import Page

# Lists all that is shown and may be used, with the look of each before it is reached; returns
# how many.  From then on, each Tab first judges the part that the last one has reached.
LISTEN = """() => {
  const kinds = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const live = e => shown(e) && !e.closest("[inert]");
  const look = e => {
    const style = getComputedStyle(e);
    return [style.boxShadow, style.backgroundColor, style.border, style.textDecoration].join();
  };
  // One round button of a group stands for all.
  const group = e => e.type == "radio" ? e.name : e;
  const usable = [...document.querySelectorAll(kinds)]
    .filter(e => live(e) && !e.disabled && e.tabIndex >= 0);
  const before = new Map(usable.map(e => [e, look(e)]));
  const scrolling = [...document.querySelectorAll("body *")].filter(e => live(e)
    && /auto|scroll/.test(getComputedStyle(e).overflow)
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1));
  const seen = [], faults = [];
  const tell = (e, fault) => faults.push(`${called(e)}: ${fault}`);
  // Of what is higher than a line or wider than the window, enough must be in view.
  const place = e => {
    const box = [...e.getClientRects()].find(r => r.width && r.height) || e.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right - left < Math.min(box.width, 60) - 1 || bottom - top < Math.min(box.height, 30) - 1)
      return tell(e, "out of view");
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (over && !e.contains(over) && !over.contains(e)
        && ![...e.labels || []].some(label => label.contains(over)))
      tell(e, `covered by ${called(over)}`);
  };
  const mark = e => {
    const style = getComputedStyle(e);
    const outlined = style.outlineStyle == "auto"
      || style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 1.5;
    if (!outlined && before.get(e) === look(e)) tell(e, "not marked");
  };
  window.ended = false;
  addEventListener("keydown", () => {
    const e = document.activeElement, last = seen.at(-1);
    if (ended || !last && e === document.body) return;
    ended = e === document.body || seen.includes(e);
    if (ended && e !== document.body && e !== seen[0]) tell(e, "reached twice");
    if (ended) return;
    if (last && last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING)
      tell(e, "reached after what follows it");
    seen.push(e);
    place(e);
    mark(e);
  }, true);
  window.result = () => {
    const groups = seen.map(group);
    return [
      ...faults,
      ...ended ? [] : ["no end"],
      ...usable.filter(e => !groups.includes(group(e))).map(e => `${called(e)}: never reached`),
      ...scrolling.filter(e => !seen.some(s => e.contains(s)))
        .map(e => `${called(e)}: scrolls, but not by keyboard`),
    ];
  };
  return usable.length;
}"""
MOST_PARTS = 900
# A key goes down; that it comes up again, which playwright's own way to press it waits for, is
# nothing to a page.
TAB = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}


def keyboard_faults(page: Tab) -> list[str]:
    """Tab through the open page from its top, and return what is wrong on the way."""
    # One more to come to the end, and one more to judge it.
    count = ask(page, LISTEN) + 2
    keys = page.context.new_cdp_session(page)
    for number in range(MOST_PARTS):
        keys.send("Input.dispatchKeyEvent", TAB)
        if number >= count and page.evaluate("ended"):
            break
    keys.detach()
    faults: list[str] = page.evaluate("result()")
    return faults


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_a_keyboard_reaches_all_there_is_to_use_in_order_in_view_and_marked(
    window: Tab, pages: list[Page], width: int
) -> None:
    resize(window, width)
    window.emulate_media(reduced_motion="reduce")
    # What the page of all chapters holds is met at a desk in the chapters.
    asked = [page for page in pages if width == PHONE or page.path.stem != ONE_PAGE]

    assert faults_on(window, asked, keyboard_faults, go_to) == []


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_first_stop_leads_past_the_menus(window: Tab, site: Path, width: int) -> None:
    resize(window, width)
    for name in ("index", "risks"):
        go_to(window, site / f"{name}.html")
        window.keyboard.press("Tab")
        window.keyboard.press("Enter")
        window.keyboard.press("Tab")

        assert window.evaluate("Boolean(document.activeElement.closest('main, [role=main]'))")


@pytest.mark.parametrize(
    ("part", "faults"),
    [
        ("<button>sound</button><details><summary>too</summary><a href=#a>hidden</a></details>", []),
        ("<a href=#a style='outline: none'>bare</a>", ["A bare: not marked"]),
        ("<a href=#a style='position: absolute; left: -900px'>away</a>", ["A away: out of view"]),
        ("<div id=bar></div><a href=#a style='position: absolute; top: 50px'>under</a>", ["A under: covered by DIV bar"]),
        ("<a href=#a>late</a><a href=#b tabindex=2>early</a>", ["A first: reached after what follows it"]),
        ("<a href=#a onfocus='this.blur()'>shy</a>", ["A shy: never reached"]),
        (
            "<a href=#a onkeydown='event.preventDefault()'>trap</a><a href=#b>far</a>",
            ["A trap: reached twice", "A far: never reached"],
        ),
        (
            "<div id=box tabindex=-1><p style='width: 900px'></div>",
            ["DIV box: scrolls, but not by keyboard"],
        ),
    ],
)  # fmt: skip
def test_what_a_keyboard_cannot_use_is_found(
    spoiled: Spoiled, part: str, faults: list[str]
) -> None:
    page = spoiled(
        "<!doctype html><style>#bar { position: fixed; z-index: 1; top: 40px; width: 100%; height: 60px }"
        f"#box {{ width: 90px; overflow: auto }}</style><a href=#x>first</a>{part}",
        opening=go_to,
    )

    assert keyboard_faults(page) == faults
