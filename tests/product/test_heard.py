"""What a listener hears of the printed handout: the web site's words, on any paper."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops

from handout.checks.pages import chapter_blocks, chapter_names
from rst2pdf_tagged.verify import verify
from tests.conftest import ROOT
from tests.printing import print_handout
from tests.product.test_pdf import title_of
from tests.product.test_wording import SOURCES_BEGIN, paper_only_left_out, plain_words
from tests.rst2pdf_tagged.heard import heard

SOURCE = ROOT / "source"
LETTER = ["handout", "paper-letter"]
# Other papers, as a style sheet on top of the handout's own.
PAPERS = {
    "a5": "pageSetup: {size: A5, margin-left: 36pt, margin-right: 36pt}",
    "a6": "pageSetup: {size: A6, margin-left: 14pt, margin-right: 14pt}\n"
    "styles: {base: {fontSize: 10, leading: 12}}",
    "large": "styles: {base: {fontSize: 18, leading: 23}}",
}


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The handout on other papers, and without tags, from one reading of the chapters."""
    folder = tmp_path_factory.mktemp("editions")
    title = "The Science Behind Ketamine Therapy"
    untagged = {"pdf_stylesheets": LETTER, "pdf_tagged": False}
    documents = [("index", "untagged", title, "", untagged)]
    for name, sheet in PAPERS.items():
        (folder / f"{name}.yaml").write_text(sheet, encoding="utf-8")
        options = {"pdf_stylesheets": [*LETTER, name]}
        documents.append(("index", name, title, "", options))
    settings = {"pdf_documents": documents, "pdf_style_path": ["theme/pdf", str(folder)]}
    return {path.stem: path for path in print_handout(folder, settings)}


def test_the_listener_hears_the_words_of_the_web_site_in_their_order(site: Path, pdf: Path) -> None:
    blocks = chapter_blocks(SOURCE, site, (".//details", ".//div[@class='on-screen']"))
    names = chapter_names(SOURCE)
    on_web = plain_words(" ".join(block for name in names for block in blocks[name]))
    text = paper_only_left_out(" ".join(heard(pdf, but=("/TOC",))))
    # Before the chapters come the cover and the contents, behind them the list of sources.
    start, end = text.index(title_of(names[0])), text.index(SOURCES_BEGIN)

    assert text.startswith("The Science Behind Ketamine Therapy")
    assert plain_words(text[start:end] + SOURCES_BEGIN) == on_web


@pytest.mark.slow
@pytest.mark.parametrize("name", PAPERS)
def test_the_same_is_heard_on_every_paper(editions: dict[str, Path], pdf: Path, name: str) -> None:
    assert heard(editions[name], but=("/TOC",)) == heard(pdf, but=("/TOC",))


@pytest.mark.slow
@pytest.mark.parametrize("name", PAPERS)
def test_the_checker_finds_nothing_on_any_paper(editions: dict[str, Path], name: str) -> None:
    assert verify(editions[name]) == []


@pytest.mark.slow
def test_tags_change_no_pixel_of_the_handout(editions: dict[str, Path], pdf: Path) -> None:
    tagged, plain = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument(editions["untagged"])

    assert len(tagged) == len(plain)
    for number in range(len(plain)):
        pictures = [file[number].render(scale=1).to_pil() for file in (tagged, plain)]
        difference = ImageChops.difference(*pictures)
        assert difference.getbbox() is None, f"page {number + 1} looks different"
