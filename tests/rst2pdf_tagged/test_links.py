"""Every link lands on its target, whatever the target is and wherever it stands."""

from __future__ import annotations

import pytest

from tests.printed import plumbed

# How far above the first words of its target a link may lead (points).
REACH = 30


def lands_on(printed, link, words: str, nth: int = 0) -> bool:
    place = printed.find(words, nth)
    return link.page == place.page and -2 <= link.y - place.top <= REACH


@pytest.fixture(scope="module")
def targets(build):
    return build("targets", strict=True).printed()


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("to paragraph", "Words of para"),
        ("to list", "Words of list"),
        ("to table", "Table 1: Words of tab"),
        ("to box", "Note"),
        ("to container", "Words of cont"),
        ("to code", "words_of_code"),
        ("to definition", "Words of def"),
        ("to quote", "Words of quote"),
        ("lines", "Words of lines"),
        ("to section", "Words of sec"),
        ("to file", "Words of file"),
        ("to folder", "Words of folder"),
        ("Table 1.", "Table 1: Words of tab"),
    ],
)
def test_link_lands_on_its_block(targets, link, target):
    words = [found for found in targets.links() if link in found.words]

    assert words
    assert all(lands_on(targets, found, target) for found in words)


@pytest.mark.parametrize("words", ["to figure", "to table", "to paragraph", "to section"])
def test_link_in_justified_text_begins_where_its_words_begin(targets, words):
    place = targets.find(words)
    lefts = [
        float(note.Rect[0])
        for note in targets.file.pages[place.page].Annots
        if str(note.Contents) == words
    ]

    assert lefts == [pytest.approx(place.left, abs=1)]


@pytest.mark.parametrize("link", ["to figure", "Fig. 1"])
def test_link_lands_on_the_top_of_a_figure(targets, link):
    caption = targets.find("Fig. 1: Words of fig")

    found = targets.link(link)

    assert found.page == caption.page
    # The picture is 40 points high.
    assert 40 <= found.y - caption.top <= 60


def test_link_to_a_picture_without_words_after_it_lands_on_it(targets):
    found = targets.link("to picture")
    above = targets.find("to deep setup")

    image = targets.image(found.page)
    _, height = image.size
    below = image.crop((0, int(height - found.y), image.width, int(height - found.y) + 30))
    assert found.y < above.bottom + 1
    assert (200, 30, 30) in {colour for _, colour in below.getcolors(10000)}


def test_link_to_the_end_of_the_document_lands_below_all(targets):
    assert targets.link("to end").y < targets.link("to picture").y - 25


@pytest.mark.parametrize(("link", "nth"), [("to own setup", 0), ("to deep setup", 1)])
def test_equal_headings_of_two_files_are_two_targets(targets, link, nth):
    assert lands_on(targets, targets.link(link), "Setup", nth)


def test_stock_rst2pdf_makes_no_document_of_these_targets(build):
    result = build("targets", stock=True)

    assert result.status == 0
    assert (result.outdir / "out.pdf").read_bytes() == b""


@pytest.fixture(scope="module")
def footnotes(build):
    return build("footnotes", strict=True).printed()


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1", "Text of auto"),
        ("2", "Text of named"),
        ("3", "Text of numbered"),
        ("4", "Text of symbol"),
        ("5", "Text of box"),
        ("6", "Text of caption"),
        ("7", "Text of cell"),
        ("8", "Text of title"),
        ("9", "Text of the second file"),
    ],
)
def test_footnote_links_land(footnotes, number, text):
    there = [link for link in footnotes.links() if link.words == number]

    assert any(lands_on(footnotes, link, text) for link in there)


def test_footnotes_of_two_files_with_one_name_lead_back_to_their_own_file(footnotes):
    (_, back) = [link for link in footnotes.links() if link.words == "9"]

    assert lands_on(footnotes, back, "The same name")


def test_citations_land_in_this_and_another_file(build):
    printed = build("citations", suppress_warnings=["ref.citation"], strict=True).printed()

    links = printed.links()
    assert len(links) == 3  # and none back
    for link in links:
        target = "Text of here" if "Here2010" in link.words else "Text of there"
        assert lands_on(printed, link, target)


def test_stock_rst2pdf_makes_no_document_with_a_citation(build):
    result = build("citations", stock=True)

    assert result.status == 0
    assert (result.outdir / "out.pdf").read_bytes() == b""


@pytest.mark.parametrize("index", [False, True], ids=["alone", "with index"])
@pytest.mark.parametrize("term", ["Glutamate", "receptor"])
def test_term_links_land_in_the_glossary(build, index, term):
    printed = build("glossary", pdf_use_index=index, strict=True).printed()

    link = next(link for link in printed.links() if term in link.words)
    assert lands_on(printed, link, term, nth=1)


@pytest.mark.parametrize(
    ("entry", "target", "nth"),
    [
        ("Glutamate", "Glutamate", 1),
        ("Unused", "Unused", 0),
        ("receptor", "receptor", 1),
        ("Neuron", "A cell of the brain", 0),
        ("cell", "A cell of the brain", 0),
    ],
)
def test_index_entries_land(build, entry, target, nth):
    printed = build("glossary", pdf_use_index=True, strict=True).printed()

    link = [link for link in printed.links() if link.words == entry][-1]
    assert lands_on(printed, link, target, nth)


@pytest.mark.parametrize("number", [0, 1], ids=["picture", "figure"])
def test_picture_can_be_a_link_inside_the_file(build, number):
    printed = build("picture-link", strict=True).printed()

    assert len(printed.links()) == 2
    assert lands_on(printed, printed.links()[number], "Goal")


def test_file_without_heading_can_be_linked_to(build):
    printed = build("files").printed()

    assert lands_on(printed, printed.link("no title"), "Words without heading")


def test_index_entry_at_the_end_of_a_file_does_no_harm(build):
    printed = build("files", pdf_use_index=True).printed()

    assert printed.link("ending").page == 1


def test_module_index_lands(build):
    printed = build("modules", strict=True).printed()

    assert lands_on(printed, printed.link("parrot"), "Words of parrot")


def test_appendix_keeps_its_links(build):
    printed = build("appendix", strict=True).printed()

    assert lands_on(printed, printed.link("itself"), "More")


def test_links_are_printed_in_the_link_colour(build):
    printed = build("files").printed()
    chars = plumbed(printed.path)[0].chars

    place = printed.link("Files.")
    colours = {char["non_stroking_color"] for char in chars if char["text"] in "<>"}
    assert place
    assert colours == {(0, 0.4, 0.6)}


def test_link_to_a_rule_of_a_grammar_lands_on_the_grammar(build):
    printed = build("corners").printed()

    assert lands_on(printed, printed.link("other"), "rule  ::=")
