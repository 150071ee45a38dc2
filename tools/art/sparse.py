"""Draw the same with fewer points: for screens that must not wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.art.canvas import Canvas
from tools.art.fitting import fit_loop
from tools.art.inset import Inset
from tools.art.paths import Path

# Shapes of fewer curves stay as they are.
MANY = 12


class Sparse(Inset):
    """Draw on a canvas of larger units, at whole units and no finer than *error* of them.

    What leaves the sheet at its foot is cut off there.
    """

    def __init__(self, outer: Canvas, scale: float, error: float) -> None:
        super().__init__(outer, scale)
        self.width, self.height = outer.width / scale, outer.height / scale
        self._sheet, self._error = outer, error

    def path(
        self,
        path: Path,
        fill: str = "none",
        stroke: str = "none",
        width: float = 0,
        dash: Sequence[float] = (),
        cap: str = "round",
        even_odd: bool = False,
    ) -> None:
        """Draw a path, without pieces that are too small to be seen."""
        placed = path.scaled(self._scale)
        line = round(width * self._line)
        low = self._sheet.height - (line / 2 if stroke != "none" else 0)
        whole = Path()
        for piece in _pieces(placed):
            if len(piece.segments) >= MANY and piece.segments[-1][0] == "Z":
                left, top, right, bottom = piece.bounds()
                if max(right - left, bottom - top) < 8 * self._error:
                    continue
                piece = fit_loop(piece.points(6), self._error)
            whole.extend(piece)
        whole = whole.map(lambda point: (round(point[0]), min(round(point[1]), low)))
        self._sheet.path(whole, fill, stroke, line, dash, cap, even_odd)


def _pieces(path: Path) -> Iterator[Path]:
    """Yield the parts of a path that each begin with a move."""
    starts = [at for at, (letter, _) in enumerate(path.segments) if letter == "M"]
    for start, stop in zip(starts, [*starts[1:], None], strict=True):
        yield Path(path.segments[start:stop])
