"""What the tests of the real handout share: its pages, and one browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from handout.onepage import NAME as ONE_PAGE
from handout.sharing import LOST
from tests.conftest import require_tool
from tests.product.browser import ARGUMENTS, CHROMIUM, tab
from tests.product.elsewhere import Elsewhere, build_elsewhere
from tests.product.judging import Spoiled, as_new
from tests.product.webpages import APPENDICES, CHAPTERS, Page, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab


@pytest.fixture(scope="session")
def pages(site: Path) -> list[Page]:
    found = pages_of(site)
    extra = {"search", ONE_PAGE, LOST}
    assert {page.path.stem for page in found} == {"index", *CHAPTERS, *APPENDICES, *extra}
    return found


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Elsewhere:
    """Two clinics' handouts, built one after the other in a copy of the project."""
    return build_elsewhere(tmp_path_factory.mktemp("Another folder é") / "copy")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; no page may need the network, so it has none."""
    path = require_tool(*CHROMIUM)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def module_tab(browser: Browser) -> Iterator[Tab]:
    with tab(browser) as page:
        yield page


@pytest.fixture
def window(module_tab: Tab) -> Tab:
    """A tab as wide as a desk's, shared by tests that keep nothing in it."""
    return as_new(module_tab)


@pytest.fixture
def spoiled(window: Tab, tmp_path: Path) -> Spoiled:
    """Opens a page of a text."""
    return Spoiled(window, tmp_path)
