"""Where a clinic's facts stand in a chapter, and what stands there when nobody told us."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

from handout.amounts import in_words
from handout.build import SITE, Target, build, is_current
from handout.facts import FACTS
from handout.labels import load_labels
from handout.sphinx_runs import run_sphinx
from tests.conftest import ROOT
from tests.copies import small_handout

if TYPE_CHECKING:
    from pathlib import Path

ALL = "\n\n".join(f"{key}: |clinic-{key.replace('_', '-')}| end" for key in FACTS)
WORDS = f"""
.. checklist::

   * First
   * |clinic-bring|

* Phone: |clinic-phone|

  Open: |clinic-hours|
* Hours: |clinic-hours|

|clinic-language-help|

Before |clinic-bring| after.

{ALL}

Last
----

* |clinic-bring|

Behind.
"""
KNOWN = """name = "One Example"
hours = "8 to 5\\n9 to 4"
language_help = "Help\\n[es] Ayuda\\n[vi] Giúp"
[visit]
bring = ["*one*", "two"]
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_handout(tmp_path_factory.mktemp("facts") / "copy", WORDS, 'name = "One"\n')
    (root / "clinics" / "known.toml").write_text(KNOWN, encoding="utf-8")
    return root


def article(root: Path, clinic: str) -> Tag:
    target = Target(root, clinic, "en")
    target.folder.mkdir(parents=True, exist_ok=True)
    run_sphinx(target, "html", target.folder / SITE, fresh=True)
    page = BeautifulSoup((target.folder / SITE / "one.html").read_text(encoding="utf-8"), "lxml")
    assert page.article is not None
    return page.article


@pytest.fixture(scope="module")
def unknown(root: Path) -> Tag:
    return article(root, "one")


@pytest.fixture(scope="module")
def known(root: Path) -> Tag:
    return article(root, "known")


def texts(part: Tag, selector: str) -> list[str]:
    return [" ".join(found.get_text().split()) for found in part.select(selector)]


def test_an_optional_fact_nobody_told_us_takes_its_paragraph_or_item_with_it(unknown: Tag) -> None:
    paragraphs = texts(unknown, "section > p")

    assert texts(unknown, "ul.checklist > li") == ["First"]
    assert texts(unknown, "section > ul:not(.checklist) > li") == ["Phone: ask your clinic"]
    assert not [words for words in paragraphs if "Before" in words or words == "ask your clinic"]
    assert texts(unknown, "section section") == ["Last Behind."]


def test_any_other_fact_nobody_told_us_is_a_blank(unknown: Tag) -> None:
    said = [words for words in texts(unknown, "section > p") if words.endswith(" end")]

    assert said == ["name: One end"] + [
        f"{key}: ask your clinic end" for key, fact in FACTS.items() if not fact.optional and key != "name"
    ]  # fmt: skip


def test_lines_and_texts_that_stand_alone_are_items_or_paragraphs_of_their_own(known: Tag) -> None:
    assert texts(known, "ul.checklist > li") == ["First", "*one*", "two"]
    assert texts(known, "section section li") == ["*one*", "two"]
    assert texts(known, "section > p")[1:4] == ["Help", "Ayuda", "Giúp"]


def test_lines_and_texts_in_a_sentence_follow_each_other(known: Tag) -> None:
    lists = texts(known, "section > ul:not(.checklist) > li")

    assert lists[:2] == ["Phone: ask your clinic Open: 8 to 5 · 9 to 4", "Hours: 8 to 5 · 9 to 4"]
    assert "Before *one*, two after." in texts(known, "section > p")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 minutes"),
        (1, "1 minute"),
        (30, "30 minutes"),
        (60, "1 hour"),
        (61, "1 hour and 1 minute"),
        (150, "2 hours and 30 minutes"),
        (1440, "24 hours"),
    ],
)
def test_an_amount_of_time_is_said_in_words(minutes: int, words: str) -> None:
    assert in_words(minutes, load_labels(ROOT)["amount"]) == words


def test_another_logo_or_color_is_built_and_another_clinics_is_not(
    root: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(root, tmp_path / "copy")
    file, logo = copy / "clinics" / "one.toml", copy / "clinics" / "logos" / "example.svg"
    file.write_text(
        'name = "A"\n[brand]\nlogo = "logos/example.svg"\nlogo_alt = "A"\n', encoding="utf-8"
    )
    one, known = Target(copy, "one", "en"), Target(copy, "known", "en")

    def rebuilt() -> list[bool]:
        return [build(target, [SITE], lambda line: None) for target in (one, known)]

    assert rebuilt() == [True, True]
    logo.write_text(
        logo.read_text(encoding="utf-8").replace("#3f4f8c", "#12333f"), encoding="utf-8"
    )
    assert rebuilt() == [True, False]
    assert "#12333f" in (one.site.parent / "_static" / "logo.svg").read_text(encoding="utf-8")
    file.write_text(f'{file.read_text(encoding="utf-8")}color = "#12333f"\n', encoding="utf-8")
    assert [is_current(target, [SITE]) for target in (one, known)] == [False, True]
    assert not (known.site.parent / "_static" / "logo.svg").exists()


def test_a_line_in_another_language_says_so_to_screen_readers(known: Tag) -> None:
    spoken = {part.get_text(): part["lang"] for part in known.select("span[lang]")}

    assert spoken == {"Ayuda": "es", "Giúp": "vi"}
    assert "[es]" not in known.get_text()
