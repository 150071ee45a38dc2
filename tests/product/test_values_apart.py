"""A clinic's facts change nothing else in its handout, and stand in no other clinic's."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from handout.build import PRINT, SITE
from handout.profile import link_address
from tests.copies import differing
from tests.product.hostile import HOSTILE, example_clinic, shown, squeezed
from tests.product.read_back import soup, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from handout.build import Target
    from tests.product.elsewhere import Elsewhere
    from tests.product.hostile import Clinic

# As they may be printed.
PRETTIER = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "…": "..."})


def bones(page: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the page's elements with their attributes, without the clinic's own."""
    return [
        (element.name, sorted((key, str(value)) for key, value in element.attrs.items() if not is_own(element.name, key, str(value))))
        for element in soup(page).find_all(True)
    ]  # fmt: skip


# The language of a notice, and the names under which the reader's device keeps what is filled in.
OWN_PLACES = {("span", "lang"), ("div", "data-keep"), ("input", "data-field")}


def is_own(name: str, key: str, value: str) -> bool:
    """Return whether an attribute holds the clinic's number, address, language or logo."""
    logo = name == "img" and (key in ("alt", "width", "height") or "_static/logo." in value)
    # The page's policy names its style, which holds the clinic's colour, by a hash.
    told = (name, key) in OWN_PLACES or value.startswith("default-src ")
    return (
        logo or told or re.match(r"tel:\+|https://(?:my--place|clinic)\.example", value) is not None
    )


def neutral(text: str, clinic: Clinic) -> str:
    """Return *text* with every fact replaced by its key, however its quotes are printed."""
    text = squeezed(text).translate(PRETTIER)
    reviewer = f"{clinic.review['name']}, {clinic.review['credentials']}"
    facts = {**shown(clinic), "reviewer": [reviewer]}
    known = {
        squeezed(part).translate(PRETTIER): key for key, parts in facts.items() for part in parts
    }
    for value in sorted(known, key=len, reverse=True):
        text = text.replace(value, f"[{known[value]}]")
    # The id of a version is that of the facts, too.
    return re.sub(
        r"\d+pages,[\d.]+[kM]B|November\d+,|Nov\d+,|(?<=ersion)\d[\d.]*-[0-9a-f]{6}", "", text
    )


def test_the_facts_change_no_element_of_any_page(elsewhere: Elsewhere) -> None:
    ours, theirs = elsewhere.hostile.site.parent, elsewhere.example.site.parent
    names = sorted(path.name for path in theirs.glob("*.html"))

    assert sorted(path.name for path in ours.glob("*.html")) == names
    for name in names:
        assert bones(ours / name) == bones(theirs / name), name


def test_an_obeyed_mark_is_found(tmp_path: Path) -> None:
    page, other = tmp_path / "page.html", tmp_path / "other.html"
    page.write_text("<p>A <a href='tel:+1'>B</a></p>", encoding="utf-8")
    other.write_text("<p><b>A</b> <a href='tel:+2'>B</a></p>", encoding="utf-8")

    assert [part for part in bones(other) if part not in bones(page)] == [("b", [])]


def test_the_facts_change_no_other_word_of_any_page(elsewhere: Elsewhere) -> None:
    example = example_clinic(elsewhere.example.root)
    for path in elsewhere.example.site.parent.glob("*.html"):
        ours = words_of(elsewhere.hostile.site.parent / path.name, "body")
        assert neutral(ours, HOSTILE) == neutral(words_of(path, "body"), example), path.name


def test_the_facts_add_no_link_to_the_pdf_but_their_own(elsewhere: Elsewhere) -> None:
    assert addresses(elsewhere.hostile) - addresses(elsewhere.example) == {
        "tel:+1-503-555-0152;ext=7",
        "tel:+1-503-555-0153",
        link_address(HOSTILE.facts["web"]),
    }
    assert all(
        is_own("a", "href", address)
        for address in addresses(elsewhere.example) - addresses(elsewhere.hostile)
    )


def addresses(target: Target) -> set[str]:
    """Return what the PDF's links lead to outside of it."""
    with pikepdf.open(target.printables()[0]) as pdf:
        return {
            str(note["/A"]["/URI"])
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if "/A" in note and "/URI" in note["/A"]
        }


def test_the_facts_change_none_of_the_sites_other_files(elsewhere: Elsewhere) -> None:
    names = differing(elsewhere.hostile.site.parent, elsewhere.example.site.parent)
    # The search knows the words of the pages; the list of chapters knows none of them.  Sphinx
    # notes the address of the site with its other settings.
    others = [name for name in names if not name.endswith((".html", ".pdf"))]

    assert others == [
        ".buildinfo",
        "_static/logo.png",
        "_static/logo.svg",
        "searchindex.js",
        "sitemap.xml",
    ]


# -- Nor in another clinic's handout ----------------------------------------------------------------


def test_no_file_of_one_clinic_holds_a_fact_of_the_other(elsewhere: Elsewhere) -> None:
    example = example_clinic(elsewhere.example.root)

    assert list(leaks(elsewhere.example, HOSTILE)) == []
    assert list(leaks(elsewhere.hostile, example)) == []
    assert len(list(leaks(elsewhere.example, example))) > 100


def leaks(target: Target, clinic: Clinic) -> Iterator[tuple[str, str]]:
    """Yield each file of *target* with a fact of *clinic* that it holds."""
    secrets = [part for parts in secret_facts(clinic).values() for part in parts]
    for folder in (target.folder / PRINT, target.folder / SITE):
        for path in sorted(file for file in folder.rglob("*") if file.is_file()):
            content = content_of(path)
            yield from ((path.name, secret) for secret in secrets if squeezed(secret) in content)


def secret_facts(clinic: Clinic) -> dict[str, list[str]]:
    """Return what only this clinic's handout may say."""
    amounts = clinic.shown
    facts = {key: parts for key, parts in shown(clinic).items() if key not in amounts}
    facts["site"] = [clinic.facts["site"]]
    return {**facts, "brand": list(clinic.brand.values()), "reviewer": [clinic.review["name"]]}


@cache
def content_of(path: Path) -> str:
    """Return all words of a file, also those that only programs read, without spaces."""
    if path.suffix != ".pdf":
        text = path.read_bytes().decode("utf-8", errors="replace")
        return squeezed(text + (soup(path).get_text() if path.suffix == ".html" else ""))
    document = pypdfium2.PdfDocument(path)
    words = "".join(page.get_textpage().get_text_range() for page in document)
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        unseen = [str(thing.Alt) for thing in pdf.objects if "/Alt" in dictionary(thing)]
        # A hyphen at a line's end is read back as U+FFFE.
        return squeezed(
            "".join([words.replace("\ufffe", "-"), *unseen, str(dict(pdf.docinfo)), str(metadata)])
        )


def dictionary(thing: pikepdf.Object) -> pikepdf.Object | dict[str, str]:
    return thing if isinstance(thing, pikepdf.Dictionary) else {}
