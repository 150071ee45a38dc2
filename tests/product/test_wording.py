"""The words that reach the reader: in both outputs, in order, true to the lists."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from lxml import html

from handout.checks.pages import chapter_blocks, chapter_names
from handout.checks.squeezing import squeezed
from handout.labels import load_labels
from tests.conftest import ROOT
from tests.printed import chapters
from tests.product.test_pdf import title_of

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = ROOT / "source"
NAMES = chapter_names(SOURCE)
# The last words before the list of sources, which is compared by itself.
SOURCES_BEGIN = "The numbers in the text point to this list."
# Headings of the client's post; the first chapter restates its opening.
POST_SECTIONS = {
    "what-ketamine-is": "The Science Behind Ketamine Therapy",
    "how-ketamine-affects-the-brain": "How Ketamine Affects the Brain",
    "neuroplasticity": "Neuroplasticity: Rewiring for Resilience",
    "rapid-relief": "Rapid Relief: A Key Advantage",
    "inflammation": "Ketamine and Inflammation: A Dual Approach",
    "whole-person-care": "Integrating Ketamine Therapy into a Holistic Approach",
}


@pytest.fixture(scope="module")
def web(site: Path) -> dict[str, list[str]]:
    return chapter_blocks(SOURCE, site)


@pytest.fixture(scope="module")
def unfolded(site: Path) -> dict[str, list[str]]:
    """The chapters without what print has in its last chapter, or not at all."""
    return chapter_blocks(SOURCE, site, (".//details", ".//div[@class='on-screen']"))


@pytest.fixture(scope="module")
def printed(pdf: Path) -> dict[str, str]:
    titles = [title_of(name) for name in NAMES]
    found = chapters(pdf, titles)
    return {name: found[title] for name, title in zip(NAMES, titles, strict=True)}


@pytest.mark.parametrize("name", NAMES)
def test_each_chapter_stands_in_both_outputs(
    name: str, web: dict[str, list[str]], printed: dict[str, str]
) -> None:
    assert len(web[name]) > 5
    assert printed[name].startswith(title_of(name))


@pytest.mark.parametrize(("name", "heading"), POST_SECTIONS.items())
def test_each_section_of_the_clients_post_has_its_chapter(name: str, heading: str) -> None:
    text = (SOURCE / f"{name}.rst").read_text(encoding="utf-8")

    assert f":post-section: {heading}\n" in text


@pytest.mark.parametrize("name", NAMES)
def test_print_and_web_say_the_same_words(
    name: str, unfolded: dict[str, list[str]], printed: dict[str, str]
) -> None:
    on_web = Counter(word for block in unfolded[name] for word in plain_words(block))
    text, heading, _ = printed[name].partition(SOURCES_BEGIN)
    on_paper = Counter(plain_words(paper_only_left_out(text + heading)))

    assert on_web - on_paper == Counter()
    # A table that goes over a page repeats its head.
    repeated = set(on_paper - on_web) - heads_of_tables(name)
    assert repeated == set()


def test_print_and_web_list_the_same_sources(site: Path, printed: dict[str, str]) -> None:
    items = html.parse(str(site / "about.html")).getroot().findall(".//li[@class='citation']")
    on_web = [word for item in items for word in plain_words(item.text_content())]
    _, _, text = printed["about"].partition(SOURCES_BEGIN)

    on_paper = Counter(plain_words(text))

    assert len(items) > 40
    assert Counter(on_web) - on_paper == Counter()
    assert set(on_paper - Counter(on_web)) <= {str(number) for number in range(1, len(items) + 1)}


def paper_only_left_out(text: str) -> str:
    """Leave out what only paper has: source marks, numbers and bullets of lists, rules."""
    text = re.sub(r"\[[\d, ]+\]", " ", text)
    return re.sub(r"(?<!Picture )(?<!\S)\d\.(?=\s)|\u2022|_+", " ", text)


def plain_words(text: str) -> list[str]:
    text = squeezed(text).replace("ask your clinic", " ")
    return re.findall(r"[a-z0-9]+", text.lower())


def heads_of_tables(name: str) -> set[str]:
    text = (SOURCE / f"{name}.rst").read_text(encoding="utf-8")
    heads = re.findall(r"^   \* - (.*(?:\n     - .*)*)", text, re.MULTILINE)
    if ".. ratings::" in text:
        ratings = load_labels(ROOT)["ratings"]
        heads += [ratings["rating"], ratings["facts"]]
    return set(plain_words(" ".join(heads)))


@pytest.mark.parametrize("name", ["index", *NAMES])
def test_a_chapter_holds_words_and_no_layout(name: str) -> None:
    text = (SOURCE / f"{name}.rst").read_text(encoding="utf-8")

    found = re.findall(
        r"^\s*\.\. (raw|only|container|class|rst-class|image|figure)::", text, re.MULTILINE
    )
    assert found == []
    assert "CLEAR" not in text
    assert "555-" not in text
