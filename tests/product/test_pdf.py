"""The printed handout, read back with libraries that had no part in writing it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from handout.checks.pages import chapter_names
from handout.checks.printed import MOST_PAGES
from handout.settings import version_of
from tests.conftest import ROOT
from tests.printed import lettered, pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from handout.build import Target

PAPERS = {"letter": (612, 792), "a4": (595, 842)}
# Where the running head ends and the foot begins, from the edge of the paper (points).
HEAD, FOOT = 58, 66
# Three quarters of an inch; running head and foot stand inside the margin above and below.
SIDE_MARGIN = 54


@pytest.fixture(scope="module", params=PAPERS)
def paper(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pdf(target: Target, paper: str) -> Path:
    """The handout on each paper: all tests here hold for both."""
    return target.folder / "pdf" / f"ketamine-handout-{paper}.pdf"


@pytest.fixture(scope="module")
def opened(pdf: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(pdf) as file:
        yield file


@pytest.fixture(scope="module")
def titles() -> list[str]:
    """The chapters' titles in order, from their sources."""
    return [title_of(name) for name in chapter_names(ROOT / "source")]


def title_of(name: str) -> str:
    lines = (ROOT / "source" / f"{name}.rst").read_text(encoding="utf-8").splitlines()
    return next(text for text, rule in itertools.pairwise(lines) if rule and set(rule) == {"="})


def test_it_opens_cleanly_in_two_libraries(pdf: Path, opened: pikepdf.Pdf) -> None:
    assert opened.check_pdf_syntax() == []
    assert len(pypdfium2.PdfDocument(pdf)) == len(opened.pages)


def test_it_is_one_whole_file(pdf: Path) -> None:
    data = pdf.read_bytes()

    assert data.count(b"%PDF-") == 1
    assert data.rstrip().endswith(b"%%EOF")


def test_every_page_is_of_the_paper_that_the_name_says(opened: pikepdf.Pdf, paper: str) -> None:
    boxes = {tuple(round(float(x)) for x in page.mediabox[2:]) for page in opened.pages}

    assert boxes == {PAPERS[paper]}


def test_it_is_no_longer_than_promised(opened: pikepdf.Pdf) -> None:
    assert len(opened.pages) <= MOST_PAGES


def test_it_is_no_longer_for_a_clinic_with_every_fact(example: Target) -> None:
    for paper in PAPERS:
        with pikepdf.open(example.folder / "pdf" / f"ketamine-handout-{paper}.pdf") as file:
            assert len(file.pages) <= MOST_PAGES


def test_every_font_is_embedded_and_there_is_one_family(opened: pikepdf.Pdf) -> None:
    names = set()
    for font in fonts(opened):
        names.add(str(font["/BaseFont"]).split("+")[-1])
        assert "/FontFile2" in font["/FontDescriptor"], font["/BaseFont"]

    assert names
    assert all(name.startswith("SourceSansPro") for name in names), names


