"""How old the words are can be told from the site and from paper."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from handout.review import long_date
from tests.conftest import ROOT
from tests.printed import words_in
from tests.product.webpages import Page

if TYPE_CHECKING:
    from pathlib import Path

CHANGED = re.compile(r"We last changed the words on ([A-Z][a-z]+ \d+, \d{4})\.")


def test_site_and_paper_say_when_the_words_were_last_changed(site: Path, pdf: Path) -> None:
    on_web = CHANGED.findall(Page(site / "about.html").words("//article"))
    on_paper = CHANGED.findall(" ".join(words_in(pdf.read_bytes()).split()))

    assert len(on_web) == 1
    assert on_paper == on_web
    assert on_web == [long_date(date.fromisoformat(handout_date()))]


def handout_date() -> str:
    """Return the day that conf.py gives."""
    text = (ROOT / "conf.py").read_text(encoding="utf-8")
    return re.findall(r'^handout_date = "(.+)"$', text, re.MULTILINE)[0]
