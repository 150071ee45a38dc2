"""From paper to the web: a phone reads the code on the front sheet and on the back page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pikepdf
import pytest
import segno
from reportlab.pdfgen.canvas import Canvas

from handout.checks.pages import chapter_blocks
from handout.checks.printed import MOST_PAGES
from handout.labels import load_labels
from handout.print_webcode import CodeSquare
from handout.profile import load_profile
from handout.webcode import code_address, modules_of
from rst2pdf_tagged.verify import verify
from tests.codes import PIXEL, Code, codes_in
from tests.conftest import ROOT
from tests.printed import chapters, each_page, lettered, words_in
from tests.printing import print_handout
from tests.product.test_pdf import title_of
from tests.product.test_wording import NAMES, SOURCE, paper_only_left_out, plain_words
from tests.rst2pdf_tagged.heard import elements

if TYPE_CHECKING:
    from pathlib import Path

    from handout.build import Target

WEB = load_profile("example", ROOT).web
SHOWN = "clinic.example"
WORDS = load_labels(ROOT)["words"]["web-code"]
PAPERS = ["letter", "a4"]
FRONT_SHEET = 2


@pytest.fixture(scope="module")
def printed(example: Target) -> dict[str, Path]:
    return {paper: example.folder / "pdf" / f"ketamine-handout-{paper}.pdf" for paper in PAPERS}


@pytest.fixture(scope="module")
def found(printed: dict[str, Path]) -> dict[str, list[Code]]:
    return {paper: codes_in(path) for paper, path in printed.items()}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_phone_reads_the_clinics_address_on_the_front_sheet(
    found: dict[str, list[Code]], paper: str
) -> None:
    assert [code.text for code in found[paper] if code.page == FRONT_SHEET] == [WEB]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_phone_reads_the_clinics_address_on_the_last_page(
    found: dict[str, list[Code]], printed: dict[str, Path], paper: str
) -> None:
    last = len(lettered(printed[paper]))

    assert [code.text for code in found[paper] if code.page == last] == [WEB]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_code_is_nowhere_else_and_makes_the_handout_no_longer(
    found: dict[str, list[Code]], printed: dict[str, Path], paper: str
) -> None:
    *_, last = lettered(printed[paper])

    assert {code.page for code in found[paper]} == {FRONT_SHEET, last.page_number}
    assert last.page_number <= MOST_PAGES
    assert len(last.chars) > 1200


def faults_of(code: Code) -> list[str]:
    """Return what would make a code hard to read for a phone."""
    rules = {
        "narrow": code.width < 25 - PIXEL,
        "fine": code.module < 0.5 - PIXEL / code.count,
        "crowded": code.quiet < 4,
        "weak": code.level not in ("M", "Q", "H"),
    }
    return [name for name, broken in rules.items() if broken]


@pytest.mark.parametrize("paper", PAPERS)
def test_each_code_is_large_and_free_enough_for_a_phone(
    found: dict[str, list[Code]], paper: str
) -> None:
    assert {code.page: faults_of(code) for code in found[paper] if faults_of(code)} == {}


def test_a_code_that_is_hard_to_read_would_be_found(tmp_path: Path) -> None:
    code = segno.make("https://clinic.example/" + "a" * 120, error="l", boost_error=False)
    canvas = Canvas(str(tmp_path / "bad.pdf"))
    canvas.translate(100, 100)
    square = CodeSquare(tuple(map(tuple, code.matrix)), 0)
    square.module = 1.2
    square.drawOn(canvas, 0, 0)
    canvas.rect(len(square.modules) * square.module + 3, 0, 9, 9, fill=1)
    canvas.save()

    (bad,) = codes_in(tmp_path / "bad.pdf")
    assert faults_of(bad) == ["narrow", "fine", "crowded", "weak"]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_address_stands_right_under_the_code_and_is_a_link(
    found: dict[str, list[Code]], printed: dict[str, Path], paper: str
) -> None:
    assert found[paper]
    for code in found[paper]:
        left, _, right, bottom = code.box
        page = lettered(printed[paper])[code.page - 1]
        below = page.crop((left - 1, bottom, right + 30, bottom + 32))
        assert below.extract_text() == SHOWN
        over = [
            link
            for link in page.annots
            if link["x0"] >= left - 1 and bottom < link["bottom"] < bottom + 32
        ]
        assert [link["uri"] for link in over] == [f"{WEB}/"]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_listener_hears_what_the_code_is_for(
    found: dict[str, list[Code]], printed: dict[str, Path], paper: str
) -> None:
    heard = [element.get("/Alt") or element["words"] for element in elements(printed[paper])]
    alt = f"Square code that opens {SHOWN}"

    assert heard.count(alt) == len(found[paper])
    for place in (number for number, words in enumerate(heard) if words == alt):
        assert heard[place - 1].strip() == WORDS
        assert heard[place + 1].strip() == SHOWN


@pytest.mark.parametrize("name", ["front-sheet", "about"])
def test_only_paper_has_the_code_and_its_words(
    example: Target, printed: dict[str, Path], found: dict[str, list[Code]], name: str
) -> None:
    on_web = chapter_blocks(SOURCE, example.site.parent, (".//details", ".//li[@class='citation']"))
    titles = [title_of(chapter) for chapter in NAMES]
    text = chapters(printed["a4"], titles)[title_of(name)]
    on_paper = Counter(plain_words(paper_only_left_out(text)))
    web = Counter(word for block in on_web[name] for word in plain_words(block))

    assert not set(plain_words(WORDS)) <= set(web)
    # The last chapter ends with the list of sources, which another test compares.
    more = on_paper - web
    expected = Counter(plain_words(f"{WORDS} {SHOWN}"))
    assert expected - more == Counter()
    if name == "front-sheet":
        assert more == expected


def test_a_clinic_without_an_address_has_no_code_and_no_words_for_it(
    target: Target, printed: dict[str, Path]
) -> None:
    for path in target.printables():
        assert codes_in(path) == []
        assert WORDS not in words_in(path)
    # The same look finds them where they belong.
    assert all(WORDS in words_in(path) for path in printed.values())


# -- Other type sizes -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's handout in type so large that text and code do not fit on one page."""
    folder = tmp_path_factory.mktemp("large")
    sheet = "styles: {base: {fontSize: 18, leading: 23}, web-code: {width: 30mm}}"
    (folder / "large.yaml").write_text(sheet, encoding="utf-8")
    options = {"pdf_stylesheets": ["handout", "paper-letter", "large"]}
    settings = {
        "handout_clinic": "example",
        "pdf_documents": [("index", "large", "T", "", options)],
        "pdf_style_path": ["theme/pdf", str(folder)],
    }
    (path,) = print_handout(folder, settings)
    return path


