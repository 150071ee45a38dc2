"""Pages to fill in, in a browser: names, targets, frames, and what no field may have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest

from handout.colour import contrast
from tests.product.browser import DESKTOP, PHONE, SMALL_PHONE, axe_faults, go_to, resize, tab
from tests.product.filling import FIELDS, NAMES, NOTE, SHORT, opened, values
from tests.product.webpages import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

    from tests.product.judging import Spoiled


# What keeps a browser from sending words away by itself.
PRIVATE = ("spellcheck", "writingsuggestions")
# Least size of something to tap, and of letters that a phone does not zoom to (px).
LEAST_TARGET, LEAST_LETTERS = 44, 16
LEAST_FRAME = 3.0
FILLED = """addEventListener('load', () => {
  for (const fold of document.querySelectorAll('article details')) fold.open = true;
  for (const field of document.querySelectorAll('[data-field]'))
    field.type == 'checkbox' ? (field.checked = true) : (field.value = 'walked');
});"""
ASKING = "addEventListener('load', () => document.querySelector('[data-do=ask]').click());"
BORDER = """e => { const s = getComputedStyle(e); let page = e, back;
  do { back = getComputedStyle(page).backgroundColor; page = page.parentElement; }
  while (page && /, 0\\)$/.test(back));
  return [s.borderBottomColor, back, s.borderBottomStyle]; }"""


def unnamed(page: Tab) -> list[str]:
    """Return the fields of which a screen reader says no name, as it has them."""
    said = page.locator("body").aria_snapshot()
    return re.findall(r"^ *- (?:textbox|checkbox)(?! \")[^\n]*", said, re.MULTILINE)


def test_every_field_has_a_name_of_its_own(window: Tab, site: Path) -> None:
    for name in NAMES:
        go_to(window, site / f"{name}.html")
        said = window.locator("article").aria_snapshot()
        names = re.findall(r"- (?:textbox|checkbox) (\".*?\")", said)
        assert unnamed(window) == []
        assert len(set(names)) == len(names) >= window.locator(FIELDS).count() > 2


def test_a_field_without_a_name_is_found(spoiled: Spoiled) -> None:
    page = spoiled("<textarea></textarea><input type=checkbox><textarea title=A></textarea>")

    assert len(unnamed(page)) == 2


def test_a_cell_of_the_log_is_named_by_its_column_and_row(browser: Browser, site: Path) -> None:
    with opened(browser, site) as page:
        log = page.get_by_role("table", name="My mood log")
        log.get_by_role("cell").get_by_role("textbox", name="Date, row 1").fill(SHORT)

        assert log.get_by_role("columnheader", name="Date").count() == 1
        assert log.get_by_role("row").nth(1).locator("textarea").first.input_value() == SHORT
        assert log.get_by_role("textbox", name="Notes, row 7", exact=True).count() == 1


def leaks(page: Page) -> Iterator[str]:
    """Tell how a browser could send or remember what is typed, and what a strict host refuses."""
    yield from (f"a form: {form.get('action')}" for form in page.all("//article//form"))
    for field in page.all("//article//textarea | //article//input"):
        what = field.get("data-field") or field.get("data-do")
        yield from (f"{what}: {name}" for name in ("name", "form") if field.get(name) is not None)
        if field.get("autocomplete") != "off":
            yield f"{what}: remembered"
        if field.tag == "textarea" and {field.get(name) for name in PRIVATE} != {"false"}:
            yield f"{what}: its words may be sent"
    yield from ("a style" for _ in page.all("//article//*[@data-field or @data-do]/@style"))
    yield from ("a script" for _ in page.all("//article//script | //article//@onclick"))


def test_no_field_can_be_sent_or_remembered(site: Path) -> None:
    for name in NAMES:
        page = Page(site / f"{name}.html")
        fields = page.all("//article//@data-field")

        assert list(leaks(page)) == []
        assert all(field.startswith(f"{name}: ") for field in fields)
        assert len(set(fields)) == len(fields) > 2


def test_a_field_that_could_be_sent_is_found(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        "<article><form action=x><textarea name=a spellcheck=false ></textarea>"
        "<input data-field=b style='a: b'></form><script></script></article>",
        encoding="utf-8",
    )

    assert list(leaks(Page(tmp_path / "bad.html"))) == [
        "a form: x",
        "None: name",
        "None: remembered",
        "None: its words may be sent",
        "b: remembered",
        "a style",
        "a script",
    ]


def test_only_pages_with_something_to_fill_in_load_the_script(site: Path) -> None:
    for path in site.glob("*.html"):
        page = Page(path)
        scripts = [name for name in page.all("//script/@src") if "fillin.js" in name]
        assert len(scripts) == bool(page.all("//*[@data-field]")), path.name
        assert len(scripts) >= (path.stem in NAMES)


def test_a_tap_on_the_words_ticks_and_a_link_among_them_is_still_a_link(
    browser: Browser, site: Path
) -> None:
    with opened(browser, site, "is-it-right-for-you", has_touch=True) as page:
        page.get_by_text("Dementia").tap()
        page.get_by_text("now or in the past, such as schizophrenia").tap(
            position={"x": 200, "y": 9}
        )
        ticked = page.locator(f"{FIELDS}:checked").evaluate_all(
            "all => all.map(e => e.dataset.field)"
        )
        page.get_by_role("link", name="Mania").tap()
        page.wait_for_url("**/words-to-know.html#*")

    assert [name.partition(": ")[2][:9] for name in ticked] == ["Psychosis", "Dementia"]


@pytest.mark.parametrize("width", [PHONE, SMALL_PHONE])
def test_a_thumb_finds_every_field_and_no_phone_zooms(window: Tab, site: Path, width: int) -> None:
    resize(window, width)
    go_to(window, site / "tools.html")
    targets = f"article textarea, article .tick, {NOTE} :is(button:visible, summary)"
    least = window.locator(targets).evaluate_all(
        "all => Math.min(...all.flatMap(e => [e.offsetWidth, e.offsetHeight]))"
    )
    letters = window.locator("article textarea").evaluate_all(
        "all => Math.min(...all.map(e => parseFloat(getComputedStyle(e).fontSize)))"
    )
    log = window.locator(".table-wrapper:has(.log)")

    assert least >= LEAST_TARGET
    assert letters >= LEAST_LETTERS
    assert log.evaluate("e => e.scrollWidth - e.clientWidth") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_frames_of_fields_can_be_seen(
    window: Tab, site: Path, scheme: Literal["light", "dark"]
) -> None:
    resize(window, PHONE)
    window.emulate_media(color_scheme=scheme)
    go_to(window, site / "tools.html")
    places = ("li .tick > input", ".fill-in textarea", ".log td", f"{NOTE} .tick > input")
    for place in places:
        ink, back, style = window.locator(place).first.evaluate(BORDER)
        assert style == "solid", place
        assert contrast(in_hex(ink), in_hex(back)) >= LEAST_FRAME, place


def test_with_forced_colors_frames_ticks_and_the_focus_can_be_seen(
    browser: Browser, site: Path
) -> None:
    with opened(browser, site, forced_colors="active") as page:
        box, field = page.locator("li .tick > input").first, page.get_by_label("Pick-up time")
        box.check()
        for frame in (box, field, page.locator(".log td").first):
            ink, back, _ = frame.evaluate(BORDER)
            assert contrast(in_hex(ink), in_hex(back)) >= LEAST_FRAME
        tick = box.evaluate("e => getComputedStyle(e, '::before').borderBottomColor")
        assert contrast(in_hex(tick), in_hex(box.evaluate(BORDER)[1])) >= LEAST_FRAME
        field.focus()
        assert field.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def in_hex(colour: str) -> str:
    return "#" + bytes(int(part) for part in re.findall(r"\d+", colour)[:3]).hex()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_in_a_filled_page(browser: Browser, site: Path, scheme: str) -> None:
    faults = []
    for width in (PHONE, DESKTOP):
        with tab(browser, width, scheme) as page:
            page.add_init_script(FILLED)
            page.goto((site / "tools.html").as_uri())
            faults += axe_faults(page)
            assert len(values(page)) == page.locator(FIELDS).count()
            page.add_init_script(ASKING)
            page.goto((site / "tools.html").as_uri())
            faults += [f"asking: {fault}" for fault in axe_faults(page)]
            assert page.get_by_role("dialog").is_visible()

    assert faults == []
