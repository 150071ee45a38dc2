"""What an editor sees of ``make live``: in the browser, and as the browser is told it."""

from __future__ import annotations

import os
import re
import signal
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pypdfium2
import pytest
from bs4 import BeautifulSoup

from handout.live.making import Made, Order, make
from tests.copies import small_handout
from tests.product.browser import axe_faults
from tools.clinics import family
from tools.live import Live, News, is_working, live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, FrameLocator
    from playwright.sync_api import Page as Tab

PHONE, OTHER_PHONE = "(503) 555-0142", "(503) 555-0177"
CLINIC = f'name = "One Example"\nphone = "{PHONE}"\n'
PARAGRAPHS = [f"Paragraph {number} of this chapter says little." for number in range(1, 41)]
WORDS = "\n\n".join([*PARAGRAPHS, "Call |clinic-phone| for more."])
SLIP = "This **slip stays open."
SAYS = "stars open bold words here and never close; put the same stars behind the last word"
pytestmark = pytest.mark.slow


@dataclass
class Editor:
    """Somebody who writes with the page open.

    :ivar first: what the page is told of a chapter that had a slip from the start.
    """

    root: Path
    live: Live
    first: News

    def chapter(self, name: str = "one") -> Path:
        return self.root / "source" / f"{name}.rst"

    def save(self, path: Path, old: str, new: str) -> News:
        """Put *new* in the place of *old*, and wait for what comes of it."""
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return self.live.settled()

    def makers(self) -> list[int]:
        """Return the processes that make site and pages."""
        return [
            process
            for process in family(self.live.process.pid)[1:]
            if "spawn_main" in Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8")
        ]

    @contextmanager
    def wrong(self, slips: str) -> Iterator[News]:
        """Put *slips* into the chapter for the time of the block."""
        news = self.save(self.chapter(), PARAGRAPHS[2], f"{slips}\n\n{PARAGRAPHS[2]}")
        try:
            yield news
        finally:
            self.save(self.chapter(), f"{slips}\n\n", "")

    def printed(self) -> str:
        with self.live.open("handout.pdf") as answer, pypdfium2.PdfDocument(answer.read()) as pdf:
            return "\n".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    words = f"{WORDS}\n\n{SLIP}"
    root = small_handout(tmp_path_factory.mktemp("live") / "project", words, CLINIC)
    browser = root / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{root}/opened"\n', encoding="ascii")
    browser.chmod(0o700)
    with live(root, "one", str(browser)) as page:
        first = page.until(lambda news: not is_working(news))
        editor = Editor(root, page, first)
        # The processes that have found the slip would remember the words of the build.
        labels = root / "source" / "labels.toml"
        text = labels.read_text(encoding="utf-8")
        labels.write_text(text.replace('"Version', '"Edition'), encoding="utf-8")
        editor.save(editor.chapter(), SLIP, "It is closed.")
        # Once there are pages to print, the site is made again: it offers them.
        page.until(lambda news: not is_working(news) and news["site"]["version"] > 1)
        yield editor


@pytest.fixture
def page(editor: Editor, browser: Browser) -> Iterator[Tab]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    tab.goto(editor.live.address)
    tab.wait_for_selector('[data-state="current"]')
    tab.wait_for_selector(".pages img")
    yield tab
    context.close()


def article(page: str) -> str:
    return str(BeautifulSoup(page, "html.parser").select_one("article"))


def site(page: Tab) -> FrameLocator:
    return page.frame_locator("iframe.front")


def go_to_chapter(page: Tab) -> None:
    """Open the chapter ``one`` in the site, as a reader does."""
    site(page).locator("article").evaluate("() => { location.href = 'one.html'; }")
    site(page).get_by_text(PARAGRAPHS[0]).wait_for()


def scrolled(page: Tab, selector: str) -> int:
    """Return how far the frame, or else the pages, of *selector* are scrolled."""
    look = """element => element.contentWindow
        ? element.contentWindow.scrollY : element.scrollTop"""
    return round(page.locator(selector).evaluate(look))


# -- As the browser is told it ---------------------------------------------------------------


def test_the_page_is_opened_in_the_browser(editor: Editor) -> None:
    opened = (editor.root / "opened").read_text(encoding="utf-8")

    assert opened.splitlines() == [editor.live.address]


