"""Reads a project's style sheets before rst2pdf does, because it ignores what it does not know.

A misspelt key changes nothing, an unknown page size gives A4, a parent that does not exist
makes it loop for ever, and a length with a unit in the wrong place ends in a cryptic crash.
The rules themselves are in `sheet_rules`.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import rst2pdf
import yaml
from rst2pdf.styles import StyleSheet

from rst2pdf_tagged.sheet_rules import Finding, Known, check_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

# Sheets that come with this package.
SHIPPED_SHEETS = Path(__file__).parent / "styles"
OWN_SHEETS = Path(rst2pdf.__file__).parent / "styles"
# rst2pdf reads these two before any other.
ALWAYS = (str(OWN_SHEETS / "styles.yaml"), str(OWN_SHEETS / "default.yaml"))
# The old format ".style" is not YAML; rst2pdf warns of it.
YAML_SUFFIXES = (".yaml", ".yml", ".json", "")


@dataclass(frozen=True)
class Sheet:
    """One style sheet.

    :param data: what rst2pdf will see.
    :param path: its file; ``None`` for one made by a program.
    :param root: the same as YAML nodes, which know their lines.
    """

    data: dict[str, Any]
    path: Path | None = None
    root: yaml.Node | None = None


def shipped_typefaces() -> list[str]:
    """Return the folder of the typeface that our own sheet embeds, if it is installed."""
    spec = find_spec("font_source_sans_pro")
    return [str(Path(spec.origin).parent / "files")] if spec and spec.origin else []


def find_sheet(name: str, folders: Iterable[str]) -> Path | None:
    """Return the file that rst2pdf would read for style sheet *name*, or ``None``."""
    for extension in ("", ".yaml", ".yml", ".style", ".json"):
        for folder in [*map(Path, folders), OWN_SHEETS]:
            path = folder / (name + extension)
            if path.is_file():
                return path
    return None


def check_sheets(
    names: Iterable[Any], folders: Iterable[str], font_folders: Iterable[str] = ()
) -> Iterator[Finding]:
    """Yield what is wrong with the style sheets *names*, looked for in *folders*.

    :param names: as in ``pdf_stylesheets``: names, or callables that return a sheet's data.
    :param font_folders: where the files of ``embeddedFonts`` are looked for.
    """
    sheets: list[Sheet] = []
    for sheet in _read_all([*ALWAYS, *names], list(folders)):
        if isinstance(sheet, Finding):
            yield sheet
        else:
            sheets.append(sheet)
    known = Known.from_data([sheet.data for sheet in sheets], tuple(font_folders))
    for sheet in sheets:
        if sheet.path and sheet.path.parent != OWN_SHEETS:
            yield from check_sheet(sheet.root, str(sheet.path), known)


def _read_all(names: list[Any], folders: list[str]) -> Iterator[Sheet | Finding]:
    """Yield each sheet once, those that it includes before itself."""
    seen: set[str] = set()
    waiting = names[::-1]
    while waiting:
        name = waiting.pop()
        if str(name) in seen:
            continue
        seen.add(str(name))
        sheet = _read(name, folders)
        if isinstance(sheet, Sheet):
            options = sheet.data.get("options") or {}
            waiting += list(options.get("stylesheets", []))[::-1]
        yield sheet


def _read(name: Any, folders: list[str]) -> Sheet | Finding:
    if callable(name):
        return Sheet(name())
    path = find_sheet(name, folders)
    if path is None:
        looked = ", ".join(folders) or "no folder"
        return Finding(
            f"there is no style sheet '{name}' (looked in {looked}); "
            "correct pdf_stylesheets or pdf_style_path",
            None,
        )
    return _parse(path, path.stat().st_mtime_ns) if path.suffix in YAML_SUFFIXES else Sheet({})


@lru_cache(maxsize=32)
def _parse(path: Path, modified: int) -> Sheet | Finding:
    # The fast reader, if it is installed, remembers less of a text for the messages on it.
    quick = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    reader = quick if path.parent == OWN_SHEETS else yaml.SafeLoader
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), reader)
        data = yaml.SafeLoader("").construct_document(root) if root else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        return Finding(f"this is not valid YAML ({error.problem}); correct it", f"{path}:{line}")
    except (yaml.YAMLError, UnicodeDecodeError):
        return Finding("this is not a text file in UTF-8; save it as one", f"{path}:1")
    if data is not None and not isinstance(data, dict):
        return Finding(
            "this is no style sheet; it must begin with a key like 'styles:'", f"{path}:1"
        )
    return Sheet(data or {}, path, root)


_read_style = StyleSheet.readStyle


def read_style(sheets: StyleSheet, name: Any) -> Any:
    """Return the data of a style sheet for rst2pdf, which would read the file for every PDF.

    Each gets its own copy, for rst2pdf changes what it is given.
    """
    if callable(name):
        return _read_style(sheets, name)
    found = sheets.findStyle(name)
    if found is None:
        return None
    path = Path(found).absolute()
    read = _parse(path, path.stat().st_mtime_ns) if path.suffix in YAML_SUFFIXES else None
    if not isinstance(read, Sheet):
        return _read_style(sheets, name)
    if sheets.record_dependencies:
        sheets.record_dependencies.add(found)
    return deepcopy(read.data)
