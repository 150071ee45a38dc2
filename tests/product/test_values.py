"""A clinic's facts are printed as typed, never obeyed, and never in another clinic's handout."""

from __future__ import annotations

import io
import json
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from bs4 import BeautifulSoup
from PIL import Image

from handout.build import PRINT, SITE, Target, build
from handout.languages import spoken
from handout.profile import link_address
from tests.copies import copy_of_project, differing
from tests.printed import plumbed
from tests.rst2pdf_tagged.heard import elements
from tests.sequences import texts_of_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Whatever reStructuredText, HTML, Jinja, rst2pdf, ReportLab, TOML, YAML or a format might obey.
MARKS = (
    r"*a* **b** |clinic-phone| `c` ``d`` <b>e</b> & &amp; \f {{x}} {% y %} {z} %s $color :ref:`g` "
    "h_ é Ñ ß \"i\" 'j' -- ... ###Page### ###Total### ###Section### "
)


@dataclass(frozen=True)
class Clinic:
    """A clinic as its file has it, and as readers are to see it.

    :ivar shown: for each fact of ``handout/facts.py`` its parts, as readers see them.
    """

    facts: dict[str, Any]
    brand: dict[str, str]
    visit: dict[str, Any]
    review: dict[str, str]
    shown: dict[str, list[str]] = field(default_factory=dict)

    def text(self) -> str:
        """Return the clinic's file."""
        tables = {"": self.facts, "brand": self.brand, "visit": self.visit, "review": self.review}
        lines = []
        for name, entries in tables.items():
            lines += [f"[{name}]"] if name else []
            # A text in JSON is one in TOML too; days stand without quotes.
            lines += [
                f"{key} = {json.dumps(value, ensure_ascii=False)}"
                for key, value in entries.items()
                if key not in ("date", "next")
            ]
            lines += [f"{key} = {entries[key]}" for key in ("date", "next") if key in entries]
        return "\n".join(lines) + "\n"


HOSTILE = Clinic(
    facts={
        "name": (MARKS + "a long name ").ljust(199, "n") + "Z",
        "phone": "<b>*Ann*</b> & `Bo` | (503) 555-0152 x7",
        "after_hours": "503.555.0153",
        "hours": "*Mon* -- <b>Fri</b>, 8 \"to\" 5\n{Sat} | `9` & 10 ...",
        "address": "100 *Main* & <i>2nd</i> Street | `9`\nPortland, {{x}} \\n ###Page### Orégon",
        # Straight quotes, double hyphens and dots: made prettier, they would be another address.
        "web": "https://my--place.example/a_b_?x=1&y=*2*&z=|it's|",
        "site": "https://my--place.example/ketamine/",
        "feedback": "<us>--*you*@place.example",
        "funding": 'We -- "all" of us -- paid ... & {{more}} | `than` <b>that</b> \\o/ %s ###Total###.',
        "language_help": "*Ayuda* <b>gratis</b> & \"más\" | {x}\n[vi] Giúp đỡ `miễn` phí -- ###Page###",
    },
    brand={
        "logo": "logos/a *b* `c` |d| & 'e' {f} %s # ペ.bin",
        "logo_alt": "*Logo* <b>of</b> \"us\" & |them| `x` {y} \\z ###Page###",
        "color": "#6b2f5c",
    },
    visit={
        "forms": ["*drip* <b>1</b> & \"2\"", "`shot` | {x} \\y, and more"],
        "no_food_hours": 7.25,
        "no_drink_hours": 3.75,
        "arrive_early_minutes": 17,
        "stay_hours": 5.5,
        "escort": "*anyone* & <b>all</b> -- \"you\" | `know`",
        "driving": "*never* <i>ever</i> & |clinic-phone| {{x}} ...",
        "visits": "`one` or *two* & <b>three</b> \\o/",
        "blood_pressure": "<160/100> & *less* | `rest`",
        "bring": ["A *blanket* & <b>socks</b> | \"warm\"", "`Music` -- {any} \\kind ..."],
    },
    review={
        "name": '*Dr.* <b>É</b> & "Bo" {name} | `x` ###Page###',
        "credentials": "M.D. & |x| %s",
        "date": "2026-11-02",
        "next": "2027-11-03",
    },
    shown={
        "no_food": ["7 hours and 15 minutes"],
        "no_drink": ["3 hours and 45 minutes"],
        "arrive_early": ["17 minutes"],
        "stay": ["5 hours and 30 minutes"],
    },
)  # fmt: skip
EXAMPLE_SHOWN = {
    "no_food": ["8 hours"],
    "no_drink": ["3 hours"],
    "arrive_early": ["15 minutes"],
    "stay": ["2 hours and 30 minutes"],
}
# Facts that are texts, by their names in the file.
TEXTS = ("forms", "escort", "driving", "visits", "blood_pressure", "bring")
PRETTIER = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "…": "..."})


