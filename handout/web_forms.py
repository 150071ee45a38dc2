"""What is filled in by hand on paper, as fields to fill in on the web.

There is no form and no field has a ``name``: nothing could be sent.  Nor may a browser do so by
itself: some send words away to check their spelling or to go on with a sentence; and it is not to
remember them either.  Lines are text areas, as words wrap there, on screen and on paper.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes

from handout import nodes
from handout.edition import edition_of
from handout.fields import AddFields

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

SCRIPT = "fillin.js"
NOTE = "fill-in-note.html"
# How a field on a finished page is told from all else.
FIELD = "data-field"
PRIVATE = 'autocomplete="off" spellcheck="false" writingsuggestions="false"'


def text_field(field: str, called: str = "", lines: int = 1) -> str:
    """Return a text area that grows with its words.

    :param field: under which name its words are kept; :param called: its name, if no label
        around it gives it one; :param lines: how many lines paper has.
    """
    name = f' aria-label="{escape(called)}"' if called else ""
    rules = f'<span class="rules">{"<span></span>" * lines}</span>' if lines > 1 else ""
    return (
        f'<span class="room">{rules}<textarea rows="{lines}" {PRIVATE}'
        f' {FIELD}="{escape(field)}"{name}></textarea></span>'
    )


def visit_tick_box(self: HTML5Translator, node: nodes.TickBox) -> None:
    """Open the words that belong to a box: a tap on them ticks it, one on a link follows that."""
    box = f'<input type="checkbox" autocomplete="off" {FIELD}="{escape(node["field"])}">'
    self.body.append(f'<label class="tick">{box}<span>')


def depart_tick_box(self: HTML5Translator, node: nodes.TickBox) -> None:
    """Close the words."""
    self.body.append("</span></label>")


def visit_fill_in(self: HTML5Translator, node: nodes.FillIn) -> None:
    """Open a label with a field behind it."""
    self.body.append('<p class="fill-in"><label><span class="label">')


def depart_fill_in(self: HTML5Translator, node: nodes.FillIn) -> None:
    """Draw the field behind the label."""
    self.body.append(f"</span>{text_field(node['field'])}</label></p>\n")


def visit_write_lines(self: HTML5Translator, node: nodes.WriteLines) -> None:
    """Draw the label, if there is one, and a field of as many lines as paper has."""
    field, lines = node["field"], node["count"]
    if node["label"]:
        label = f'<span class="label">{escape(node["label"])}</span>'
        words = f"<label>{label}{text_field(field, lines=lines)}</label>"
    else:
        words = text_field(field, node["called"], lines)
    self.body.append(f'<p class="write-lines">{words}</p>\n')
    raise docutils_nodes.SkipNode


def visit_log(self: HTML5Translator, node: nodes.Log) -> None:
    """Draw the grid as a table with a caption, column heads and a field in each cell."""
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in node["columns"])
    words = edition_of(self.builder.env).labels["fill-in"]["cell"]
    rows = "".join(_log_row(node, row, words) for row in range(1, node["rows"] + 1))
    # Of a title in Greek or Cyrillic letters docutils makes no name.
    number = [*self.document.findall(nodes.Log)].index(node)
    name, title = docutils_nodes.make_id(node["title"]) or f"log-{number}", escape(node["title"])
    self.body.append(
        f'{scroll_box(name)}<table class="log docutils">\n'
        f'<caption id="{name}"><span class="caption-text">{title}</span></caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n"
    )
    raise docutils_nodes.SkipNode


def _log_row(node: nodes.Log, row: int, words: str) -> str:
    cells = (
        text_field(f"{node['field']}: {column} {row}", words.format(column=column, row=row))
        for column in node["columns"]
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"


def scroll_box(name: str) -> str:
    """Return the start of a box that scrolls sideways, named by the element with the id *name*."""
    return f'<div class="table-wrapper" role="region" tabindex="0" aria-labelledby="{name}">'


def visit_note(self: HTML5Translator, node: nodes.FillInNote) -> None:
    """Say what becomes of the words; the script adds how to keep, erase and print them."""
    edition, config = edition_of(self.builder.env), self.builder.config
    words = {
        "fill_in": edition.labels["fill-in"],
        "unfolded": node["unfolded"],
        # What is kept of one clinic's handout is not shown in another's.
        "keep": f"handout/{config.handout_clinic}/{config.language}",
    }
    self.body.append(self.builder.templates.render(NOTE, words) + "\n")
    raise docutils_nodes.SkipNode


def on_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give a page the script if there is something to fill in, in one or all of its chapters."""
    parts = [context.get("body", ""), *(part["body"] for part in context.get("chapters", []))]
    if any(f"{FIELD}=" in part for part in parts):
        app.add_js_file(SCRIPT, loading_method="defer")


def setup(app: Sphinx) -> None:
    """Register fields, visitors and the script."""
    visitors: dict[type, tuple[Any, Any]] = {
        nodes.TickBox: (visit_tick_box, depart_tick_box),
        nodes.FillIn: (visit_fill_in, depart_fill_in),
        nodes.WriteLines: (visit_write_lines, None),
        nodes.Log: (visit_log, None),
        nodes.FillInNote: (visit_note, None),
    }
    for node_class, visitor in visitors.items():
        app.add_node(node_class, html=visitor)
    app.add_post_transform(AddFields)
    app.connect("html-page-context", on_page_context)
