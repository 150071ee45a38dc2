"""The whole handout as one page of the web site: to read on without turning pages, or to print."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from lxml import html

from handout.edition import edition_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sphinx.application import Sphinx

NAME = "whole-handout"
# Attributes that name ids on the same page, one or several.
NAMING = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")
# Each heading stands one step lower than on the chapter's own page.
LOWER = {f"h{level}": f"h{level + 1}" for level in range(1, 6)}


class OnePage:
    """Keeps the chapters as they are written, and joins them at the end."""

    def __init__(self) -> None:
        self._bodies: dict[str, str] = {}

    def on_page_context(
        self, app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
    ) -> None:
        """Keep a chapter's HTML."""
        if doctree is not None:
            self._bodies[pagename] = context["body"]

    def collect(self, app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Yield the page, unless only a few chapters were written anew: then the old one stays."""
        names = app.env.toctree_includes.get(app.config.root_doc, [])
        if not names or any(name not in self._bodies for name in names):
            return
        title = edition_of(app.env).labels["site"]["one-page"]
        pages = {app.builder.get_target_uri(name): name for name in names}
        chapters = [
            {
                "name": name,
                "title": app.env.titles[name].astext(),
                "body": chapter(body, uri, pages),
            }
            for uri, name in pages.items()
            for body in [self._bodies[name]]
        ]
        yield NAME, {"title": title, "chapters": chapters}, "one-page.html"


def chapter(body: str, uri: str, pages: dict[str, str]) -> str:
    """Return a chapter's HTML as a part of the one page.

    Its ids get its name in front, as two chapters may have equal headings; links between chapters
    become links on the page; headings go one step lower.

    :param uri: the chapter's own page; :param pages: that of each chapter -> the chapter's name.
    """
    root = html.fragment_fromstring(body, create_parent="div")
    own = pages[uri]
    for element in root.iter(html.etree.Element):
        element.tag = LOWER.get(element.tag, element.tag)
        if name := element.get("id"):
            element.set("id", f"{own}--{name}")
        for attribute in NAMING:
            if names := element.get(attribute):
                element.set(attribute, " ".join(f"{own}--{name}" for name in names.split()))
    root.rewrite_links(lambda link: _on_page(urljoin(uri, link), pages))
    root.set("class", "chapter")
    root.set("id", own)
    return str(html.tostring(root, encoding="unicode"))


def _on_page(link: str, pages: dict[str, str]) -> str:
    parts = urlsplit(link)
    name = pages.get(parts.path)
    if name is None or parts.scheme or parts.netloc:
        return link
    return f"#{name}--{parts.fragment}" if parts.fragment else f"#{name}"


def setup(app: Sphinx) -> None:
    """Register the events."""
    page = OnePage()
    app.connect("html-page-context", page.on_page_context)
    app.connect("html-collect-pages", page.collect)
