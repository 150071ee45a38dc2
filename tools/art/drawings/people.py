"""Draw study results as people out of 100, from source/numbers.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any, Final

from tools.art.canvas import Canvas
from tools.art.errors import DrawingError
from tools.art.figures import Sheets, shape
from tools.art.lettering import LEADING, width, wrap
from tools.art.palette import CLAY, DEEP, GREY, INK, LIGHT, WHITE
from tools.art.paths import Path, join, polyline
from tools.art.shapes import disc

NAME = "people-murrough2013a"  # the first of the set; all are drawn together
WORDS = "people"
NUMBERS = File(__file__).resolve().parents[3] / "source" / "numbers.toml"

WIDE: Final = 600.0
NARROW: Final = 340.0
MARGIN: Final = 12.0
SMALL: Final = 16.0
COLUMN: Final = 24.0  # distance between people
ROW: Final = 26.5
GRID: Final = 10 * COLUMN
HEAD: Final = 138.0  # room above a grid for its name and number
LINE: Final = 1.7

SHOULDERS = shape(
    "M -8.6 22.4 L -8.6 18.8 C -8.6 13.8 -5.2 10.9 0 10.9 C 5.2 10.9 8.6 13.8 8.6 18.8"
    "L 8.6 22.4 Z"
)
PERSON = join([disc(0, 4.6, 4.4), SHOULDERS])
MINUS = polyline([(-3.6, 17.3), (3.6, 17.3)])
KINDS: Final = {"counted": (DEEP, INK), "harm": (CLAY, INK), "rest": (WHITE, GREY)}


@dataclass
class Group:
    """Some of the 100 people and what they have in common."""

    label: str
    count: int
    note: str
    kind: str = "counted"
    also: str = ""


@dataclass
class Result:
    """One row of numbers.toml, in one language."""

    name: str
    question: str
    who: str
    caution: str
    one_grid: bool
    groups: list[Group]


def draw(words: dict[str, Any]) -> Sheets:
    """Return every picture, wide and narrow."""
    pictures = {}
    for row in tomllib.loads(NUMBERS.read_text(encoding="utf-8"))["figure"]:
        result = _read(row, words.get("figures", {}).get(row["id"], {}))
        pictures[result.name] = _wide(result, words)
        pictures[f"{result.name}-narrow"] = _narrow(result, words)
    return Sheets(pictures)


def _read(row: dict[str, Any], translated: dict[str, Any]) -> Result:
    groups = []
    for i, group in enumerate(row["groups"]):
        kind = "harm" if group.get("harm") else "rest" if group.get("rest") else "counted"
        label = translated.get("labels", {i: group["label"]})[i]
        note = translated.get("notes", {i: group["note"]})[i]
        also = translated.get("also", group.get("also_note", "")) if kind == "counted" else ""
        groups.append(Group(label, group["of_100"], note, kind, also))
    one_grid = row.get("one_grid", False)
    if one_grid and sum(group.count for group in groups) != 100:
        raise DrawingError(f"The parts of {row['id']} do not add up to 100.")
    text = {key: translated.get(key, row[key]) for key in ("question", "who", "caution")}
    return Result(row["id"], one_grid=one_grid, groups=groups, **text)


def _wide(result: Result, words: dict[str, Any]) -> Canvas:
    canvas = _sheet(WIDE, result, words)
    y = _block(canvas, result.question, MARGIN, 26, WIDE - 2 * MARGIN, 21, "bold") - 8
    if result.one_grid:
        _grid(canvas, result.groups, MARGIN, y)
        last = _key(canvas, result.groups, words, MARGIN + GRID + 44, y + 30) - 48
        bottom = max(y + 10 * ROW, last)
    else:
        middle = WIDE / 2
        canvas.line([(middle, y + 4), (middle, y + HEAD + 10 * ROW)], LIGHT, 2)
        for group, x in zip(result.groups, (MARGIN, middle + 36), strict=True):
            _group(canvas, group, words, x, y)
        bottom = y + HEAD + 10 * ROW
    return _foot(canvas, result, words, bottom + 30)


def _narrow(result: Result, words: dict[str, Any]) -> Canvas:
    canvas = _sheet(NARROW, result, words)
    y = _block(canvas, result.question, MARGIN, 24, NARROW - 2 * MARGIN, 20, "bold") - 8
    if result.one_grid:
        _grid(canvas, result.groups, (NARROW - GRID) / 2, y)
        y = _key(canvas, result.groups, words, (NARROW - GRID) / 2, y + 10 * ROW + 46) - 48
    else:
        for i, group in enumerate(result.groups):
            if i:
                canvas.line([(MARGIN, y), (NARROW - MARGIN, y)], LIGHT, 2)
                y += 10
            _group(canvas, group, words, (NARROW - GRID) / 2, y)
            y += HEAD + 10 * ROW + 14
        y -= 14
    return _foot(canvas, result, words, y + 32)


def _group(canvas: Canvas, group: Group, words: dict[str, Any], x: float, y: float) -> None:
    """Draw one column: name, number, what the figures mean, and the 100 people."""
    canvas.text(group.label, x, y + 18, 18, "semibold")
    _big(canvas, group, words, x, y + 61)
    _keyed(canvas, group.kind, group.note, x, y + 91)
    _keyed(canvas, "rest", words["not_counted"].format(rest=100 - group.count), x, y + 118)
    _grid(canvas, [group], x, y + HEAD)


def _sheet(wide: float, result: Result, words: dict[str, Any]) -> Canvas:
    groups = ", ".join(
        words["group"].format(label=group.label, count=group.count) for group in result.groups
    )
    title = words["title"].format(question=result.question, groups=groups)
    return Canvas(wide, 2000, title)


def _foot(canvas: Canvas, result: Result, words: dict[str, Any], y: float) -> Canvas:
    """Write who was studied and the caution, then cut the sheet to its length."""
    room = canvas.width - 2 * MARGIN
    y = _block(canvas, words["who"].format(who=result.who), MARGIN, y, room, SMALL, "regular")
    y = _block(canvas, result.caution, MARGIN, y + 2, room, SMALL, "semibold")
    canvas.height = round(y - SMALL * LEADING + 14)
    return canvas


def _block(
    canvas: Canvas, text: str, x: float, y: float, room: float, size: float, weight: str
) -> float:
    """Write wrapped text; return the baseline after its last line."""
    lines = wrap(text, room, size, weight)
    canvas.text("\n".join(lines), x, y, size, weight)
    return y + len(lines) * size * LEADING


def _big(canvas: Canvas, group: Group, words: dict[str, Any], x: float, y: float) -> float:
    """Write the large number; return where it ends."""
    count = str(group.count)
    colour = {"counted": DEEP, "harm": CLAY, "rest": INK}[group.kind]
    canvas.text(count, x, y, 42, "bold", fill=colour)
    x += width(count, 42, "bold") + 7
    canvas.text(words["of_100"], x, y, 21, "semibold")
    return x + width(words["of_100"], 21, "semibold")


def _keyed(canvas: Canvas, kind: str, text: str, x: float, y: float, room: float = 250) -> float:
    """Write a note after a sample figure; return the next baseline."""
    _people(canvas, kind, [(x + 9, y - 17)])
    return _block(canvas, text, x + 26, y, room, SMALL, "regular")


def _key(
    canvas: Canvas, groups: list[Group], words: dict[str, Any], x: float, y: float
) -> float:
    """Write the parts of a shared grid one under the other; return the next baseline."""
    for group in groups:
        _big(canvas, group, words, x, y)
        y = _keyed(canvas, group.kind, group.note, x, y + 29, canvas.width - x - 40)
        if group.also:
            y = _block(canvas, group.also, x + 26, y + 2, canvas.width - x - 40, SMALL, "regular")
        y += 33
    return y


def _grid(canvas: Canvas, groups: list[Group], x: float, y: float) -> None:
    """Draw 100 people, row by row, in the order of the groups."""
    places = [
        (x + COLUMN * (i % 10) + COLUMN / 2, y + ROW * (i // 10) + 1) for i in range(100)
    ]
    for group in groups:
        _people(canvas, group.kind, places[: group.count])
        places = places[group.count :]
    if places:
        _people(canvas, "rest", places)


def _people(canvas: Canvas, kind: str, places: list[tuple[float, float]]) -> None:
    fill, line = KINDS[kind]
    canvas.path(_copies(PERSON, places), fill, line, LINE)
    if kind == "harm":
        canvas.path(_copies(MINUS, places), "none", WHITE, 2.4)


def _copies(path: Path, places: list[tuple[float, float]]) -> Path:
    return join(path.moved(*place) for place in places)
