"""The finished web site: as files, in a browser opened from the folder, and printed from it."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from fontTools.ttLib import TTFont
from lxml import html
from playwright.sync_api import sync_playwright

from handout.checks.pages import chapter_names
from handout.webfonts import PARTS
from handout.website import readable_size
from tests.conftest import ROOT, require_tool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

    from handout.build import Target

CHAPTERS = chapter_names(ROOT / "source")
WITH_AXE = ("index", "front-sheet", "risks", "tools", "about")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, SMALL_PHONE, DESKTOP = 360, 320, 1280
CRISIS_LINKS = ("tel:911", "tel:988", "sms:988", "sms:838255", "https://988lifeline.org/")
CRISIS_WORDS = ("AYUDA", "838255", "ASL Now")
LONGEST_ALT = 150
CAPTION_WORDS = range(6, 26)
# Attributes that name a file or place; only a link that a reader follows may leave the site.
ADDRESSES = ("href", "src", "poster", "data", "action")
LEAVING = ("http", "https", "tel", "sms", "mailto")
FACE = re.compile(r"@font-face{[^}]*url\(\"([^\"]+)\"\)[^}]*unicode-range:([^;}]+)")
CSS_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)")
NAVIGATION = (
    "//nav//a | //aside//a | //*[contains(@class, 'skip-to-content')]"
    " | //*[contains(@class, 'back-to-top')] | //*[@class='context'] | //*[@class='which']"
)
# Chapters whose blanks all stand for a fact of the clinic's file.
FACTS_ONLY = ("front-sheet", "tools", "about")
MADE_UP = ("555-01", "fictional")

# What sticks out to the right, unless it lies in a box that scrolls by itself.
STICKING_OUT = """() => {
  const root = document.documentElement, found = [];
  if (root.scrollWidth > root.clientWidth) found.push(`page ${root.scrollWidth} px wide`);
  const scrolls = e => e && (/auto|scroll/.test(getComputedStyle(e).overflowX)
    || scrolls(e.parentElement));
  for (const e of document.querySelectorAll("body *"))
    if (e.getClientRects().length && !e.closest("aside") && !scrolls(e.parentElement)
        && e.getBoundingClientRect().right > innerWidth + 1 && !e.closest("svg"))
      found.push(`${e.tagName} ${e.className}: ${e.textContent.trim().slice(0, 40)}`);
  return found;
}"""


@dataclass(frozen=True)
class Page:
    """One page of a site, as the file lies in its folder."""

    path: Path

    @cached_property
    def root(self) -> html.HtmlElement:
        return html.parse(str(self.path), html.HTMLParser(encoding="utf-8")).getroot()

    def all(self, path: str) -> list[Any]:
        return self.root.xpath(path)

    def words(self, path: str) -> str:
        return " ".join(" ".join(element.text_content().split()) for element in self.all(path))

    @cached_property
    def places(self) -> set[str]:
        return {"", *self.all("//@id"), *self.all("//a/@name")}


def pages_of(site: Path) -> list[Page]:
    return [Page(path) for path in sorted(site.rglob("*.html"))]


@pytest.fixture(scope="module")
def pages(site: Path) -> list[Page]:
    found = pages_of(site)
    assert {page.path.stem for page in found} == {
        "index",
        "search",
        "whole-handout",
        "404",
        *CHAPTERS,
    }
    return found


def told(pages: list[Page], faults_of: Callable[[Page], Iterator[str]]) -> list[str]:
    """Return the faults of all pages, each after its page's name."""
    return [f"{page.path.name}: {fault}" for page in pages for fault in faults_of(page)]


# -- What every page must have ---------------------------------------------------------------


def crisis_faults(page: Page) -> Iterator[str]:
    box = "//footer//section[@id='help']"
    links = page.all(f"{box}//a/@href")
    yield from (f"no link {link}" for link in CRISIS_LINKS if link not in links)
    yield from (f"no {words}" for words in CRISIS_WORDS if words not in page.words(box))


def frame_faults(page: Page) -> Iterator[str]:
    if page.all("/html/@lang") != ["en"]:
        yield "no language"
    if len(page.all("//title")) < 1 or not page.words("//head/title"):
        yield "no title"
    if len(page.all("//h1")) != 1 or not page.words("//h1"):
        yield f"{len(page.all('//h1'))} h1"
    if len(page.all("//main | //*[@role='main']")) != 1:
        yield "not one main landmark"
    skips = page.all("//a[contains(@class, 'skip-to-content')]/@href")
    if len(skips) != 1 or skips[0].removeprefix("#") not in page.places - {""}:
        yield "no skip link"