def test_a_slip_that_is_there_from_the_start_is_told_on_the_page(editor: Editor) -> None:
    [fault] = editor.first["faults"]

    assert (fault["file"], fault["says"]) == ("source/one.rst", SAYS)
    text = editor.chapter().read_text(encoding="utf-8").splitlines()
    assert text[fault["line"] - 1] == "It is closed."
    assert fault["quote"] == SLIP
    assert editor.first["site"]["version"] == editor.first["print"]["version"] == 0


def test_a_saved_word_is_in_the_site_and_on_the_printed_pages(editor: Editor) -> None:
    news = editor.save(editor.chapter(), "Paragraph 30 of", "Newword 30 of")

    assert "Newword 30 of" in editor.live.text("site/one.html")
    assert "Newword 30 of" in editor.printed()
    assert "Paragraph 30 of" not in editor.printed()
    assert news["site"]["chapters"] == ["one"]
    assert news["print"]["spot"]["page"] > 1
    number = re.compile(r"1\.0-[0-9a-f]{6}")
    versions = {
        *number.findall(editor.live.text("site/one.html")),
        *number.findall(editor.printed()),
    }
    assert len(versions) == 1


def test_a_slip_is_told_until_it_is_mended_and_the_good_version_stays_up(editor: Editor) -> None:
    before = editor.live.news

    with editor.wrong(SLIP) as wrong:
        other = editor.save(editor.chapter("front-sheet"), "A message.", "Another message.")
        kept = editor.live.text("site/front-sheet.html"), editor.printed()
    mended = editor.live.news

    for news in (wrong, other):
        assert [fault["says"] for fault in news["faults"]] == [SAYS]
        assert news["site"]["version"] == before["site"]["version"]
        assert news["print"]["version"] == before["print"]["version"]
    assert all("A message." in text and "Another message." not in text for text in kept)
    assert mended["faults"] == []
    assert "Another message." in editor.live.text("site/front-sheet.html")
    assert "Another message." in editor.printed()


def test_a_save_while_another_is_being_made_is_not_lost(editor: Editor) -> None:
    path = editor.chapter()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Paragraph 10 of", "Earlier 10 of"), encoding="utf-8")
    editor.live.until(is_working)

    path.write_text(text.replace("Paragraph 10 of", "Latest 10 of"), encoding="utf-8")
    editor.live.until(lambda news: not is_working(news))

    assert "Latest 10 of" in editor.live.text("site/one.html")
    assert "Latest 10 of" in editor.printed()


def test_a_changed_phone_is_shown_on_both_sides(editor: Editor) -> None:
    clinic = editor.root / "clinics" / "one.toml"

    editor.save(clinic, PHONE, OTHER_PHONE)

    for text in (editor.live.text("site/one.html"), editor.printed()):
        assert OTHER_PHONE in text.replace("\N{NO-BREAK SPACE}", " ")


def test_words_of_the_build_that_were_changed_meanwhile_are_shown_on_both_sides(
    editor: Editor,
) -> None:
    assert "Edition 1.0" in editor.live.text("site/one.html")
    assert "Edition 1.0" in editor.printed().replace("\N{NO-BREAK SPACE}", " ")


def test_what_is_shown_after_many_saves_is_what_a_build_from_nothing_makes(
    editor: Editor, tmp_path: Path
) -> None:
    made = make(Order(editor.root, "one", "en", "html", tmp_path, 1, frozenset(), anew=True))

    assert isinstance(made, Made)
    for name in ("one", "front-sheet", "about"):
        built = (made.path / f"{name}.html").read_text(encoding="utf-8")
        assert article(editor.live.text(f"site/{name}.html")) == article(built)


def test_a_process_that_dies_is_started_again_and_the_page_is_told(editor: Editor) -> None:
    os.kill(editor.makers()[0], signal.SIGKILL)

    news = editor.save(editor.chapter(), "Paragraph 20 of", "Survivor 20 of")

    assert news["faults"] == []
    assert [news["site"]["restarted"], news["print"]["restarted"]].count(True) == 1
    assert "Survivor 20 of" in editor.printed()
    assert "Survivor 20 of" in editor.live.text("site/one.html")


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("", "clinic.example", 400),
        ("site/one.html", "clinic.example", 400),
        ("site/../one.rst", None, 404),
        ("site/%2e%2e/%2e%2e/conf.py", None, 404),
        ("conf.py", None, 404),
        ("source/one.rst", None, 404),
        ("pages/1/99.jpg", None, 404),
        ("pages/1/0.jpg", None, 404),
    ],
)
def test_nothing_else_is_served_and_to_nobody_else(
    editor: Editor, path: str, host: str | None, status: int
) -> None:
    request = Request(editor.live.address + path, headers={"Host": host} if host else {})

    with pytest.raises(HTTPError) as refused:
        urlopen(request)

    with refused.value as answer:
        assert answer.code == status


