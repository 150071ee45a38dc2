"""Tables whose words do not fit into their columns on paper, where they would be torn apart."""

from __future__ import annotations

from functools import lru_cache
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml
from docutils import nodes
from fontTools.ttLib import TTFont
from reportlab.lib.pagesizes import A4, letter
from reportlab.lib.units import toLength

from handout.checks.blocks import line_of
from handout.nodes import Log
from handout.slips.words import own_words
from handout.webfonts import ORIGINALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from sphinx.config import Config

SIZES = {"letter": f"{letter[0]}pt", "A4": f"{A4[0]}pt"}
SIDES = ("LEFTPADDING", "RIGHTPADDING")
# What ReportLab leaves free on each side of a cell that no style sheet speaks of (points).
USUAL_PADDING = 6
# Rst2pdf gives no column less than this of a table's width.
LEAST_SHARE = 0.04
# What is rounded on the way, in points, must not make a word too wide.
ROUNDING = 0.01


class Word(NamedTuple):
    """A word in a table: on which line of the file, and in which column, from 0."""

    text: str
    line: int
    column: int
    bold: bool


class Page(NamedTuple):
    """What one printed form has room for.

    :ivar width: of a table that takes the whole width, in points; :ivar size: of its letters.
    :ivar padding: class of a table -> what its cells leave free at both sides, in points.
    """

    width: float
    size: float
    padding: dict[str, float]

    def room(self, share: float, classes: list[str]) -> float:
        """Return how many times the size of letters a column with this *share* is wide."""
        padding = next((self.padding[name] for name in classes if name in self.padding), None)
        free = self.padding["table"] if padding is None else padding
        return (self.width * share - free + ROUNDING) / self.size


def pages_of(config: Config, root: Path) -> list[Page]:
    """Return the pages of all forms that conf.py below the folder *root* prints."""
    folder = root / config.pdf_style_path[0]
    forms = []
    for _, _, _, _, options in config.pdf_documents:
        paths = (folder / f"{sheet}.yaml" for sheet in options["pdf_stylesheets"])
        # Others are a clinic's colour, or told by the builder to be missing.
        there = (path for path in paths if path.is_file())
        forms.append(page_of([_parsed(path, path.stat().st_mtime_ns) for path in there]))
    return [page for page in forms if page]


@lru_cache(maxsize=32)
def _parsed(path: Path, modified: int) -> dict[str, Any]:
    """Return a style sheet; :param modified: so that one that was changed is read again."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return data


def page_of(sheets: list[dict[str, Any]]) -> Page | None:
    """Return the page that style *sheets* make, each of which goes before those above it.

    Nothing if they do not say how wide it is, of which the PDF builder tells.
    """
    setup: dict[str, Any] = {}
    styles: dict[str, dict[str, Any]] = {}
    for sheet in sheets:
        setup |= sheet.get("pageSetup") or {}
        for name, style in (sheet.get("styles") or {}).items():
            styles[name] = styles.get(name, {}) | style
    width, size = _width(setup), styles.get("base", {}).get("fontSize")
    if not width or not size or "commands" not in styles.get("table", {}):
        return None
    given = {name: style["commands"] for name, style in styles.items() if "commands" in style}
    return Page(width, size, {name: _padding(commands) for name, commands in given.items()})


def _width(setup: dict[str, Any]) -> float | None:
    """Return how wide what stands between the margins of a page is, in points."""
    margins = [setup.get(f"margin-{side}") for side in ("left", "right", "gutter")]
    whole = SIZES.get(setup.get("size") or "", setup.get("width"))
    if whole is None or None in margins:
        return None
    return float(toLength(whole) - sum(map(toLength, margins)))


def _padding(commands: list[list[Any]]) -> float:
    given = {name: float(value[0]) for name, _, _, *value in commands if name in SIDES}
    return sum(given.get(side, USUAL_PADDING) for side in SIDES)


def torn_words(
    tree: nodes.document, config: Config, root: Path
) -> Iterator[tuple[nodes.Element, int, str]]:
    """Yield, for each table of the chapter *tree*, the word that lacks most room."""
    tables, logs = list(tree.findall(nodes.table)), list(tree.findall(Log))
    pages = pages_of(config, root) if tables or logs else []
    for table in tables:
        columns = [spec["colwidth"] for spec in table.findall(nodes.colspec)]
        shares = [max(LEAST_SHARE, width / sum(columns)) for width in columns]
        yield from _widest(table, _words(table), shares, table["classes"], pages)
    for log in logs:
        names = [(column, name.split()) for column, name in enumerate(log["columns"])]
        heads = [Word(word, line_of(log), column, True) for column, name in names for word in name]
        count = len(log["columns"])
        yield from _widest(log, heads, [1 / count] * count, ["log"], pages)


def _words(table: nodes.table) -> Iterator[Word]:
    """Yield the words of a table, unless cells of it take several columns or rows."""
    if any(cell.get("morecols") or cell.get("morerows") for cell in table.findall(nodes.entry)):
        return
    for row in table.findall(nodes.row):
        bold = isinstance(row.parent, nodes.thead)
        for column, cell in enumerate(row.children):
            for block in cell.findall(nodes.paragraph):
                for line, words in enumerate(own_words(block).split("\n"), start=line_of(block)):
                    yield from (Word(word, line, column, bold) for word in words.split())


def _widest(
    table: nodes.Element,
    words: Iterable[Word],
    shares: list[float],
    classes: list[str],
    pages: list[Page],
) -> Iterator[tuple[nodes.Element, int, str]]:
    """Yield the word of a *table* that lacks most room, if any does, and what to say of it."""
    rooms = [min((page.room(share, classes) for page in pages), default=inf) for share in shares]
    lacking = {word: width_of(word.text, word.bold) - rooms[word.column] for word in words}
    widest = max(lacking, key=lambda word: lacking[word], default=None)
    if widest and lacking[widest] > 0:
        yield (
            table,
            widest.line,
            f"'{widest.text}' is wider than its column, one of {len(shares)}, on some printed "
            "pages; leave a column out, make two tables, or give it more in ':widths:'",
        )


def width_of(word: str, bold: bool) -> float:
    """Return how many times its letters' size a *word* is wide."""
    widths = _widths("Bold" if bold else "Regular")
    return sum(widths.get(ord(sign), 1.0) for sign in word)


@lru_cache(maxsize=2)
def _widths(weight: str) -> dict[int, float]:
    """Return letter, by its number -> how wide it is, as a part of the size of letters."""
    with TTFont(ORIGINALS / f"SourceSansPro-{weight}.ttf", lazy=True) as font:
        unit, advances = font["head"].unitsPerEm, font["hmtx"]
        return {code: advances[name][0] / unit for code, name in font.getBestCmap().items()}
