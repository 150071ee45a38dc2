"""How the handout's own nodes, and a few of docutils' own, look on the web."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes
from sphinx.util.osutil import relative_uri
from sphinx.writers.html5 import HTML5Translator

from handout import (
    appendices,
    frame,
    licenses,
    nodes,
    onepage,
    phonelinks,
    policy,
    sharing,
    web_forms,
    webfonts,
    webletters,
    weblinks,
    website,
    weight,
)
from handout.edition import edition_of
from handout.photos import kind_of_photo, size_of_photo

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx

# Kinds of call-out that the foot of every page links to, by their kind.
LINKED = ("call-now", "call-us", "tell-us")
SVG_SIZE = re.compile(r'<svg\b[^>]*?\swidth="([\d.]+)"\s+height="([\d.]+)"')


def visit_callout(self: HTML5Translator, node: nodes.Callout) -> None:
    """Open the box, with its icon for the eye only: the title says the same."""
    kind = node["kind"]
    anchor = f' id="{kind}"' if kind in LINKED and _is_first(node, self.document) else ""
    self.body.append(f'<div class="{" ".join(node["classes"])}" role="note"{anchor}>\n')
    self.body.append(f"{_icon(self, kind)}\n")


def _icon(self: HTML5Translator, name: str) -> str:
    """Return an icon, without alt text as its word stands beside it."""
    page = self.builder.get_target_uri(self.docnames[0])
    source = relative_uri(page, website.icon_path(name).as_posix())
    return f'<img class="icon" src="{source}" alt="" width="48" height="48">'


def visit_title(self: HTML5Translator, node: docutils_nodes.title) -> None:
    """Open a heading, with the icon that its section asks for."""
    HTML5Translator.visit_title(self, node)
    if name := node.parent.get("icon"):
        self.body.append(_icon(self, name))


def visit_list_item(self: HTML5Translator, node: docutils_nodes.list_item) -> None:
    """Open an item of a list, with its icon if it has one."""
    HTML5Translator.visit_list_item(self, node)
    if name := node.get("icon"):
        self.body.append(_icon(self, name))


def _is_first(node: nodes.Callout, document: docutils_nodes.document) -> bool:
    """Return whether *node* is the page's first box of its kind, so that its id is unique."""
    return node is next(
        box for box in document.findall(nodes.Callout) if box["kind"] == node["kind"]
    )


def depart_block(self: HTML5Translator, node: docutils_nodes.Node) -> None:
    """Close a box."""
    self.body.append("</div>\n")


def visit_callout_title(self: HTML5Translator, node: nodes.CalloutTitle) -> None:
    """Open the line of words at the top of a box."""
    self.body.append('<p class="callout-title">')


def depart_paragraph(self: HTML5Translator, node: docutils_nodes.Node) -> None:
    """Close a line of words."""
    self.body.append("</p>\n")


def visit_container(self: HTML5Translator, node: docutils_nodes.container) -> None:
    """Name the box that furo puts around a table, and let keyboards scroll it."""
    if "table-wrapper" not in node["classes"]:
        HTML5Translator.visit_container(self, node)
        return
    # furo gives the box the table's own id; an id must stand only once on a page.
    node["ids"] = []
    table = next(node.findall(docutils_nodes.table))
    title = next(table.findall(docutils_nodes.title), None)
    if title is None or not table["ids"]:
        HTML5Translator.visit_container(self, node)
        return
    name = f"{table['ids'][0]}-name"
    title["ids"] = [name]
    self.body.append(web_forms.scroll_box(name) + "\n")


def visit_entry(self: HTML5Translator, node: docutils_nodes.entry) -> None:
    """Open a cell; a head says whether it names its column or its row."""
    HTML5Translator.visit_entry(self, node)
    scope = "col" if isinstance(node.parent.parent, docutils_nodes.thead) else "row"
    self.body[-1] = self.body[-1].replace("<th", f'<th scope="{scope}"', 1)


def visit_blank(self: HTML5Translator, node: nodes.Blank) -> None:
    """Say "ask your clinic" on screen; style sheets print a rule instead."""
    self.body.append(f'<span class="blank"><span>{escape(node["words"])}</span></span>')
    raise docutils_nodes.SkipNode


def visit_side_by_side(self: HTML5Translator, node: nodes.SideBySide) -> None:
    """Open a pair of drawings."""
    self.body.append('<div class="side-by-side">\n')


def visit_image(self: HTML5Translator, node: docutils_nodes.image) -> None:
    """Fetch a drawing when it comes into view; its size keeps the page from jumping then.

    The drawing's own size takes the place of the one that the source asks for on paper.
    """
    node["loading"] = "lazy"
    path = Path(self.builder.srcdir, node["uri"])
    if path.is_file() and (size := _own_size(path.read_bytes())):
        node["width"], node["height"] = size
    HTML5Translator.visit_image(self, node)


