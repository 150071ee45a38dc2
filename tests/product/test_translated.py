"""All chapters in a made-up language: nothing English is left, and every number is there."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pikepdf
import pytest

from handout.build import SITE, Target, build
from handout.checks.report import check_words
from handout.profile import load_profile
from handout.update_translation import update_translation
from rst2pdf_tagged.verify import verify
from tests.conftest import ROOT
from tests.copies import copy_of_project, with_one_pdf
from tests.printed import lines_of
from tests.product.browser import tab
from tests.product.test_search import look_for
from tests.product.webpages import APPENDICES, Page, pages_of
from tests.pseudo import fill_in
from tests.sequences import texts_of_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

# In the made-up language every vowel has an accent.
WORD = re.compile(r"[^\W\d_]*[aeiouAEIOU][^\W\d_]*")
# Attributes that are read out, shown or found.
SPOKEN = ("alt", "aria-label", "title", "placeholder", "data-saved", "data-unsaved", "data-erased")
# What no translation changes: addresses, and the clinic's own facts; what the computer knows of
# Spanish: dates, the name of the language.
KEPT = re.compile(
    r"\S*(?:https?://|doi\.org|988lifeline\.org)\S*|\b[\d.]+-[0-9a-f]{6}\b"
    rf"|{re.escape(load_profile('clear', ROOT).name)}|español|26 de noviembre de 2026|kB|MB"
)
# Of a page's text: what is told to be English (sources, the pages for clinicians).
READ = "//text()[not(ancestor::script or ancestor::style or ancestor::*[@lang='en'])]"
# A mark of a source says on a screen which one it is.
MARK = "ancestor-or-self::*[contains(@class, 'bibtex-citation')]"
TECHNICAL = re.compile(r"^(default-src|width=|light dark|noindex|website|#|\d|summary_large)")


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Target:
    """The real chapters in the made-up language: the site and one PDF."""
    root = copy_of_project(tmp_path_factory.mktemp("translated") / "copy")
    with_one_pdf(root)
    target = Target(root, "clear", "es")
    update_translation(target)
    fill_in(root / "locale" / "es" / "LC_MESSAGES")
    build(target, [SITE], lambda line: None)
    return target


@pytest.fixture(scope="module")
def spanish(translated: Target) -> list[Page]:
    return pages_of(translated.site.parent)


@pytest.fixture(scope="module")
def paper(translated: Target) -> Path:
    (path,) = translated.printables()
    return path


def english_in(text: str) -> list[str]:
    return WORD.findall(KEPT.sub(" ", text))


def said(page: Page) -> Iterator[str]:
    """Yield what a page says in any way."""
    yield from page.all(READ)
    for name in SPOKEN:
        yield from page.all(f"//*[not(ancestor-or-self::*[@lang='en'])][not({MARK})]/@{name}")
    if page.path.stem not in APPENDICES:
        yield from (text for text in page.all("//meta/@content") if not TECHNICAL.match(text))


def test_english_is_found_where_it_is_left(spanish: list[Page]) -> None:
    (page,) = (page for page in spanish if page.path.stem == "risks")

    assert english_in("Thé risk")
    assert not english_in("Thé rísk 12 https://example.org/a")
    assert english_in(" ".join(page.all("//*[@lang='en']//text()")) or "a source")
    assert len(list(said(page))) > 300


def test_nothing_english_is_left_on_the_site(spanish: list[Page]) -> None:
    left = Counter(
        f"{page.path.name}: {' '.join(text.split())}"
        for page in spanish
        for text in said(page)
        if english_in(text) and not (page.path.stem in APPENDICES and text in titles(page))
    )

    assert sorted(left) == []


def titles(page: Page) -> list[str]:
    """Return a page's own title as its head has it, and the list of its headings."""
    return [*page.all("//title/text()"), *page.all("//*[contains(@class, 'toc-tree')]//text()")]


def test_nothing_english_is_left_on_paper(paper: Path) -> None:
    lines = [line.words for line in lines_of(paper)]
    # The last heading, below which the sources stand.
    sources = max(n for n, line in enumerate(lines) if "Whéré dó thésé fácts cómé" in line)

    assert sources > 500
    assert [line for line in lines[:sources] if english_in(line)] == []


def test_nothing_english_is_left_of_what_a_pdf_says_besides(paper: Path) -> None:
    told = []
    with pikepdf.open(paper) as pdf:
        assert str(pdf.Root.Lang) == "es"
        told += [str(pdf.docinfo[key]) for key in ("/Title", "/Subject", "/Keywords")]
        for part in pdf.objects:
            if isinstance(part, pikepdf.Dictionary):
                told += [
                    str(part[key])
                    for key in ("/Alt", "/ActualText", "/Contents", "/Title", "/E")
                    if isinstance(part.get(key), pikepdf.String)
                ]

    assert len(told) > 100
    assert sorted({text for text in told if english_in(text)}) == []


def test_a_checker_finds_nothing_in_the_pdf(paper: Path) -> None:
    assert verify(paper) == []


NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


# What differs: the id of the version, the grade of the English words, the files to print.
ENGLISH_ONLY = re.compile(r"1\.0-[0-9a-f]{6}|at a US grade \d+ level")
TEXT = "//article//text()[not(ancestor::*[@class='downloads'])]"


def numbers(page: Page) -> Counter[str]:
    return Counter(NUMBER.findall(ENGLISH_ONLY.sub(" ", " ".join(page.all(TEXT)))))


def test_every_number_is_there(spanish: list[Page], pages: list[Page]) -> None:
    english = {page.path.name: page for page in pages}
    assert {page.path.name for page in spanish} == set(english)
    for page in spanish:
        assert numbers(page) == numbers(english[page.path.name]), page.path.name


def test_a_page_says_in_which_language_it_is(spanish: list[Page]) -> None:
    for page in spanish:
        assert page.root.get("lang") == "es"
        in_english = page.all("//article//section[@lang='en']")
        assert bool(in_english) == (page.path.stem in APPENDICES)


def test_ids_stand_once_and_links_land(spanish: list[Page]) -> None:
    there = {page.path.name: page.places for page in spanish}
    for page in spanish:
        ids = page.all("//@id")
        assert len(ids) == len(set(ids)), page.path.name
        for link in page.all("//a/@href"):
            name, _, place = str(link).partition("#")
            if not re.match(r"\w+:|print/", name):
                assert place in there[name or page.path.name], f"{page.path.name}: {link}"


def test_the_search_speaks_the_language(browser: Browser, translated: Target) -> None:
    faults: list[str] = []
    with tab(browser) as page:
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(translated.site.as_uri())
        look_for(page, "kétámíné")

        page.locator("h2", has_text="Séárch Résúlts").wait_for(timeout=5000)
        summary = page.locator("#search-results p.search-summary")
        assert summary.inner_text().startswith("Séárch fíníshéd, fóúnd ")
    assert faults == []


def test_a_translation_that_has_all_waits_for_its_reviewer_only(translated: Target) -> None:
    report = check_words(translated)

    assert re.match(r"Translated: (\d+) of \1\. ", report.table)
    assert [line.partition(":")[0] for line in report.advice] == ["locale/es/review.toml"]


def test_each_page_of_paper_says_that_nobody_has_reviewed_it(paper: Path) -> None:
    assert all("Nót ýét révíéwéd" in words for words in texts_of_pages(paper))
