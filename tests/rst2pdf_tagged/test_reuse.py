"""What is read, measured or drawn once and used again is as if it were made anew."""

from __future__ import annotations

import io
import os
import re
from types import SimpleNamespace

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics import shapes
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import HexColor, red
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Spacer, TableStyle
from rst2pdf.flowables import DelayedTable
from svglib.utils import normalise_svg_path

from rst2pdf_tagged import drawings, patches, svgpaths
from rst2pdf_tagged.glyphs import GlyphWatch
from rst2pdf_tagged.measuring import draw_paragraph, wrap_paragraph, wrap_table
from rst2pdf_tagged.pictures import read_svg
from rst2pdf_tagged.stylesheets import read_style
from rst2pdf_tagged.typefaces import font_of_file
from tests.conftest import ROOT
from tests.rst2pdf_tagged.conftest import FONTS

FACE = "SourceSansPro-Regular"


@pytest.fixture(autouse=True)
def typeface(monkeypatch):
    """Let drawings begin with a typeface that is embedded, as in a document of ours."""
    pdfmetrics.registerFont(TTFont(FACE, str(FONTS / f"{FACE}.ttf")))
    monkeypatch.setitem(shapes.STATE_DEFAULTS, "fontName", FACE)


# -- Drawings ---------------------------------------------------------------------------------


class Pen:
    """Draws shape by shape, and counts how often."""

    def __init__(self):
        self.calls = 0

    def __call__(self, drawing, canvas):
        self.calls += 1
        Flowable._drawOn(drawing, canvas)


def picture(*more) -> Drawing:
    return drawings.keep(Drawing(50, 50, Rect(5, 5, 20, 20, fillColor=red), *more))


def drawn(drawing, pen, **options) -> list[str]:
    """Return what is on a new canvas with *drawing* on it."""
    canvas = Canvas(io.BytesIO(), **options)
    drawings.draw(drawing, canvas, pen)
    return "\n".join(canvas._code).split("\n")


def test_a_drawing_is_drawn_once_for_all_documents():
    drawing, pen = picture(), Pen()

    first, second = drawn(drawing, pen), drawn(drawing, pen)

    assert first == second
    assert "n 5 5 20 20 re B*" in first
    assert pen.calls == 1


def test_a_drawing_with_words_is_drawn_anew_for_each_document():
    drawing, pen = picture(String(5, 5, "Words", fontName="Courier")), Pen()
    drawn(drawing, pen)
    canvas = Canvas(io.BytesIO())
    canvas.setFont("Symbol", 9)  # takes the number that Courier had in the first document

    drawings.draw(drawing, canvas, pen)

    name = canvas._doc.getInternalFontName("Courier")
    assert any(f"{name} 10 Tf" in code for code in canvas._code)
    assert pen.calls == 2


def test_a_drawing_has_the_colours_of_its_document():
    drawing, pen = picture(), Pen()

    coloured = drawn(drawing, pen)
    grey = drawn(drawing, pen, enforceColorSpace=lambda colour: HexColor("#808080"))

    assert "1 0 0 rg" in coloured
    assert "1 0 0 rg" not in grey
    assert drawn(drawing, pen) == coloured
    assert pen.calls == 2


def test_what_is_kept_of_one_drawing_has_an_end():
    drawing, pen = picture(), Pen()

    for _ in range(20):
        drawn(drawing, pen, enforceColorSpace=lambda colour: colour)

    assert len(drawings._known[drawing]) == drawings.MOST_STATES
    assert pen.calls == 20


def test_a_picture_in_a_stream_of_its_own_looks_the_same_and_is_there_once(build, monkeypatch):
    inline = build("svg", strict=True).printed()
    monkeypatch.setattr(drawings, "OWN_STREAM", 0)

    apart = build("svg", strict=True, good=b"apart").printed()

    assert isinstance(inline.file.pages[0].Contents, pikepdf.Stream)
    streams = [stream.objgen for stream in apart.file.pages[0].Contents]
    # The same drawing stands on the page four times, with other code around each.
    assert len(streams) == 9
    assert len(set(streams)) == 6
    assert apart.image(scale=2).tobytes() == inline.image(scale=2).tobytes()


