"""PDF/UA-2 and PDF/A-4 (``pdf_ua = 2``): what validators ask for, and what is in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import ImageChops

from rst2pdf_tagged.verify import verify
from tests.rst2pdf_tagged.heard import elements
from tests.rst2pdf_tagged.validator import Verdicts, judge

FLAVOURS = ("ua2", "4")

PDF_2 = "http://iso.org/pdf2/ssn"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"

# Boxes, captions and notes in places where PDF 2.0 wants them to be something else.
NESTED = """
Nested
======

*Emphasis*, **strong**, `a link <https://example.org>`_, a note [#one]_, another [#two]_, [Li2010]_.

.. [#one] Cites [#two]_.

   .. note:: Box in a note.

.. [#two] *Emphasis* in a note.

.. [Li2010] A source.

.. note:: Box

   .. warning:: Box in a box

      .. figure:: dot.png
         :alt: Dot in a box
         :width: 20pt

         Caption in a box

         Legend in a box

   .. list-table:: Table in a box
      :header-rows: 1

      * - Head
        - .. note:: Box in a head
      * - .. code-block:: text
             :caption: Listing in a cell

             code
        - .. figure:: dot.png
             :alt: Dot in a cell
             :width: 20pt

             Caption in a cell

..

    Quoted

    .. note:: Box in a quote

* .. figure:: dot.png
     :alt: Dot in an item
     :width: 20pt

     Caption in an item

     Legend in an item

.. code-block:: text
   :caption: Listing

   code
"""


@pytest.fixture(scope="session")
def files(build) -> list[Path]:
    kinds: list[dict[str, Any]] = [
        {},
        {"pdf_splittables": False},
        {"pdf_real_footnotes": True},
        {"text": NESTED},
    ]
    return [build("structure", pdf_ua=2, **kind).printed().path for kind in kinds]


@pytest.fixture(scope="session")
def verdicts(build, files) -> Verdicts:
    return judge([*files, build("structure").printed().path], FLAVOURS)


@pytest.mark.slow
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_validator_accepts_every_construct(files, verdicts, flavour):
    assert [verdicts[flavour][path] for path in files] == [[] for _ in files]


@pytest.mark.slow
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_validator_refuses_the_file_of_the_other_part(build, verdicts, flavour):
    assert verdicts[flavour][build("structure").printed().path]


def test_own_check_finds_nothing(files):
    assert [list(verify(path)) for path in files] == [[] for _ in files]


@pytest.fixture
def pdf(build) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(build("structure", pdf_ua=2).printed().path) as opened:
        yield opened


def test_file_says_what_it_is(pdf):
    assert pdf.pdf_version == "2.0"
    assert "/Info" not in pdf.trailer
    with pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "4"
        assert metadata["pdfaid:rev"] == "2020"
        assert "pdfaid:conformance" not in metadata
        assert metadata[f"{PDFUA}part"] == "2"
        assert metadata[f"{PDFUA}rev"] == "2024"
        assert metadata["dc:title"] == "Structure"


def test_standard_may_be_chosen_for_one_document(build):
    entry = ("index", "out", "Structure", "Author")
    both = [(*entry, {"pdf_ua": 2}), ("index", "old", *entry[2:])]
    result = build("structure", pdf_documents=both)

    assert result.printed("out").file.pdf_version == "2.0"
    assert result.printed("old").file.pdf_version == "1.7"


def test_tags_change_no_pixel(build):
    new = build("structure", pdf_ua=2).printed()
    plain = build("structure", pdf_tagged=False).printed()

    assert len(new.pages) == len(plain.pages)
    for number in range(len(plain.pages)):
        difference = ImageChops.difference(new.image(number), plain.image(number))
        assert difference.getbbox() is None, f"page {number + 1} looks different"


# -- Elements -------------------------------------------------------------------------------


def walk(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from walk(kid)


def test_elements_of_pdf_2_are_in_its_namespace(pdf):
    tree = pdf.Root.StructTreeRoot
    spaces: dict[str, set[str | None]] = {}
    for element in walk(tree.K):
        space = str(element.NS.NS) if "/NS" in element else None
        spaces.setdefault(str(element.S), set()).add(space)

    assert [str(space.NS) for space in tree.Namespaces] == [PDF_2]
    assert {name for name, found in spaces.items() if found == {PDF_2}} >= {
        *("/Document", "/Sect", "/H1", "/P", "/Aside", "/FENote", "/Em", "/Strong", "/Link"),
        *("/L", "/LI", "/Lbl", "/LBody", "/Table", "/TH", "/TD", "/Caption", "/Figure", "/Span"),
    }
    known_to_pdf_1_only = {name for name, found in spaces.items() if found == {None}}
    assert known_to_pdf_1_only == {"/TOC", "/TOCI", "/Reference", "/Code", "/BlockQuote"}


def test_names_that_are_new_mean_something_to_old_readers(pdf):
    known = {str(name): str(value) for name, value in pdf.Root.StructTreeRoot.RoleMap.items()}

    assert known["/FENote"] == "/Note"
    assert known["/Em"] == known["/Strong"] == "/Span"


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("Em", "emphasis"),
        ("Em", "buenos días"),
        ("Strong", "strong"),
        ("Code", "code"),
        ("FENote", "1The words of the note."),
    ],
)
def test_words_are_in_their_element(build, role, words):
    found = elements(build("structure", pdf_ua=2).printed().path)

    assert words in [" ".join(e["words"].split()) for e in found if e["/S"] == f"/{role}"]


def test_every_list_says_how_it_is_numbered(pdf):
    lists = [element for element in walk(pdf.Root.StructTreeRoot.K) if element.S == "/L"]
    kinds = {str(element.A[0].ListNumbering) for element in lists}

    assert kinds == {"/Disc", "/Decimal", "/LowerAlpha", "/Description"}


def kinds_around(path: Path, words: str) -> list[str]:
    """Return the roles of the elements that end with *words*, the outermost first."""
    found = elements(path)
    return [e["/S"][1:] for e in found if " ".join(e["words"].split()).endswith(words)]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Caption in an item", ["Aside", "Caption"]),
        ("Legend in an item", ["L", "LI", "LBody", "Div", "Div", "P"]),
        ("Caption in a box", ["P"]),
        ("Legend in a box", ["Div", "Div", "Div", "P"]),
        ("Caption in a cell", ["Aside", "Table", "TBody", "TR", "TD", "Div", "P"]),
        ("Listing in a cell", ["P"]),
        ("Box in a head", ["THead", "TR", "TH", "Div", "P"]),
        ("Box in a quote", ["BlockQuote", "Div", "P"]),
        ("Box in a note.", ["FENote", "Aside", "P"]),
        ("Listing", ["Caption"]),
    ],
)
def test_boxes_and_captions_are_where_they_may_be(files, words, kinds):
    assert kinds_around(files[-1], words) == kinds


# -- References -----------------------------------------------------------------------------


def names(elements_found: Any) -> list[tuple[int, int]]:
    return [element.objgen for element in elements_found]


def heading(section: pikepdf.Dictionary, path: Path) -> str:
    """Return the words of the first element in *section*."""
    with pikepdf.open(path) as pdf:
        tree = [element.objgen for element in walk(pdf.Root.StructTreeRoot.K)]
    number = tree.index(section.objgen)
    return " ".join(elements(path)[number + 1]["words"].split())


def test_entries_of_the_contents_refer_to_their_sections(build, pdf):
    path = build("structure", pdf_ua=2).printed().path
    entries = [element for element in walk(pdf.Root.StructTreeRoot.K) if element.S == "/TOCI"]

    assert {str(ref.S) for entry in entries for ref in entry.Ref} == {"/Sect"}
    assert [heading(ref, path) for entry in entries for ref in entry.Ref] == [
        *("All the parts", "Lists", "Boxes", "Second", "Deep", "Deeper"),
        *("Other file", "Long file", "Index"),
    ]


def test_notes_and_what_cites_them_refer_to_each_other(files):
    with pikepdf.open(files[-1]) as pdf:
        tree = list(walk(pdf.Root.StructTreeRoot.K))
        notes = [element for element in tree if element.S == "/FENote"]
        links = [element for element in tree if element.S == "/Link" and "/Ref" in element]

        assert [len(note.Ref) for note in notes] == [1, 2, 1]
        for note in notes:
            citing = [link for link in links if note.objgen in names(link.Ref)]
            assert sorted(names(note.Ref)) == sorted(names(citing))


def places(pdf: pikepdf.Pdf, key: str | None) -> list[tuple[int, list[float]]]:
    """Return page and numbers of the place that each link inside the file leads to.

    :param key: the entry of a link's action; ``None``: the place is the link's own entry.
    """
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
    if key is None:
        found = [note.Dest for note in notes if "/Dest" in note]
    else:
        found = [note.A[key] for note in notes if note.A.S == "/GoTo"]
    return [(pages[place[0].objgen], [float(n) for n in list(place)[2:]]) for place in found]


def test_links_lead_to_the_same_place_as_ever(build, pdf):
    old = build("structure").printed().file

    assert places(pdf, "/D") == places(old, None)


def test_links_and_bookmarks_lead_to_elements(build, pdf):
    path = build("structure", pdf_ua=2).printed().path
    (link,) = [
        note
        for page in pdf.pages
        for note in page.get("/Annots", [])
        if str(note.Contents) == "Only a link"
    ]
    bookmark = pdf.Root.Outlines.First.First

    assert str(link.A.SD[1]) == "/XYZ"
    assert list(link.A.SD)[2:] == list(link.A.D)[2:]
    assert heading(link.A.SD[0], path) == "Second"
    assert str(bookmark.Title) == heading(bookmark.A.SD[0], path) == "Lists"


def test_link_to_the_end_of_a_file_leads_to_what_is_drawn_last(build):
    text = "Title\n=====\n\nA `link <end_>`_.\n\nLast words.\n\n.. _end:\n"
    path = build("structure", pdf_ua=2, pdf_use_index=False, text=text).printed().path

    with pikepdf.open(path) as pdf:
        (place,) = [
            note.A.SD for note in pdf.pages[-1].Annots if str(note.Contents).startswith("link")
        ]
        assert str(place[0].S) == "/P"


# -- The setting ----------------------------------------------------------------------------


@pytest.mark.parametrize("value", [0, 3, None, [2]])
def test_another_value_fails_with_one_plain_sentence(build, value):
    result = build("structure", good=b"good", pdf_ua=value)

    assert result.status == 1
    assert result.errors == [
        f"ERROR: pdf_ua is {value!r}; write 1 (PDF/UA-1 and PDF/A-2a) or 2 (PDF/UA-2 and PDF/A-4)"
    ]
    assert (result.outdir / "out.pdf").read_bytes() == b"good"


@pytest.mark.parametrize("value", [3, "2"])
def test_another_value_for_one_document_fails_with_its_line(build, value):
    entry = ("index", "out", "Structure", "Author", {"pdf_ua": value})
    result = build("structure", good=b"good", pdf_documents=[entry])

    (error,) = result.errors
    assert error.startswith(f"conf.py:3: ERROR: pdf_ua is {value!r}; write 1")
    assert (result.outdir / "out.pdf").read_bytes() == b"good"