def test_where_no_page_holds_both_the_code_comes_after_the_text(large: Path) -> None:
    first = next(page for page in each_page(large) if "The main message" in page.body)
    code, *_ = codes_in(large)

    assert "Do these three things first" in first.body
    assert code.page == first.number + 1
    assert code.text == WEB
    assert faults_of(code) == []
    assert verify(large) == []


def test_a_style_sheet_makes_the_code_larger(large: Path) -> None:
    assert [round(code.width) for code in codes_in(large)] == [30, 30]


# -- Any address ----------------------------------------------------------------------------

LONG = "https://clinic.example/" + "a-long-way-to-the-page/" * 7 + "end.html?language=en"


@pytest.mark.parametrize("web", ["https://a.example", WEB, LONG.ljust(200, "z")])
def test_codes_of_any_length_can_be_read(tmp_path: Path, web: str) -> None:
    canvas = Canvas(str(tmp_path / "code.pdf"))
    CodeSquare(modules_of(code_address(web)), 0).drawOn(canvas, 100, 100)
    canvas.save()

    (code,) = codes_in(tmp_path / "code.pdf")
    assert code.text == web
    assert faults_of(code) == []


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("https://clinic.example", "https://clinic.example"),
        ("https://clinic.example/", "https://clinic.example/"),
        ("https://clinic.example/a?b=c", "https://clinic.example/a?b=c"),
        ("https://clinic.example/a b|é", "https://clinic.example/a%20b|%C3%A9"),
        ("https://clínica.example", "https://xn--clnica-4va.example/"),
    ],
)
def test_the_code_holds_the_address_as_typed_unless_a_phone_needs_it_otherwise(
    typed: str, held: str
) -> None:
    assert code_address(typed) == held


def test_no_gaps_are_seen_between_the_modules(tmp_path: Path) -> None:
    path = tmp_path / "code.pdf"
    canvas = Canvas(str(path), pageCompression=0)
    CodeSquare(modules_of(WEB), 0).drawOn(canvas, 100, 100)
    canvas.save()

    with pikepdf.open(path) as file:
        painted = [
            str(part.operator)
            for part in pikepdf.parse_content_stream(file.pages[0])
            if str(part.operator) in ("f", "f*", "S", "B")
        ]
    assert len(painted) == 1
