"""Filled-in pages, printed from the browser: every word, every tick, rules to write on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from tests.printed import words_in
from tests.product.filling import FIELDS, SHORT, WORDS, button, opened

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab


# A line of words that no label and no page holds.
LONG = " ".join(f"waits{number}" for number in range(60))


def missing(page: Tab, **settings: Any) -> set[str]:
    """Return the words of the long line that the printed page lacks."""
    return set(LONG.split()) - set(re.findall(r"waits\d+", words_in(page.pdf(**settings))))


@pytest.mark.parametrize("script", [True, False])
def test_paper_has_every_word_and_no_button(browser: Browser, site: Path, script: bool) -> None:
    with opened(browser, site, java_script_enabled=script) as page:
        for label in ("Pick-up time", "Notes, row 1", "My own questions", "Write your notes"):
            field = page.get_by_label(label, exact=True)
            field.fill(LONG)
            assert missing(page, format="Letter") == missing(page, format="A4") == set(), label
            field.fill("")
        page.get_by_label("Pick-up time").fill(SHORT)
        printed = words_in(page.pdf())

    assert SHORT in printed
    assert not any(words in printed for words in WORDS.values() if len(words) > 10)


def test_words_over_many_sheets_are_printed_once_each(browser: Browser, site: Path) -> None:
    lines = [f"waits{number}" for number in range(300)]
    with opened(browser, site) as page:
        page.get_by_label("Write your notes").fill("\n".join(lines))
        printed = page.pdf()

    assert re.findall(r"waits\d+", words_in(printed)) == lines


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
