"""Checks style sheets before rst2pdf reads them: it ignores what it does not know.

A misspelt key changes nothing, an unknown page size gives A4, a parent that does not exist
makes it loop for ever, and a length with a unit in the wrong place ends in a cryptic crash.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import reportlab.lib.colors
import rst2pdf
import yaml
from reportlab.lib.styles import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

OWN_SHEETS = Path(rst2pdf.__file__).parent / "styles"

TOP_LEVEL_KEYS = frozenset(
    "embeddedFonts fontsAlias linkColor tocColor options pageSetup pageTemplates styles".split()
)
STYLE_KEYS = frozenset(ParagraphStyle.defaults) | frozenset(
    "parent commands colWidths width float language bulletText valign hyphenation "
    "hyphenationLang keepWithNext strike underline borderRadius color".split()
)
# rst2pdf passes these to ReportLab as they are: a number of points, never a text with a unit.
POINTS_ONLY = frozenset(
    "leading leftIndent rightIndent firstLineIndent bulletIndent borderPadding".split()
)
HEX_COLOUR = re.compile(r"#?[0-9a-fA-F]{3,8}$")


@dataclass(frozen=True)
class Finding:
    """One fault of a style sheet: a plain sentence and where it is (``file:line``)."""

    message: str
    location: str


def find_sheet(name: str, folders: Iterable[str]) -> Path | None:
    """Return the file that rst2pdf would read for style sheet *name*, or ``None``."""
    for extension in ("", ".yaml", ".yml", ".style", ".json"):
        for folder in [*folders, OWN_SHEETS]:
            path = Path(folder, name + extension)
            if path.is_file():
                return path
    return None


def check_sheets(names: Iterable[str], folders: Iterable[str]) -> Iterator[Finding]:
    """Yield what is wrong with the style sheets *names*, looked for in *folders*.

    Sheets that are callables (made by a program) and rst2pdf's own are taken as they are.
    """
    defined = _style_names(OWN_SHEETS / "styles.yaml") | _style_names(OWN_SHEETS / "default.yaml")
    folders = list(folders)
    for name in names:
        if callable(name):
            continue
        path = find_sheet(name, folders)
        if path is None:
            looked = ", ".join(folders) or "no folder"
            yield Finding(
                f"there is no style sheet '{name}' (looked in {looked}); "
                "correct pdf_stylesheets or pdf_style_path",
                "conf.py",
            )
        elif path.suffix == ".yaml" and path.parent != OWN_SHEETS:
            yield from check_sheet(path, defined)
            defined |= _style_names(path)
        else:
            defined |= _style_names(path)


def check_sheet(path: Path, defined: Iterable[str] = ()) -> Iterator[Finding]:
    """Yield the faults of one YAML style sheet.

    :param defined: names of the styles that earlier sheets define.
    """
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        yield Finding(f"this is not valid YAML: {error.problem}; correct the line", f"{path}:{line}")
        return
    sheet = _entries(root)
    for key, (line, _) in sheet.items():
        yield from _unknown("key", key, TOP_LEVEL_KEYS, f"{path}:{line}")
    styles = _entries(sheet["styles"][1]) if "styles" in sheet else {}
    known = set(defined) | set(styles)
    for name, (_, body) in styles.items():
        for key, (line, value) in _entries(body).items():
            yield from _check_entry(name, key, value, known, f"{path}:{line}")


def _check_entry(
    style: str, key: str, value: yaml.Node, known: set[str], place: str
) -> Iterator[Finding]:
    if key not in STYLE_KEYS:
        yield from _unknown(f"key in style '{style}'", key, STYLE_KEYS, place)
    elif key == "parent" and value.value not in ("null", "~", ""):
        yield from _unknown(f"parent of style '{style}'", value.value, known, place)
    elif key in POINTS_ONLY and any(_is_text(part) for part in _parts(value)):
        yield Finding(f"'{key}' of style '{style}' must be a plain number of points", place)
    elif (key == "color" or key.endswith("Color")) and not _is_colour(value):
        yield Finding(
            f"'{value.value}' of style '{style}' is no colour; write it as '#1f5f6b'", place
        )


def _unknown(what: str, word: str, known: Iterable[str], place: str) -> Iterator[Finding]:
    if word not in known:
        near = difflib.get_close_matches(word, list(known), n=1)
        hint = f"did you mean '{near[0]}'?" if near else "remove it or correct it"
        yield Finding(f"unknown {what}: '{word}'; {hint}", place)


def _entries(node: yaml.Node | None) -> dict[str, tuple[int, yaml.Node]]:
    """Return a mapping node's keys with their line numbers and value nodes."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {key.value: (key.start_mark.line + 1, value) for key, value in node.value}


def _parts(value: yaml.Node) -> list[yaml.Node]:
    return value.value if isinstance(value, yaml.SequenceNode) else [value]


def _is_text(value: yaml.Node) -> bool:
    return value.tag == "tag:yaml.org,2002:str"


def _is_colour(value: yaml.Node) -> bool:
    if value.tag == "tag:yaml.org,2002:null":
        return True
    text = str(value.value)
    return hasattr(reportlab.lib.colors, text) or bool(HEX_COLOUR.match(text))


def _style_names(path: Path) -> set[str]:
    if path.suffix not in (".yaml", ".yml"):
        return set()
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    styles = data.get("styles") or {}
    return set(styles) if isinstance(styles, dict) else {name for name, _ in styles}