def description_faults(page: Page) -> Iterator[str]:
    if len("".join(page.all("//meta[@name='description']/@content")).split()) < 5:
        yield "no description"


def test_every_page_ends_with_the_crisis_box(pages: list[Page]) -> None:
    assert told(pages, crisis_faults) == []


def test_every_page_has_language_title_one_heading_skip_link_and_main(pages: list[Page]) -> None:
    assert told(pages, frame_faults) == []


def test_every_page_describes_itself_to_search_engines(pages: list[Page]) -> None:
    assert told(pages, description_faults) == []


def test_every_title_and_every_description_stands_on_one_page_only(pages: list[Page]) -> None:
    titles = [page.words("//head/title") for page in pages]
    descriptions = [
        text for page in pages for text in page.all("//meta[@name='description']/@content")
    ]

    assert len(set(titles)) == len(titles)
    assert len(set(descriptions)) == len(descriptions)


def test_every_id_stands_once_on_its_page(pages: list[Page]) -> None:
    for page in pages:
        ids = page.all("//@id")
        assert len(set(ids)) == len(ids), page.path.name


# -- Links and files -------------------------------------------------------------------------


def link_faults(page: Page) -> Iterator[str]:
    """Tell of addresses that name no file, or no place in it; folders are no pages."""
    for attribute in ADDRESSES:
        for address in page.all(f"//@{attribute}"):
            parts = urlsplit(address)
            if parts.scheme in LEAVING:
                continue
            file = page.path.parent / unquote(parts.path) if parts.path else page.path
            if not file.is_file():
                yield f"no file {address}"
            elif file.suffix == ".html" and unquote(parts.fragment) not in Page(file).places:
                yield f"no place {address}"


def style_faults(sheet: Path) -> Iterator[str]:
    """Tell of addresses in a style sheet that name no file beside it."""
    for address in CSS_ADDRESS.findall(sheet.read_text(encoding="utf-8")):
        parts = urlsplit(address)
        if parts.scheme != "data" and not (sheet.parent / parts.path).is_file():
            yield f"{sheet.name}: no file {address}"


def far_faults(page: Page) -> Iterator[str]:
    """Tell of whatever the page itself would fetch from elsewhere."""
    for attribute in ("src", "srcset", "poster", "data", "action"):
        yield from (text for text in page.all(f"//@{attribute}") if "//" in text)
    yield from (text for text in page.all("//link/@href | //use/@href") if "//" in text)
    for text in page.all("//style/text() | //@style"):
        yield from (address for address in CSS_ADDRESS.findall(text) if "//" in address)


def test_every_link_and_file_on_the_pages_is_there(pages: list[Page]) -> None:
    assert sum(len(page.all("//@href")) for page in pages) > 500
    assert told(pages, link_faults) == []


def test_every_file_that_a_style_sheet_names_is_there(site: Path) -> None:
    sheets = sorted(site.rglob("*.css"))

    assert sheets
    assert [fault for sheet in sheets for fault in style_faults(sheet)] == []


def test_no_page_names_a_file_elsewhere(pages: list[Page]) -> None:
    assert told(pages, far_faults) == []


def test_the_typeface_lies_in_the_site_with_its_licence(site: Path) -> None:
    folder = site / "_static" / "fonts"
    fonts = sorted(folder.glob("*.woff2"))
    faces = dict(FACE.findall((site / "_static/site.css").read_text(encoding="utf-8")))

    assert sorted(faces) == [f"fonts/{font.name}" for font in fonts] != []
    assert {font.read_bytes()[:4] for font in fonts} == {b"wOF2"}
    assert "SIL Open Font License" in (folder / "LICENSE.txt").read_text(encoding="utf-8")
    for font in fonts:
        letters = set(TTFont(font).getBestCmap())
        assert letters
        # What a browser asks of a file, and what is in it.
        assert letters <= told_by_range(faces[f"fonts/{font.name}"]), font.name


def test_each_letter_of_the_typeface_lies_in_one_file_of_each_weight() -> None:
    ranges = [pair for part in PARTS.values() for pair in part]
    codes = [code for first, last in ranges for code in range(first, last + 1)]

    assert len(set(codes)) == len(codes)


def told_by_range(words: str) -> set[int]:
    """Return the letters of a ``unicode-range``."""
    pairs = [part.strip().removeprefix("U+").partition("-") for part in words.split(",")]
    return {
        code
        for first, _, last in pairs
        for code in range(int(first, 16), int(last or first, 16) + 1)
    }


