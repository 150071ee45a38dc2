"""Draw all pictures, or those named: python -m tools.art [--language es] [name ...]."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

from tools.art import drawings
from tools.art.errors import DrawingError
from tools.art.raster import write_png

HERE = Path(__file__).resolve().parent
IMAGES = HERE.parents[1] / "images"
SOURCE_LANGUAGE = "en"


def find_drawings() -> dict[str, ModuleType]:
    """Return every drawing module by the name of its picture."""
    names = sorted(found.name for found in pkgutil.iter_modules(drawings.__path__))
    modules = [importlib.import_module(f"{drawings.__name__}.{name}") for name in names]
    return {module.NAME: module for module in modules if hasattr(module, "NAME")}


def load_words(drawing: ModuleType, language: str) -> dict[str, Any] | None:
    """Return the drawing's word table, or None where it has no such language."""
    stem = getattr(drawing, "WORDS", drawing.NAME)
    suffix = "" if language == SOURCE_LANGUAGE else f".{language}"
    file = HERE / "words" / f"{stem}{suffix}.toml"
    if not file.exists():
        return None
    return tomllib.loads(file.read_text(encoding="utf-8"))


def draw(drawing: ModuleType, language: str, folder: Path) -> Path | None:
    """Draw one picture; Sphinx finds name.<language>.svg by itself."""
    words = load_words(drawing, language)
    if words is None:
        return None
    suffix = "" if language == SOURCE_LANGUAGE else f".{language}"
    as_pixels = getattr(drawing, "AS_PIXELS", False)
    file = folder / f"{drawing.NAME}{suffix}.{'png' if as_pixels else 'svg'}"
    picture = drawing.draw(words)
    if as_pixels:
        write_png(picture, file)
    else:
        picture.write(file)
    return file


def main(arguments: list[str] | None = None) -> int:
    """Draw what the command line names; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.art", description=__doc__)
    parser.add_argument("names", nargs="*", help="pictures to draw (default: all)")
    parser.add_argument("--language", default=SOURCE_LANGUAGE, help="word tables to use")
    parser.add_argument("--folder", type=Path, default=IMAGES, help="where to write")
    options = parser.parse_args(arguments)
    found = find_drawings()
    if unknown := set(options.names) - set(found):
        parser.error(f"no drawing named {', '.join(sorted(unknown))}; known: {', '.join(found)}")
    for name in options.names or found:
        try:
            file = draw(found[name], options.language, options.folder)
        except DrawingError as error:
            sys.stderr.write(f"{name}: {error}\n")
            return 1
        size = f"{file.stat().st_size / 1000:.0f} kB" if file else "no words, skipped"
        sys.stdout.write(f"{name}: {size}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
