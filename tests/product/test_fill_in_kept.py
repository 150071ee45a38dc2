"""What becomes of the words that a reader fills in: nothing, unless the reader asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from handout.checks.readability import measure
from handout.checks.sentences import sentences_of
from tests.product.filling import (
    NO_STORE,
    NOTE,
    SHORT,
    WORDS,
    button,
    fill,
    keep_box,
    opened,
    reader,
    told,
    values,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


KEY = "handout/clear/en"
NO_ROOM = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
STORED = """async () => ({ local: {...localStorage}, session: {...sessionStorage},
  cookies: document.cookie, databases: await indexedDB.databases() })"""
NOTHING = {"local": {}, "session": {}, "cookies": "", "databases": []}


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
        expect(other.locator("[data-do=keep]")).to_be_checked()
        expect(other.get_by_label("Pick-up time")).to_have_value(SHORT)
        assert values(other) == ["typed here", SHORT]
        assert "typed here" in page.evaluate(STORED)["local"][KEY]

        keep_box(page).uncheck()
        expect(other.locator("[data-do=keep]")).not_to_be_checked()
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


def test_without_a_script_fields_work_and_no_dead_control_shows(
    browser: Browser, site: Path
) -> None:
    with opened(browser, site, java_script_enabled=False) as page:
        page.get_by_label("Pick-up time").fill(SHORT)
        page.get_by_label("Who do I call at night?").check()
        page.get_by_text("What are my other choices?").click()

        assert page.get_by_text(WORDS["free"]).is_visible()
        assert page.locator(f"{NOTE} :is(button, input, summary)").count() > 4
        for control in page.locator(f"{NOTE} :is(button, input, summary)").all():
            assert control.is_hidden()
        assert values(page) == [SHORT, True, True]


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
    said = measure(
        sentence
        for key, words in WORDS.items()
        if key != "cell"
        for sentence in sentences_of(words)
    )
    assert said.grade <= 6
    assert said.longest <= 22
    with opened(browser, site, "your-visit") as page:
        assert keep_box(page).count() == 0
        page.get_by_text(WORDS["choices"]).click()
        keep_box(page).check()
        page.reload()
        assert keep_box(page).is_checked()
