"""The front page: its words wait for nothing, and what comes later does come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from handout.atonce import at_once
from tools.serving import hosted

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

# What a server sends before it must wait for an answer from the phone, twice:
# 10 and then 20 packets of 1460 bytes (https://www.rfc-editor.org/rfc/rfc6928).
TWO_ANSWERS = 30 * 1460
HEADS = 300
PAGE = """<html><head><link rel="stylesheet" href="_static/site.css?v=1" type="text/css"></head>
<body>
    <img src="a.svg" alt=""><img src="b.svg" loading="eager" alt="">
<script src="c.js"></script><script>within()</script></body></html>"""


def test_the_front_page_comes_in_two_answers(site: Path) -> None:
    assert (site / "index.html").stat().st_size + HEADS < TWO_ANSWERS


def test_nothing_holds_up_the_words() -> None:
    page = html.document_fromstring(at_once(PAGE, "p { color: red }"))

    assert page.xpath("//style/text()") == ["p { color: red }"]
    assert page.xpath("//head//link | //body/script[@src]") == []
    assert page.xpath("//template/script/@src") == ["c.js"]
    assert page.xpath("//img/@loading") == ["lazy", "eager"]
    assert "within()" in page.xpath("//script/text()")


def test_typeface_and_buttons_come_when_the_words_are_there(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    with hosted(site) as host:
        page.goto(f"{host.address}/index.html", wait_until="networkidle")
        loaded = "[...document.fonts].filter(face => face.status == 'loaded').length"
        assert page.evaluate(loaded) >= 2
        before = page.evaluate("document.body.dataset.theme")
        # A button that were started twice would be back where it was.
        page.locator(".theme-toggle:visible").first.click()
        assert page.evaluate("document.body.dataset.theme") != before
        page.locator(".theme-toggle:visible").first.click()
        page.locator(".theme-toggle:visible").first.click()
        assert page.evaluate("document.body.dataset.theme") == before
    page.close()

    assert faults == []


def test_without_scripts_the_typeface_comes_at_once(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with hosted(site) as host:
        page.goto(f"{host.address}/index.html", wait_until="networkidle")
    context.close()

    assert any(url.endswith(".woff2") for url in asked)