def test_an_edited_picture_is_read_again(tmp_path):
    file = tmp_path / "square.svg"
    found = []
    for number in (1, 2):
        file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="{number}0" height="9"/>')
        os.utime(file, ns=(0, number))
        found.append(read_svg(str(file), file.stat().st_mtime_ns).width)

    assert found[1] == 2 * found[0]


# -- Paths of SVG files -----------------------------------------------------------------------

NUMBERS = st.one_of(
    st.floats(-999, 999, allow_nan=False).map(lambda number: f"{number:.3f}"),
    st.integers(-99, 99).map(str),
    st.sampled_from(["-.5", ".25", "1e-3", "2.5E2", "7."]),
)
COMMANDS = st.sampled_from(sorted(svgpaths.NUMBERS)).flatmap(
    lambda name: st.tuples(
        st.sampled_from([name, name.lower()]),
        st.lists(NUMBERS, min_size=svgpaths.NUMBERS[name], max_size=svgpaths.NUMBERS[name]),
        st.sampled_from([" ", ",", " , "]),
    ).map(lambda parts: parts[0] + parts[2].join(parts[1]))
)
ENDS = st.sampled_from(["z", "Z", "l1 2 3 4", "M1 2 3 4 5 6", "m-1-2-3-4", "a5 5 0 1110 10"])


@given(st.lists(st.one_of(COMMANDS, ENDS), min_size=1, max_size=8))
def test_paths_are_read_as_svglib_reads_them(parts):
    path = "M0 0" + " ".join(parts)

    assert svgpaths.steps(path) == normalise_svg_path(path)


def test_paths_of_our_own_pictures_are_read_as_svglib_reads_them():
    files = [*(ROOT / "images").glob("*.svg"), *(ROOT / "images" / "icons").glob("*.svg")]
    paths = [path for file in files for path in re.findall(r'\bd="([^"]*)"', file.read_text())]

    assert len(paths) > 500
    assert all(svgpaths.steps(path) == normalise_svg_path(path) for path in paths)


def test_svglib_reads_paths_our_way_in_a_build(monkeypatch):
    calls = []
    steps = svgpaths.steps
    monkeypatch.setattr(svgpaths, "steps", lambda path: calls.append(path) or steps(path))

    with patches.applied({}, GlyphWatch(), ROOT):
        read_svg.__wrapped__(str(ROOT / "images" / "icons" / "pen.svg"), 0)

    assert calls


# -- Paragraphs and tables --------------------------------------------------------------------

WORDS = "Some words that are <b>bold</b> or <i>slanted</i> and go over several lines. " * 4
WIDTHS = [200, 120, 200, 200, 90, 200]


def paragraph(text: str = WORDS) -> Paragraph:
    return Paragraph(text, ParagraphStyle("words", fontName=FACE, allowWidows=0, allowOrphans=0))


def lines_of(words: Paragraph) -> list[str]:
    """Return the lines of a paragraph as text."""
    lines = words.blPara.lines
    if words.blPara.kind == 0:
        return [" ".join(line[1]) for line in lines]
    return ["".join(part.text for part in line.words) for line in lines]


@pytest.mark.parametrize("text", [WORDS, "Plain words that go over several lines. " * 4])
def test_a_paragraph_has_the_lines_of_the_width_that_was_asked_for_last(text):
    used = paragraph(text)
    for width in WIDTHS:
        fresh = paragraph(text)
        size = wrap_paragraph(used, width, 500)

        assert size == fresh.wrap(width, 500)
        assert lines_of(used) == lines_of(fresh)
        # Too little room for two lines makes ReportLab drop what it knows of the lines.
        assert used.split(width, 13) == []
        parts = [part for part in used.split(width, 40) if part is not used]
        wanted = [part for part in fresh.split(width, 40) if part is not fresh]
        assert [wrap_paragraph(part, width, 500) for part in parts] == [
            part.wrap(width, 500) for part in wanted
        ]
        assert list(map(lines_of, parts)) == list(map(lines_of, wanted))


