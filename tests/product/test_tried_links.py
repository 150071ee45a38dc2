"""``make linkcheck`` tries every address that a reader can follow."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from lxml import html

from handout.build import Target
from handout.linkcheck import source_places
from handout.sources import SOURCES
from handout.sphinx_runs import run_sphinx
from tests.conftest import ROOT
from tests.copies import copy_of_project

if TYPE_CHECKING:
    from pathlib import Path

CHAT = "https://988lifeline.org"


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Address -> file and line, of the real handout; none is asked for, we have no network."""
    root = copy_of_project(tmp_path_factory.mktemp("tried") / "copy")
    with (root / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('\nlinkcheck_ignore = [".*"]\n')
    target = Target(root, "example", "en")
    run_sphinx(target, "linkcheck", target.folder / "linkcheck", fresh=True)
    report = (target.folder / "linkcheck" / "output.json").read_text(encoding="utf-8")
    entries = [json.loads(line) for line in report.splitlines()]
    return {entry["uri"].rstrip("/"): f"{entry['filename']}:{entry['lineno']}" for entry in entries}


def followed(site: Path) -> set[str]:
    """Return the web addresses that the pages of *site* link to."""
    return {
        address.rstrip("/")
        for page in site.rglob("*.html")
        for address in html.parse(str(page)).xpath("//a/@href")
        if address.startswith(("http:", "https:"))
    }


def test_every_source_that_has_an_address_is_tried(tried: dict[str, str]) -> None:
    addresses = {
        address.rstrip("/")
        for address in source_places((ROOT / SOURCES).read_text(encoding="utf-8"))
    }

    assert len(addresses) > 30
    assert addresses <= tried.keys()


def test_the_chat_of_the_crisis_line_is_tried_where_a_chapter_names_it(
    tried: dict[str, str],
) -> None:
    file, _, line = tried[CHAT].partition(":")
    lines = (ROOT / "source" / file).read_text(encoding="utf-8").splitlines()

    assert CHAT.removeprefix("https://") in lines[int(line) - 1]


def test_no_page_leads_to_an_address_that_is_not_tried(
    tried: dict[str, str], example: Target
) -> None:
    addresses = followed(example.site.parent)

    assert CHAT in addresses
    assert addresses - tried.keys() == set()
