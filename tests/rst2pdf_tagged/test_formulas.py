"""Formulas are drawn, embedded and read, with the matplotlib of today."""

from __future__ import annotations

import pytest
from rst2pdf import math_flowable

from tests.rst2pdf_tagged.heard import elements

GAUSS = r"\int_0^\infty e^{-x^2} dx = \frac{\sqrt{\pi}}{2}"


@pytest.fixture(scope="module")
def formulas(build):
    return build("formulas", strict=True).printed()


@pytest.mark.parametrize(
    ("role", "source"),
    [
        ("Formula", GAUSS),
        ("Formula", "E = mc^2"),
        ("Figure", "a^2 + b^2 = c^2"),
        ("Figure", r"\frac{x}{y}"),
    ],
)
def test_formula_is_read_as_its_source(formulas, role, source):
    found = [e for e in elements(formulas.path) if e.get("/Alt") == source]

    assert [e["/S"] for e in found] == [f"/{role}"]


def box_of(formulas, source: str) -> list[float]:
    def walk(element):
        yield element
        for kid in element.get("/K", []):
            if hasattr(kid, "keys") and "/S" in kid:
                yield from walk(kid)

    (element,) = [
        element
        for element in walk(formulas.file.Root.StructTreeRoot.K)
        if str(element.get("/Alt", "")) == source
    ]
    (box,) = [owner.BBox for owner in element.A if "/BBox" in owner]
    return [float(value) for value in box]


def ink(formulas, box: list[float]) -> float:
    """Return which share of the pixels in *box* of the first page is dark."""
    picture = formulas.image().convert("L")
    left, bottom, right, top = box
    upper, lower = picture.height - top, picture.height - bottom
    cut = picture.crop((int(left), int(upper), int(right), int(lower)))
    return sum(cut.histogram()[:128]) / (cut.width * cut.height)


@pytest.mark.parametrize("source", [GAUSS, "E = mc^2", "a^2 + b^2 = c^2", r"\frac{x}{y}"])
def test_formula_is_drawn_where_it_says(formulas, source):
    assert ink(formulas, box_of(formulas, source)) > 0.02


def test_formula_on_the_right_is_drawn_where_it_says(build):
    printed = build("formulas", pdf_stylesheets=["sphinx", "right"]).printed()
    box = box_of(printed, GAUSS)

    assert box[0] > 400
    assert ink(printed, box) > 0.02


def test_typefaces_of_formulas_are_embedded(formulas):
    fonts = formulas.file.pages[0].Resources.Font.values()

    assert any("DejaVu" in str(font.BaseFont) for font in fonts)
    assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_link_to_a_numbered_formula_lands_on_it(formulas):
    _, _, _, top = box_of(formulas, GAUSS)

    assert -2 <= formulas.link("(1)").y - top <= 30


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param(r".. math:: \frac{a}", "cannot draw the formula", id="not TeX"),
        pytest.param(".. math::\n\n   a\n\n   b", "in one line", id="two formulas"),
    ],
)
def test_formula_that_cannot_be_drawn_fails(build, source, words):
    result = build("plain", good=b"good", text=f"Title\n=====\n\n{source}\n")

    assert result.status == 1
    assert len(result.errors) == 1
    assert words in result.errors[0]
    assert (result.outdir / "out.pdf").read_bytes() == b"good"


def test_formula_may_be_written_in_two_lines(build):
    text = "Title\n=====\n\n.. math::\n\n   a +\n   b\n"
    path = build("plain", strict=True, text=text).printed().path

    assert [e["/Alt"] for e in elements(path) if e["/S"] == "/Formula"] == ["a + b"]


def test_without_matplotlib_rst2pdf_says_so(build, monkeypatch):
    monkeypatch.setattr(math_flowable, "HAS_MATPLOTLIB", False)
    result = build("plain", good=b"good", text="Title\n=====\n\n.. math:: a + b\n")

    assert result.status == 1
    assert "Install matplotlib" in result.messages
    assert (result.outdir / "out.pdf").read_bytes() == b"good"


def test_stock_rst2pdf_prints_the_source(build):
    """Show that the repair is needed; where it is not, remove it."""
    result = build("plain", stock=True, text="Title\n=====\n\n.. math:: \\frac{a}{b}\n")

    assert result.printed().texts == [r"Title \frac{a}{b}"]