def download_faults(page: Page) -> Iterator[str]:
    """Tell where the download button's words are not those of the file itself."""
    links = page.all("//a[@class='download']")
    if not links:
        yield "no download"
    for link in links:
        file = page.path.parent / link.get("href")
        if not file.is_file() or file.read_bytes()[:5] != b"%PDF-":
            yield f"no PDF {link.get('href')}"
            continue
        size = readable_size(file.stat().st_size).replace("\u00a0", " ")
        count = len(pypdfium2.PdfDocument(file))
        # Numbers and their units never part.
        about = link.text_content().replace("\u00a0", " ")
        paper = "A4 paper" if file.stem.endswith("-a4") else "US Letter paper"
        wanted = ("PDF", "English", paper, f"{count} pages", size)
        yield from (f"does not tell {words}" for words in wanted if words not in about)


def test_the_download_button_leads_to_the_pdf_and_tells_what_it_is(site: Path, pdf: Path) -> None:
    front = Page(site / "index.html")

    assert list(download_faults(front)) == []
    for address in front.all("//a[@class='download']/@href"):
        assert (site / address).read_bytes() == pdf.with_name(Path(address).name).read_bytes()


# -- Pictures --------------------------------------------------------------------------------


def picture_faults(page: Page) -> Iterator[str]:
    yield from (f"no alt: {image.get('src')}" for image in page.all("//img[not(@alt)]"))
    for figure in page.all("//figure"):
        name = figure.get("id")
        alts = {image.get("alt", "") for image in figure.iter("img")}
        if len(alts) != 1 or not min(alts).strip():
            yield f"{name}: no alt, or not one"
        yield from (f"{name}: {len(alt)} characters" for alt in alts if len(alt) > LONGEST_ALT)
        caption = " ".join(
            text.text_content() for text in figure.xpath(".//span[@class='caption-text']")
        )
        if len(caption.split()) not in CAPTION_WORDS:
            yield f"{name}: caption of {len(caption.split())} words"


def test_every_picture_has_a_short_alt_text_and_a_caption(pages: list[Page]) -> None:
    assert sum(len(page.all("//figure")) for page in pages) > 5
    assert told(pages, picture_faults) == []


# -- The checks above find what they are for ---------------------------------------------------

SOUND = """<html lang=en><head><title>T</title><meta name=description content="a b c d e"></head>
<body><a class=skip-to-content href="#m">Skip</a><main id=m><h1>H</h1>
<figure id=f><img src=bad.html alt=A><span class=caption-text>one two three four five six</span>
</figure></main><footer><section id=help><a href="tel:911"></a><a href="tel:988"></a>
<a href="sms:988"></a><a href="sms:838255">838255</a><a href="https://988lifeline.org/">ASL Now</a>
AYUDA</section></footer></body></html>"""


