"""What a page's elements tell those who cannot see it: levels, tables, languages."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.product.webpages import Page, pages_of, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from handout.build import Target

HEADINGS = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
# Words that no English text has, of the languages that clinics offer help in.
FOREIGN = re.compile(
    r"\b(ayuda|gratis|idioma|español|giúp|miễn phí|tiếng|aide|gratuite|kostenlos|hilfe)\b"
    r"|[\u0370-\u03ff\u0400-\u04ff\u0590-\u07ff\u0900-\u0fff\u1100-\u11ff\u3040-\ud7ff]",
    re.IGNORECASE,
)
# A word to send as it is, whatever one speaks.
CODE_WORD = "AYUDA"


def heading_faults(page: Page) -> Iterator[str]:
    levels = [int(heading.tag[1]) for heading in page.all(HEADINGS)]
    if levels[:1] != [1]:
        yield "does not begin with h1"
    for before, level in pairwise(levels):
        if level > before + 1:
            yield f"h{level} after h{before}"


def table_faults(page: Page) -> Iterator[str]:
    for table in page.all("//table"):
        name = " ".join(table.xpath("string(caption)").split())
        if not name:
            yield "a table without a caption"
        heads = table.xpath(".//th")
        if not heads:
            yield f"{name}: no heads"
        yield from (
            f"{name}: no scope of '{head.text_content().strip()}'"
            for head in heads
            if head.get("scope") not in ("col", "row", "colgroup", "rowgroup")
        )
        firsts = table.xpath(".//tbody/tr/*[1]")
        names_rows = all(first.text_content().strip() for first in firsts)
        if names_rows and len(table.xpath(".//tr[1]/*")) > 1:
            yield from (f"{name}: no head of a row" for first in firsts if first.tag != "th")


def language_faults(page: Page) -> Iterator[str]:
    for text in page.all("//body//text()[not(ancestor::script)]"):
        around = text.getparent() if text.is_text else text.getparent().getparent()
        spoken = around.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
        found = FOREIGN.search(text.replace(CODE_WORD, ""))
        if found and spoken in ("", "en"):
            yield f"no language of '{' '.join(text.split())}'"


def test_headings_begin_with_the_first_level_and_skip_none(pages: list[Page]) -> None:
    assert told(pages, heading_faults) == []


def test_every_table_has_a_caption_and_heads_that_say_what_they_name(pages: list[Page]) -> None:
    assert sum(len(page.all("//table")) for page in pages) > 4
    assert told(pages, table_faults) == []


def test_every_text_in_another_language_says_in_which(pages: list[Page], example: Target) -> None:
    its_pages = pages_of(example.site.parent)

    assert told([*pages, *its_pages], language_faults) == []
    assert [page for page in its_pages if page.all("//*[@lang='es']")] == its_pages


TABLE = (
    "<table><caption>T</caption><thead><tr><th scope=col>A<th scope=col>B</tr></thead>"
    "<tbody><tr><th scope=row>1<td>2</tr></tbody></table>"
)


@pytest.mark.parametrize(
    ("faults_of", "body", "faults"),
    [
        (heading_faults, "<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>", []),
        (heading_faults, "<h2>A</h2><h4>B</h4>", ["does not begin with h1", "h4 after h2"]),
        (table_faults, TABLE, []),
        (table_faults, TABLE.replace("T<", "<"), ["a table without a caption"]),
        (table_faults, TABLE.replace("th scope=col>A", "th>A"), ["T: no scope of 'A'"]),
        (table_faults, TABLE.replace("th scope=row", "td"), ["T: no head of a row"]),
        (table_faults, TABLE.replace("<th scope=row>1", "<td>"), []),
        (language_faults, "<p>Text AYUDA to 988, <b lang=es>ayuda gratis</b>, or call.", []),
        (language_faults, "<p>Help<br>Ayuda gratis", ["no language of 'Ayuda gratis'"]),
        (language_faults, "<p>Help: 帮助", ["no language of 'Help: 帮助'"]),
    ],
)
def test_a_page_that_tells_too_little_is_found(
    faults_of: Callable[[Page], Iterator[str]], body: str, faults: list[str], tmp_path: Path
) -> None:
    (tmp_path / "bad.html").write_text(f"<html lang=en><body>{body}", encoding="utf-8")

    assert list(faults_of(Page(tmp_path / "bad.html"))) == faults
