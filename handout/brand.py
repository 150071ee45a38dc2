"""The clinic's own colour, on paper and on the web; what takes it is said in ``theme/``."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

import yaml

from handout.colour import LEAST_CONTRAST, contrast

if TYPE_CHECKING:
    from handout.profile import Brand

SHEET = Path(__file__).parent.parent / "theme" / "pdf" / "brand.yaml"
# The darkest ground that words and links stand on, on a light page (--tint in palette.css).
DARKEST_GROUND = "#ddedee"


class BrandSheet(str):
    """A style sheet that rst2pdf calls for: its text is the colour, like ``#1f5f6b``."""

    def __call__(self) -> dict[str, Any]:
        """Return the sheet's data."""
        text = Template(SHEET.read_text(encoding="utf-8")).substitute(color=str(self))
        data: dict[str, Any] = yaml.safe_load(text)
        return data


def style_sheets(brand: Brand) -> list[str]:
    """Return the style sheets for paper that *brand* adds to the others."""
    return [BrandSheet(brand.color)] if brand.color else []


def web_colours(brand: Brand) -> dict[str, str]:
    """Return the custom properties that *brand* sets on light pages, with their values.

    Links take the colour only if it can be read on all grounds that links stand on.
    """
    if not brand.color:
        return {}
    readable = contrast(brand.color, DARKEST_GROUND) >= LEAST_CONTRAST
    return {"--brand": brand.color, **({"--brand-link": brand.color} if readable else {})}
