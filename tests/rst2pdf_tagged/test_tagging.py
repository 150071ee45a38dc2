"""A tagged file: what both standards ask for, what a reader hears, and what fails the build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from PIL import ImageChops
from reportlab.pdfbase.ttfonts import TTFontFile
from rst2pdf.image import MyImage

from rst2pdf_tagged import patches
from rst2pdf_tagged.canvas import TaggedCanvas
from rst2pdf_tagged.glyphs import GlyphWatch
from rst2pdf_tagged.text import TaggedText
from tests.rst2pdf_tagged.alone import rst2pdf_alone
from tests.rst2pdf_tagged.conftest import FONTS
from tests.rst2pdf_tagged.heard import elements


@pytest.mark.parametrize(
    "topic",
    [
        *("structure", "corners", "book", "headings", "background", "citations", "footnotes"),
        *("formulas", "glossary", "svg", "tables", "targets"),
    ],
)
def test_tags_change_no_pixel(build, topic):
    tagged = build(topic).printed()
    plain = build(topic, pdf_tagged=False).printed()

    assert len(tagged.pages) == len(plain.pages)
    for number in range(len(plain.pages)):
        difference = ImageChops.difference(tagged.image(number), plain.image(number))
        assert difference.getbbox() is None, f"page {number + 1} looks different"


def test_tagged_file_is_hardly_larger(build):
    tagged = build("structure", pdf_compressed=True).printed().path
    plain = build("structure", pdf_compressed=True, pdf_tagged=False).printed().path

    # What both standards ask for in every file: metadata, a colour profile.
    fixed = 6000
    assert tagged.stat().st_size - fixed <= 1.1 * plain.stat().st_size


@pytest.mark.parametrize(
    ("role", "least"),
    [
        *(("H1", 3), ("H2", 3), ("H3", 1), ("H4", 1), ("Sect", 8), ("L", 8), ("LI", 14)),
        *(("Table", 4), ("THead", 3), ("TH", 6), ("TD", 20), ("Caption", 4), ("Figure", 3)),
        *(("Note", 2), ("Aside", 4), ("BlockQuote", 1), ("Code", 4), ("TOC", 2), ("TOCI", 5)),
        *(("Reference", 5), ("Link", 15), ("Span", 5), ("Lbl", 14), ("LBody", 14)),
    ],
)
def test_every_kind_of_element_is_there(build, role, least):
    found = [e for e in elements(build("structure").printed().path) if e["/S"] == f"/{role}"]

    assert len(found) >= least


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/Alt", "Dot in a line"),
        ("/Alt", "Dot in a figure"),
        ("/Alt", "Dot that is a link"),
        ("/E", "electroconvulsive therapy"),
        ("/Lang", "es"),
    ],
)
def test_reader_is_told(build, key, value):
    assert value in [element.get(key) for element in elements(build("structure").printed().path)]


def test_words_in_a_line_need_no_style_to_tell_their_language(build):
    role = ".. role:: french\n   :class: language-fr\n"
    text = f"Title\n=====\n\n{role}\nSay :french:`bonjour` twice.\n"
    found = elements(build("plain", strict=True, text=text).printed().path)

    assert [(e["/S"], e["words"]) for e in found if e.get("/Lang") == "fr"] == [
        ("/Span", "bonjour")
    ]


@pytest.mark.parametrize(
    ("words", "role"),
    [("stub a", "TH"), ("stub b", "TH"), ("stub c", "TH"), ("a", "TD"), ("b", "TD"), ("c", "TD")],
)
def test_stub_beside_a_tall_cell_is_the_head_of_its_row(build, words, role):
    cells = [e for e in elements(build("corners").printed().path) if e["/S"] in ("/TH", "/TD")]
    (cell,) = [cell for cell in cells if cell["words"].strip() == words]

    assert cell["/S"] == f"/{role}"
    assert ("/Row" in cell.get("/A", "")) == (role == "TH")


def test_picture_is_told_with_and_without_words_in_its_line(build):
    told = [e.get("/Alt") for e in elements(build("corners").printed().path)]

    # In a sentence, alone in a paragraph, alone in an item.
    assert told.count("Few colours") == 3


def test_both_standards_are_claimed(build):
    with (
        pikepdf.open(build("structure").printed().path) as pdf,
        pdf.open_metadata() as metadata,
    ):
        assert metadata.pdfa_status == "2A"
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_picture_without_words_fails_with_its_line(build):
    result = build("plain", good=b"good", text="Title\n=====\n\n.. image:: dot.png\n")

    assert result.status == 1
    assert (result.outdir / "out.pdf").read_bytes() == b"good"


def test_stranger_that_draws_text_fails_by_name(build):
    result = build("stranger", good=b"good")

    assert any("Stranger draws text" in error for error in result.errors), result.messages
    assert "index.rst:4" in result.messages
    assert (result.outdir / "out.pdf").read_bytes() == b"good"


@pytest.mark.parametrize(
    ("owner", "name", "deaf"),
    [
        (TaggedText, "_linkRecord", lambda *ignored: None),
        (TaggedCanvas, "_announce_picture", lambda *ignored: None),
        (patches, "_dispatch_text", patches._textdispatch),
        (patches, "_dispatch_and_mark", patches._elemdispatch),
        (patches, "_draw_noted", patches._draw_on),
        (patches, "_begin_text", lambda paragraph, x, y: paragraph.canv.beginText(x, y)),
        (patches, "_watched_format", lambda watch: patches._format_text),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hook_that_is_never_called_fails_the_build(build, monkeypatch, owner, name, deaf):
    monkeypatch.setattr(owner, name, deaf)
    result = build("structure", good=name.encode())

    assert "rst2pdf or reportlab changed" in result.messages
    assert (result.outdir / "out.pdf").read_bytes() == name.encode()


def test_picture_that_is_drawn_past_us_fails_the_build(build, monkeypatch):
    monkeypatch.setattr(patches, "_draw_picture", patches._draw_image)
    monkeypatch.setattr(patches, "LinkingPicture", MyImage)
    result = build("structure", good=b"blind")

    assert "no reader hears it; rst2pdf or reportlab changed" in result.messages
    assert (result.outdir / "out.pdf").read_bytes() == b"blind"


def test_two_tagged_builds_are_equal_byte_for_byte(build, tmp_path):
    first = build("structure", pdf_invariant=True, good=b"1").printed().path
    kept = shutil.copy(first, tmp_path / "first.pdf")
    second = build("structure", pdf_invariant=True, good=b"2").printed().path

    assert Path(kept).read_bytes() == second.read_bytes()


def test_rst2pdf_alone_fails_for_a_picture_without_words(tmp_path):
    done = rst2pdf_alone(tmp_path, "")

    assert done.returncode == 1
    assert "plain.rst:13: the picture 'dot.png' has no words" in done.stderr
    assert not (tmp_path / "plain.pdf").exists()


def test_rst2pdf_alone_fails_for_a_character_without_glyph(tmp_path):
    done = rst2pdf_alone(tmp_path, text="Title\n=====\n\n\u2603\n")

    assert done.returncode == 1
    assert "plain.rst:4: the character '\u2603' (U+2603) is not in" in done.stderr
    assert not (tmp_path / "plain.pdf").exists()


@pytest.mark.runs("rst2pdf -e rst2pdf_tagged -s source-sans my.rst")
@pytest.mark.parametrize(
    ("text", "title"), [("A\n=\n\na\n\nB\n=\n\nb\n", "A"), ("No heading.\n", "plain")]
)
def test_rst2pdf_alone_gives_every_file_a_title(tmp_path, text, title):
    rst2pdf_alone(tmp_path, text=text)

    with pikepdf.open(tmp_path / "plain.pdf") as file:
        assert file.open_metadata()["dc:title"] == title


def test_font_of_equal_widths_keeps_them(tmp_path):
    with TTFont(FONTS / "SourceSansPro-Regular.ttf") as font:
        scale_upem(font, 2048)
        widths = font["hmtx"].metrics
        for name, (_, bearing) in widths.items():
            widths[name] = (1233, bearing)
        font.save(tmp_path / "mono.ttf")
        glyphs = font.getGlyphOrder()

    with patches.applied({}, GlyphWatch(), tmp_path):
        read = TTFontFile(str(tmp_path / "mono.ttf"))
    stock = TTFontFile(str(tmp_path / "mono.ttf"))
    assert {advance for advance, _ in read.hmetrics} == {1233}
    assert len(read.hmetrics) == len(glyphs)
    assert {advance for advance, _ in stock.hmetrics} != {1233}, "ReportLab has mended it"