def shown(clinic: Clinic) -> dict[str, list[str]]:
    """Return each fact as readers see it: its lines or texts, a web address without scheme."""
    # The address of the site stands where only programs read.
    facts = {key: value for key, value in clinic.facts.items() if key != "site"}
    texts = {**facts, **{key: clinic.visit[key] for key in TEXTS}}
    parts = {
        key: value if isinstance(value, list) else value.splitlines()
        for key, value in texts.items()
    }
    parts["language_help"] = [spoken(line)[1] for line in parts["language_help"]]
    parts["web"] = [clinic.facts["web"].removeprefix("https://")]
    return {**parts, **clinic.shown}


def squeezed(text: str) -> str:
    """Return *text* without spaces: lines are broken elsewhere on paper."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a clinic whose facts are full of marks."""
    root = copy_of_project(tmp_path_factory.mktemp("values") / "copy")
    picture = io.BytesIO()
    Image.new("RGB", (60, 40), "#6b2f5c").save(picture, "PNG")
    (root / "clinics" / HOSTILE.brand["logo"]).write_bytes(picture.getvalue())
    (root / "clinics" / "hostile.toml").write_text(HOSTILE.text(), encoding="utf-8")
    return root


@dataclass(frozen=True)
class Built:
    """What two builds in one process have made: one clinic's, then another's."""

    hostile: Target
    example: Target


@pytest.fixture(scope="module")
def built(copy: Path) -> Built:
    hostile, example = Target(copy, "hostile", "en"), Target(copy, "example", "en")
    for target in (hostile, example):
        assert build(target, [SITE], lambda line: None)
    return Built(hostile, example)


def handouts(target: Target) -> list[Path]:
    """Return the PDFs with all chapters on paper of a usual size and type."""
    return [target.folder / "pdf" / f"ketamine-handout-{paper}.pdf" for paper in ("letter", "a4")]


def editions(target: Target) -> list[Path]:
    """Return the PDFs with all chapters that can be read from start to end."""
    large = target.folder / "pdf" / "ketamine-handout-large-print-letter.pdf"
    return [*handouts(target), large]


@pytest.fixture(scope="module")
def hostile(built: Built) -> Target:
    return built.hostile


def articles(target: Target) -> str:
    """Return the words of all chapters on the web."""
    return squeezed(
        "".join(words_of(path, "article") for path in sorted(target.site.parent.glob("*.html")))
    )


@cache
def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def words_of(path: Path, selector: str) -> str:
    return " ".join(part.get_text(" ") for part in soup(path).select(selector))


@cache
def sheets(path: Path) -> list[str]:
    """Return the words of each page, in the order in which they were set."""
    return texts_of_pages(path)


@cache
def printed(path: Path) -> str:
    return squeezed(" ".join(sheets(path)))


# -- Facts are printed ---------------------------------------------------------------------------


def test_the_name_is_200_characters_long() -> None:
    assert len(HOSTILE.facts["name"]) == 200


@pytest.mark.parametrize("key", shown(HOSTILE))
def test_a_fact_full_of_marks_is_shown_as_typed_on_the_web_and_on_paper(
    hostile: Target, key: str
) -> None:
    papers = [printed(path) for path in editions(hostile)]
    assert len(papers) == 3
    for part in shown(HOSTILE)[key]:
        assert squeezed(part) in articles(hostile)
        for paper in papers:
            assert squeezed(part) in paper


@pytest.mark.parametrize(("key", "between"), [("address", "·"), ("hours", "·"), ("forms", ",")])
def test_several_lines_and_texts_in_a_sentence_follow_each_other(
    hostile: Target, key: str, between: str
) -> None:
    wanted = between.join(map(squeezed, shown(HOSTILE)[key]))

    assert wanted in articles(hostile)
    assert all(wanted in printed(path) for path in editions(hostile))


@pytest.mark.parametrize("key", ["bring", "language_help"])
def test_several_lines_and_texts_in_a_list_are_items_of_their_own(
    hostile: Target, key: str
) -> None:
    items = [
        squeezed(item.get_text())
        for path in hostile.site.parent.glob("*.html")
        for item in soup(path).select("article li")
    ]

    assert set(map(squeezed, shown(HOSTILE)[key])) <= set(items)


@pytest.mark.parametrize("key", ["name", "phone", "address", "web", "language_help"])
def test_the_foot_of_every_page_shows_the_fact_as_typed(hostile: Target, key: str) -> None:
    for path in hostile.site.parent.glob("*.html"):
        foot = squeezed(words_of(path, ".colophon"))
        assert all(squeezed(part) in foot for part in shown(HOSTILE)[key]), path.name


def test_the_name_is_on_the_cover_on_every_sheet_and_in_the_files_properties(
    hostile: Target,
) -> None:
    name = HOSTILE.facts["name"]
    for path in handouts(hostile):
        assert all(squeezed(name) in squeezed(sheet) for sheet in sheets(path))
    for path in editions(hostile):
        assert squeezed(name) in squeezed(sheets(path)[0])
    for path in hostile.printables():
        with pikepdf.open(path) as pdf:
            assert str(pdf.docinfo["/Author"]) == name
            if "/MarkInfo" in pdf.Root:
                assert pdf.open_metadata()["dc:creator"] == [name]


