"""The rules that a style sheet's entries must keep, and plain words for breaking them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib import colors, pagesizes
from reportlab.lib.styles import ParagraphStyle
from rst2pdf.styles import validCommands

from rst2pdf_tagged import typefaces
from rst2pdf_tagged.yaml_nodes import (
    Entries,
    body_of,
    entries_of,
    is_null,
    parts_of,
    style_bodies,
    tag_of,
)

if TYPE_CHECKING:
    from typing import Any

    import yaml

TOP_LEVEL_KEYS = frozenset(
    {"embeddedFonts", "fontsAlias", "linkColor", "options", "pageSetup", "pageTemplates"}
    | {"styles", "tocColor"}
)
PAGE_KEYS = frozenset(
    {"size", "width", "height", "firstTemplate", "spacing-header", "spacing-footer"}
    | {f"margin-{side}" for side in ("top", "bottom", "left", "right", "gutter")}
)
TEMPLATE_KEYS = frozenset(
    {"frames", "background", "background_fit_mode", "foreground", "showHeader", "showFooter"}
    | {"defaultHeader", "defaultFooter", "headerSeparator", "footerSeparator"}
)
STYLE_KEYS = frozenset(ParagraphStyle.defaults) | frozenset(
    {"bulletText", "color", "colWidths", "commands", "float", "hyphenation", "hyphenationLang"}
    | {"keepWithNext", "language", "parent", "strike", "underline", "valign", "width"}
)
# rst2pdf passes these to ReportLab as they are: a number of points, never a text with a unit.
POINTS_ONLY = frozenset(
    {"leading", "leftIndent", "rightIndent", "firstLineIndent", "bulletIndent"}
    | {"borderPadding", "borderWidth", "borderRadius", "bulletFontSize"}
)
ALIGNMENTS = frozenset(
    {"LEFT", "CENTER", "CENTRE", "RIGHT", "JUSTIFY", "DECIMAL"}
    | {"TA_LEFT", "TA_CENTER", "TA_CENTRE", "TA_RIGHT", "TA_JUSTIFY"}
)
# rst2pdf fills shorter ones up with zeros in front: "#fff" would be a blue.
HEX_COLOUR = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$")


@dataclass(frozen=True)
class Finding:
    """One fault of a style sheet: a plain sentence and where it is.

    :param location: ``file:line``; ``None`` if there is no such style sheet.
    """

    message: str
    location: str | None


@dataclass(frozen=True)
class Known:
    """What all sheets of a build define together."""

    parents: dict[str, str | None]
    templates: frozenset[str]
    fonts: typefaces.Typefaces

    @classmethod
    def from_data(cls, sheets: list[dict[str, Any]], font_folders: tuple[str, ...]) -> Known:
        """Collect names from the sheets' *data*, the later ones winning."""
        parents: dict[str, str | None] = {}
        templates: set[str] = set()
        for data in sheets:
            templates |= set(data.get("pageTemplates") or {})
            for name, style in _pairs(data.get("styles") or {}):
                parents[name] = (style or {}).get("parent", parents.get(name))
        fonts = typefaces.Typefaces.from_data(sheets, font_folders)
        return cls(parents, frozenset(templates), fonts)

    def in_circle(self, name: str) -> bool:
        """Return whether style *name* is its own parent, grandparent and so on."""
        seen: set[str] = set()
        parent = self.parents.get(name)
        while parent and parent not in seen:
            seen.add(parent)
            parent = self.parents.get(parent)
        return name in seen


Check = Callable[[str, "yaml.Node", Known], "str | None"]


def check_sheet(root: yaml.Node | None, path: str, known: Known) -> Iterator[Finding]:
    """Yield the faults of one style sheet, given as YAML nodes.

    :param path: the file's name, for the findings.
    :param known: what this and the other sheets define.
    """
    for message, line in _faults(root, known):
        yield Finding(message, f"{path}:{line}")


def _faults(root: yaml.Node | None, known: Known) -> Iterator[tuple[str, int]]:
    sheet = entries_of(root)
    yield from _strangers("", sheet, TOP_LEVEL_KEYS)
    for key in ("linkColor", "tocColor"):
        if key in sheet and (fault := _colour(key, sheet[key][1], known)):
            yield fault, sheet[key][0]
    yield from _page_faults(sheet, known)
    for name, (_, template) in entries_of(body_of(sheet, "pageTemplates")).items():
        where = f" in page template '{name}'"
        yield from _strangers(where, entries_of(template), TEMPLATE_KEYS)
    yield from _font_faults(sheet, known)
    for name, body in style_bodies(body_of(sheet, "styles")):
        yield from _style_faults(name, entries_of(body), known)


