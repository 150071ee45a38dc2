"""Pages to fill in, in a browser: what is typed, what becomes of it, and what paper shows."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from handout.checks.readability import measure
from handout.colour import contrast
from handout.labels import load_labels
from tests.conftest import ROOT
from tests.product.test_site import (
    DESKTOP,
    PHONE,
    SMALL_PHONE,
    Page,
    axe_faults,
    browser,
    pdf_text,
    tab,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import Browser, BrowserContext
    from playwright.sync_api import Page as Tab

__all__ = ["browser"]

NAMES = ("tools", "is-it-right-for-you", "your-visit", "whole-person-care")
WORDS = load_labels(ROOT)["fill-in"]
KEY = "handout/clear/en"
FIELDS = "article [data-field]"
NOTE = ".fill-in-note"
# A line of words that no label and no page holds.
LONG = " ".join(f"waits{number}" for number in range(60))
SHORT = "Aunt555"
# Least size of something to tap, and of letters that a phone does not zoom to (px).
LEAST_TARGET, LEAST_LETTERS = 44, 16
LEAST_FRAME = 3.0
BORDER = """e => { const s = getComputedStyle(e); let page = e, back;
  do { back = getComputedStyle(page).backgroundColor; page = page.parentElement; }
  while (page && /, 0\\)$/.test(back));
  return [s.borderBottomColor, back, s.borderBottomStyle]; }"""
NO_STORE = """Object.defineProperty(window, 'localStorage',
  {get() { throw new DOMException('no store here', 'SecurityError'); }});"""
NO_ROOM = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
NO_STORE_ERROR = "no store here"
STORED = """async () => ({ local: {...localStorage}, session: {...sessionStorage},
  cookies: document.cookie, databases: await indexedDB.databases() })"""
NOTHING = {"local": {}, "session": {}, "cookies": "", "databases": []}


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
    """Tick every second box, and write into every field."""
    for box in page.locator(f"{FIELDS}[type=checkbox]").all()[::2]:
        box.check()
    for field in page.locator(f"textarea{FIELDS[len('article ') :]}").all():
        field.fill(SHORT)


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


# -- Names, and what could leave the page ------------------------------------------------------


def unnamed(page: Tab) -> list[str]:
    """Return the fields of which a screen reader says no name, as it has them."""
    said = page.locator("body").aria_snapshot()
    return re.findall(r"^ *- (?:textbox|checkbox)(?! \")[^\n]*", said, re.MULTILINE)


def test_every_field_has_a_name_of_its_own(browser: Browser, site: Path) -> None:
    with tab(browser) as page:
        for name in NAMES:
            page.goto((site / f"{name}.html").as_uri())
            said = page.locator("article").aria_snapshot()
            names = re.findall(r"- (?:textbox|checkbox) (\".*?\")", said)
            assert unnamed(page) == []
            assert len(set(names)) == len(names) >= page.locator(FIELDS).count() > 2
        page.set_content("<textarea></textarea><input type=checkbox><textarea title=A></textarea>")
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


PRIVATE = ("spellcheck", "writingsuggestions")


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


# -- By hand: taps, sizes, frames --------------------------------------------------------------


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
def test_a_thumb_finds_every_field_and_no_phone_zooms(
    browser: Browser, site: Path, width: int
) -> None:
    with tab(browser, width) as page:
        page.goto((site / "tools.html").as_uri())
        targets = page.locator(
            f"article textarea, article .tick, {NOTE} :is(button:visible, summary)"
        ).all()
        sizes = {
            target.evaluate("e => [e.offsetWidth, e.offsetHeight].join()") for target in targets
        }
        letters = page.locator("article textarea").evaluate_all(
            "all => Math.min(...all.map(e => parseFloat(getComputedStyle(e).fontSize)))"
        )

        assert min(min(map(int, size.split(","))) for size in sizes) >= LEAST_TARGET
        assert letters >= LEAST_LETTERS
        assert (
            page.locator(".table-wrapper:has(.log)").evaluate("e => e.scrollWidth - e.clientWidth")
            == 0
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_frames_of_fields_can_be_seen(browser: Browser, site: Path, scheme: str) -> None:
    with tab(browser, PHONE, scheme) as page:
        page.goto((site / "tools.html").as_uri())
        places = ("li .tick > input", ".fill-in textarea", ".log td", f"{NOTE} .tick > input")
        for place in places:
            ink, back, style = page.locator(place).first.evaluate(BORDER)
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
def test_axe_finds_no_barrier_in_filled_pages(browser: Browser, site: Path, scheme: str) -> None:
    faults = []
    for width in (PHONE, DESKTOP):
        with tab(browser, width, scheme) as page:
            for name in NAMES[:3]:
                page.add_init_script(
                    "addEventListener('load', () => document"
                    ".querySelectorAll('details').forEach(e => (e.open = true)))"
                )
                faults += axe_faults(page, site / f"{name}.html")
            button(page, "erase").click()
            faults += [f"asking: {fault}" for fault in axe_faults(page, site / "tools.html")]

    assert faults == []


# -- Nothing is kept or sent unless the reader asks ---------------------------------------------


def test_nothing_is_stored_sent_or_restored_unless_asked_for(browser: Browser, site: Path) -> None:
    asked: list[str] = []
    with opened(browser, site) as page:
        page.wait_for_load_state("networkidle")
        page.on("request", lambda request: asked.append(request.url))
        fill(page)
        assert len(values(page)) > 40
        assert page.evaluate(STORED) == NOTHING
        assert page.context.cookies() == asked == []

        page.reload()
        assert values(page) == []
        fill(page)
        page.goto((site / "your-visit.html").as_uri())
        page.go_back()
        assert values(page) == []

        # The same look finds what is kept.
        keep_box(page).check()
        assert page.evaluate(STORED) != NOTHING


def test_a_browser_would_bring_the_words_back_if_we_let_it(browser: Browser, site: Path) -> None:
    with opened(browser, site) as page:
        page.route(
            "**/tools.html",
            lambda route: route.fulfill(
                content_type="text/html",
                body=(site / "tools.html").read_text("utf-8").replace('autocomplete="off"', ""),
            ),
        )
        page.goto((site / "tools.html").as_uri() + "?1")
        page.goto((site / "tools.html").as_uri())
        fill(page)
        page.goto((site / "your-visit.html").as_uri())
        page.go_back()

        assert SHORT in values(page)


def test_what_the_reader_keeps_is_there_again_on_every_page(browser: Browser, site: Path) -> None:
    with opened(browser, site) as page:
        page.get_by_label("Pick-up time").fill(SHORT)
        keep_box(page).check()
        assert told(page) == WORDS["saved"]
        page.get_by_label("Who do I call at night?").check()
        page.reload()
        assert values(page) == [SHORT, True]
        assert keep_box(page).is_checked()

        page.goto((site / "your-visit.html").as_uri())
        assert keep_box(page).is_checked()
        assert page.get_by_text(WORDS["kept"]).is_visible()
        assert page.get_by_text(WORDS["free"]).is_hidden()
        page.get_by_label("A list of all your medicines").check()
        page.goto((site / "tools.html").as_uri())
        page.get_by_label("Who do I call at night?").uncheck()
        page.reload()
        assert values(page) == [SHORT]
        assert list(page.evaluate(STORED)["local"]) == [KEY]
        page.goto((site / "your-visit.html").as_uri())
        assert values(page) == [True]


def test_unticking_erases_at_once_what_was_kept(browser: Browser, site: Path) -> None:
    with opened(browser, site) as page:
        keep_box(page).check()
        page.get_by_label("Pick-up time").fill(SHORT)
        assert SHORT in page.evaluate(STORED)["local"][KEY]
        keep_box(page).uncheck()

        assert page.evaluate(STORED) == NOTHING
        assert told(page) == WORDS["unsaved"]
        assert values(page) == [SHORT]
        page.get_by_label("Pick-up time").fill("later")
        assert page.evaluate(STORED) == NOTHING


def test_erasing_asks_first_and_then_clears_all_by_keyboard_alone(
    browser: Browser, site: Path
) -> None:
    with opened(browser, site) as page:
        keep_box(page).check()
        fill(page)
        before = values(page)
        button(page, "erase").press("Enter")
        assert page.get_by_role("dialog").get_by_text(WORDS["sure"]).is_visible()
        # Whoever presses the key once more by mistake erases nothing.
        page.keyboard.press("Enter")
        assert page.get_by_role("dialog").count() == 0
        button(page, "erase").press("Enter")
        page.keyboard.press("Escape")
        assert values(page) == before

        button(page, "erase").press("Enter")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        assert values(page) == []
        assert page.evaluate(STORED) == NOTHING
        assert not keep_box(page).is_checked()
        assert told(page) == WORDS["erased"]
        assert button(page, "erase").evaluate("e => e === document.activeElement")


def test_what_one_page_erases_another_that_is_open_does_not_bring_back(
    browser: Browser, site: Path
) -> None:
    with opened(browser, site) as page:
        other = page.context.new_page()
        other.goto((site / "tools.html").as_uri())
        other.get_by_label("My ride\u2019s name").fill("typed here")
        keep_box(page).check()
        page.get_by_label("Pick-up time").fill(SHORT)
        other.wait_for_function("document.querySelector('[data-do=keep]').checked")
        assert values(other) == ["typed here", SHORT]
        assert "typed here" in page.evaluate(STORED)["local"][KEY]

        keep_box(page).uncheck()
        other.wait_for_function("!document.querySelector('[data-do=keep]').checked")
        assert values(other) == []
        other.get_by_label("Pick-up time").fill(SHORT)
        assert other.evaluate(STORED) == NOTHING


def test_a_page_made_of_several_has_one_note_and_the_same_fields(
    browser: Browser, site: Path
) -> None:
    tools, visit = ((site / f"{name}.html").read_text("utf-8") for name in ("tools", "your-visit"))
    chapter = tools.partition("<section id=")[2].partition("</article>")[0]
    whole = visit.replace("</article>", f"<section id={chapter}</article>")
    with opened(browser, site) as page:
        keep_box(page).check()
        page.get_by_label("Pick-up time").fill(SHORT)
        page.route(
            "**/front-sheet.html", lambda route: route.fulfill(content_type="text/html", body=whole)
        )
        page.goto((site / "front-sheet.html").as_uri())

        assert page.locator(NOTE).count() == 1
        assert values(page) == [SHORT]


# -- Without a script, without a store -----------------------------------------------------------


def test_without_a_script_fields_work_and_no_dead_control_shows(
    browser: Browser, site: Path
) -> None:
    with opened(browser, site, java_script_enabled=False) as page:
        fill(page)
        page.get_by_text("What are my other choices?").click()

        assert page.get_by_text(WORDS["free"]).is_visible()
        assert page.locator(f"{NOTE} :is(button, input, summary)").count() > 4
        for control in page.locator(f"{NOTE} :is(button, input, summary)").all():
            assert control.is_hidden()
        assert page.get_by_label("Pick-up time").input_value() == SHORT


@pytest.mark.parametrize("fault", [NO_STORE, NO_ROOM])
def test_a_browser_that_keeps_nothing_is_told_of(browser: Browser, site: Path, fault: str) -> None:
    with reader(browser) as context:
        page = context.new_page()
        page.add_init_script(fault)
        page.goto((site / "tools.html").as_uri())
        page.get_by_label("Pick-up time").fill(SHORT)
        if fault == NO_ROOM:
            assert page.get_by_text(WORDS["blocked"]).is_hidden()
            keep_box(page).click()

        assert page.get_by_text(WORDS["blocked"]).is_visible()
        assert page.get_by_text(WORDS["free"]).is_visible()
        assert keep_box(page).count() == 0
        assert WORDS["saved"] not in told(page)
        button(page, "erase").click()
        button(page, "yes").click()
        assert values(page) == []


def test_what_is_said_of_the_words_is_easy_to_read_and_folded_where_it_would_weigh(
    browser: Browser, site: Path
) -> None:
    said = measure(words for key, words in WORDS.items() if key != "cell")
    assert said.grade <= 6
    assert said.longest <= 22
    with opened(browser, site, "your-visit") as page:
        assert keep_box(page).count() == 0
        page.get_by_text(WORDS["choices"]).click()
        keep_box(page).check()
        page.reload()
        assert keep_box(page).is_checked()


# -- On paper ------------------------------------------------------------------------------------


def missing(page: Tab, **settings: Any) -> set[str]:
    """Return the words of the long line that the printed page lacks."""
    return set(LONG.split()) - set(re.findall(r"waits\d+", pdf_text(page.pdf(**settings))))


@pytest.mark.parametrize("script", [True, False])
def test_paper_has_every_word_and_no_button(browser: Browser, site: Path, script: bool) -> None:
    with opened(browser, site, java_script_enabled=script) as page:
        for label in ("Pick-up time", "Notes, row 1", "My own questions", "Write your notes"):
            field = page.get_by_label(label, exact=True)
            field.fill(LONG)
            assert missing(page, format="Letter") == missing(page, format="A4") == set(), label
            field.fill("")
        page.get_by_label("Pick-up time").fill(SHORT)
        printed = pdf_text(page.pdf())

    assert SHORT in printed
    assert not any(words in printed for words in WORDS.values() if len(words) > 10)


def test_words_over_many_sheets_are_printed_once_each(browser: Browser, site: Path) -> None:
    lines = [f"waits{number}" for number in range(300)]
    with opened(browser, site) as page:
        page.get_by_label("Write your notes").fill("\n".join(lines))
        printed = page.pdf()

    assert re.findall(r"waits\d+", pdf_text(printed)) == lines


def test_a_browser_that_cannot_size_fields_by_their_words_prints_all_too(
    browser: Browser, site: Path
) -> None:
    fixed = "textarea { field-sizing: fixed !important }"
    with opened(browser, site, bypass_csp=True) as page:
        page.add_style_tag(content=fixed)
        page.get_by_label("Pick-up time").fill(LONG)
        assert missing(page) == set()
        # Without our own measure words are lost, and that is seen.
        page.evaluate("document.querySelectorAll('.room').forEach(e => delete e.dataset.typed)")
        assert len(missing(page)) > 20


def test_paper_shows_ticks_and_blank_rules(browser: Browser, site: Path) -> None:
    with opened(browser, site, bypass_csp=True) as page:
        empty = ink(page.pdf())
        page.locator(f"{FIELDS}[type=checkbox]").first.check()
        one = ink(page.pdf())
        for box in page.locator(f"{FIELDS}[type=checkbox]").all():
            box.check()
        every, count = ink(page.pdf()), page.locator(f"{FIELDS}:checked").count()
        page.add_style_tag(content="@media print { .room, .rules span { border: 0 !important } }")
        ruleless = ink(page.pdf())

    tick = one - empty
    assert tick > 5
    assert every - empty == pytest.approx(count * tick, rel=0.1)
    # Eleven rules and more, as wide as many ticks.
    assert every - ruleless > 11 * tick


def ink(pdf: bytes) -> float:
    """Return how much of all pages is dark (points squared)."""
    document = pypdfium2.PdfDocument(pdf)
    dark = 0
    for page in document:
        shades = page.render(scale=2, grayscale=True).to_numpy()
        dark += int((shades < 128).sum())
    return dark / 4


def test_the_button_prints_the_page(browser: Browser, site: Path) -> None:
    with opened(browser, site) as page:
        page.evaluate("window.print = () => (document.title = 'printed')")
        button(page, "print").click()

        assert page.title() == "printed"
