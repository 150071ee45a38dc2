"""Pages are laid out right: numbers, contents, chapters, headings, tables, margins."""

from __future__ import annotations

import re

import pytest
from docutils import nodes


@pytest.fixture(scope="module")
def book(build):
    return build("book", strict=True).printed()


def test_contents_gives_the_pages_that_the_headings_are_on(book):
    (contents,) = [text for text in book.texts if text.startswith("Contents")]

    for title in ("1. Alpha", "1.1. Alpha part", "2. Beta", "2.1. Beta part"):
        places = {place.page + 1 for place in book.find_all(title)} - {2}
        # The running head repeats chapter titles on later pages of the chapter.
        assert f"{title} {min(places)} " in contents


def test_no_page_is_empty(book):
    assert len(book.texts) == 6
    assert all(book.texts)


def test_page_template_leaves_the_cover(book):
    assert book.texts[0] == "Cover of Title."


@pytest.mark.parametrize("page", range(2, 7))
def test_foot_counts_all_pages(book, page):
    assert f"page {page} of 6" in book.texts[page - 1]


@pytest.mark.parametrize(("page", "chapter"), [(3, "1. Alpha"), (4, "1. Alpha"), (6, "2. Beta")])
def test_head_names_document_and_chapter(book, page, chapter):
    assert f"in {chapter} of Title" in book.texts[page - 1]


@pytest.mark.parametrize("words", ["Fig. 1.1: Caption of dot", "Table 2.1: Title of table"])
def test_captions_are_numbered(book, words):
    assert book.find(words)


def test_chapters_are_the_first_level(book):
    with book.file.open_outline() as outline:
        tree = {entry.title: [child.title for child in entry.children] for entry in outline.root}

    assert tree == {"1. Alpha": ["1.1. Alpha part"], "2. Beta": ["2.1. Beta part"]}
    assert not book.find_all("Words of the root file")


def test_link_to_a_file_lands_on_its_chapter(book):
    alpha = next(place for place in book.find_all("1. Alpha") if place.page == 2)

    links = [link for link in book.links() if link.words in ("Alpha", "Book.")]
    assert len(links) == 2
    assert {link.page for link in links} == {2}
    assert all(0 <= link.y - alpha.top < 30 for link in links)


def test_contents_holds_one_link_an_entry_and_none_inside_another(book):
    boxes = [[float(x) for x in note.Rect] for note in book.file.pages[1].Annots]

    assert len(boxes) == 2 * 4  # title and page number
    assert all("/Dest" in note for note in book.file.pages[1].Annots)
    for number, (left, bottom, right, top) in enumerate(boxes):
        for left2, bottom2, right2, top2 in boxes[number + 1 :]:
            apart = right <= left2 or right2 <= left or top <= bottom2 + 1 or top2 <= bottom + 1
            assert apart


def test_index_stays_when_chapters_are_hoisted(build):
    printed = build("files", pdf_use_index=True, pdf_hoist_chapters=True).printed()

    assert "Index E ending" in printed.texts[-1]


def test_every_node_knows_its_parent(build):
    (tree,) = build("book", strict=True).app.builder.trees

    for node in tree.findall(nodes.Element):
        assert all(child.parent is node for child in node.children)


def test_total_and_real_footnotes_make_one_sound_file(build):
    printed = build("total", strict=True).printed()
    data = printed.path.read_bytes()

    assert data.count(b"%%EOF") == 1
    assert data.rstrip().endswith(b"%%EOF")
    start = int(data.split(b"startxref")[1].split()[0])
    assert re.match(rb"\d+ 0 obj\n<< /Type /XRef", data[start:])
    assert len(printed.texts) == 3
    assert "page 3 of 3" in printed.texts[-1]
    assert not printed.file.get_warnings()


def test_stock_rst2pdf_writes_two_files_in_one(build):
    result = build("total", stock=True)

    assert (result.outdir / "out.pdf").read_bytes().count(b"%%EOF") > 1


def test_count_of_pages_is_right_when_a_later_pass_needs_fewer(build):
    assert build("shrinking", strict=True).printed().texts == ["Title page 1 of 1"]


ODD = 'A & B < c ###Page### ###Total### "d" ###SectNum###'