def test_each_sheet_still_has_its_own_number(hostile: Target) -> None:
    for path in editions(hostile):
        _, *rest = sheets(path)
        for number, words in enumerate(rest, start=2):
            found = re.findall(r"Page (\d+) of (\d+)", words.replace("\u00a0", " "))
            assert found == [(str(number), str(len(rest) + 1))]


def test_the_reviewer_is_named_as_typed(hostile: Target) -> None:
    name, credentials = HOSTILE.review["name"], HOSTILE.review["credentials"]
    wanted = squeezed(f"{name}, {credentials}, reviewed this text on November 2, 2026.")

    assert wanted in articles(hostile)
    assert all(wanted in printed(path) for path in editions(hostile))


def test_the_logo_has_its_words_on_the_web_and_on_paper(hostile: Target) -> None:
    alt = HOSTILE.brand["logo_alt"]
    for path in hostile.site.parent.glob("*.html"):
        (logo,) = soup(path).select("img.clinic-logo")
        assert logo["alt"] == alt
        # The page for lost readers names files from the top of the host.
        assert str(logo["src"]).endswith("_static/logo.png")
        with Image.open(path.parent / "_static" / "logo.png") as picture:
            assert (picture.format, picture.size) == ("PNG", (60, 40))
    for path in editions(hostile):
        assert next(part["/Alt"] for part in elements(path) if part["/S"] == "/Figure") == alt


def test_the_color_stands_in_every_page_and_on_paper(hostile: Target) -> None:
    for path in hostile.site.parent.glob("*.html"):
        assert "--brand: #6b2f5c" in str(soup(path).head)
    for path in handouts(hostile):
        assert colours_on(path, 0) & colours_on(path, 2) == {(0.4196, 0.1843, 0.3608)}


def colours_on(path: Path, number: int) -> set[tuple[float, ...]]:
    """Return the colours of letters and areas on a page that are more red than green."""
    page = plumbed(path)[number]
    found = {part["non_stroking_color"] for part in page.chars + page.rects}
    rounded = {tuple(round(share, 4) for share in colour) for colour in found if colour}
    return {colour for colour in rounded if len(colour) == 3 and colour[0] > colour[1] + 0.1}


# -- ... and nothing else ------------------------------------------------------------------------


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
    return re.sub(r"\d+pages,[\d.]+[kM]B|November\d+,|Nov\d+,", "", text)


def example_clinic(root: Path) -> Clinic:
    """Return the made-up clinic as its file has it."""
    data = tomllib.loads((root / "clinics/example.toml").read_text(encoding="utf-8"))
    tables = {name: data.pop(name) for name in ("brand", "visit", "review")}
    return Clinic(data, **tables, shown=EXAMPLE_SHOWN)


def test_the_facts_change_no_element_of_any_page(built: Built) -> None:
    ours, theirs = built.hostile.site.parent, built.example.site.parent
    names = sorted(path.name for path in theirs.glob("*.html"))

    assert sorted(path.name for path in ours.glob("*.html")) == names
    for name in names:
        assert bones(ours / name) == bones(theirs / name), name


def test_an_obeyed_mark_is_found(tmp_path: Path) -> None:
    page, other = tmp_path / "page.html", tmp_path / "other.html"
    page.write_text("<p>A <a href='tel:+1'>B</a></p>", encoding="utf-8")
    other.write_text("<p><b>A</b> <a href='tel:+2'>B</a></p>", encoding="utf-8")

    assert [part for part in bones(other) if part not in bones(page)] == [("b", [])]


def test_the_facts_change_no_other_word_of_any_page(built: Built) -> None:
    example = example_clinic(built.example.root)
    for path in built.example.site.parent.glob("*.html"):
        ours = words_of(built.hostile.site.parent / path.name, "body")
        assert neutral(ours, HOSTILE) == neutral(words_of(path, "body"), example), path.name


def test_the_facts_add_no_link_to_the_pdf_but_their_own(built: Built) -> None:
    assert addresses(built.hostile) - addresses(built.example) == {
        "tel:+1-503-555-0152;ext=7",
        "tel:+1-503-555-0153",
        link_address(HOSTILE.facts["web"]),
    }
    assert all(
        is_own("a", "href", address)
        for address in addresses(built.example) - addresses(built.hostile)
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


def test_the_facts_change_none_of_the_sites_other_files(built: Built) -> None:
    names = differing(built.hostile.site.parent, built.example.site.parent)
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


# -- One clinic after the other ------------------------------------------------------------------


def test_a_clinic_built_after_another_is_the_same_to_the_last_byte(
    built: Built, example: Target
) -> None:
    for form in (PRINT, SITE):
        assert differing(built.example.folder / form, example.folder / form) == []


def test_no_file_of_one_clinic_holds_a_fact_of_the_other(built: Built) -> None:
    example = example_clinic(built.example.root)

    assert list(leaks(built.example, HOSTILE)) == []
    assert list(leaks(built.hostile, example)) == []
    assert len(list(leaks(built.example, example))) > 100


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
