"""What search engines, messengers and lost readers are told: addresses, reviews, a site map."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from lxml import html

from handout.appendices import is_appendix
from handout.edition import edition_of
from handout.onepage import NAME as ONE_PAGE
from handout.review import is_older, is_past

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sphinx.application import Sphinx

    from handout.edition import Edition

# The page that a host shows for an address that leads nowhere.
LOST = "404"
PICTURE = Path(__file__).parent.parent / "images" / "share.png"
SHOWN_PICTURE = Path("_static", PICTURE.name)
SITE_MAP = "sitemap.xml"
# furo, too, sets a page's context; what we take back from it must come later.
AFTER_FURO = 900
# handout/weight.py, at 990, finds files by the addresses in pages.
AFTER_WEIGHT = 995


def on_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Tell a page its description, its address if the site has one, and its structured data."""
    edition = edition_of(app.env)
    own = app.env.metadata.get(pagename, {}).get("description")
    context["description"] = own or _extra_description(edition, pagename)
    if context["pageurl"]:
        context["pageurl"] = page_address(edition, app, pagename)
        context["share_picture"] = urljoin(context["pageurl"], SHOWN_PICTURE.as_posix())
    if (own and not is_appendix(app.env, pagename)) or pagename == ONE_PAGE:
        data = structured_data(edition, context)
        # The one mark that could end the element in the middle of the data.
        context["structured_data"] = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def _extra_description(edition: Edition, pagename: str) -> str:
    words = {"search": "description", ONE_PAGE: "one-page-about", LOST: "lost-why"}
    return edition.labels["site"][words[pagename]] if pagename in words else ""


def page_address(edition: Edition, app: Sphinx, pagename: str) -> str:
    """Return the page's own address on the web, which must be known; the front page's is "/"."""
    target = app.builder.get_target_uri(pagename) if pagename != app.config.root_doc else ""
    return urljoin(str(edition.profile.site), target)


def structured_data(edition: Edition, context: dict[str, Any]) -> dict[str, Any]:
    """Return a page as a ``MedicalWebPage`` (https://schema.org/MedicalWebPage).

    A review is told of only while it holds.
    """
    profile = edition.profile
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": html.fromstring(f"<p>{context['title']}</p>").text_content(),
        "description": context["description"],
        "inLanguage": context["language"],
        "audience": {"@type": "MedicalAudience", "audienceType": "Patient"},
        "dateModified": edition.day.isoformat(),
        "version": edition.version,
        "publisher": _named("MedicalClinic", profile.name, url=profile.web),
        "isPartOf": _named("WebSite", edition.title, url=profile.site),
    }
    if context["pageurl"]:
        data["url"] = context["pageurl"]
    review = profile.review
    if review and not is_past(review, edition.today) and not is_older(review, edition.day):
        data["lastReviewed"] = review.date.isoformat()
        data["reviewedBy"] = _named("Person", review.name, honorificSuffix=review.credentials)
    return data


def _named(kind: str, name: str, **more: str | None) -> dict[str, str]:
    told = {key: value for key, value in more.items() if value is not None}
    return {"@type": kind, "name": name, **told}


def collect_lost_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page for addresses that lead nowhere."""
    yield LOST, {"title": edition_of(app.env).labels["site"]["lost"]}, "lost.html"


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Add what only a site with an address needs."""
    site = edition_of(app.env).profile.site if exception is None else None
    if site is None or app.builder.name != "html":
        return
    folder = Path(app.outdir)
    shutil.copyfile(PICTURE, folder / SHOWN_PICTURE)
    pages = [app.config.root_doc, *sorted(app.env.found_docs - {app.config.root_doc}), ONE_PAGE]
    addresses = [page_address(edition_of(app.env), app, name) for name in pages]
    (folder / SITE_MAP).write_bytes(site_map(addresses, edition_of(app.env).day.isoformat()))
    lost = folder / f"{LOST}.html"
    lost.write_text(with_whole_addresses(lost.read_text(encoding="utf-8"), site), encoding="utf-8")


def site_map(addresses: list[str], day: str) -> bytes:
    """Return a site map (https://www.sitemaps.org/protocol.html); all pages changed on *day*.

    Ours, as the extension sphinx-sitemap starts a process of its own, which a process that
    builds one clinic of many may not.
    """
    root = ElementTree.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for address in addresses:
        page = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(page, "loc").text = address
        ElementTree.SubElement(page, "lastmod").text = day
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def with_whole_addresses(page: str, site: str) -> str:
    """Return the HTML *page* with each of its links from the top of the host of *site*.

    A host shows the page at whatever address was asked for, in any folder.
    """
    top = urlsplit(site).path
    root = html.document_fromstring(page)
    root.rewrite_links(lambda link: link if link.startswith("#") else urljoin(top, link))
    return str(html.tostring(root, doctype="<!doctype html>", encoding="unicode"))


def setup(app: Sphinx) -> None:
    """Register the events."""
    app.connect("html-page-context", on_page_context, priority=AFTER_FURO)
    app.connect("html-collect-pages", collect_lost_page)
    app.connect("build-finished", on_build_finished, priority=AFTER_WEIGHT)
