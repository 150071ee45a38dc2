"""What real documents hold: each is built without a warning, and the checker finds nothing."""

from __future__ import annotations

import pytest

from rst2pdf_tagged.reports import plain
from rst2pdf_tagged.verify import verify
from tests.rst2pdf_tagged.heard import elements, heard

CODE = """
.. include:: conf.py
   :code: python
   :number-lines:
"""
DOCUMENTS = {
    "heading with a picture": """
.. |dot| image:: dot.png
   :alt: a dot

Head with |dot|
---------------

Text.
""",
    "equal titles": """
Other
-----

Title
~~~~~

One.

Title
~~~~~

Two.

Below
~~~~~

Three.
""",
    "field without text": """
:one:
:two: Text
""",
    "signature": """
.. py:function:: name(a, /, b, *, c=1)

   Text.
""",
    "Sphinx's own": """
.. seealso:: Other

.. tabularcolumns:: |l|

=== ===
a   b
=== ===
1   2
=== ===

.. acks::

   * Someone

:guilabel:`&Press` :file:`a/{b}` :samp:`c{d}` :menuselection:`Menu`
""",
    "small figure": """
.. figure:: dot.png
   :alt: small

   Caption
""",
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_is_sound(build, name):
    printed = built(build, name)

    assert verify(printed.path) == []


def built(build, name, **settings):
    text = f"Title\n=====\n\n{DOCUMENTS[name]}"
    return build("documents", strict=True, text=text, **settings).printed()


def test_contents_lead_to_each_of_equal_titles(build):
    printed = built(build, "equal titles", pdf_use_toc=True)
    heights = [link.y for link in printed.links() if link.words.startswith("Title")]

    assert len(heights) == 3
    assert sorted(heights, reverse=True) == heights
    assert len(set(heights)) == len(heights)
    assert verify(printed.path) == []


def test_link_covers_a_justified_line(build):
    words = "word " * 12 + "unbreakable_" * 4
    text = f"Title\n=====\n\n`{words} end <https://example.org>`__\n"
    printed = build("documents", text=text).printed()
    line = printed.find("unbreakable_" * 4)
    (right, *_) = [float(note.Rect[2]) for note in printed.file.pages[0].Annots]

    assert verify(printed.path) == []
    assert right == pytest.approx(line.right, abs=5)


def test_numbers_of_included_code_are_not_read(build):
    printed = build("documents", text=f"Title\n=====\n\n{CODE}").printed()

    assert "1 extensions" in printed.texts[0]
    assert not any("1" in line for line in heard(printed.path))


def test_bare_text_of_a_field_is_printed(build):
    text = "Title\n=====\n\n.. confval:: name\n   :type: ``int``\n"

    assert "int" in build("documents", text=text).printed().texts[0].split()


@pytest.mark.parametrize("text", ["", ".. image:: dot.png\n   :alt: a dot\n"])
def test_contents_of_a_file_without_headings_are_left_out(build, text):
    printed = build("documents", text=text, pdf_use_toc=True, pdf_use_coverpage=True).printed()

    assert "Contents" not in " ".join(printed.texts)


def test_node_that_the_translator_does_not_know_is_named():
    # What rst2pdf's manual, in which counters stand, gives with Sphinx.
    said = "NotImplementedError: <class 'x.PDFTranslator'> visiting unknown node type: CounterNode"

    assert plain(said) == "rst2pdf with Sphinx cannot draw a CounterNode; leave it out"


def test_message_on_code_names_its_line(build):
    text = "Title\n=====\n\n.. code-block:: none\n\n   \u2603\n"

    assert build("documents", text=text).errors[0].startswith("index.rst:4: ERROR: the character")


def test_line_that_is_too_wide_is_named(build):
    text = f"Title\n=====\n\n::\n\n   {'k' * 300}\n"

    assert (
        "index.rst:6: WARNING: this is wider than its place"
        in build("documents", text=text).messages
    )


def test_code_that_goes_on_with_an_empty_line_leaves_it_empty(build):
    code = "".join(f"   f{number}()\n   1\n\n\n" for number in range(40))
    tops = [
        build("documents", text=f"Title\n=====\n\n::\n\n{code}", pdf_tagged=tagged)
        .printed()
        .find("f15()")
        for tagged in (True, False)
    ]

    assert tops[0].page == 1
    assert tops[0] == tops[1]


def test_term_without_a_text_is_a_label(build):
    path = built(build, "field without text").path

    assert [e["/S"] for e in elements(path) if e["/S"] in ("/Lbl", "/LBody")] == [
        *("/Lbl", "/Lbl", "/LBody")
    ]