def _page_faults(sheet: Entries, known: Known) -> Iterator[tuple[str, int]]:
    page = entries_of(body_of(sheet, "pageSetup"))
    yield from _strangers(" in pageSetup", page, PAGE_KEYS)
    sizes = {name for name, value in vars(pagesizes).items() if isinstance(value, tuple)}
    if "size" in page and page["size"][1].value not in ("null", "~", ""):
        line, value = page["size"]
        name = str(value.value).upper().removesuffix("-LANDSCAPE")
        if fault := _unknown("page size", name, sizes):
            yield fault, line
    if "firstTemplate" in page:
        line, value = page["firstTemplate"]
        if fault := _unknown("page template", value.value, known.templates):
            yield fault, line


def _font_faults(sheet: Entries, known: Known) -> Iterator[tuple[str, int]]:
    for group in parts_of(body_of(sheet, "embeddedFonts")):
        for file in parts_of(group):
            if file.value and not known.fonts.file_is_readable(str(file.value)):
                yield (
                    f"the font file '{file.value}' cannot be read; "
                    "correct its name or pdf_font_path",
                    file.start_mark.line + 1,
                )
    for line, value in entries_of(body_of(sheet, "fontsAlias")).values():
        if not known.fonts.has(value.value):
            yield _no_font(value.value), line


def _style_faults(name: str, style: Entries, known: Known) -> Iterator[tuple[str, int]]:
    yield from _strangers(f" in style '{name}'", style, STYLE_KEYS)
    for key, (line, value) in style.items():
        fault = _check_for(key)(key, value, known)
        if fault:
            yield f"style '{name}': {fault}", line
        if key == "parent" and known.in_circle(name):
            yield f"style '{name}' is its own parent in the end; correct one 'parent'", line


def _check_for(key: str) -> Check:
    """Return the rule for *key* of a style."""
    if key in POINTS_ONLY:
        return _points
    if key == "color" or key.endswith("Color"):
        return _colour
    if key == "fontName" or key.endswith("FontName"):
        return _font
    rules: dict[str, Check] = {"parent": _parent, "alignment": _alignment, "commands": _commands}
    return rules.get(key, lambda *_: None)


def _parent(key: str, value: yaml.Node, known: Known) -> str | None:
    if is_null(value):
        return None
    return _unknown("parent", value.value, known.parents)


def _points(key: str, value: yaml.Node, known: Known) -> str | None:
    if any(tag_of(part) == "str" for part in parts_of(value)):
        return f"'{key}' must be a plain number of points, without a unit"
    return None


def _alignment(key: str, value: yaml.Node, known: Known) -> str | None:
    return _unknown("alignment", str(value.value).upper(), ALIGNMENTS)


def _font(key: str, value: yaml.Node, known: Known) -> str | None:
    return None if known.fonts.has(value.value) else _no_font(value.value)


def _no_font(name: str) -> str:
    return (
        f"there is no typeface '{name}'; correct its name or list its files under 'embeddedFonts'"
    )


def _commands(key: str, value: yaml.Node, known: Known) -> str | None:
    for command in map(parts_of, parts_of(value)):
        name = str(command[0].value).upper() if command else ""
        if fault := _unknown("table command", name, validCommands):
            return fault
        kinds = validCommands[name][2:]
        for kind, argument in zip(kinds, command[3:], strict=False):
            if kind in ("color", "colorlist"):
                for part in parts_of(argument):
                    if fault := _colour(name, part, known):
                        return fault
    return None


def _colour(key: str, value: yaml.Node, known: Known) -> str | None:
    text = str(value.value)
    if is_null(value):
        line = (value.start_mark.get_snippet() or "").split("\n")[0]
        if line.partition(":")[2].lstrip().startswith("#"):
            return f"'{key}' is empty, for '#' begins a remark; write the colour in quotes"
        return None
    if tag_of(value) == "str":
        if isinstance(getattr(colors, text, None), colors.Color) or HEX_COLOUR.match(text):
            return None
        return f"'{text}' is no colour; write it as '#1f5f6b'"
    return f"'{key}' is read as a number; write the colour in quotes"


def _strangers(where: str, entries: Entries, allowed: Iterable[str]) -> Iterator[tuple[str, int]]:
    for key, (line, _) in entries.items():
        if fault := _unknown("key", key, allowed, where):
            yield fault, line


def _unknown(what: str, word: str, known: Iterable[str], where: str = "") -> str | None:
    """Return a sentence if *word* is not among *known*, with the one that looks most alike."""
    if word in known:
        return None
    near = difflib.get_close_matches(word, list(known), n=1)
    hint = f"did you mean '{near[0]}'?" if near else "remove it or correct it"
    return f"unknown {what} '{word}'{where}; {hint}"


def _pairs(styles: Any) -> Iterable[Any]:
    return styles.items() if isinstance(styles, dict) else styles
