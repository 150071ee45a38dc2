"""Pictures have the size that they say and end at their own edge."""

from __future__ import annotations

import re

import pytest

from rst2pdf_tagged.verify import verify
from tests.rst2pdf_tagged.heard import elements

# The drawing is 100 x 50 points: a red square of 30 from 10 on, and a blue circle that
# reaches 40 points over the right edge.
WIDTH = 100


def stripes(image, wanted) -> list[tuple[int, int]]:
    """Return first and last row of each block of rows with pixels that are *wanted*."""
    pixels, (width, height) = image.load(), image.size
    found: list[list[int]] = []
    for y in range(height):
        if any(wanted(pixels[x, y]) for x in range(width)):
            if found and found[-1][1] == y - 1:
                found[-1][1] = y
            else:
                found.append([y, y])
    return [(first, last) for first, last in found]


def is_red(pixel) -> bool:
    return pixel[0] > 200 and pixel[1] < 60 and pixel[2] < 60


def is_blue(pixel) -> bool:
    return pixel[2] > 200 and pixel[0] < 60 and pixel[1] < 60


@pytest.fixture(scope="module")
def drawings(build):
    """For each drawing: height of the red square, left edge of the red, ends of the blue."""
    image = build("svg", strict=True).printed().image()
    pixels = image.load()
    found = []
    for first, last in stripes(image, is_red):
        middle = (first + last) // 2
        red = [x for x in range(image.width) if is_red(pixels[x, middle])]
        blue = [x for x in range(image.width) if is_blue(pixels[x, middle])]
        found.append((last - first + 1, red[0], blue[0], blue[-1]))
    return found


# The page is 595 points wide and its frame, by rst2pdf's "sphinx" sheet, 515.
FRAME = 515


@pytest.mark.parametrize(
    ("number", "width"),
    [
        pytest.param(0, WIDTH, id="natural size"),
        pytest.param(1, 200, id="width in points"),
        pytest.param(2, 0.62 * FRAME, id="62.5 percent"),
        pytest.param(3, WIDTH, id="file chosen by Sphinx"),
    ],
)
def test_painted_size_is_the_size_asked_for(drawings, number, width):
    height, *_ = drawings[number]

    assert height == pytest.approx(0.3 * width, abs=2)


@pytest.mark.parametrize("number", range(4))
def test_drawing_is_cut_at_its_edge(drawings, number):
    height, red_left, _, blue_right = drawings[number]

    # From the square's left edge to the canvas's right edge it is 90, thrice the square.
    assert blue_right - red_left == pytest.approx(3 * height, abs=4)


def test_stock_rst2pdf_paints_over_the_edge(build):
    image = build("svg", stock=True).printed().image()
    pixels = image.load()
    first, last = stripes(image, is_red)[0]
    blue = [x for x in range(image.width) if is_blue(pixels[x, (first + last) // 2])]
    red = [x for x in range(image.width) if is_red(pixels[x, (first + last) // 2])]

    assert blue[-1] - red[0] > 3.5 * (last - first)


def test_a_picture_that_a_flowable_draws_is_read_as_its_words(build) -> None:
    path = build("drawn", strict=True).printed().path

    assert verify(path) == []
    (figure,) = [element for element in elements(path) if element["/S"] == "/Figure"]
    assert figure["/Alt"] == "A full disc."
    left, low, right, high = re.findall(r"[\d.]+", figure["/A"])[-4:]
    assert (float(right) - float(left), float(high) - float(low)) == pytest.approx((40, 40))


def test_a_picture_that_a_flowable_draws_needs_words(build) -> None:
    result = build("drawn", text="Title\n=====\n\n.. disc::\n")

    assert result.status == 1
    assert "has no words for those who cannot see it" in result.messages
