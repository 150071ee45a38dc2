"""Reads the pages of a finished file: what is painted, where, and in which marked sequence.

Shares no code with what writes the file, and reads with another library.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

import pikepdf

from rst2pdf_tagged.verify.access import (
    Box,
    box,
    entry,
    inherited,
    integer,
    is_dictionary,
    name,
    text,
)
from rst2pdf_tagged.verify.fonts import Font, Fonts
from rst2pdf_tagged.verify.painted import Mark, PageContent, Run
from rst2pdf_tagged.verify.shapes import IDENTITY, PATH, RECTANGLE, Matrix, Shape, around, times

if TYPE_CHECKING:
    from collections.abc import Callable

DRAW = PATH | {RECTANGLE}
# Operators that paint what has been drawn (ISO 32000-1, 8.5.3).
PAINT = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
SHOW = {"Tj", "TJ", "'", '"'}
# What a damaged page can bring forth: missing, superfluous or unfit operands.
UNREADABLE = (ArithmeticError, LookupError, TypeError, ValueError, AttributeError)


@dataclass
class TextState:
    """How text is set (ISO 32000-1, 9.3)."""

    font: Font = field(default_factory=partial(Font, None))
    size: float = 0
    leading: float = 0
    rise: float = 0
    character_space: float = 0
    word_space: float = 0


class PageReader:
    """Follows the operators of one page.

    :param page: its dictionary.
    :param file_fonts: those of the file.
    """

    def __init__(self, page: Any, file_fonts: Fonts) -> None:
        self.file_fonts = file_fonts
        self.found = PageContent()
        self.resources = inherited(page, "/Resources")
        self.fonts: dict[str, Font] = {}
        self.matrix = IDENTITY
        self.shape = Shape()
        self.text = TextState()
        self.saved: list[tuple[Matrix, TextState]] = []
        self.marks: list[Mark] = []
        self.text_objects, self.text_object = 0, 0
        self.line = self.place = IDENTITY
        self._read(page)
        if self.marks:
            self.found.faults.append("a marked sequence never ends")
        if self.text_object:
            self.found.faults.append("a text object never ends")

    def _read(self, page: Any) -> None:
        try:
            code = pikepdf.parse_content_stream(pikepdf.Page(page))
        except (pikepdf.PdfError, *UNREADABLE):
            self.found.faults.append("the page's code cannot be read")
            return
        for step in code:
            operator = str(step.operator)
            if operator not in FOLLOWED:
                continue
            try:
                self._follow(list(step.operands), operator)
            except UNREADABLE:
                self.found.faults.append(f"the operator {operator} has unfit operands")

    def _follow(self, operands: list[Any], operator: str) -> None:
        if operator in DRAW:
            self.shape.draw(operator, operands, self.matrix)
        elif operator in PAINT:
            self._paint("", self.shape.take())
        elif operator in SHOW:
            self._show(operator, operands)
        elif operator == "n":
            self.shape.take()
        else:
            self.STATE[operator](self, *operands)

    # -- State ----------------------------------------------------------------------------

    def _save(self) -> None:
        self.saved.append((self.matrix, TextState(**vars(self.text))))

    def _restore(self) -> None:
        self.matrix, self.text = self.saved.pop()

    def _transform(self, *numbers: Any) -> None:
        a, b, c, d, e, f = map(float, numbers)
        self.matrix = times((a, b, c, d, e, f), self.matrix)

    def _begin_text(self) -> None:
        if self.text_object:
            self.found.faults.append("a text object begins inside another")
        self.text_objects += 1
        self.text_object = self.text_objects
        self.line = self.place = IDENTITY

    def _end_text(self) -> None:
        self.text_object = 0

    def _set_matrix(self, *numbers: Any) -> None:
        a, b, c, d, e, f = map(float, numbers)
        self.line = self.place = (a, b, c, d, e, f)

    def _move(self, x: Any, y: Any) -> None:
        self.line = self.place = times((1, 0, 0, 1, float(x), float(y)), self.line)

    def _move_and_lead(self, x: Any, y: Any) -> None:
        self.text.leading = -float(y)
        self._move(x, y)

    def _next_line(self) -> None:
        self._move(0, -self.text.leading)

    def _set_font(self, key: Any, size: Any) -> None:
        if str(key) not in self.fonts:
            font = entry(self.resources, "/Font", str(key))
            self.fonts[str(key)] = self.file_fonts.read(font)
            if not is_dictionary(font):
                self.found.faults.append(f"the typeface {key} is not there")
        self.text.font, self.text.size = self.fonts[str(key)], float(size)

    def _set_number(self, value: Any, *, attribute: str) -> None:
        setattr(self.text, attribute, float(value))

    # -- Marks ----------------------------------------------------------------------------

    def _begin(self, tag: Any, properties: Any = None) -> None:
        if isinstance(properties, pikepdf.Name):
            properties = entry(self.resources, "/Properties", str(properties))
        mcid = integer(entry(properties, "/MCID"))
        artifact = _kind_of_artifact(properties) if name(tag) == "Artifact" else None
        said = text(entry(properties, "/ActualText"))
        is_silenced = said is not None and not said.strip()
        mark = Mark(mcid, artifact, self.text_object, is_silenced)
        if mark.owns and self._owner() is not None:
            self.found.faults.append("a marked sequence begins inside another")
        if mcid is not None:
            self.found.begun.append(mcid)
        if mcid is None and is_dictionary(properties) and "/MCID" in properties:
            self.found.faults.append("a sequence's number is no whole number")
        self.marks.append(mark)

    def _end(self) -> None:
        if not self.marks:
            self.found.faults.append("a marked sequence ends that has not begun")
        elif self.marks.pop().text_object != self.text_object:
            self.found.faults.append("a marked sequence goes over the edge of a text object")

    def _owner(self) -> Mark | None:
        return next((mark for mark in reversed(self.marks) if mark.owns), None)

    # -- Painting -------------------------------------------------------------------------

    def _paint(self, words: str, place: Box | None, is_exact: bool = True) -> None:
        owner = self._owner()
        number = owner.mcid if owner else None
        self.found.runs.setdefault(number, []).append(Run(words, owner, place, is_exact))

    def _paint_object(self, key: Any) -> None:
        painted = entry(self.resources, "/XObject", str(key))
        if entry(painted, "/StructParents") is not None:
            self.found.faults.append("a form has tags of its own, which are not checked here")
        # The box of a form; a picture file fills the unit square.
        left, bottom, right, top = box(entry(painted, "/BBox")) or (0, 0, 1, 1)
        self._paint("", around([(left, bottom), (right, top)], self.matrix))

    def _paint_all(self, *ignored: Any) -> None:
        self._paint("", None)

    def _show(self, operator: str, operands: list[Any]) -> None:
        if operator == '"':
            self.text.word_space, self.text.character_space = float(operands[0]), float(operands[1])
        if operator in ("'", '"'):
            self._next_line()
        shown = operands[-1]
        words, width = "", 0.0
        for part in list(shown) if isinstance(shown, pikepdf.Array) else [shown]:
            if isinstance(part, pikepdf.String):
                code = bytes(part)
                words += self.text.font.text(code)
                width += self._width(code)
            else:
                width -= float(part) * self.text.size / 1000
        whole = times(self.place, self.matrix)
        corners = [(0.0, self.text.rise), (width, self.text.rise + self.text.size)]
        self._paint(words, around(corners, whole), is_exact=self.text.font.has_widths)
        self.place = times((1, 0, 0, 1, width, 0), self.place)

    def _width(self, shown: bytes) -> float:
        spaces = shown.count(b" ") * self.text.word_space
        spread = len(shown) * self.text.character_space
        return self.text.font.width(shown) * self.text.size / 1000 + spaces + spread

    STATE: ClassVar[dict[str, Callable[..., None]]] = {
        "q": _save,
        "Q": _restore,
        "cm": _transform,
        "BT": _begin_text,
        "ET": _end_text,
        "Tm": _set_matrix,
        "Td": _move,
        "TD": _move_and_lead,
        "T*": _next_line,
        "Tf": _set_font,
        "TL": partial(_set_number, attribute="leading"),
        "Ts": partial(_set_number, attribute="rise"),
        "Tc": partial(_set_number, attribute="character_space"),
        "Tw": partial(_set_number, attribute="word_space"),
        "BMC": _begin,
        "BDC": _begin,
        "EMC": _end,
        "Do": _paint_object,
        "sh": _paint_all,
        "INLINE IMAGE": _paint_all,
    }


def _kind_of_artifact(properties: Any) -> str:
    # It may be the head or foot of a page without saying which.
    return name(entry(properties, "/Subtype")) or name(entry(properties, "/Type")) or ""


# Others set colours and the like, which changes nothing of what is said, and where.
FOLLOWED = DRAW | PAINT | SHOW | {"n", *PageReader.STATE}
