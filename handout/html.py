"""How the handout's own nodes look on the web, and what every page is told."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
from docutils import nodes as docutils_nodes

from handout import nodes
from handout.review import review_line

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

# Where, below the site, copies of the printable files lie.
PRINTABLES = "print"


def visit_callout(self: HTML5Translator, node: nodes.Callout) -> None:
    """Open the box."""
    self.body.append(f'<div class="{" ".join(node["classes"])}" role="note">\n')


def depart_block(self: HTML5Translator, node: docutils_nodes.Node) -> None:
    """Close a box."""
    self.body.append("</div>\n")


def visit_callout_title(self: HTML5Translator, node: nodes.CalloutTitle) -> None:
    """Open the line of words at the top of a box."""
    self.body.append('<p class="callout-title">')


def depart_paragraph(self: HTML5Translator, node: docutils_nodes.Node) -> None:
    """Close a line of words."""
    self.body.append("</p>\n")


def visit_fill_in(self: HTML5Translator, node: nodes.FillIn) -> None:
    """Open a label with a line behind it."""
    self.body.append('<p class="fill-in"><span class="label">')


def depart_fill_in(self: HTML5Translator, node: nodes.FillIn) -> None:
    """Draw the line behind the label."""
    self.body.append('</span><span class="rule"></span></p>\n')


def visit_write_lines(self: HTML5Translator, node: nodes.WriteLines) -> None:
    """Draw the label and its ruled lines."""
    if node["label"]:
        self.body.append(f'<p class="label">{escape(node["label"])}</p>\n')
    self.body.append('<div class="write-lines">' + "<span></span>" * node["count"] + "</div>\n")
    raise docutils_nodes.SkipNode


def visit_log(self: HTML5Translator, node: nodes.Log) -> None:
    """Draw the grid as a table with a caption and column heads."""
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in node["columns"])
    row = "<tr>" + "<td></td>" * len(node["columns"]) + "</tr>\n"
    self.body.append(
        '<div class="table-wrapper"><table class="log docutils">\n'
        f"<caption><span class=\"caption-text\">{escape(node['title'])}</span></caption>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{row * node['rows']}</tbody></table></div>\n"
    )
    raise docutils_nodes.SkipNode


def visit_blank(self: HTML5Translator, node: nodes.Blank) -> None:
    """Say "ask your clinic" on screen; style sheets print a rule instead."""
    self.body.append(f'<span class="blank"><span>{escape(node["words"])}</span></span>')
    raise docutils_nodes.SkipNode


def visit_side_by_side(self: HTML5Translator, node: nodes.SideBySide) -> None:
    """Open a pair of drawings."""
    self.body.append('<div class="side-by-side">\n')


def visit_description(self: HTML5Translator, node: nodes.LongDescription) -> None:
    """Open the fold-out that says what a drawing shows."""
    words = self.builder.app.handout_labels["words"]["describe"]  # type: ignore[attr-defined]
    self.body.append(f'<details class="description"><summary>{escape(words)}</summary>\n')


def depart_description(self: HTML5Translator, node: nodes.LongDescription) -> None:
    """Close the fold-out."""
    self.body.append("</details>\n")


def visit_downloads(self: HTML5Translator, node: nodes.Downloads) -> None:
    """Offer each printable file with its form, language, paper, pages and size."""
    items = "".join(_download(path) for path in printables(self.builder.app))
    self.body.append(f'<ul class="downloads">\n{items}</ul>\n')
    raise docutils_nodes.SkipNode


def printables(app: Sphinx) -> list[Path]:
    """Return the finished PDFs of this clinic and language; they are built before the site."""
    return sorted((Path(app.outdir).parent / "pdf").glob("*.pdf"))


def _download(path: Path) -> str:
    with pikepdf.open(path) as pdf:
        pages, title = len(pdf.pages), str(pdf.docinfo.get("/Title", path.stem))
    size = max(1, round(path.stat().st_size / 1024))
    return (
        f'<li><a class="download" href="{PRINTABLES}/{path.name}" type="application/pdf">'
        f'<span class="download-title">Print the handout</span>'
        f'<span class="download-about">{escape(title)}: PDF, English, US Letter paper, '
        f"{pages} pages, {size} kB</span></a></li>\n"
    )


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Put copies of the printable files into the site, so that it can travel alone."""
    if exception is None and app.builder.name == "html":
        folder = Path(app.outdir, PRINTABLES)
        for path in printables(app):
            folder.mkdir(exist_ok=True)
            (folder / path.name).write_bytes(path.read_bytes())


def on_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give every page the clinic's name, the review state and its own description."""
    from datetime import date

    profile, labels = app.handout_profile, app.handout_labels  # type: ignore[attr-defined]
    context["clinic"] = profile
    context["words"] = labels["words"]
    context["review_line"] = review_line(
        profile, labels, date.fromisoformat(app.config.handout_date)
    )
    context["description"] = app.env.metadata.get(pagename, {}).get("description", "")


def setup(app: Sphinx) -> None:
    """Register visitors and page events; print has handlers of its own."""
    visitors: dict[type, tuple[Any, Any]] = {
        nodes.Callout: (visit_callout, depart_block),
        nodes.CalloutTitle: (visit_callout_title, depart_paragraph),
        nodes.FillIn: (visit_fill_in, depart_fill_in),
        nodes.WriteLines: (visit_write_lines, None),
        nodes.Log: (visit_log, None),
        nodes.Blank: (visit_blank, None),
        nodes.SideBySide: (visit_side_by_side, depart_block),
        nodes.LongDescription: (visit_description, depart_description),
        nodes.Downloads: (visit_downloads, None),
    }
    for node_class, visitor in visitors.items():
        app.add_node(node_class, html=visitor)
    app.connect("html-page-context", on_page_context)
    app.connect("build-finished", on_build_finished)
