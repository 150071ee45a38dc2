"""A screen reader hears what the web page says, in its order, whatever the page size."""

from __future__ import annotations

import difflib
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from tests.rst2pdf_tagged.conftest import ROOTS
from tests.rst2pdf_tagged.heard import heard

BLOCKS = {
    *("p", "div", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "section", "aside"),
    *("figcaption", "pre", "br", "tr"),
}
# What the two builders word differently, and what only paper has.
EXPLAINED = {
    "structure": [
        ([], ["Contents"]),
        (["[1],"], ["1,"]),
        (["[1]"], ["1"]),
        (["[Li2010]"], ["Li2010"]),
        (["termkind"], ["term", ":", "kind"]),
        (["—Somebody"], ["Somebody"]),
        (["describe(words,"], ["describe", "(words,"]),
    ],
    "corners": [
        ([], ["Contents"]),
        (["[1]"], ["1"]),
        (["[1]"], ["1"]),
        (["See", "also"], ["Seealso"]),
        ([], [":"]),  # between two words with one meaning
        (["parrot.Parrot(name,"], ["parrot.Parrot", "(name,"]),
        (["speak(words:"], ["speak", "(words:"]),
        (["main(int"], ["main", "(int"]),
        (["run(first[,"], ["run", "(first[,"]),
    ],
}
MARKS = {"•", "1.", "2.", "a.", "b.", "i."}


def shown(html: str) -> list[str]:
    """Return the words of a web page's body, in order."""
    body = BeautifulSoup(html, "html.parser").find("div", class_="body")
    assert isinstance(body, Tag)
    for extra in body.select("a.headerlink, .toctree-wrapper > p, .linenos"):
        extra.decompose()
    for block in body.find_all(BLOCKS):
        block.append("\n")
    return body.get_text().split()


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """Return what tells the words of a root's web page."""

    @cache
    def words(topic: str) -> list[str]:
        root, folder = ROOTS / f"test-{topic}", tmp_path_factory.mktemp("single")
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                root,
                root,
                folder,
                folder / ".doctrees",
                "singlehtml",
                confoverrides={"html_theme": "basic"},
                status=None,
                warning=io.StringIO(),
            )
            app.build()
        return shown(Path(folder, "index.html").read_text(encoding="utf-8"))

    return words


def body(build, topic: str, **settings: Any) -> list[str]:
    """Return the words of a root's PDF as heard, without its contents."""
    return heard(build(topic, **settings).printed().path, but=("/TOC",))


# The web page has none.
WITHOUT_INDICES = {"pdf_use_index": False, "pdf_domain_indices": False}


@pytest.mark.parametrize("topic", EXPLAINED)
def test_paper_says_what_the_web_page_says_in_its_order(build, web, topic):
    page, words = web(topic), body(build, topic, **WITHOUT_INDICES)
    match = difflib.SequenceMatcher(None, page, words, autojunk=False)

    found = [
        (page[a:b], words[c:d])
        for kind, a, b, c, d in match.get_opcodes()
        if kind != "equal" and not (a == b and set(words[c:d]) <= MARKS)
    ]
    assert found == EXPLAINED[topic]


def test_order_that_is_wrong_is_found(build, web):
    words = body(build, "structure", **WITHOUT_INDICES)
    half = len(words) // 2

    page = web("structure")
    match = difflib.SequenceMatcher(None, page, words[half:] + words[:half], autojunk=False)
    assert match.ratio() < 0.9


def laid_out(topic: str, name: str, **settings: Any):
    return pytest.param(topic, settings, id=f"{topic}, {name}")


def with_sheet(topic: str, sheet: str):
    own = {"structure": "parts", "corners": "paper"}[topic]
    return laid_out(topic, sheet, pdf_stylesheets=["sphinx", own, sheet])


@pytest.mark.parametrize(
    ("topic", "settings"),
    [
        *(with_sheet("structure", sheet) for sheet in ("letter", "a5", "a6", "large")),
        *(with_sheet("corners", sheet) for sheet in ("letter", "a6")),
        laid_out("structure", "two columns", pdf_page_template="twoColumn"),
        *(laid_out(topic, "one piece", pdf_splittables=False) for topic in EXPLAINED),
        *(laid_out(topic, "real footnotes", pdf_real_footnotes=True) for topic in EXPLAINED),
        laid_out("structure", "heads once", pdf_repeat_table_rows=False),
    ],
)
def test_page_size_and_layout_change_nothing_that_is_heard(build, topic, settings):
    assert body(build, topic, **settings) == body(build, topic)


CODE = """
Code
====

.. code-block:: python
   :linenos:

   import first

   import second
"""


def test_lines_of_numbered_code_are_read_apart(build):
    path = build("relative-fonts", text=CODE).printed().path

    assert heard(path) == ["Code", "import", "first", "import", "second"]