@pytest.mark.parametrize(
    "faults_of", [crisis_faults, frame_faults, description_faults, link_faults, picture_faults]
)
def test_a_sound_page_passes(faults_of: Callable[[Page], Iterator[str]], tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(SOUND, encoding="utf-8")

    assert list(faults_of(Page(tmp_path / "bad.html"))) == []


@pytest.mark.parametrize(
    ("faults_of", "old", "new", "fault"),
    [
        (crisis_faults, "tel:988", "tel:989", "no link tel:988"),
        (crisis_faults, "AYUDA", "", "no AYUDA"),
        (crisis_faults, "<footer>", "<div>", "no ASL Now"),
        (frame_faults, " lang=en", "", "no language"),
        (frame_faults, "<title>T", "<title>", "no title"),
        (frame_faults, "<h1>H</h1>", "<h1>H</h1><h1>I</h1>", "2 h1"),
        (description_faults, "name=description", "name=other", "no description"),
        (frame_faults, "#m", "#n", "no skip link"),
        (frame_faults, "<main id=m>", "<div id=m>", "not one main landmark"),
        (link_faults, "#m", "#n", "no place #n"),
        (link_faults, "#m", "bad.html#n", "no place bad.html#n"),
        (link_faults, "src=bad.html", "src=none.png", "no file none.png"),
        (far_faults, "src=bad.html", "src=//cdn.example/x.png", "//cdn.example/x.png"),
        (far_faults, "<title>", '<link href="https://f.example/a.css"><title>', "https://f.exam"),
        (picture_faults, "alt=A", "", "no alt: bad.html"),
        (picture_faults, "alt=A", f"alt={'A' * 151}", "f: 151 characters"),
        (picture_faults, "five six", "five", "f: caption of 5 words"),
        (download_faults, "", "", "no download"),
        (download_faults, "<h1>", "<a class=download href=bad.html></a><h1>", "no PDF bad.html"),
    ],
)
def test_a_bad_page_is_found(
    faults_of: Callable[[Page], Iterator[str]], old: str, new: str, fault: str, tmp_path: Path
) -> None:
    (tmp_path / "bad.html").write_text(SOUND.replace(old, new, 1), encoding="utf-8")

    assert any(told.startswith(fault) for told in faults_of(Page(tmp_path / "bad.html")))


# -- The clinic's facts ------------------------------------------------------------------------


def test_a_fact_that_nobody_told_us_says_ask_your_clinic(site: Path) -> None:
    for name in FACTS_ONLY:
        blanks = Page(site / f"{name}.html").all("//article//span[@class='blank']")
        assert {blank.text_content() for blank in blanks} == {"ask your clinic"}, name


def test_a_clinic_that_told_us_its_number_can_be_called_from_every_page(example: Target) -> None:
    pages = pages_of(example.site.parent)

    for page in pages:
        assert page.words("//footer//a[@href='tel:+1-503-555-0142']") == "(503) 555-0142"
        if page.path.stem in FACTS_ONLY:
            assert "ask your clinic" not in page.words("//body"), page.path.name
    calls = "//article//a[starts-with(@href, 'tel:+1-503-555-014')]"
    assert sum(len(page.all(calls)) for page in pages) >= 6


def test_nothing_of_the_made_up_clinic_is_in_the_real_ones_files(
    site: Path, pdf: Path, example: Target
) -> None:
    assert made_up(site, pdf) == []
    # The same look finds it where it belongs.
    assert len(made_up(example.site.parent, example.printables()[0])) > len(CHAPTERS)


def made_up(site: Path, pdf: Path) -> list[str]:
    """Return the names of files of which any word is made up."""
    texts = {
        path.name: path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.suffix in {".html", ".js", ".css", ".svg", ".txt"}
    }
    for file in (pdf, *site.rglob("*.pdf")):
        texts[str(file)] = pdf_text(file) + str(pypdfium2.PdfDocument(file).get_metadata_dict())
    return [name for name, text in texts.items() if any(words in text for words in MADE_UP)]


def pdf_text(file: Path | bytes) -> str:
    """Return the words of a PDF on one line."""
    document = pypdfium2.PdfDocument(file)
    texts = (page.get_textpage().get_text_bounded() for page in document)
    return " ".join(" ".join(texts).split())


# -- In a browser ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; no page may need the network, so it has none."""
    path = require_tool("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@contextmanager
def tab(browser: Browser, width: int = DESKTOP, scheme: str = "light") -> Iterator[Tab]:
    viewport = {"width": width, "height": 800}
    context = browser.new_context(viewport=viewport, color_scheme=scheme, offline=True)  # type: ignore[arg-type]
    try:
        yield context.new_page()
    finally:
        context.close()


def visit_faults(browser: Browser, site: Path, addresses: list[str]) -> list[str]:
    """Tell what leaves the folder *site*, is missing there, or is complained of."""
    faults: list[str] = []
    inside = site.as_uri() + "/"
    with tab(browser) as page:
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith((inside, "data:")) else faults.append(request.url)
            ),
        )
        page.on("requestfailed", lambda request: faults.append(f"missing {request.url}"))
        page.on("pageerror", lambda error: faults.append(f"error {error}"))
        page.on(
            "console",
            lambda message: faults.append(message.text) if message.type == "error" else None,
        )
        for address in addresses:
            page.goto(inside + address)
            # Pictures further down are fetched only once they come into view.
            page.evaluate("for (const image of document.images) image.loading = 'eager'")
            page.wait_for_function("[...document.images].every(image => image.complete)")
            unseen = "[...document.images].filter(i => !i.naturalWidth).map(i => i.src)"
            faults += [f"unseen {source}" for source in page.evaluate(unseen)]
    return faults


def test_no_page_asks_for_anything_outside_its_folder_or_complains(
    browser: Browser, site: Path, pages: list[Page]
) -> None:
    assert visit_faults(browser, site, [page.path.name for page in pages]) == []


def test_a_page_that_reaches_out_or_fails_is_found(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        "<img src='https://cdn.example/a.png'><img src='../b.png'><script>none()</script>",
        encoding="utf-8",
    )

    faults = visit_faults(browser, tmp_path, ["bad.html"])

    assert "https://cdn.example/a.png" in faults
    assert any(fault.startswith("file:") and fault.endswith("/b.png") for fault in faults)
    assert any("none is not defined" in fault for fault in faults)


