"""axe-core finds no barrier on the finished web site: light and dark, phone and desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.product.browser import DESKTOP, PHONE, axe_faults, tab, visit_faults

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from handout.build import Target

WITH_AXE = ("index", "front-sheet", "risks", "tools", "about")


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


def test_axe_finds_barriers_on_a_bad_page(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        "<p style='color: #bbb; background: #fff'>pale</p><img src=x.png>", encoding="utf-8"
    )
    with tab(browser) as page:
        faults = " ".join(axe_faults(page, tmp_path / "bad.html"))

    for rule in ("color-contrast", "image-alt", "html-has-lang", "landmark-one-main"):
        assert rule in faults
