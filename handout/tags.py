"""What a screen reader says for the shapes that paper has in place of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes

from handout import nodes

if TYPE_CHECKING:
    from handout.labels import Table


def keep_phones_whole(tree: docutils_nodes.Element) -> None:
    """Keep each phone number of *tree* on one line."""
    for link in tree.findall(docutils_nodes.reference):
        if link.get("refuri", "").startswith("tel:"):
            link.children = [docutils_nodes.Text(link.astext().replace(" ", "\N{NO-BREAK SPACE}"))]


def add_words(tree: docutils_nodes.Element, words: Table) -> None:
    """Give everything to fill in by hand the words that stand for it.

    :param tree: the joined chapters, ready to be printed; changed in place.
    :param words: the build's own words.
    """
    for blank in tree.findall(nodes.Blank):
        blank["pdf_actual_text"] = words["blank"]
    for line in tree.findall(nodes.FillIn):
        line["spoken"] = words["blank"]
    for lines in tree.findall(nodes.WriteLines):
        lines["spoken"] = words["lines"]
    for items in tree.findall(docutils_nodes.bullet_list):
        items["spoken"] = words["tick-box"]
    for log in tree.findall(nodes.Log):
        log += log_table(log)


def log_table(log: nodes.Log) -> docutils_nodes.table:
    """Return the table that *log* is to a reader: a title, column heads, empty cells."""
    count = len(log["columns"])
    group = docutils_nodes.tgroup("", *(docutils_nodes.colspec() for _ in range(count)))
    head = [docutils_nodes.entry("", docutils_nodes.paragraph("", name)) for name in log["columns"]]
    group += docutils_nodes.thead("", docutils_nodes.row("", *head))
    group += docutils_nodes.tbody("", *(_empty_row(count) for _ in range(log["rows"])))
    return docutils_nodes.table("", docutils_nodes.title("", log["title"]), group)


def _empty_row(count: int) -> docutils_nodes.row:
    return docutils_nodes.row("", *(docutils_nodes.entry() for _ in range(count)))
