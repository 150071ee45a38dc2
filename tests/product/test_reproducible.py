"""The same words give the same files anywhere, and a clinic's facts are printed, never obeyed."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from lxml import html

from handout.build import Target
from handout.profile import link_address
from tests.conftest import NEEDED, ROOT

if TYPE_CHECKING:
    from pathlib import Path

# Whatever reStructuredText, HTML, Jinja, rst2pdf, ReportLab, TOML or str.format might obey.
MARKS = (
    r"*a* **b** |clinic-phone| `c` ``d`` <b>e</b> & &amp; \f {{x}} {% y %} {z} :ref:`g` h_ é Ñ ß "
)
FACTS = {
    "name": (MARKS + "a name as long as a whole paragraph ").ljust(199, "n") + "Z",
    "phone": "<b>*Ann*</b> & `Bo` | (503) 555-0142 x7",
    "after_hours": "503.555.0143",
    "address": "100 *Main* & <i>2nd</i> Street\nSuite `9` | {{x}} \\n\nPortland, Orégon",
    # Straight quotes, double hyphens and dots: made prettier, they would be another address.
    "web": "https://my--clinic.example/a_b_?x=1&y=*2*&z=|it's|",
    "feedback": "<us>--*you*@clinic.example",
    "funding": 'We -- "all" of us -- paid ... & {{more}} | `than` <b>that</b> \\o/.',
}
REVIEWER = '*Dr.* <b>É</b> & "Bo" {name} | `x`'
PRETTIER = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "…": "..."})


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project under another name, all files as new as now."""
    root = tmp_path_factory.mktemp("Another folder é") / "copy"
    root.mkdir()
    left_out = shutil.ignore_patterns("__pycache__")
    for name in NEEDED:
        source, goal = ROOT / name, root / name
        if source.is_dir():
            shutil.copytree(source, goal, ignore=left_out, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(source, goal)
    return root


@pytest.fixture(scope="module")
def hostile(copy: Path) -> Target:
    """The handout of a clinic whose facts are full of marks."""
    write_clinic(copy, "hostile", FACTS, REVIEWER)
    build_elsewhere(copy, "hostile")
    return Target(copy, "hostile", "en")


@pytest.fixture(scope="module")
def elsewhere(copy: Path, hostile: Target) -> Target:
    """The real clinic's handout, built elsewhere, in another time zone, after another clinic's."""
    build_elsewhere(copy, "clear")
    return Target(copy, "clear", "en")


def build_elsewhere(root: Path, clinic: str, form: str = "all") -> None:
    environment = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "4711", "LC_ALL": "C"}
    environment.pop("SOURCE_DATE_EPOCH", None)
    command = [sys.executable, "-m", "handout", "build", "--clinic", clinic, form]
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def write_clinic(root: Path, name: str, facts: dict[str, str], reviewer: str | None = None) -> None:
    entries = [f"{key} = '''{value}'''" for key, value in facts.items()]
    if reviewer:
        entries += ["[review]", f"name = '''{reviewer}'''", "credentials = '''M.D. & |x|'''"]
        entries += ["date = 2026-11-01", "next = 2027-11-01"]
    (root / "clinics" / f"{name}.toml").write_text("\n".join(entries) + "\n", encoding="utf-8")


