"""What a phone fetches for each page from a plain file server, and that nothing lies about unused."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from lxml import html

from handout.onepage import NAME as ONE_PAGE
from handout.weight import LEFT_OVER
from tests.product.browser import PICTURES_THERE
from tools.serving import hosted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

# Bytes of answers, heads counted, on a phone that has nothing of the site yet.
# Others may hold two pictures of 100 kB near their top: all lettering in these is outlined.
FIRST_PAGE, OTHER_PAGE = 150_000, 320_000
# With all pictures, for a reader who goes through the whole page; five of them in one chapter.
WHOLE_PAGE = 650_000
# Every picture of every chapter, as one scrolls down.
WHOLE_HANDOUT = 1_600_000
# For pages that have bounds of their own: until one can read, and in all.
BOUNDS = {"index": (FIRST_PAGE, FIRST_PAGE), ONE_PAGE: (OTHER_PAGE, WHOLE_HANDOUT)}
PHONE = {"width": 360, "height": 640}
# Nobody follows a link to these: notes of rights, what Sphinx keeps to build anew in place, and
# the page that a host shows to lost readers.
UNNAMED = ("LICENSE.txt", "LICENSES.txt", ".LICENSE.txt", ".buildinfo", "404.html")
SCROLL_DOWN = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += 2 * innerHeight) {
    scrollTo({top: y, behavior: "instant"});
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
}"""


@contextmanager
def scales(browser: Browser) -> Iterator[tuple[Tab, list[float]]]:
    """A tab of a phone that keeps nothing, and the bytes of all that it fetches, one by one."""
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    devtools = page.context.new_cdp_session(page)
    sizes: list[float] = []
    devtools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    devtools.send("Network.enable")
    devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    try:
        yield page, sizes
    finally:
        page.close()


def weighed(page: Tab, sizes: list[float], address: str) -> tuple[int, int]:
    """Return the bytes fetched for a page: until it stands there, and with all its pictures."""
    sizes.clear()
    # Only the front page fetches more once it stands there.
    page.goto(address, wait_until="networkidle" if "index.html" in address else "load")
    # A browser without a window does not fetch the little picture of its tab.
    icon = page.locator("link[rel~='icon']").first
    tab_picture = len(page.request.get(icon.evaluate("e => e.href")).body()) if icon.count() else 0
    first = sum(sizes)
    page.evaluate(SCROLL_DOWN)
    page.evaluate(PICTURES_THERE)
    return round(first) + tab_picture, round(sum(sizes)) + tab_picture


def heavy_pages(browser: Browser, site: Path) -> list[str]:
    """Tell of pages that are too heavy, the first page by its own measure."""
    found = []
    with hosted(site) as host, scales(browser) as (page, sizes):
        for path in sorted(site.glob("*.html")):
            first, whole = weighed(page, sizes, f"{host.address}/{path.name}")
            most, most_in_all = BOUNDS.get(path.stem, (OTHER_PAGE, WHOLE_PAGE))
            if first >= most or whole >= most_in_all:
                found.append(f"{path.name}: {first} bytes, {whole} with all pictures")
    return found


def test_no_page_is_too_heavy_for_a_slow_phone(browser: Browser, site: Path) -> None:
    assert heavy_pages(browser, site) == []


@pytest.mark.parametrize(
    ("name", "loading", "size", "heavy"),
    [
        ("index", "eager", FIRST_PAGE - 2000, False),
        ("index", "eager", FIRST_PAGE, True),
        ("index", "lazy", FIRST_PAGE, True),
        ("other", "eager", FIRST_PAGE, False),
        ("other", "eager", OTHER_PAGE, True),
        ("other", "lazy", OTHER_PAGE, False),
        ("other", "lazy", WHOLE_PAGE, True),
    ],
)
def test_a_page_that_is_too_heavy_is_found(
    browser: Browser, tmp_path: Path, name: str, loading: str, size: int, heavy: bool
) -> None:
    (tmp_path / f"{name}.html").write_text(
        f"<!doctype html><div style='height: 9000px'></div><img src=a.svg loading={loading} alt>",
        encoding="utf-8",
    )
    picture = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    (tmp_path / "a.svg").write_text(picture.ljust(size), encoding="utf-8")

    assert [fault.partition(":")[0] for fault in heavy_pages(browser, tmp_path)] == (
        [f"{name}.html"] if heavy else []
    )


# -- Nothing that no page uses -----------------------------------------------------------------


def unused(site: Path) -> list[str]:
    """Return the files of a site that neither a page nor a style sheet names."""
    used = {site / "index.html"}
    for page in site.rglob("*.html"):
        root = html.parse(str(page), html.HTMLParser(encoding="utf-8")).getroot()
        used |= {
            (page.parent / urlsplit(address).path).resolve()
            for address in root.xpath("//@href | //@src")
        }
        used |= named_by(page.parent, "".join(root.xpath("//style/text()")))
    for sheet in site.rglob("*.css"):
        used |= named_by(sheet.parent, sheet.read_text(encoding="utf-8"))
    files = (path for path in site.rglob("*") if path.is_file())
    return sorted(
        path.relative_to(site).as_posix()
        for path in files
        if path.resolve() not in used and not path.name.endswith(UNNAMED)
    )


def named_by(folder: Path, styles: str) -> set[Path]:
    """Return the files that *styles*, which lie in *folder*, name."""
    places = [part.partition(")")[0].strip("\"'") for part in styles.split("url(")[1:]]
    return {(folder / place).resolve() for place in places if not place.startswith("data:")}


def test_no_file_of_the_site_is_unused(site: Path) -> None:
    assert unused(site) == []


def test_a_file_that_no_page_uses_is_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<link rel=stylesheet href='a.css?v=1'><img src=a.png><style>p {background: url('b.png')}</style>",
        encoding="utf-8",
    )
    (tmp_path / "a.css").write_text("p { background: url(c.png) }", encoding="utf-8")
    for name in ("a.png", "b.png", "c.png", "d.png", "LICENSE.txt"):
        (tmp_path / name).touch()

    assert unused(tmp_path) == ["d.png"]


def test_what_is_left_out_of_the_site_is_what_sphinx_and_the_theme_still_bring(site: Path) -> None:
    assert [name for name in LEFT_OVER if (site / name).exists()] == []
    assert {sheet.name for sheet in site.rglob("*.css")} == {"site.css", "letters.css"}
