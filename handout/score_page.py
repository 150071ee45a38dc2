"""The tables of the page on which the handout scores itself, made from ``source/score.toml``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from handout.grids import grid
from handout.grids import words as plain
from handout.labels import load_labels
from handout.review import long_date
from handout.score import SCORE, SETS, load_score, totals

if TYPE_CHECKING:
    from handout.grids import Cell
    from handout.labels import Table
    from handout.score import Item, Outcome

# How items may stand, in the order of the table of totals.
OUTCOMES: tuple[Outcome, ...] = ("test", "judged", "person", "none")
# In parts of a whole.
ITEM_WIDTHS = (38, 62)
TOTAL_WIDTHS = (28, 24, 24, 24)


class _ScoreDirective(SphinxDirective):
    def load(self) -> tuple[list[Item], Table]:
        """Return all items, and the words to tell them with."""
        root = Path(self.env.srcdir).parent
        self.env.note_dependency(str(root / SCORE))
        return load_score(root), load_labels(root)["score"]


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
        title = words["caption"].format(set=name)
        return [grid(title, heads, rows, "score", widths=ITEM_WIDTHS)]


class SelfScoreTotals(_ScoreDirective):
    """``.. self-score-totals::``: how many items of each list stand how."""

    def run(self) -> list[nodes.Node]:
        """Return a sentence on the persons, and the table."""
        items, words = self.load()
        counts = [totals(item for item in items if item.set == name) for name in SETS]
        rows = [
            _row(words[f"total-{outcome}"], [count[outcome] for count in counts])
            for outcome in OUTCOMES
        ]
        rows.append(_row(words["total"], [count.total() for count in counts]))
        judged = totals(items)["judged"]
        persons = words["some-judged" if judged else "none-judged"].format(count=judged)
        heads = [words["how"], *SETS]
        table = grid(words["totals"], heads, rows, "score", "totals", widths=TOTAL_WIDTHS)
        return [nodes.paragraph("", persons), table]


def _row(head: str, counts: list[int]) -> list[Cell]:
    return [plain(head), *(plain(str(count)) for count in counts)]


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