def test_a_paragraph_is_not_broken_twice_for_one_width(monkeypatch):
    words = paragraph()
    wrap_paragraph(words, 200, 500)
    lines = words.blPara

    assert wrap_paragraph(words, 200, 10) == wrap_paragraph(words, 200, 500)
    assert words.blPara is lines


def test_new_words_in_a_paragraph_are_broken_anew():
    words = paragraph()
    wrap_paragraph(words, 200, 500)
    words.frags = paragraph("Few words.").frags

    assert wrap_paragraph(words, 200, 500)[1] == words.style.leading


def test_words_from_right_to_left_are_broken_each_time():
    style = ParagraphStyle("words", fontName=FACE, wordWrap="RTL")
    words = Paragraph("one two " * 20, style)
    wrap_paragraph(words, 100, 500)
    lines = words.blPara
    wrap_paragraph(words, 100, 500)

    assert words.blPara is not lines


def table(*cells: Flowable) -> DelayedTable:
    return DelayedTable([list(cells)], [f"{100 / len(cells)}%"] * len(cells), TableStyle([]))


ROOMS = [(200, 500), (200, 400), (100, 500), (200, 20), (200, 500)]


def test_a_table_has_the_size_for_the_room_that_was_asked_for_last():
    used = table(Spacer(1, 50), paragraph("Short."))
    for room in ROOMS:
        fresh = table(Spacer(1, 50), paragraph("Short."))

        assert wrap_table(used, *room) == fresh.wrap(*room)
        assert used.t._colWidths == fresh.t._colWidths


@pytest.mark.parametrize(
    ("room", "again"),
    [((200, 500), True), ((200, 400), True), ((100, 500), False), ((200, 20), False)],
)
def test_a_table_is_made_anew_only_if_it_would_be_another_one(room, again):
    used = table(Spacer(1, 50))
    wrap_table(used, 200, 500)
    made = used.t

    wrap_table(used, *room)

    assert (used.t is made) == again


def test_a_table_with_a_picture_is_made_anew_for_another_height():
    picture = Spacer(1, 50)
    picture.max_page_height = 0
    used = table(picture)
    for height in (500, 400):
        wrap_table(used, 200, height)
        assert picture.max_page_height == pytest.approx(height, abs=10)


# -- Drafts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "is_drawn"), [(WORDS, False), ('<a name="x"/>Words', True)])
def test_a_draft_holds_no_words_but_all_anchors(text, is_drawn):
    words = paragraph(text)
    words.canv = Canvas(io.BytesIO(), initialFontName=FACE)
    words.canv.draft = True
    words.wrap(200, 500)

    draw_paragraph(words)

    assert bool(words.canv._code) == is_drawn


# -- Files ------------------------------------------------------------------------------------


def test_each_document_may_change_the_data_of_its_style_sheet(tmp_path):
    sheet = tmp_path / "look.yaml"
    sheet.write_text("styles: {normal: {fontSize: 11}}")
    used = {"other"}
    sheets = SimpleNamespace(findStyle=lambda name: str(sheet), record_dependencies=used)

    read_style(sheets, "look")["styles"]["normal"]["fontSize"] = 99

    assert read_style(sheets, "look") == {"styles": {"normal": {"fontSize": 11}}}
    assert used == {"other", str(sheet)}


def test_an_edited_style_sheet_is_read_again(tmp_path):
    sheet = tmp_path / "look.yaml"
    sheets = SimpleNamespace(findStyle=lambda name: str(sheet), record_dependencies=None)
    for number in (1, 2):
        sheet.write_text(f"fontsAlias: {{a: b{number}}}")
        os.utime(sheet, ns=(0, number))

        assert read_style(sheets, "look") == {"fontsAlias": {"a": f"b{number}"}}


def test_an_exchanged_font_is_read_again(tmp_path):
    file = tmp_path / "face.ttf"
    faces = []
    for number, name in enumerate(["Regular", "Regular", "Bold"]):
        file.write_bytes((FONTS / f"SourceSansPro-{name}.ttf").read_bytes())
        os.utime(file, ns=(0, number // 2))
        faces.append(font_of_file("face", str(file)))

    assert faces[0] is faces[1]
    assert faces[2].face.name != faces[0].face.name
