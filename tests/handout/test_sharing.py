"""What search engines and lost readers are told."""

from __future__ import annotations

from xml.etree import ElementTree

from lxml import html

from handout.sharing import site_map, with_whole_addresses

SITE = "https://clinic.example/ketamine/"


def test_a_site_map_names_each_address_with_its_day() -> None:
    tree = ElementTree.fromstring(site_map([SITE, f"{SITE}a.html?b&c"], "2026-01-31"))
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}

    assert [e.text for e in tree.findall("s:url/s:loc", space)] == [SITE, f"{SITE}a.html?b&c"]
    assert {e.text for e in tree.findall("s:url/s:lastmod", space)} == {"2026-01-31"}


def test_a_page_for_any_address_names_files_from_the_top_of_the_host() -> None:
    page = (
        '<!doctype html><html><head><link href="_static/a.css"></head><body><a href="#help">A</a>'
        '<a href="index.html#b">B</a><img src="_static/c.svg"><a href="tel:988">D</a>'
        '<a href="https://988lifeline.org/">E</a></body></html>'
    )
    root = html.document_fromstring(with_whole_addresses(page, SITE))

    assert root.xpath("//@href | //@src") == [
        "/ketamine/_static/a.css",
        "#help",
        "/ketamine/index.html#b",
        "/ketamine/_static/c.svg",
        "tel:988",
        "https://988lifeline.org/",
    ]
    assert with_whole_addresses(page, SITE).startswith("<!doctype html>")
