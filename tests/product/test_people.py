"""The pictures of 100 people: as many are drawn as the studies' numbers and the words say."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest

from tests.product.shown import IMAGES, SHOWN, SOURCE, Shown, text_of
from tools.art.palette import CLAY, DEEP, GREY, INK, WHITE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIGURES = {
    figure["id"]: figure
    for figure in tomllib.loads((SOURCE / "numbers.toml").read_text(encoding="utf-8"))["figure"]
}
PEOPLE = [drawing for drawing in SHOWN if drawing.name in FIGURES]
# Fill and outline of a person: counted, worse, and the rest.
KINDS = {(DEEP, INK): "counted", (CLAY, INK): "harm", (WHITE, GREY): "rest"}


def expected(figure: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield kind and number of the people that *figure* must show, in their order."""
    for group in figure["groups"]:
        kind = "harm" if group.get("harm") else "rest" if group.get("rest") else "counted"
        yield kind, group["of_100"]
        if not figure.get("one_grid"):
            yield "rest", 100 - group["of_100"]


def crowds(path: Path) -> Iterator[tuple[str, int]]:
    """Yield kind and number of the people in each crowd of a drawing.

    A crowd is one path: for each person a round head (four curves) and shoulders (two).  Only
    heads that stand apart are counted.  A path with one person is the sample in the key.
    """
    for shape in ElementTree.parse(path).getroot():
        kind = KINDS.get((shape.get("fill", ""), shape.get("stroke", "")))
        if kind and (heads := heads_in(shape.attrib["d"])) > 1:
            yield kind, heads


def heads_in(data: str) -> int:
    """Return how many people the path *data* draws; -1 if it is not made of people."""
    pieces = re.findall(r"M([^M]+)", data)
    starts = [re.match(r"[-\d. ]+", piece) for piece in pieces]
    forms = [re.sub(r"[^a-z]", "", piece) for piece in pieces]
    people = forms[::2].count("ccccz")
    if forms != ["ccccz", "vccvz"] * people:
        return -1
    return len({start[0] for start in starts[::2] if start})


def minus_signs(path: Path) -> int:
    """Return how many minus signs stand on people, the sample in the key included."""
    lines = [
        shape.get("d", "")
        for shape in ElementTree.parse(path).getroot()
        if shape.get("fill") == "none" and shape.get("stroke") == WHITE
    ]
    return sum(len(re.findall(r"M[-\d. ]+h[\d.]+", line)) for line in lines)


@pytest.mark.parametrize("layout", ["", "-narrow"], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", FIGURES)
def test_as_many_people_are_drawn_as_the_numbers_say(name: str, layout: str) -> None:
    path = IMAGES / f"{name}{layout}.svg"
    worse = [count for kind, count in expected(FIGURES[name]) if kind == "harm"]

    assert list(crowds(path)) == list(expected(FIGURES[name]))
    # What is red for the eye has a sign for those who do not see it.
    assert minus_signs(path) == sum(count + 1 for count in worse)


@pytest.mark.parametrize("name", FIGURES)
def test_the_people_of_a_group_are_100(name: str) -> None:
    figure = FIGURES[name]
    counts = [group["of_100"] for group in figure["groups"]]

    assert sum(counts) == 100 if figure.get("one_grid") else max(counts) <= 100


def test_one_person_less_is_noticed(tmp_path: Path) -> None:
    name = PEOPLE[0].name
    text = (IMAGES / f"{name}.svg").read_text(encoding="utf-8")
    crowd = max(re.findall(rf'd="([^"]+)" fill="{DEEP}" stroke', text), key=len)
    fewer = crowd[: crowd.rindex("M", 0, crowd.rindex("M"))]
    doubled = fewer + "".join(re.findall(r"M[^M]+", crowd)[:2])

    assert heads_in(doubled) == heads_in(fewer) == heads_in(crowd) - 1


def test_some_chapter_shows_people() -> None:
    assert len(PEOPLE) >= 2


@pytest.mark.parametrize("drawing", PEOPLE, ids=lambda drawing: drawing.name)
def test_the_words_at_a_picture_give_its_numbers_to_the_right_groups(drawing: Shown) -> None:
    groups = FIGURES[drawing.name]["groups"]
    named = {str(group["of_100"]): group["label"].split(",")[0].lower() for group in groups}
    wanted = {str(group["of_100"]) for group in groups if not group.get("rest")}

    for words in drawing.words:
        said = re.sub(r"\b(of )?100\b", "", words.lower())
        numbers = re.findall(r"\d+", said)
        assert wanted <= set(numbers) <= set(named), words
        for number in numbers:
            label = re.escape(named[number])
            assert re.search(rf"\b{number}\b\D*{label}|{label}\D*\b{number}\b", said), words


@pytest.mark.parametrize("drawing", PEOPLE, ids=lambda drawing: drawing.name)
def test_the_chapter_gives_the_numbers_and_their_source(drawing: Shown) -> None:
    figure = FIGURES[drawing.name]
    counts = [group["of_100"] for group in figure["groups"] if not group.get("rest")]
    counts += [group["also_of_100"] for group in figure["groups"] if "also_of_100" in group]
    needed = {*map(str, counts), *re.findall(r"\d+", figure["who"])}
    cited = [
        paragraph
        for paragraph in text_of(drawing.chapter).split("\n\n")
        if re.search(rf":cite:p:`[^`]*\b{figure['source']}\b", paragraph)
    ]

    assert any(needed <= set(re.findall(r"\b\d+\b", paragraph)) for paragraph in cited)


@pytest.mark.parametrize("name", FIGURES)
def test_the_source_of_the_numbers_is_in_the_list_of_sources(name: str) -> None:
    sources = (SOURCE / "references.bib").read_text(encoding="utf-8")

    assert re.search(rf"^@\w+{{{FIGURES[name]['source']},$", sources, re.MULTILINE)
