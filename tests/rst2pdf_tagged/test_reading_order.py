"""A screen reader hears what the web page says, in its order, whatever the page size."""

from __future__ import annotations

import difflib
import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from tests.conftest import ROOT
from tests.rst2pdf_tagged.heard import heard

STRUCTURE = ROOT / "tests" / "roots" / "test-structure"
BLOCKS = {
    *("p", "div", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "section", "aside"),
    *("figcaption", "pre", "br", "tr"),
}
# What the two builders word differently, and what only paper has.
EXPLAINED = [
    ([], ["Contents"]),
    (["[1],"], ["1,"]),
    (["[1]"], ["1"]),
    (["[Li2010]"], ["Li2010"]),
    (["termkind"], ["term", ":", "kind"]),
    (["—Somebody"], ["Somebody"]),
    (["describe(words,"], ["describe", "(words,"]),
]
MARKS = {"•", "1.", "2.", "a.", "b."}


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
def web(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("single")
    with patch_docutils(), docutils_namespace():
        app = Sphinx(
            STRUCTURE,
            STRUCTURE,
            folder,
            folder / ".doctrees",
            "singlehtml",
            confoverrides={"html_theme": "basic"},
            status=None,
            warning=io.StringIO(),
        )
        app.build()
    return shown(Path(folder, "index.html").read_text(encoding="utf-8"))


def test_structure_says_what_the_web_page_says_in_its_order(build, web):
    words = heard(build("structure", pdf_use_index=False).printed().path, but=("/TOC",))
    match = difflib.SequenceMatcher(None, web, words, autojunk=False)

    found = [
        (web[a:b], words[c:d])
        for kind, a, b, c, d in match.get_opcodes()
        if kind != "equal" and not (a == b and set(words[c:d]) <= MARKS)
    ]
    assert found == EXPLAINED


def test_order_that_is_wrong_is_found(build, web):
    words = heard(build("structure", pdf_use_index=False).printed().path, but=("/TOC",))
    half = len(words) // 2

    match = difflib.SequenceMatcher(None, web, words[half:] + words[:half], autojunk=False)
    assert match.ratio() < 0.9


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({"pdf_stylesheets": ["sphinx", "parts", "letter"]}, id="letter"),
        pytest.param({"pdf_stylesheets": ["sphinx", "parts", "a5"]}, id="a5"),
        pytest.param({"pdf_stylesheets": ["sphinx", "parts", "large"]}, id="large print"),
        pytest.param({"pdf_page_template": "twoColumn"}, id="two columns"),
        pytest.param({"pdf_splittables": False}, id="one piece"),
        pytest.param({"pdf_real_footnotes": True}, id="real footnotes"),
        pytest.param({"pdf_repeat_table_rows": False}, id="heads once"),
    ],
)
def test_page_size_and_layout_change_nothing_that_is_heard(build, settings):
    usual = heard(build("structure").printed().path, but=("/TOC",))
    other = heard(build("structure", **settings).printed().path, but=("/TOC",))

    assert other == usual


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
