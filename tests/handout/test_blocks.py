"""The words of a chapter, block by block, with the lines that an editor sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.checks.sentences import sentences_of
from tests.chapters import chapters_of
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from handout.build import Target
    from handout.checks.blocks import Chapter

TEXT = """\
:description: This page tells you something.

Heading here
============

First words :cite:p:`Li2010`.
More words, with :term:`ketamine`: and a colon.

.. key-points::

   * One point
     goes on.

.. list-table:: A table
   :header-rows: 1

   * - Head
     - Other

   * - Cell
     - Its neighbour

.. drawing:: ../images/brain.svg
   :alt: What it shows.

   A caption. It goes on.

   A description.

Sub heading
-----------

Phone: |clinic-phone|
"""


def test_each_sentence_is_found_on_its_line(read: Callable[[str], Chapter]) -> None:
    chapter = read(TEXT)

    lines = TEXT.splitlines()
    found = [
        (block.kind, block.box, s.text, s.line)
        for block in chapter.blocks
        for s in block.sentences()
    ]
    assert [(kind, box, text) for kind, box, text, _ in found] == [
        ("heading", "", "Heading here"),
        ("paragraph", "", "First words."),
        ("paragraph", "", "More words, with ketamine:"),
        ("paragraph", "", "and a colon."),
        ("label", "key-points", "Key points"),
        ("item", "key-points", "One point goes on."),
        ("caption", "", "A table"),
        ("cell", "", "Head"),
        ("cell", "", "Other"),
        ("cell", "", "Cell"),
        ("cell", "", "Its neighbour"),
        ("caption", "", "A caption."),
        ("caption", "", "It goes on."),
        ("description", "", "A description."),
        ("heading", "", "Sub heading"),
        ("paragraph", "", "Phone:"),
        ("paragraph", "", "ask your clinic"),
    ]
    for kind, _, text, line in found:
        first = text.split()[0].strip(".:")
        assert first in lines[line - 1] or kind == "label" or first == "ask", text


@pytest.mark.parametrize("text", ["One. Two.", 'He said "No." Two.', "What? Two.", "First: two."])
def test_sentences_end_where_readers_hear_an_end(text: str) -> None:
    assert len(list(sentences_of(text))) == 2


def test_a_sentence_that_runs_over_lines_is_one_and_the_next_has_its_own_line() -> None:
    found = list(sentences_of("One goes\non.\nTwo.", 7))

    assert [(sentence.text, sentence.line) for sentence in found] == [
        ("One goes on.", 7),
        ("Two.", 9),
    ]


def test_each_sentence_of_the_real_chapters_is_on_the_line_that_is_told(target: Target) -> None:
    """The build's own words and clinics' facts stand where the chapter asks for them."""
    strange = []
    for chapter in chapters_of(target):
        lines = (ROOT / chapter.file).read_text(encoding="utf-8").splitlines()
        for sentence in chapter.sentences():
            line = lines[sentence.line - 1]
            own = line.lstrip().startswith("..") or "|clinic-" in line
            if not own and sentence.words[0] not in line:
                strange.append(f"{chapter.file}:{sentence.line}: {sentence.text}")

    # The first words of "how sure are we" boxes are the build's own.
    assert [
        one for one in strange if not one.endswith(("proof.", "research.", "results.", "known."))
    ] == []
