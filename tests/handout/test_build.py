"""Builds of a copy of the handout with one thing wrong: told plainly, and nothing good lost."""

from __future__ import annotations

import gc
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from handout.build import PRINT, SITE, Target, build
from handout.errors import HandoutError
from handout.sphinx_runs import rare_collections
from tests.conftest import NEEDED, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def quiet(line: str) -> None:
    """Say nothing."""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Target:
    """A small handout of three chapters, built once."""
    root = tmp_path_factory.mktemp("good")
    for name in NEEDED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)
    chapters(root)
    (root / "clinics" / "clear.toml").write_text('name = "Clear"\n', encoding="utf-8")
    target = Target(root, "clear", "en")
    build(target, [PRINT, SITE], quiet)
    return target


def chapters(root: Path) -> None:
    """Leave three short chapters."""
    source = root / "source"
    for path in source.glob("*.rst"):
        path.unlink()
    index = "Handout\n=======\n\n.. toctree::\n   :hidden:\n\n   front-sheet\n   one\n   about\n"
    (source / "index.rst").write_text(index, encoding="utf-8")
    (source / "front-sheet.rst").write_text("Short\n=====\n\nA message.\n", encoding="utf-8")
    one = (
        ".. _chapter-one:\n\nOne\n===\n\nWords :cite:p:`Li2010`.\n\n"
        ".. drawing:: ../images/meditation.svg\n   :alt: A person\n   :width: 5cm\n\n   See it.\n\n   In words.\n"
    )
    (source / "one.rst").write_text(one, encoding="utf-8")
    about = "About\n=====\n\nWords.\n\n.. picture-descriptions::\n\n.. bibliography::\n"
    (source / "about.rst").write_text(about, encoding="utf-8")


