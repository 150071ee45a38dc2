"""What a finger has to hit: large enough on every page, and larger where it matters on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.product.browser import DESKTOP, PHONE, resize
from tests.product.judging import ask, faults_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page as Tab

    from tests.product.judging import Spoiled
    from tests.product.webpages import Page

# WCAG 2.2, 2.5.8: a smaller one may have a circle of this width around it to itself.
LEAST = 24
# What phones' makers ask for (44 points on one system, 48 with their spaces on the other).
LEAST_FOR_HELP = 44
SMALL = """least => {
  const kinds = "a[href], button, input:not([type=hidden]), select, textarea, summary, label[for]";
  const usable = e => opaque(e) && !e.disabled && getComputedStyle(e).pointerEvents != "none";
  // A tick box is hit by its label too.
  const area = e => [...e.labels || []].filter(usable).map(l => l.getBoundingClientRect())
    .reduce((sum, r) => new DOMRect(Math.min(sum.left, r.left), Math.min(sum.top, r.top),
      Math.max(sum.right, r.right) - Math.min(sum.left, r.left),
      Math.max(sum.bottom, r.bottom) - Math.min(sum.top, r.top)), e.getBoundingClientRect());
  const inSentence = e => {
    if (!e.matches("a") || !getComputedStyle(e).display.startsWith("inline")) return false;
    let around = e.parentElement;
    while (getComputedStyle(around).display == "inline") around = around.parentElement;
    return around.textContent.trim().length > e.textContent.trim().length + 1;
  };
  const targets = [...document.querySelectorAll(kinds)].filter(usable)
    .map(e => [e, area(e)]).filter(([, box]) => box.width > 1 && box.height > 1
      && box.right > 0 && box.left < innerWidth);
  const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
  const gap = ([x, y], box) => Math.hypot(Math.max(box.left - x, 0, x - box.right),
    Math.max(box.top - y, 0, y - box.bottom));
  const small = box => Math.min(box.width, box.height) < least - 0.5;
  const crowded = (e, box) => targets.some(([other, its]) => other !== e
    && !other.contains(e) && !e.contains(other) && other.control !== e && e.control !== other
    && (gap(middle(box), its) < least / 2 - 0.5
      || small(its) && Math.hypot(...middle(box).map((at, axis) => at - middle(its)[axis])) < least - 0.5));
  return targets.filter(([e, box]) => small(box) && !inSentence(e) && crowded(e, box))
    .map(([e, box]) => `${called(e)}: ${Math.round(box.width)} by ${Math.round(box.height)}`);
}"""
# Of links outside of sentences that lead to help, and of all buttons, boxes and fields.
HELP = """least => [...document.querySelectorAll(
    "nav a[href^='tel:'], nav a[href^='sms:'], .help-calls a, .help .tiers a, nav a[rel], .next-page, "
    + ".prev-page, button, select, textarea, summary, input:not([type=hidden])")]
  .filter(opaque)
  .map(e => [e, [e, ...e.labels || []].map(part => part.getBoundingClientRect())])
  .filter(([e, boxes]) => boxes[0].right > 0 && boxes[0].left < innerWidth && boxes[0].width > 1
    && Math.max(...boxes.map(box => box.height)) < least - 0.5)
  .map(([e, boxes]) => `${called(e)}: ${Math.round(boxes[0].height)} high`)"""


def small_targets(page: Tab) -> Iterator[str]:
    """Yield what on the open page is hard to hit, at both widths."""
    for width in (DESKTOP, PHONE):
        resize(page, width)
        yield from (f"{width}: {fault}" for fault in ask(page, SMALL, LEAST))
    yield from (f"on a phone: {fault}" for fault in ask(page, HELP, LEAST_FOR_HELP))


def test_every_target_is_24_pixels_wide_and_high_or_stands_alone(
    window: Tab, pages: list[Page]
) -> None:
    assert faults_on(window, pages, small_targets) == []


@pytest.mark.parametrize(
    ("part", "faults"),
    [
        ("<a class=s href=#a>1</a><a class=s href=#b>2</a>", ["A 1: 20 by 20", "A 2: 20 by 20"]),
        ("<a class=s href=#a>1</a><div style='height: 6px'></div><a class=s href=#b>2</a>", []),
        ("<a class=s href=#a>1</a><a class='s l' href=#b>2</a>", ["A 1: 20 by 20"]),
        ("<p>In a <a href=#a>sentence</a>, <a href=#b>two</a>.</p>", []),
        ("<p><a href=#a>i</a><br><a href=#b>j</a></p>", ["A i: 4 by 19", "A j: 4 by 19"]),
        ("<label><input type=checkbox>A long label</label><br><label><input type=checkbox>B</label>",
         ["INPUT : 31 by 19"]),
    ],
)  # fmt: skip
def test_a_small_target_is_found(spoiled: Spoiled, part: str, faults: list[str]) -> None:
    page = spoiled(
        "<!doctype html><style>.s { display: block; width: 20px; height: 20px }"
        f".l {{ height: 60px }}</style>{part}"
    )

    assert ask(page, SMALL, LEAST) == faults


def test_a_link_for_help_that_is_low_is_found(spoiled: Spoiled) -> None:
    page = spoiled(
        "<nav><a href=tel:1 style='display: block; height: 40px'>call</a>"
        "<a href=sms:1 style='display: block; height: 44px'>text</a></nav>",
        PHONE,
    )

    assert ask(page, HELP, LEAST_FOR_HELP) == ["A call: 40 high"]
