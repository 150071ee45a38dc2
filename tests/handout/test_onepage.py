"""A chapter's HTML as a part of the page that holds all of them."""

from __future__ import annotations

import pytest
from lxml import html

from handout.onepage import chapter

PAGES = {"risks.html": "risks", "tools.html": "tools", "more/care.html": "more/care"}


def joined(body: str, uri: str = "risks.html") -> html.HtmlElement:
    return html.fragment_fromstring(chapter(body, uri, PAGES))


def test_a_chapter_is_named_and_its_headings_go_one_step_lower() -> None:
    part = joined("<section><h1>Risks</h1><h2>Which?</h2><h3>Rare</h3></section>")

    assert part.get("id") == "risks"
    assert [(title.tag, title.text) for title in part.xpath("section/*")] == [
        ("h2", "Risks"),
        ("h3", "Which?"),
        ("h4", "Rare"),
    ]


@pytest.mark.parametrize(
    "attribute", ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"]
)
def test_ids_and_what_refers_to_them_get_the_chapters_name(attribute: str) -> None:
    part = joined(f'<p id="a">A</p><p id="b">B</p><td {attribute}="a b">C</td>')

    assert part.xpath("p/@id") == ["risks--a", "risks--b"]
    assert part.xpath(f".//@{attribute}") == ["risks--a risks--b"]


@pytest.mark.parametrize(
    ("link", "on_page"),
    [
        ("#a", "#risks--a"),
        ("risks.html#a", "#risks--a"),
        ("tools.html", "#tools"),
        ("tools.html#log", "#tools--log"),
        ("index.html", "index.html"),
        ("search.html?q=a", "search.html?q=a"),
        ("tel:988", "tel:988"),
        ("https://clinic.example/risks.html", "https://clinic.example/risks.html"),
    ],
)
def test_links_between_chapters_stay_on_the_page_and_others_as_they_are(
    link: str, on_page: str
) -> None:
    assert joined(f'<a href="{link}">A</a>').xpath("a/@href") == [on_page]


def test_a_chapter_in_a_folder_finds_its_pictures_and_its_neighbours() -> None:
    part = joined('<img src="../_images/a.svg"><a href="../risks.html#a">A</a>', "more/care.html")

    assert part.xpath("img/@src") == ["_images/a.svg"]
    assert part.xpath("a/@href") == ["#risks--a"]
