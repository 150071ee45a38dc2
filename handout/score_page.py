"""The tables of the page on which the handout scores itself, made from ``source/score.toml``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from handout.edition import edition_of
from handout.review import long_date
from handout.score import SCORE, SETS, load_score, totals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from handout.labels import Table
    from handout.score import Item, Outcome

Cell = list[nodes.Node]
# How items may stand, in the order of the table of totals.
OUTCOMES: tuple[Outcome, ...] = ("test", "judged", "person", "none")


class _ScoreDirective(SphinxDirective):
    def load(self) -> tuple[list[Item], Table]:
        """Return all items, and the words to tell them with."""
        root = Path(self.env.srcdir).parent
        self.env.note_dependency(str(root / SCORE))
        return load_score(root), edition_of(self.env).labels["score"]


class SelfScore(_ScoreDirective):
    """``.. self-score:: PEMAT-P``: each item of one list, and how it is judged."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        name = self.arguments[0]
        if name not in SETS:
            raise self.error(f"there is no list '{name}'; there are: {', '.join(SETS)}")
        items, words = self.load()
        rows = [item_row(item, words) for item in items if item.set == name]
        heads = [words["item"], words["how"]]
        return [table(words["caption"].format(set=name), heads, rows)]


class SelfScoreTotals(_ScoreDirective):
    """``.. self-score-totals::``: how many items of each list stand how."""

    def run(self) -> list[nodes.Node]:
        """Return a sentence on the persons, and the table."""
        items, words = self.load()
        counts = [totals(item for item in items if item.set == name) for name in SETS]
        rows = [
            row(words[f"total-{outcome}"], [str(count[outcome]) for count in counts])
            for outcome in OUTCOMES
        ]
        rows.append(row(words["total"], [str(count.total()) for count in counts]))
        judged = totals(items)["judged"]
        persons = words["some-judged" if judged else "none-judged"].format(count=judged)
        heads = [words["how"], *SETS]
        return [nodes.paragraph("", persons), table(words["totals"], heads, rows, "totals")]


def row(head: str, cells: Iterable[str]) -> list[Cell]:
    """Return a row of plain words."""
    return [[nodes.paragraph("", words)] for words in (head, *cells)]


def item_row(item: Item, words: Table) -> list[Cell]:
    """Return the row of one item: its number and words, and how it is judged."""
    number = nodes.strong("", str(item.number))
    return [[nodes.paragraph("", "", number, nodes.Text(f" {item.item}"))], judgement(item, words)]


def judgement(item: Item, words: Table) -> Cell:
    """Return how *item* is judged: the outcome, what to look at, the tests."""
    day = long_date(item.on) if item.on else ""
    outcome = words[item.outcome].format(by=item.by, on=day)
    cell: Cell = [nodes.paragraph("", "", nodes.strong("", outcome))]
    if item.why:
        cell.append(nodes.paragraph("", item.why))
    if item.tests and item.judged != "test":
        cell.append(nodes.paragraph("", words["helped"]))
    if item.tests:
        entries = [nodes.list_item("", told(test)) for test in item.tests]
        cell.append(nodes.bullet_list("", *entries))
    return cell


def told(test: str) -> nodes.paragraph:
    """Return a test as a reader can say it: its name as a sentence, and its file."""
    file, _, name = test.partition("::")
    sentence = name.removeprefix("test_").replace("_", " ")
    place = nodes.inline(classes=["file"])
    for part in file.split("/"):
        # A phone may break the line between folders.
        place += [nodes.raw("", "/<wbr>", format="html")] if place.children else []
        place += nodes.Text(part)
    return nodes.paragraph("", "", nodes.Text(f"{sentence[0].upper()}{sentence[1:]} "), place)


def table(title: str, heads: list[str], rows: list[list[Cell]], *classes: str) -> nodes.table:
    """Return a table; its first column names its rows.

    :param classes: more of them, besides ``score``.
    """
    # How wide the columns are, the style sheet says.
    columns = [nodes.colspec(colwidth=1) for _ in heads]
    columns[0]["stub"] = 1
    head = nodes.thead("", _row(row(heads[0], heads[1:])))
    body = nodes.tbody("", *map(_row, rows))
    group = nodes.tgroup("", *columns, head, body, cols=len(columns))
    return nodes.table("", nodes.title("", title), group, classes=["score", *classes])


def _row(cells: list[Cell]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", *cell) for cell in cells))
