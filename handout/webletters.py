"""Adds to a translation's web site the letters of the typeface that English has no use for."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from handout.translation import load_translation
from handout.webfonts import FAMILY, FOLDER, WEIGHTS, file_name, web_font

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

    from handout.webfonts import Ranges

# Beyond the parts that every site has (handout/webfonts.py).
PARTS: dict[str, Ranges] = {
    # Romanian, Croatian, Welsh, Hausa ...
    "more-latin": ((0x180, 0x19F), (0x1B1, 0x2AF), (0x1E00, 0x1E9F)),
    "greek": ((0x370, 0x3FF),),
    "cyrillic": ((0x400, 0x52F),),
}
# The style sheet that names the files, and what it says of one of them.
SHEET = Path("_static", "letters.css")
FACE = """
@font-face {{
  font-family: "{family}";
  font-weight: {weight};
  font-display: swap;
  src: url("fonts/{file}") format("woff2");
  unicode-range: {ranges};
}}
"""


def parts_for(texts: Iterable[str]) -> list[str]:
    """Return the names of the parts that *texts* have letters of."""
    codes = {ord(letter) for text in texts for letter in text}
    return [
        name
        for name, ranges in PARTS.items()
        if any(first <= code <= last for code in codes for first, last in ranges)
    ]


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Put the parts into the finished web site, and name them where the others are named."""
    if exception is not None or app.builder.name != "html":
        return
    translation = load_translation(Path(app.confdir), app.config.language)
    faces = []
    for weight, part in product(WEIGHTS, parts_for(translation.essence())):
        name = file_name(weight, part)
        Path(app.outdir, FOLDER, name).write_bytes(web_font(weight, PARTS[part]))
        ranges = ", ".join(f"U+{first:X}-{last:X}" for first, last in PARTS[part])
        faces.append(FACE.format(family=FAMILY, weight=WEIGHTS[weight], file=name, ranges=ranges))
    if faces:
        with Path(app.outdir, SHEET).open("a", encoding="utf-8") as sheet:
            sheet.writelines(faces)


def setup(app: Sphinx) -> None:
    """Register the event, behind that of the parts of every site."""
    app.connect("build-finished", on_build_finished, priority=510)