def in_chapter(text: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        with (root / "source/one.rst").open("a", encoding="utf-8") as file:
            file.write("\n" + text)

    return spoil


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def written(name: str, text: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        (root / name).write_text(text, encoding="utf-8")

    return spoil


def removed(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink()


def latin_1(root: Path) -> None:
    with (root / "source/one.rst").open("ab") as file:
        file.write("\nA café.\n".encode("latin-1"))


MISTAKES = [
    pytest.param(in_chapter(".. drawing:: ../images/none.svg\n   :alt: X\n\n   See.\n"), "source/one.rst:16: there is no picture", id="missing-picture"),
    pytest.param(in_chapter(".. drawing:: ../images/brain.svg\n\n   See.\n"), "source/one.rst:16: this drawing has no alt text", id="no-alt-text"),
    pytest.param(written("images/meditation.svg", "<svg"), "images/meditation.svg: this picture cannot be read", id="broken-picture"),
    pytest.param(in_chapter("See :ref:`chapter-two`.\n"), "source/one.rst:16: this link points to 'chapter-two'", id="dangling-link"),
    pytest.param(in_chapter("A word :term:`none`.\n"), "source/one.rst:16: the word 'none' is not in words-to-know.rst", id="no-such-word"),
    pytest.param(in_chapter("A source :cite:p:`None1999`.\n"), "source/one.rst:16: there is no source 'None1999'", id="no-such-source"),
    pytest.param(in_chapter("A fact |clinic-fone|.\n"), "source/one.rst:16: there is no clinic fact |clinic-fone|; did you mean |clinic-phone|?", id="no-such-fact"),
    pytest.param(in_chapter("A snowman \u2603.\n"), "source/one.rst:16: the letter '\u2603' (SNOWMAN, U+2603) is not in the typeface", id="missing-letter"),
    pytest.param(in_chapter(".. how-sure:: sure\n\n   Words.\n"), "source/one.rst:16: 'sure' is no strength of proof", id="no-such-strength"),
    pytest.param(in_chapter(".. key-point::\n\n   * A\n"), "source/one.rst:16: there is nothing called '.. key-point::'; did you mean '.. key-points::'?", id="no-such-box"),
    pytest.param(in_chapter("Two words\n-----\n"), "source/one.rst:17: the line under this heading is shorter", id="short-underline"),
    pytest.param(in_chapter("Some **bold words.\n"), "source/one.rst:16: stars open bold words here", id="open-stars"),
    pytest.param(in_chapter(".. list-table:: T\n   :header-rows: 1\n\n   * - A\n     - B\n   * - C\n"), "source/one.rst:16: this table is not in order", id="broken-table"),
    pytest.param(in_chapter(".. list-table:: T\n   :header-rows: 1\n\n   * - A\n   * - " + "word " * 1000 + "\n"), "source/one.rst:19: a row of this table is taller than a page", id="tall-table"),
    pytest.param(replaced("source/index.rst", "   one\n", "   one\n   two\n"), "source/index.rst:9: the contents name a chapter 'two'", id="missing-chapter"),
    pytest.param(written("source/three.rst", "Three\n=====\n\nWords.\n"), "source/three.rst: this chapter is not in the contents", id="chapter-left-out"),
    pytest.param(replaced("conf.py", '"paper-letter"]', '"paper-leter"]'), ": there is no style sheet 'paper-leter' (looked in", id="style-sheet"),
    pytest.param(replaced("theme/pdf/handout.yaml", "fontSize: 12\n", "fontsiz: 12\n"), "theme/pdf/handout.yaml:53: unknown key 'fontsiz' in style 'base'; did you mean 'fontSize'?", id="style-key"),
    pytest.param(written("clinics/clear.toml", 'name = "A'), "clinics/clear.toml:1: this line cannot be read", id="clinic-file"),
    pytest.param(replaced("source/labels.toml", 'not-reviewed = "Not yet reviewed by a clinician"\n', ""), "source/labels.toml: the entry 'not-reviewed' is missing; put it back", id="label"),
    pytest.param(latin_1, "source/one.rst:16: this line has a letter that is not saved as UTF-8", id="latin-1"),
    pytest.param(written("source/one.rst", ""), "source/one.rst: this chapter has no heading", id="empty-chapter"),
    pytest.param(removed("images/cover-letter.svg"), "images/cover-letter.svg: this picture is gone", id="no-cover"),
    pytest.param(written("images/icons/call-now.svg", "<svg"), "images/icons/call-now.svg: this picture cannot be read", id="broken-icon"),
    pytest.param(removed("images/icons/crisis.svg"), "images/icons/crisis.svg: this picture is gone; put it back", id="no-icon"),
    pytest.param(removed("source/references.bib"), "source/references.bib: the list of sources is gone", id="no-sources"),
    pytest.param(written("source/references.bib", "@article{Li2010,\n title = {A\n"), "source/references.bib:2: the list of sources cannot be read", id="broken-sources"),
    pytest.param(written("source/labels.toml", "x"), "source/labels.toml:1: this line cannot be read", id="labels"),
    pytest.param(removed("source/labels.toml"), "source/labels.toml: this file is gone or may not be read; put it back", id="no-labels"),
    pytest.param(replaced("source/labels.toml", '"Page"', "3"), "source/labels.toml:96: 'page' must be a text in quotes", id="label-no-text"),
    pytest.param(replaced("source/labels.toml", "[words]", "[worlds]"), "source/labels.toml: the table [words] is missing; put it back", id="no-table-of-labels"),
    pytest.param(removed("source/index.rst"), "source/index.rst: the front page is gone; put it back", id="no-front-page"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "sentence"), MISTAKES)
def test_a_mistake_is_told_plainly_and_costs_nothing(
    good: Target, tmp_path: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    root = tmp_path / "copy"
    shutil.copytree(good.root, root)
    target = Target(root, "clear", "en")
    before = {path.name: path.read_bytes() for path in [*target.printables(), target.site]}
    spoil(root)

    with pytest.raises(HandoutError) as caught:
        build(target, [PRINT, SITE], quiet)

    assert sentence in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
    assert "Traceback" not in str(caught.value)
    assert {path.name: path.read_bytes() for path in [*target.printables(), target.site]} == before
    assert not list(target.folder.rglob(".unfinished-*"))


def test_a_second_build_with_nothing_changed_builds_nothing(good: Target) -> None:
    assert build(good, [PRINT, SITE], quiet) is False


def test_a_changed_word_is_built(good: Target, tmp_path: Path) -> None:
    root = tmp_path / "copy"
    shutil.copytree(good.root, root)
    replaced("source/one.rst", "Words", "Other words")(root)
    target = Target(root, "clear", "en")

    assert build(target, [PRINT, SITE], quiet) is True

    assert "Other words" in (target.folder / SITE / "one.html").read_text(encoding="utf-8")


def test_an_unknown_language_is_refused(good: Target) -> None:
    with pytest.raises(HandoutError, match="there is no translation 'fr' yet; there is: en"):
        build(Target(good.root, "clear", "fr"), [PRINT], quiet)


def test_python_looks_for_garbage_as_before_after_a_build_that_failed() -> None:
    before = gc.get_threshold()

    with suppress(HandoutError), rare_collections():
        meanwhile = gc.get_threshold()
        raise HandoutError("wrong")

    assert meanwhile != before
    assert gc.get_threshold() == before
