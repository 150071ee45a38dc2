"""The table for the clinic on its post: up to date, whole, and in nothing that patients get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.checks.blocks import load_chapters
from handout.client_post import load_post
from handout.post_table import DOCS, NOWHERE, stale_docs
from tests.conftest import ROOT

if TYPE_CHECKING:
    from handout.build import Target


def test_the_table_is_what_the_ledger_and_the_chapters_say_now(target: Target) -> None:
    chapters = load_chapters(ROOT / "source", target.folder / ".doctrees")

    assert list(stale_docs(ROOT, chapters)) == []


def test_every_sentence_is_there_and_stands_somewhere_unless_it_was_left_out() -> None:
    lines = (ROOT / DOCS).read_text(encoding="utf-8").splitlines()
    sentences = load_post(ROOT)

    for sentence in sentences:
        (row,) = [line for line in lines if line.startswith(f"| {sentence.id} | ")]
        assert sentence.text in row
        assert (f"| {NOWHERE} |" in row) == (sentence.became == "left out"), sentence.id