def fonts(opened: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for page in opened.pages:
        yield from page.resources.get("/Font", {}).values()


def test_metadata_names_title_clinic_subject_and_language(opened: pikepdf.Pdf) -> None:
    info = opened.docinfo

    assert info["/Title"] == "The Science Behind Ketamine Therapy"
    assert info["/Author"] == "CLEAR Ketamine + Psychiatry"
    assert "risks" in str(info["/Subject"])
    assert str(opened.Root["/Lang"]).startswith("en")
    assert opened.Root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_the_bookmarks_are_the_chapters(opened: pikepdf.Pdf, titles: list[str]) -> None:
    with opened.open_outline() as outline:
        assert [item.title for item in outline.root] == titles


def test_contents_page_numbers_are_those_of_the_chapters(
    pdf: Path, opened: pikepdf.Pdf, titles: list[str]
) -> None:
    contents = pages(pdf)[1].body
    with opened.open_outline() as outline:
        destinations = {item.title: item.destination for item in outline.root}
    numbers = {page.objgen: number for number, page in enumerate(opened.pages, start=1)}

    for title in titles:
        assert f"{title} {numbers[destinations[title][0].objgen]}" in contents


def test_every_link_inside_leads_to_a_page_of_this_file(opened: pikepdf.Pdf) -> None:
    known = {page.objgen for page in opened.pages}
    places = [
        note["/Dest"][0].objgen
        for page in opened.pages
        for note in page.get("/Annots", [])
        if "/Dest" in note
    ]

    assert len(places) > 100
    assert set(places) <= known


def test_nothing_reaches_out_but_known_addresses(opened: pikepdf.Pdf) -> None:
    addresses = {
        str(note["/A"]["/URI"])
        for page in opened.pages
        for note in page.get("/Annots", [])
        if "/A" in note and "/URI" in note["/A"]
    }

    assert addresses
    for address in addresses:
        assert address.startswith(
            ("https://doi.org/10.", "https://988lifeline.org/", "https://www.jpn.ca/")
        )


def test_each_page_but_the_cover_has_its_running_head_and_foot(pdf: Path) -> None:
    cover, *rest = pages(pdf)
    total = len(rest) + 1

    assert not cover.head
    for page in rest:
        assert "988" in page.head
        assert "CLEAR Ketamine + Psychiatry" in page.foot
        assert f"Version {version_of(ROOT)}-" in page.foot
        assert "Not yet reviewed by a clinician" in page.foot
        assert f"Page {page.number} of {total}" in page.foot.replace("\u00a0", " ")


def test_the_running_head_names_the_last_chapter_begun_or_the_first_to_begin(
    pdf: Path, titles: list[str]
) -> None:
    current = titles[0]
    for page in pages(pdf)[2:]:
        begun = [title for title in titles if is_begun(title, page.body)]
        assert page.head.replace("\u00a0", " ").endswith(begun[0] if begun else current)
        current = begun[-1] if begun else current

    assert current == titles[-1]


def is_begun(title: str, body: str) -> bool:
    return f" {title} " in f" {body} "


def test_the_cover_says_what_for_whom_and_from_whom(pdf: Path) -> None:
    cover = pages(pdf)[0].body

    for words in (
        "The Science Behind",
        "For patients",
        "CLEAR Ketamine + Psychiatry",
        "Not yet reviewed",
    ):
        assert words in cover


def test_no_glyph_is_missing(pdf: Path) -> None:
    text = " ".join(page.body for page in pages(pdf))

    assert not set(text) & set("\ufffd\u25a0\u25a1")


def test_margins_are_wide_enough_to_print_and_punch(pdf: Path) -> None:
    for page in lettered(pdf)[1:]:
        letters = [char for char in page.chars if char["text"].strip()]
        assert min(char["x0"] for char in letters) >= 71
        assert max(char["x1"] for char in letters) <= page.width - SIDE_MARGIN + 0.1


def test_body_text_is_12_points_and_nothing_is_under_10(pdf: Path) -> None:
    sizes = [round(char["size"], 1) for page in lettered(pdf) for char in page.chars]

    assert min(sizes) >= 10.5
    assert sizes.count(12.0) > len(sizes) / 2


def test_no_page_is_under_a_third_full(pdf: Path) -> None:
    with pypdfium2.PdfDocument(pdf) as file:
        painted = [bottoms_of_shapes(page) for page in file]
    for page in lettered(pdf)[1:-1]:
        bottoms = [char["bottom"] for char in page.chars] + painted[page.page_number - 1]
        body = [bottom for bottom in bottoms if bottom < page.height - FOOT]
        assert max(body) > page.height / 3, page.page_number


def bottoms_of_shapes(page: pypdfium2.PdfPage) -> list[float]:
    """Return how far from the page's top each shape ends that is more than a line, in points."""
    shapes = [part.get_bounds() for part in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
    return [page.get_height() - bottom for _, bottom, _, top in shapes if top - bottom > 1]


def test_no_heading_is_the_last_line_of_a_column(pdf: Path) -> None:
    for page in lettered(pdf)[1:]:
        for last in last_lines(page):
            assert not is_heading(last), (page.page_number, "".join(c["text"] for c in last))


def last_lines(page: pdfplumber.page.Page) -> Iterator[list[dict[str, object]]]:
    middle = page.width / 2
    body = [
        char for char in page.chars if char["top"] > HEAD and char["bottom"] < page.height - FOOT
    ]
    for side in ([c for c in body if c["x1"] < middle], [c for c in body if c["x0"] > middle]):
        if side:
            lowest = max(char["bottom"] for char in side)
            yield [char for char in side if abs(char["bottom"] - lowest) < 2]


def is_heading(line: list[dict[str, object]]) -> bool:
    return all(char["size"] >= 14 and "Bold" in str(char["fontname"]) for char in line)