def _own_size(data: bytes) -> tuple[str, str] | None:
    """Return width and height that the picture in *data* has on the web, if it says so."""
    if kind_of_photo(data):
        width, height = size_of_photo(data)
        return str(width), str(height)
    found = SVG_SIZE.search(data[:400].decode("utf-8", errors="replace"))
    return (found[1], found[2]) if found else None


def visit_description(self: HTML5Translator, node: nodes.LongDescription) -> None:
    """Open the fold-out that says what a drawing shows."""
    words = edition_of(self.builder.env).words["describe"]
    self.body.append(f'<details class="description"><summary>{escape(words)}</summary>\n')


def depart_description(self: HTML5Translator, node: nodes.LongDescription) -> None:
    """Close the fold-out."""
    self.body.append("</details>\n")


def visit_on_screen(self: HTML5Translator, node: nodes.OnScreen) -> None:
    """Open what is not printed."""
    self.body.append('<div class="on-screen">\n')


def visit_cover(self: HTML5Translator, node: nodes.Cover) -> None:
    """Show the scene of the printed cover, for the eye only."""
    page = self.builder.get_target_uri(self.docnames[0])
    source = relative_uri(page, website.COVER.as_posix())
    size = 'width="816" height="465" loading="lazy"'
    self.body.append(f'<img class="cover" src="{source}" alt="" {size}>\n')
    raise docutils_nodes.SkipNode


def visit_downloads(self: HTML5Translator, node: nodes.Downloads) -> None:
    """Offer each printable file with its form, language, paper, pages and size."""
    self.body.append(website.offer(self.builder, ""))
    raise docutils_nodes.SkipNode


def visit_citation(self: HTML5Translator, node: docutils_nodes.citation) -> None:
    """Open a source as an item of a plain numbered list.

    docutils would use the role ``doc-biblioentry``, which the ARIA standard has withdrawn.
    """
    if not isinstance(node.previous_sibling(), docutils_nodes.citation):
        self.body.append('<ol class="citation-list">\n')
    number = node[0].astext()
    self.body.append(self.starttag(node, "li", CLASS="citation", value=number))


def depart_citation(self: HTML5Translator, node: docutils_nodes.citation) -> None:
    """Close a source and, after the last one, the list."""
    self.body.append("</li>\n")
    following = node.next_node(descend=False, siblings=True)
    if not isinstance(following, docutils_nodes.citation):
        self.body.append("</ol>\n")


def visit_label(self: HTML5Translator, node: docutils_nodes.label) -> None:
    """Leave a source's number to the list itself."""
    if isinstance(node.parent, docutils_nodes.citation):
        raise docutils_nodes.SkipNode
    HTML5Translator.visit_label(self, node)


def setup(app: Sphinx) -> None:
    """Register visitors; print has handlers of its own."""
    own: dict[type, tuple[Any, Any]] = {
        nodes.Callout: (visit_callout, depart_block),
        nodes.CalloutTitle: (visit_callout_title, depart_paragraph),
        nodes.Blank: (visit_blank, None),
        nodes.SideBySide: (visit_side_by_side, depart_block),
        nodes.LongDescription: (visit_description, depart_description),
        nodes.OnScreen: (visit_on_screen, depart_block),
        nodes.Cover: (visit_cover, None),
        nodes.Downloads: (visit_downloads, None),
    }
    docutils_own: dict[type, tuple[Any, Any]] = {
        docutils_nodes.container: (visit_container, depart_block),
        docutils_nodes.entry: (visit_entry, HTML5Translator.depart_entry),
        docutils_nodes.image: (visit_image, HTML5Translator.depart_image),
        docutils_nodes.citation: (visit_citation, depart_citation),
        docutils_nodes.label: (visit_label, HTML5Translator.depart_label),
        docutils_nodes.list_item: (visit_list_item, HTML5Translator.depart_list_item),
        docutils_nodes.title: (visit_title, HTML5Translator.depart_title),
    }
    for node_class, visitor in own.items():
        app.add_node(node_class, html=visitor)
    for node_class, visitor in docutils_own.items():
        app.add_node(node_class, override=True, html=visitor)
    phonelinks.setup(app)
    weblinks.setup(app)
    web_forms.setup(app)
    webfonts.setup(app)
    webletters.setup(app)
    licenses.setup(app)
    website.setup(app)
    frame.setup(app)
    sharing.setup(app)
    onepage.setup(app)
    appendices.setup(app)
    weight.setup(app)
    policy.setup(app)