def fingerprints(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def differing(one: Path, other: Path) -> list[str]:
    """Return the names of files that are not the same, byte for byte, in both folders."""
    first, second = fingerprints(one), fingerprints(other)
    return sorted(name for name in first | second if first.get(name) != second.get(name))


# -- The same files ------------------------------------------------------------------------------


def test_the_site_is_the_same_anywhere_to_the_last_byte(site: Path, elsewhere: Target) -> None:
    assert len(fingerprints(site)) > 50
    assert differing(site, elsewhere.site.parent) == []


def test_the_pdf_is_the_same_anywhere_to_the_last_byte(pdf: Path, elsewhere: Target) -> None:
    assert elsewhere.printables()
    assert differing(pdf.parent, elsewhere.printables()[0].parent) == []


def test_a_changed_or_missing_file_is_found(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, words in ((one, "a"), (other, "b")):
        folder.mkdir()
        (folder / "x").write_text(words, encoding="utf-8")
    (one / "y").touch()

    assert differing(one, other) == ["x", "y"]


# -- Facts are printed ---------------------------------------------------------------------------


def shown(key: str, value: str) -> str:
    """Return a fact as readers see it: a web address without its scheme, lines in a row."""
    if key == "web":
        return value.removeprefix("https://")
    return " · ".join(value.splitlines())


def squeezed(text: str) -> str:
    """Return *text* without spaces: lines are broken elsewhere on paper."""
    return re.sub(r"\s+", "", text)


def printed(target: Target) -> str:
    document = pypdfium2.PdfDocument(target.printables()[0])
    # A hyphen at a line's end is read back as U+FFFE.
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    return squeezed(text.replace("\ufffe", "-"))


def page_words(target: Target, name: str, path: str = "//body") -> str:
    parser = html.HTMLParser(encoding="utf-8")
    root = html.parse(str(target.site.parent / name), parser).getroot()
    return squeezed(" ".join(part.text_content() for part in root.xpath(path)))


def test_the_name_is_200_characters_long() -> None:
    assert len(FACTS["name"]) == 200


@pytest.mark.parametrize("key", FACTS)
def test_a_fact_full_of_marks_is_printed_as_typed(hostile: Target, key: str) -> None:
    wanted = squeezed(shown(key, FACTS[key]))
    chapter = "front-sheet.html" if key == "after_hours" else "about.html"

    assert wanted in page_words(hostile, chapter, "//article")
    assert wanted in printed(hostile)


@pytest.mark.parametrize("key", ["name", "phone", "address", "web"])
def test_the_foot_of_every_page_shows_the_fact_as_typed(hostile: Target, key: str) -> None:
    wanted = squeezed(shown(key, FACTS[key]))
    for path in hostile.site.parent.glob("*.html"):
        foot = page_words(hostile, path.name, "//*[@class='colophon']")
        assert wanted in foot, path.name


def test_the_name_is_on_the_cover_on_every_sheet_and_in_the_files_properties(
    hostile: Target,
) -> None:
    with pikepdf.open(hostile.printables()[0]) as pdf:
        count = len(pdf.pages)
        assert str(pdf.docinfo["/Author"]) == FACTS["name"]

    assert printed(hostile).count(squeezed(FACTS["name"])) >= count + 1


def test_the_reviewer_is_named_as_typed(hostile: Target) -> None:
    wanted = squeezed(f"{REVIEWER}, M.D. & |x|, reviewed this text on November 1, 2026.")

    assert wanted in page_words(hostile, "about.html")
    assert wanted in printed(hostile)


# -- ... and nothing else ------------------------------------------------------------------------


def bones(page: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the page's elements with their attributes, without the clinic's own addresses."""
    root = html.parse(str(page), html.HTMLParser(encoding="utf-8")).getroot()
    return [
        (str(element.tag), sorted(item for item in element.items() if not is_own(item[1])))
        for element in root.iter()
    ]


def is_own(address: str) -> bool:
    """Return whether an address in a PDF or page is one of the clinic's own."""
    return re.match(r"tel:\+|https://(?:my--)?clinic\.example", address) is not None


def neutral(text: str, facts: dict[str, str]) -> str:
    """Return *text* with every fact replaced by its key, however its quotes are printed."""
    text = text.translate(PRETTIER)
    known = {squeezed(shown(key, value)).translate(PRETTIER): key for key, value in facts.items()}
    for value in sorted(known, key=len, reverse=True):
        text = text.replace(value, f"[{known[value]}]")
    return text


def facts_of(target: Target) -> dict[str, str]:
    """Return the clinic's facts and its reviewer as text."""
    from handout.profile import load_profile

    facts = load_profile(target.clinic, target.root).model_dump()
    review = facts.pop("review")
    return {**facts, "reviewer": f"{review['name']}, {review['credentials']}"}


def test_the_facts_change_no_element_of_any_page(hostile: Target, example: Target) -> None:
    ours, theirs = hostile.site.parent, example.site.parent
    names = sorted(path.name for path in theirs.glob("*.html"))

    assert sorted(path.name for path in ours.glob("*.html")) == names
    for name in names:
        assert bones(ours / name) == bones(theirs / name), name


def test_an_obeyed_mark_is_found(tmp_path: Path) -> None:
    page, other = tmp_path / "page.html", tmp_path / "other.html"
    page.write_text("<p>A <a href='tel:+1'>B</a></p>", encoding="utf-8")
    other.write_text("<p><b>A</b> <a href='tel:+2'>B</a></p>", encoding="utf-8")

    assert [part for part in bones(other) if part not in bones(page)] == [("b", [])]
    assert neutral("from**a**", {"name": "*a*"}) == "from*[name]*"


def test_the_facts_change_no_other_word_of_any_page(hostile: Target, example: Target) -> None:
    for path in example.site.parent.glob("*.html"):
        ours, theirs = (
            neutral(page_words(one, path.name), facts_of(one)) for one in (hostile, example)
        )
        size = r"\d+pages,[\d.]+[kM]B"
        assert re.sub(size, "", ours) == re.sub(size, "", theirs), path.name


def test_the_facts_add_no_link_to_the_pdf_but_their_own(hostile: Target, example: Target) -> None:
    assert addresses(hostile) - addresses(example) == {
        "tel:+1-503-555-0142;ext=7",
        link_address(FACTS["web"]),
    }
    assert all(is_own(address) for address in addresses(example) - addresses(hostile))


def addresses(target: Target) -> set[str]:
    """Return what the PDF's links lead to outside of it."""
    with pikepdf.open(target.printables()[0]) as pdf:
        return {
            str(note["/A"]["/URI"])
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if "/A" in note and "/URI" in note["/A"]
        }


def test_the_facts_change_none_of_the_sites_other_files(hostile: Target, example: Target) -> None:
    names = differing(hostile.site.parent, example.site.parent)
    # The search knows the words of the pages; the list of chapters knows none of them.
    others = [name for name in names if not name.endswith((".html", ".pdf"))]

    assert others in ([], ["searchindex.js"])


def test_a_build_writes_into_its_own_folder_only(elsewhere: Target, hostile: Target) -> None:
    root = elsewhere.root
    names = {path.name for path in root.iterdir()}

    assert names == {*NEEDED, "build"}
    assert {path.name for path in (root / "build").iterdir()} == {"clear", "hostile"}
    for name in NEEDED:
        if (ROOT / name).is_dir():
            new = ["hostile.toml"] if name == "clinics" else []
            assert differing(ROOT / name, root / name) == new
        else:
            assert (root / name).read_bytes() == (ROOT / name).read_bytes()
