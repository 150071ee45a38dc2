"""The clinic's colour: its contrast, and where it may stand."""

from __future__ import annotations

import re

import pytest
import yaml

from handout.brand import DARKEST_GROUND, BrandSheet, style_sheets, web_colours
from handout.colour import (
    LEAST_CONTRAST,
    WHITE,
    contrast,
    darkened,
    is_colour,
    luminance,
    rounded_down,
)
from handout.profile import Brand
from tests.conftest import ROOT

PALETTE = (ROOT / "theme/html/static/palette.css").read_text(encoding="utf-8")
# Names, in the palette, of what words and links stand on.
GROUNDS = ("page", "wash", "tint", "sidebar", "soon-wash", "sure-wash", "panel")


@pytest.mark.parametrize(
    ("colour", "ratio"),
    # As the usual checkers show them; #767676 is the lightest grey for text on white.
    [("#000000", 21.0), (WHITE, 1.0), ("#767676", 4.54), ("#777777", 4.47), ("#0000ff", 8.59), ("#ff0000", 3.99)],
)  # fmt: skip
def test_contrast_is_that_of_the_web_guidelines(colour: str, ratio: float) -> None:
    assert contrast(colour, WHITE) == contrast(WHITE, colour) == pytest.approx(ratio, abs=0.01)
    assert float(rounded_down(contrast(colour, WHITE))) <= contrast(colour, WHITE)


@pytest.mark.parametrize("colour", ["#4f97a0", "#ffee00", "#fefefe", "#ff0000", WHITE])
def test_the_darker_color_that_is_offered_is_dark_enough_and_no_darker(colour: str) -> None:
    offered = darkened(colour)

    assert is_colour(offered)
    assert LEAST_CONTRAST <= contrast(offered, WHITE) < 4.7


@pytest.mark.parametrize(
    "text", ["", "#12345", "#1234567", "123456", "#12345g", "#１２３４５６", "#123456\n"]
)
def test_what_is_no_color_is_known(text: str) -> None:
    assert not is_colour(text)


def light_palette() -> dict[str, str]:
    """Return name -> colour on a light page, names of other colours followed."""
    colours = dict(
        re.findall(r"^  --([\w-]+): (#\w{6}|var\(--[\w-]+\));", light_part(), re.MULTILINE)
    )
    while named := {name: value[6:-1] for name, value in colours.items() if value[0] == "v"}:
        colours |= {name: colours[other] for name, other in named.items()}
    return colours


def light_part() -> str:
    return PALETTE[PALETTE.index(":root {") : PALETTE.index("@media not print")]


def test_links_take_the_color_only_if_it_can_be_read_on_every_ground() -> None:
    colours = light_palette()

    assert min((colours[name] for name in GROUNDS), key=luminance) == DARKEST_GROUND
    assert web_colours(Brand.model_construct(color="#3f4f8c")) == {
        "--brand": "#3f4f8c",
        "--brand-link": "#3f4f8c",
    }
    assert web_colours(Brand.model_construct(color="#767676")) == {"--brand": "#767676"}
    assert web_colours(Brand()) == {}


def test_the_dark_page_keeps_its_own_colors() -> None:
    assert "var(--brand" in light_part()
    assert "var(--brand" not in PALETTE.removeprefix(PALETTE[: PALETTE.index("@media not print")])


def test_the_sheet_for_paper_changes_colors_only() -> None:
    (sheet,) = style_sheets(Brand.model_construct(color="#3f4f8c"))
    assert isinstance(sheet, BrandSheet)
    styles = sheet()["styles"]

    known = yaml.safe_load((ROOT / "theme/pdf/handout.yaml").read_text(encoding="utf-8"))["styles"]
    assert set(styles) <= set(known)
    assert {key for style in styles.values() for key in style} == {"backColor", "textColor"}
    assert {value for style in styles.values() for value in style.values()} == {"#3f4f8c"}
    assert sheet() is not sheet()
    assert style_sheets(Brand()) == []