def test_a_title_or_heading_in_a_head_or_foot_is_words_and_no_order(build, tmp_path):
    (tmp_path / "odd.yaml").write_text(
        "pageTemplates:\n  mainPage:\n    defaultFooter: '###Title### / ###Section###, page ###Page###'\n",
        encoding="utf-8",
    )
    printed = build(
        "total",
        strict=True,
        text=f"{ODD}\n{'=' * len(ODD)}\n\nWords.\n",
        pdf_documents=[("index", "out", ODD, "Author")],
        pdf_style_path=[str(tmp_path)],
        pdf_stylesheets=["odd"],
        smartquotes=False,
    ).printed()

    assert f"{ODD} / {ODD}, page 1" in printed.texts[0]


@pytest.mark.parametrize("last", ["", "   Spacer 0 10\n"], ids=["full", "space to come"])
def test_full_last_page_is_followed_by_none(build, last):
    text = "Title\n=====\n\n.. raw:: pdf\n\n   Spacer 0 2000\n" + last

    assert len(build("total", text=text).printed().texts) == 1


KINDS = ["list", "numbers", "table", "figure", "box", "code"]
POSITIONS = 21


@pytest.fixture(scope="module")
def headings(build):
    return build("headings").printed()


def stranded(printed, kind: str) -> list[int]:
    """Return the numbers of the headings that are not on the page of their block."""
    first = KINDS.index(kind) * POSITIONS + 1
    numbers = range(first, first + POSITIONS)
    pages = {text: page for page, text in enumerate(printed.texts)}
    found = []
    for number in numbers:
        heading = [page for text, page in pages.items() if f"Heading N{number} " in f"{text} "]
        block = [page for text, page in pages.items() if f"Block N{number} " in f"{text} "]
        if heading != block:
            found.append(number)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_heading_stays_with_its_block_at_every_height(headings, kind):
    assert stranded(headings, kind) == []


def test_some_blocks_start_on_the_page_and_some_on_the_next(headings):
    """Show that the heights tried go past the end of the page."""
    for first in range(1, len(KINDS) * POSITIONS, POSITIONS):
        pages = [
            headings.find(f"Heading N{number}").page - headings.find("Filler", number - 1).page
            for number in (first, first + POSITIONS - 1)
        ]
        assert pages == [0, 1]


@pytest.mark.slow
def test_heading_stays_with_its_block_when_the_foot_counts_pages(build):
    """Show that a second pass keeps together what the first did (rst2pdf #1309)."""
    printed = build("headings", pdf_stylesheets=["a6", "numbers"]).printed()

    assert f"of {len(printed.texts)}" in printed.texts[0]
    assert [stranded(printed, kind) for kind in KINDS] == [[]] * len(KINDS)


def test_stock_rst2pdf_strands_headings(build):
    printed = build("headings", stock=True).printed()

    assert any(stranded(printed, kind) for kind in KINDS)


def test_heading_stays_with_the_start_of_a_long_table(build):
    printed = build("long-table", strict=True).printed()

    assert printed.texts[0].startswith("Long Filler Heading Row 0 Row 1")
    assert len(printed.texts) == 2


def torn(printed) -> list[int]:
    """Return the numbers of the figures whose picture is not on the caption's page."""
    found = []
    for number in range(POSITIONS):
        page = printed.find(f"Caption N{number}").page
        if "/XObject" not in printed.file.pages[page].Resources:
            found.append(number)
    return found


def test_no_figure_is_torn_from_its_caption(build):
    printed = build("figures", strict=True).printed()

    assert torn(printed) == []


def test_stock_rst2pdf_tears_figures(build):
    assert torn(build("figures", stock=True).printed())


def test_gutter_is_on_the_inner_side(build):
    printed = build("gutter", strict=True).printed()

    shift = printed.find("Left edge of one").left - printed.find("Left edge of two").left
    assert 29 < shift < 31


@pytest.fixture(scope="module")
def tables(build):
    return build("tables", strict=True).printed()


def test_all_head_rows_are_repeated(tables):
    assert tables.texts[1].startswith("Head one x Head two x Row")


def test_first_row_of_a_table_without_head_is_not_repeated(tables):
    assert len(tables.texts) == 4
    assert len(tables.find_all("Body first")) == 1


def test_each_edition_has_its_own_look_and_contents(build):
    result = build("editions", strict=True)

    out, small, large = map(result.printed, ("out", "small", "folder/large"))
    assert small.pdfium[0].get_width() < out.pdfium[0].get_width()
    assert large.pdfium[0].get_width() == out.pdfium[0].get_width()
    assert "Contents" in large.texts[0]
    assert "Contents" not in out.texts[0]
