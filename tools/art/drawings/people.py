"""Draw study results as people out of 100, from source/numbers.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any, Final

from tools.art.canvas import Canvas
from tools.art.crowd import Crowd
from tools.art.errors import DrawingError
from tools.art.lettering import LEADING, width, wrap
from tools.art.palette import CLAY, DEEP, INK, LIGHT
from tools.art.sheets import Sheets

NAME = "people-murrough2013a"  # the first of the set; all are drawn together
WORDS = "people"
NUMBERS = File(__file__).resolve().parents[3] / "source" / "numbers.toml"
SMALL: Final = 16.0


@dataclass(frozen=True)
class Layout:
    """The width and edge of a sheet, its crowd of people, and the sizes of its lettering."""

    width: float
    margin: float
    crowd: Crowd
    question: float
    name: float
    number: float
    of_100: float


WIDE: Final = Layout(600, 12, Crowd(23, 24.2, 0.92, 1.6), 21, 18, 42, 21)
NARROW: Final = Layout(340, 4.5, Crowd(15, 17, 0.63, 1.2), 17, 16, 36, 18)
SHARED: Final = Layout(340, 6, Crowd(14.2, 18.6, 0.68, 1.2), 17, 16, 30, 17)  # one grid, narrow
KEY: Final = Crowd(0, 0, 0.8, 1.4)  # the sample people beside the notes


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
    canvas, y = _sheet(WIDE, result, words)
    crowd, x = WIDE.crowd, WIDE.margin
    if result.one_grid:
        crowd.grid(canvas, _kinds(result), x, y)
        last = _parts(canvas, WIDE, result.groups, words, x + crowd.width + 44, y + 30)
        return _foot(canvas, WIDE, result, words, max(y + crowd.height, last) + 26)
    middle, top = WIDE.width / 2, y + 122
    canvas.line([(middle, y + 4), (middle, top + crowd.height)], LIGHT, 2)
    for group, left in zip(result.groups, (x, middle + 36), strict=True):
        canvas.text(group.label, left, y + 17, WIDE.name, "semibold")
        _number(canvas, WIDE, group, words, left, y + 57)
        _keyed(canvas, group.kind, group.note, left, y + 84)
        _keyed(canvas, "rest", words["not_counted"].format(rest=100 - group.count), left, y + 108)
        crowd.grid(canvas, [(group.kind, group.count)], left, top)
    return _foot(canvas, WIDE, result, words, top + crowd.height + 26)


def _narrow(result: Result, words: dict[str, Any]) -> Canvas:
    if result.one_grid:
        return _narrow_shared(result, words)
    canvas, y = _sheet(NARROW, result, words)
    crowd, middle = NARROW.crowd, NARROW.width / 2
    names = [_name(group.label, crowd.width) for group in result.groups]
    base = y + 16 + (max(map(len, names)) - 1) * SMALL * LEADING
    top = base + 43
    canvas.line([(middle, y + 3), (middle, top + crowd.height)], LIGHT, 1.6)
    for group, name, left in zip(
        result.groups,
        names,
        (NARROW.margin, NARROW.width - NARROW.margin - crowd.width),
        strict=True,
    ):
        first = base - (len(name) - 1) * SMALL * LEADING
        canvas.text("\n".join(name), left, first, SMALL, "semibold")
        _number(canvas, NARROW, group, words, left, base + 33)
        crowd.grid(canvas, [(group.kind, group.count)], left, top)
    y = top + crowd.height + 22
    note = result.groups[0].note
    _keyed(canvas, "counted", note, NARROW.margin, y)
    _keyed(canvas, "rest", words["others"], NARROW.margin + 54 + width(note, SMALL), y)
    return _foot(canvas, NARROW, result, words, y + 25)


def _narrow_shared(result: Result, words: dict[str, Any]) -> Canvas:
    """Draw one grid at the left, its numbers at the right."""
    canvas, y = _sheet(SHARED, result, words)
    crowd = SHARED.crowd
    crowd.grid(canvas, _kinds(result), SHARED.margin, y + 3)
    left = SHARED.margin + crowd.width + 14
    last = _parts(canvas, SHARED, result.groups, words, left, y + 22)
    return _foot(canvas, SHARED, result, words, max(y + 3 + crowd.height, last) + 21)


def _name(label: str, room: float) -> list[str]:
    """Break the name of a group if it must be, best where its explanation begins."""
    if width(label, SMALL, "semibold") > room:
        label = label.replace(", ", ",\n").replace(" (", "\n(")
    return wrap(label, room, SMALL, "semibold")


def _sheet(layout: Layout, result: Result, words: dict[str, Any]) -> tuple[Canvas, float]:
    """Return a sheet with the question on it, and where the rest may begin."""
    groups = ", ".join(
        words["group"].format(label=group.label, count=group.count) for group in result.groups
    )
    title = words["title"].format(question=result.question, groups=groups)
    canvas = Canvas(layout.width, 2000, title)
    room, size = layout.width - 2 * layout.margin, layout.question
    y = _block(canvas, result.question, layout.margin, size + 2, room, size, "bold")
    return canvas, y - size * 0.55


def _foot(
    canvas: Canvas, layout: Layout, result: Result, words: dict[str, Any], y: float
) -> Canvas:
    """Write who was studied and the caution, then cut the sheet to its length."""
    x, room = layout.margin, layout.width - 2 * layout.margin
    y = _block(canvas, words["who"].format(who=result.who), x, y, room, SMALL, "regular")
    y = _block(canvas, result.caution, x, y + 2, room, SMALL, "semibold")
    canvas.height = round(y - SMALL * LEADING + 8)
    return canvas


def _block(
    canvas: Canvas, text: str, x: float, y: float, room: float, size: float, weight: str
) -> float:
    """Write wrapped text; return the baseline after its last line."""
    lines = wrap(text, room, size, weight)
    canvas.text("\n".join(lines), x, y, size, weight)
    return y + len(lines) * size * LEADING


def _number(
    canvas: Canvas, layout: Layout, group: Group, words: dict[str, Any], x: float, y: float
) -> None:
    """Write the large number and "of 100"."""
    count = str(group.count)
    colour = {"counted": DEEP, "harm": CLAY, "rest": INK}[group.kind]
    canvas.text(count, x, y, layout.number, "bold", fill=colour)
    x += width(count, layout.number, "bold") + 6
    canvas.text(words["of_100"], x, y, layout.of_100, "semibold")


def _keyed(canvas: Canvas, kind: str, text: str, x: float, y: float) -> None:
    """Write a note after a sample figure."""
    KEY.people(canvas, kind, [(x + 8, y - 14.2)])
    canvas.text(text, x + 22, y, SMALL)


def _parts(
    canvas: Canvas,
    layout: Layout,
    groups: list[Group],
    words: dict[str, Any],
    x: float,
    y: float,
) -> float:
    """Write the parts of a shared grid one under the other; return where they end."""
    for group in groups:
        _number(canvas, layout, group, words, x, y)
        y += 20 if layout is SHARED else 27
        _keyed(canvas, group.kind, group.note, x, y)
        if group.also:
            lines = group.also.split("\n")
            canvas.text(group.also, x + 22, y + SMALL * LEADING, SMALL)
            y += len(lines) * SMALL * LEADING
        last = y + 5
        y += 31 if layout is SHARED else 50
    return last


def _kinds(result: Result) -> list[tuple[str, int]]:
    return [(group.kind, group.count) for group in result.groups]