def test_no_browser_keeps_an_old_version(editor: Editor) -> None:
    for path in ("", "site/one.html", "pages/1/1.jpg", "handout.pdf"):
        with editor.live.open(path) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            assert "frame-ancestors" in answer.headers["Content-Security-Policy"]


# -- In the browser --------------------------------------------------------------------------


def test_a_change_in_view_moves_nothing_and_is_seen_on_both_sides(
    editor: Editor, page: Tab
) -> None:
    go_to_chapter(page)
    site(page).get_by_text(PARAGRAPHS[20]).scroll_into_view_if_needed()
    before = scrolled(page, "iframe.front")
    picture = page.locator(".pages img").last
    old = picture.get_attribute("src")

    editor.save(editor.chapter(), "Paragraph 21 of", "Visible 21 of")

    site(page).get_by_text("Visible 21 of").wait_for()
    assert scrolled(page, "iframe.front") == before > 0
    assert picture.get_attribute("src") != old
    page.wait_for_selector(".spot")


def test_the_chapter_that_was_saved_is_gone_to(editor: Editor, page: Tab) -> None:
    site(page).locator("article").wait_for()

    editor.save(editor.chapter(), "Paragraph 35 of", "Farther 35 of")

    changed = site(page).get_by_text("Farther 35 of")
    changed.wait_for()
    box = changed.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 800


def test_an_error_is_told_above_both_sides_and_goes_away(editor: Editor, page: Tab) -> None:
    go_to_chapter(page)
    alert = page.get_by_role("alert")

    with editor.wrong(f"{SLIP}\n\nThere is no |clinic-fax| number here."):
        alert.get_by_text("2 things have to be put right").wait_for()
        told = alert.inner_text()
        assert "source/one.rst, line" in told
        assert SAYS in told.lower()
        assert SLIP in told
        assert site(page).get_by_text(PARAGRAPHS[2]).is_visible()
        assert page.locator(".pages img").first.evaluate("image => image.naturalWidth") > 0
        assert axe_faults(page) == []

    page.wait_for_selector('[data-state="current"]')
    assert alert.inner_text() == ""


def test_pages_are_pictures_with_words_and_can_be_reached_with_the_keyboard(
    editor: Editor, page: Tab
) -> None:
    images = page.locator(".pages img")
    count = images.count()

    assert [image.get_attribute("alt") for image in images.all()] == [
        f"Page {number} of {count}" for number in range(1, count + 1)
    ]
    page.locator(".pages").focus()
    page.keyboard.press("End")
    images.last.evaluate("image => image.decode()")
    assert scrolled(page, ".pages") > 0
    assert axe_faults(page) == []


def test_a_narrow_window_shows_one_side_and_a_switch(editor: Editor, page: Tab) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    sides = {name: page.locator(f"#{name}") for name in ("site", "print")}
    assert sides["site"].is_visible()
    assert not sides["print"].is_visible()

    page.get_by_role("button", name="Printed pages").click()

    assert sides["print"].is_visible()
    assert not sides["site"].is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert axe_faults(page) == []


# -- The end ---------------------------------------------------------------------------------


# The last test: nothing is kept up to date after it.
def test_ctrl_c_ends_it_with_a_plain_line_and_leaves_nothing(editor: Editor, page: Tab) -> None:
    process = editor.live.process
    makers = editor.makers()

    process.send_signal(signal.SIGINT)
    *_, last = process.communicate()[0].splitlines()

    assert process.returncode == 0
    assert last == "Stopped.  The page in the browser can be closed."
    page.get_by_text("This page is no longer kept up to date").wait_for()
    assert list((editor.root / "build" / ".live").iterdir()) == []
    assert [maker for maker in makers if Path(f"/proc/{maker}").exists()] == []