def test_the_letters_on_screen_are_those_of_the_handout(browser: Browser, site: Path) -> None:
    with tab(browser) as page:
        page.goto((site / "risks.html").as_uri())
        loaded = page.evaluate(
            "document.fonts.ready.then(all => [...all].filter(f => f.status == 'loaded').length)"
        )

    assert loaded >= 2


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", PHONE),
        ("dark", DESKTOP),
        pytest.param("dark", PHONE, marks=pytest.mark.slow),
        pytest.param("light", DESKTOP, marks=pytest.mark.slow),
    ],
)
def test_axe_finds_no_barrier(browser: Browser, site: Path, scheme: str, width: int) -> None:
    with tab(browser, width, scheme) as page:
        faults = [
            f"{name}: {fault}"
            for name in WITH_AXE
            for fault in axe_faults(page, site / f"{name}.html")
        ]

    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_clinics_own_color_and_logo_are_no_barrier(
    browser: Browser, example: Target, scheme: str
) -> None:
    site = example.site.parent
    with tab(browser, DESKTOP, scheme) as page:
        for name in ("index", "about"):
            assert axe_faults(page, site / f"{name}.html") == []
            link = page.locator("article a[href]").first
            in_own_colour = link.evaluate("e => getComputedStyle(e).color") == "rgb(63, 79, 140)"
            assert in_own_colour == (scheme == "light")

    assert visit_faults(browser, site, ["index.html", "about.html"]) == []


def axe_faults(page: Tab, path: Path) -> list[str]:
    """Return what axe finds on the page at *path*: rule and first place."""
    page.goto(path.as_uri())
    only = {"type": "tag", "values": RULES}
    # Reading style sheets by itself, which "preload" does, is not allowed from a folder.
    options = {"runOnly": only, "preload": False, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response
    return [f"{rule['id']} at {rule['nodes'][0]['target']}" for rule in found["violations"]]


def test_axe_finds_barriers_on_a_bad_page(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        "<p style='color: #bbb; background: #fff'>pale</p><img src=x.png>", encoding="utf-8"
    )
    with tab(browser) as page:
        faults = " ".join(axe_faults(page, tmp_path / "bad.html"))

    for rule in ("color-contrast", "image-alt", "html-has-lang", "landmark-one-main"):
        assert rule in faults


def test_no_page_scrolls_sideways_on_a_small_phone(
    browser: Browser, pages: list[Page], tmp_path: Path
) -> None:
    wide = tmp_path / "wide.html"
    wide.write_text(
        "<!doctype html><meta name=viewport content='width=device-width'>"
        "<p style='width: 330px'>wide",
        encoding="utf-8",
    )
    faults = []
    with tab(browser, SMALL_PHONE) as page:
        for path in (found.path for found in pages):
            page.goto(path.as_uri())
            faults += [f"{path.name}: {fault}" for fault in page.evaluate(STICKING_OUT)]
        page.goto(wide.as_uri())
        assert len(page.evaluate(STICKING_OUT)) == 2

    assert faults == []


def test_a_blank_is_words_on_screen_and_a_rule_on_paper(browser: Browser, site: Path) -> None:
    with tab(browser) as page:
        page.goto((site / "about.html").as_uri())
        words, rule = page.locator(".blank > span").first, page.locator(".blank").first

        assert words.is_visible()
        page.emulate_media(media="print")
        assert words.is_hidden()
        assert rule.evaluate("e => getComputedStyle(e).borderBottomStyle") == "solid"
        assert "ask your clinic" not in pdf_text(page.pdf())


def test_a_page_printed_from_the_browser_has_help_and_no_navigation(
    browser: Browser, site: Path
) -> None:
    file = Page(site / "risks.html")
    with tab(browser) as page:
        page.goto(file.path.as_uri())
        printed = pdf_text(page.pdf())
        page.emulate_media(media="screen")
        unstyled = pdf_text(page.pdf())

    assert navigation_in(printed, file) == []
    assert len(navigation_in(unstyled, file)) > 5
    for words in ("Need help now?", "Call 911", "Call 988", "Text 988", *CRISIS_WORDS):
        assert words in printed
    assert "Blood pressure" in printed


def navigation_in(printed: str, page: Page) -> list[str]:
    """Return the words that only lead about the site and yet were printed."""
    said = page.words(
        "//article | //div[@class='colophon'] | //section[@id='help']/*[position()<4]"
    )
    lead = {" ".join(element.text_content().split()) for element in page.all(NAVIGATION)}
    return sorted(words for words in lead if words and words not in said and words in printed)
