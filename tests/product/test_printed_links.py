"""Every cross reference of the chapters lands on its own target in the printed handout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from tests.printed import lettered
from tests.printing import print_handout
from tests.rst2pdf_tagged.heard import sequences_in

Place = tuple[int, float]
# A link leads to the top of what it names, or a little above it (points).
NEAR = 45


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Path]:
    """The joined tree of all chapters, and the PDF made from it."""
    trees: list[Any] = []

    def watch(app: Sphinx) -> None:
        app.connect("pdf-tree-ready", lambda app, tree, options: trees.append(tree), priority=999)

    settings = {"pdf_documents": [("index", "handout", "", "", {})]}
    (path,) = print_handout(tmp_path_factory.mktemp("links"), settings, prepare=watch)
    return trees[0], path


def expected(tree: Any, *, contents: bool) -> list[tuple[str, str]]:
    """Return words and target of every reference in the text, or in the contents, in order."""
    targets: dict[str, str] = {}
    for node in tree.findall(nodes.Element):
        for name in node["ids"]:
            if isinstance(node, nodes.section):
                targets[name] = node[0].astext()
            elif isinstance(node, (nodes.term, nodes.citation)):
                targets[name] = (node[0] if isinstance(node, nodes.citation) else node).astext()
    return [
        (" ".join(link.astext().split()), targets[link["refid"]])
        for link in tree.findall(nodes.reference)
        if link.get("refid") in targets and _in_contents(link) == contents
    ]


def _in_contents(node: Any) -> bool:
    while node is not None:
        if isinstance(node, nodes.topic):
            return True
        if isinstance(node, (addnodes.start_of_file, nodes.document)):
            return False
        node = node.parent
    return False


def found(path: Path) -> tuple[list[tuple[str, Place]], dict[str, list[Place]]]:
    """Return words and destination of every link, and where each heading and label stands.

    Those of the contents come first, with a page number behind their words.
    """
    tops: dict[tuple[int, int], float] = {}
    texts: dict[tuple[int, int], str] = {}
    for number, page in enumerate(lettered(path)):
        for char in page.chars:
            key = (number, char["mcid"])
            texts[key] = texts.get(key, "") + char["text"]
            tops[key] = max(tops.get(key, 0), float(page.height) - char["top"])
    links: list[tuple[str, Place]] = []
    named: dict[str, list[Place]] = {}
    with pikepdf.open(path) as pdf:
        pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}

        def read(element: Any) -> None:
            own = [place for _, place in sequences_in(element, pages) if place is not None]
            words = " ".join("".join(texts.get(place, "") for place in own).split())
            if element.S == "/Link":
                notes = [kid.Obj for kid in element.K if not isinstance(kid, int) and "/Obj" in kid]
                if "/Dest" in notes[0]:
                    dest = notes[0].Dest
                    links.append((words, (pages[dest[0].objgen], float(dest[3]))))
            if words and (str(element.S).startswith("/H") or element.S == "/Lbl"):
                named.setdefault(words, []).append((own[0][0], tops[own[0]]))
            for kid in element.get("/K", []):
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    read(kid)

        read(pdf.Root.StructTreeRoot.K)
    return links, named


def test_every_reference_of_the_chapters_lands_on_its_own_target(printed: tuple[Any, Path]) -> None:
    tree, path = printed
    entries, references = (expected(tree, contents=kind) for kind in (True, False))
    links, named = found(path)

    assert len(entries) == len(list(tree.findall(addnodes.start_of_file)))
    assert len(references) > 150
    said = [words for words, _ in links]
    assert [words.rstrip("0123456789 ") for words in said[: len(entries)]] == names(entries)
    assert said[len(entries) :] == names(references)
    for (words, place), (_, target) in zip(links, [*entries, *references], strict=True):
        near = [
            (page, top)
            for page, top in named[target]
            if page == place[0] and -NEAR < place[1] - top < NEAR
        ]
        assert near, f"'{words}' should lead to '{target}' at {named[target]}, not to {place}"


def names(links: list[tuple[str, str]]) -> list[str]:
    return [words for words, _ in links]
