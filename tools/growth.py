"""How the cost of a PDF grows with its chapters: made-up books of chapters of five pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tools.costs import ROOT, WORK, Cost, Ratio, cost, least, module

# Chapters of the books.
SIZES = (4, 16, 32)
# A further chapter of a long book may cost as many times one of a short book.
LINEAR = 1.2


def report() -> Iterator[Ratio]:
    """Yield how much more a further chapter costs in a long book than in a short one."""
    books = {str(size): partial(_build, book(size)) for size in SIZES}
    small, middle, large = (found.seconds for found in least(books).values())
    early = (middle - small) / (SIZES[1] - SIZES[0])
    late = (large - middle) / (SIZES[2] - SIZES[1])
    sizes = ", ".join(map(str, SIZES))
    seconds = f"{small:.1f}, {middle:.1f}, {large:.1f} s for {sizes} chapters"
    details = f"{late:.3f} s of {early:.3f} s ({seconds})"
    yield Ratio("a chapter of a long book, of one of a short book", late / early, LINEAR, details)


def _build(folder: Path) -> Cost:
    out = WORK / "out"
    shutil.rmtree(out, ignore_errors=True)
    return cost(module("sphinx", "-q", "-b", "pdf", folder, out))


def book(chapters: int) -> Path:
    """Write a made-up book and return its folder."""
    folder = WORK / f"book-{chapters}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "tests" / "roots" / "test-structure", folder)
    names = [f"chapter-{number}" for number in range(chapters)]
    for name in names:
        shutil.copy(folder / "long.rst", folder / f"{name}.rst")
    index = "Book\n====\n\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in names)
    (folder / "index.rst").write_text(index, encoding="utf-8")
    for left_over in ("long.rst", "other.rst"):
        (folder / left_over).unlink()
    return folder
