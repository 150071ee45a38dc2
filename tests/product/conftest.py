"""What the tests of the real handout share: its pages, and one browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from handout.onepage import NAME as ONE_PAGE
from handout.sharing import LOST
from tests.conftest import require_tool
from tests.product.browser import ARGUMENTS, CHROMIUM
from tests.product.webpages import APPENDICES, CHAPTERS, Page, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def pages(site: Path) -> list[Page]:
    found = pages_of(site)
    extra = {"search", ONE_PAGE, LOST}
    assert {page.path.stem for page in found} == {"index", *CHAPTERS, *APPENDICES, *extra}
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; no page may need the network, so it has none."""
    path = require_tool(*CHROMIUM)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()
