"""The folded booklet: which page stands where, and that nothing on a page has changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import font_source_sans_pro
import pdfplumber
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from handout.booklet import impose
from handout.errors import HandoutError
from tests.sheets import Side, sides_of, too_close_to_the_edge

if TYPE_CHECKING:
    from collections.abc import Iterator

SUBJECT = "For a printer only; to listen, open ketamine-handout-letter.pdf"
HALF = (396, 612)
FONT = Path(font_source_sans_pro.__file__).parent / "files" / "SourceSansPro-Regular.ttf"


def write_pages(path: Path, count: int, size: tuple[float, float] = HALF) -> Path:
    """Write *count* pages with a typeface, a picture, a link and each a place of its own."""
    pdfmetrics.registerFont(TTFont("Sans", str(FONT)))
    canvas = Canvas(str(path), pagesize=size, invariant=True, lang="en-US")
    canvas.setTitle("A title — long")
    canvas.setAuthor("An author")
    canvas.setSubject("Another subject")
    picture = ImageReader(Image.effect_noise((90, 90), 60))
    for number in range(1, count + 1):
        canvas.setFont("Sans", 12)
        canvas.drawString(40 + number, 500 - 7 * number, f"page {number}")
        canvas.drawImage(picture, 40, 60, 36, 36)
        canvas.setStrokeColorRGB(0.2, 0.5, 0.6)
        canvas.circle(200, 300, 60)
        canvas.linkURL("https://clinic.example", (40, 400, 90, 420))
        canvas.bookmarkPage(f"place-{number}")
        canvas.addOutlineEntry(f"Page {number}", f"place-{number}")
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pages(tmp_path_factory.mktemp("pages") / "pages.pdf", 8)


@pytest.fixture(scope="module")
def booklet(pages: Path) -> Path:
    made = pages.with_name("booklet.pdf")
    impose(pages, made, SUBJECT)
    return made


@pytest.fixture(scope="module")
def opened(booklet: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(booklet) as file:
        yield file


def read_through(sides: list[Side]) -> list[str]:
    """Return the pages in the order in which a reader of the folded booklet turns them.

    Each sheet lies with its first side down.  Folded in the middle, all its left leaves come
    behind all its right ones: first the right half of each outer side and what is printed on
    its back, from the outermost sheet to the innermost, then back out again.
    """
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    inwards = [half for outer, inner in sheets for half in (outer.right, inner.left)]
    outwards = [half for outer, inner in reversed(sheets) for half in (inner.right, outer.left)]
    return inwards + outwards


@pytest.mark.parametrize("count", [4, 8, 20, 40])
def test_the_folded_booklet_reads_from_first_to_last_page(tmp_path: Path, count: int) -> None:
    impose(write_pages(tmp_path / "pages.pdf", count), tmp_path / "booklet.pdf", SUBJECT)

    sides = sides_of(tmp_path / "booklet.pdf")
    assert read_through(sides) == [f"page {number}" for number in range(1, count + 1)]
    assert sides[0] == Side(f"page {count}", "page 1")


def test_a_wrong_order_would_be_seen() -> None:
    sides = [Side("4", "1"), Side("3", "2")]

    assert read_through(sides) == ["1", "3", "2", "4"]


def test_sheets_are_letter_paper_on_its_side_and_not_turned(opened: pikepdf.Pdf) -> None:
    assert len(opened.pages) == 4
    for page in opened.pages:
        assert [float(edge) for edge in page.mediabox] == [0, 0, 792, 612]
        assert page.get("/Rotate", 0) == 0


def test_each_page_keeps_its_size_and_its_place_on_its_half(pages: Path, booklet: Path) -> None:
    with pdfplumber.open(pages) as before, pdfplumber.open(booklet) as after:
        for numbers, sheet in zip([(8, 1), (2, 7), (6, 3), (4, 5)], after.pages, strict=True):
            for shift, number in zip((0, 396), numbers, strict=True):
                expected = [moved(char, shift) for char in before.pages[number - 1].chars]
                assert [moved(char, 0) for char in sheet.chars if on_half(char, shift)] == expected


def moved(char: dict[str, float], shift: float) -> tuple[object, ...]:
    size = char["text"], char["fontname"], round(char["size"], 3)
    return *size, round(char["x0"] + shift, 3), round(char["top"], 3)


def on_half(char: dict[str, float], left: float) -> bool:
    return left <= char["x0"] < left + 396


def test_each_half_of_a_sheet_looks_like_its_page(pages: Path, booklet: Path) -> None:
    first = pypdfium2.PdfDocument(pages)[0].render(scale=2).to_pil()
    side = pypdfium2.PdfDocument(booklet)[0].render(scale=2).to_pil()

    difference = ImageChops.difference(first, side.crop((792, 0, 1584, 1224)))
    # Of 255 shades; the soft edges of slanted lines are rounded another way elsewhere.
    assert max(most for _, most in difference.getextrema()) <= 2


def test_lines_and_letters_stay_lines_and_letters(opened: pikepdf.Pdf) -> None:
    for page in opened.pages:
        assert set(page.resources) == {"/XObject"}
        for form in page.resources.XObject.values():
            assert form.Subtype == "/Form"
            assert {"Tj", "c"} <= {
                str(part.operator) for part in pikepdf.parse_content_stream(form)
            }


def test_pages_share_their_typeface_and_their_picture(opened: pikepdf.Pdf) -> None:
    forms = [form for page in opened.pages for form in page.resources.XObject.values()]
    typefaces = {font.objgen for form in forms for font in form.Resources.Font.values()}
    pictures = {image.objgen for form in forms for image in form.Resources.XObject.values()}

    assert len(forms) == 8
    # ReportLab also names Helvetica on every page.
    assert len(typefaces) <= 2
    assert len(pictures) == 1


def test_it_is_hardly_larger_than_its_pages(pages: Path, booklet: Path) -> None:
    assert booklet.stat().st_size < pages.stat().st_size + 1000


def test_it_opens_cleanly_in_two_libraries(booklet: Path, opened: pikepdf.Pdf) -> None:
    assert opened.check_pdf_syntax() == []
    assert len(pypdfium2.PdfDocument(booklet)) == 4


def test_it_is_packed(opened: pikepdf.Pdf, booklet: Path) -> None:
    assert b"/ObjStm" in booklet.read_bytes()
    assert all(form.Filter == "/FlateDecode" for form in opened.pages[0].resources.XObject.values())


def test_it_tells_the_printer_how_it_is_meant(opened: pikepdf.Pdf) -> None:
    wishes = opened.Root.ViewerPreferences

    assert wishes.Duplex == "/DuplexFlipShortEdge"
    assert wishes.PrintScaling == "/None"
    assert wishes.DisplayDocTitle
    assert wishes.PickTrayByPDFSize


def test_it_says_what_it_is_and_where_the_accessible_edition_lies(opened: pikepdf.Pdf) -> None:
    assert opened.docinfo.Title == "A title — long"
    assert opened.docinfo.Author == "An author"
    assert opened.docinfo.Subject == SUBJECT
    assert opened.Root.Lang == "en-US"


def test_it_claims_no_tags_and_has_no_links(opened: pikepdf.Pdf) -> None:
    assert {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Dests"}.isdisjoint(opened.Root.keys())
    assert all("/Annots" not in page for page in opened.pages)


def test_the_same_pages_give_the_same_bytes(pages: Path, booklet: Path, tmp_path: Path) -> None:
    impose(pages, tmp_path / "again.pdf", SUBJECT)

    assert (tmp_path / "again.pdf").read_bytes() == booklet.read_bytes()


def test_the_pages_themselves_stay_as_they_are(tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "pages.pdf", 4)
    before = pages.read_bytes()

    impose(pages, tmp_path / "booklet.pdf", SUBJECT)

    assert pages.read_bytes() == before


@pytest.mark.parametrize("count", [1, 6, 19])
def test_pages_that_fill_no_sheets_are_refused(tmp_path: Path, count: int) -> None:
    pages = write_pages(tmp_path / "pages.pdf", count)

    with pytest.raises(HandoutError, match=f"pages.pdf: a folded .* and this file has {count}; "):
        impose(pages, tmp_path / "booklet.pdf", SUBJECT)

    assert not (tmp_path / "booklet.pdf").exists()


@pytest.mark.parametrize("size", [(612, 792), (420, 595), (396, 576)])
def test_pages_of_another_size_are_refused(tmp_path: Path, size: tuple[float, float]) -> None:
    pages = write_pages(tmp_path / "pages.pdf", 4, size)

    with pytest.raises(HandoutError, match=r"page 1 is .* and half a sheet is 396 by 612"):
        impose(pages, tmp_path / "booklet.pdf", SUBJECT)


def test_ink_at_a_sheets_edge_would_be_seen(booklet: Path, tmp_path: Path) -> None:
    close = Canvas(str(tmp_path / "close.pdf"), pagesize=(792, 612))
    for edge in (17, 18.5):
        close.rect(edge, 100, 50, 50, stroke=0, fill=1)
        close.showPage()
    close.save()

    assert too_close_to_the_edge(tmp_path / "close.pdf") == [1]
    assert too_close_to_the_edge(booklet) == []
