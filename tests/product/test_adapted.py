"""Pages as readers have their system show them: without motion, or in colours of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.product.judging import ask, faults_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page as Tab

    from tests.product.judging import Spoiled
    from tests.product.webpages import Page

# A frame, in seconds.
FRAME = 0.017
MOVING = """most => {
  const found = [], seconds = list => Math.max(...list.split(",").map(
    time => parseFloat(time) * (time.includes("ms") ? 0.001 : 1)));
  for (const e of document.querySelectorAll("*"))
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(e, part), name = `${e.tagName} ${e.className} ${part || ""}`;
      if (seconds(style.transitionDuration) > most || seconds(style.transitionDelay) > most)
        found.push(`${name.trim()}: transition`);
      if (style.animationName != "none" && seconds(style.animationDuration) > most)
        found.push(`${name.trim()}: animation`);
      if (style.scrollBehavior == "smooth") found.push(`${name.trim()}: smooth scrolling`);
    }
  return found;
}"""
# What is lost once the reader's few colours take the place of all others.  Drawings are dark
# on light paper; frames and boxes to tick must be lines, as areas lose their colours.
UNSEEN = """() => {
  const found = [], drawn = e => shown(e) && e.getClientRects().length;
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) => (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  const ground = e => {
    const colour = parts(getComputedStyle(e).backgroundColor);
    return colour.length == 3 || colour[3] == 1 ? colour
      : e.parentElement ? ground(e.parentElement) : [255, 255, 255];
  };
  const lined = style => ["Top", "Right", "Bottom", "Left"].some(side =>
    style[`border${side}Style`] != "none" && parseFloat(style[`border${side}Width`]) >= 1
    && style[`border${side}Color`] != "rgba(0, 0, 0, 0)");
  for (const image of document.querySelectorAll("img"))
    if (drawn(image) && light(ground(image)) < 0.7)
      found.push(`${image.src.split("/").pop()}: on dark ground`);
  for (const box of document.querySelectorAll("[role=note], section.help"))
    if (drawn(box) && !lined(getComputedStyle(box))) found.push(`${called(box)}: no frame`);
  for (const item of document.querySelectorAll("ul.checklist > li"))
    if (!item.querySelector("input") && !lined(getComputedStyle(item, "::before")))
      found.push(`${called(item)}: no box to tick`);
  for (const button of document.querySelectorAll("button, .help-calls a, nav a[href^='tel:'], a.download"))
    if (drawn(button) && !lined(getComputedStyle(button))
        && !getComputedStyle(button).textDecorationLine.includes("underline")
        && !button.querySelector("svg"))
      found.push(`${called(button)}: not seen to be a button`);
  return found;
}"""


def moving(page: Tab) -> list[str]:
    """Return what still moves on the open page for a reader who wants no motion."""
    page.emulate_media(reduced_motion="reduce")
    found: list[str] = ask(page, MOVING, FRAME)
    return found


def unseen(page: Tab) -> Iterator[str]:
    """Yield what is lost on the open page in the reader's own colours, dark and light."""
    for scheme in ("dark", "light"):
        page.emulate_media(forced_colors="active", color_scheme=scheme)  # type: ignore[arg-type]
        yield from (f"{scheme}: {fault}" for fault in ask(page, UNSEEN))


def test_nothing_moves_and_nothing_is_lost_in_the_readers_own_colours(
    window: Tab, pages: list[Page]
) -> None:
    assert faults_on(window, pages, lambda page: [*moving(page), *unseen(page)]) == []


@pytest.mark.parametrize(
    ("part", "faults"),
    [
        ("<p style='transition: color 0.1s'>a", ["P: transition"]),
        ("<style>p::after { content: ''; animation: 20ms b } @keyframes b {}</style><p>",
         ["P  ::after: animation"]),
        ("<p style='scroll-behavior: smooth; transition: color 1ms'>", ["P: smooth scrolling"]),
    ],
)  # fmt: skip
def test_what_moves_is_found(spoiled: Spoiled, part: str, faults: list[str]) -> None:
    assert moving(spoiled(part)) == faults


@pytest.mark.parametrize(
    ("part", "faults"),
    [
        ("<img src=a.svg style='background: #fff'>", ["dark: a.svg: on dark ground"]),
        ("<img src=a.svg style='background: #fff; forced-color-adjust: none'>", []),
        ("<div role=note style='background: #eee'>a</div>",
         ["dark: DIV a: no frame", "light: DIV a: no frame"]),
        ("<div role=note style='border-left: 2px solid red'>a</div>", []),
        ("<ul class=checklist><li>a</ul>", ["dark: LI a: no box to tick", "light: LI a: no box to tick"]),
        ("<button style='border: 0'>a</button>",
         ["dark: BUTTON a: not seen to be a button", "light: BUTTON a: not seen to be a button"]),
    ],
)  # fmt: skip
def test_what_the_readers_own_colours_hide_is_found(
    spoiled: Spoiled, tmp_path: Path, part: str, faults: list[str]
) -> None:
    (tmp_path / "a.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", encoding="utf-8"
    )

    assert list(unseen(spoiled(f"<!doctype html>{part}"))) == faults
