"""The pages of a finished web site, as the files lie in its folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import html

from handout.checks.pages import chapter_names
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

CHAPTERS = chapter_names(ROOT / "source")
# Pages for clinicians, which are in no contents.
APPENDICES = [
    path.stem
    for path in sorted((ROOT / "source").glob("*.rst"))
    if path.read_text(encoding="utf-8").startswith(":orphan:")
]
# A page of which nothing is wrong, for tests to spoil.
SOUND = """<html lang=en><head><title>T</title><meta name=description content="a b c d e"></head>
<body><a class=skip-to-content href="#m">Skip</a><main id=m><h1>H</h1>
<figure id=f><img src=bad.html alt=A><span class=caption-text>one two three four five six</span>
</figure></main><footer><section id=help><a href="tel:911"></a><a href="tel:988"></a>
<a href="sms:988"></a><a href="sms:838255">838255</a><a href="https://988lifeline.org/">ASL Now</a>
AYUDA</section></footer></body></html>"""


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


def told(pages: list[Page], faults_of: Callable[[Page], Iterator[str]]) -> list[str]:
    """Return the faults of all pages, each after its page's name."""
    return [f"{page.path.name}: {fault}" for page in pages for fault in faults_of(page)]
