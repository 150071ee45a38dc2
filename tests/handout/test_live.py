"""The parts of ``make live``: what a change asks for, how faults are told, how pages differ."""

from __future__ import annotations

import asyncio
import io
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from handout.build import Target
from handout.live import maker
from handout.live.board import Board
from handout.live.faults import Fault, told
from handout.live.inputs import asks_for_all, asks_for_new_process, changed, chapters, look
from handout.live.pictures import Pages, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from handout.live.making import Made, Order

VERSION, OTHER = "1.0-111111", "1.0-abcdef"


def pages(*texts: str, version: str = VERSION) -> Pages:
    """Return pages with one text each, in two columns if there is a bar in it."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792))
    for number, text in enumerate(texts):
        canvas.bookmarkPage(f"page{number}")
        canvas.addOutlineEntry(f"Chapter {number}", f"page{number}")
        for column, part in enumerate(text.split("|")):
            for row, line in enumerate(part.split("/")):
                canvas.drawString(72 + 270 * column, 700 - 72 * row, line)
        canvas.drawCentredString(306, 40, f"A clinic · Version {version} · Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return Pages(file.getvalue(), version)


# -- What a change asks for ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "reads_all", "new_process"),
    [
        ("source/risks.rst", False, False),
        ("source/claims.toml", True, False),
        ("source/references.bib", True, False),
        ("images/brain.svg", True, False),
        ("clinics/clear.toml", True, False),
        ("source/labels.toml", True, True),
        ("images/icons/pen.svg", True, True),
        ("theme/pdf/handout.yaml", True, True),
        ("handout/front.py", True, True),
        ("conf.py", True, True),
    ],
)
def test_a_change_asks_for_no_more_than_it_must(
    path: str, reads_all: bool, new_process: bool
) -> None:
    before = {path: (1, 1, 1), "source/index.rst": (1, 1, 1)}
    after = {**before, path: (2, 1, 1)}

    assert changed(before, after) == {path}
    assert asks_for_all(before, after) == reads_all
    assert asks_for_new_process(changed(before, after)) == new_process


def test_all_chapters_are_read_when_one_comes_or_goes() -> None:
    few = {"source/index.rst": (1, 1, 1)}
    more = {**few, "source/one.rst": (1, 1, 1)}

    assert asks_for_all(few, more)
    assert asks_for_all(more, few)
    assert not asks_for_all(more, more)


def test_chapters_are_called_as_sphinx_calls_them() -> None:
    paths = frozenset({"source/risks.rst", "source/more/deep.rst", "source/a.toml", "conf.py"})

    assert chapters(paths) == {"risks", "more/deep"}


def test_what_is_new_gone_or_saved_again_has_changed_and_nothing_else(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("same", "saved", "gone"):
        (source / f"{name}.rst").write_text(name, encoding="utf-8")
    before = look(tmp_path)
    assert len(before) == 3

    (source / "gone.rst").unlink()
    (source / "new.rst").write_text("new", encoding="utf-8")
    (source / "saved.rst").write_text("Saved", encoding="utf-8")
    # What editors and Python put there.
    for name in (".saved.rst.swp", "saved.rst~", ".#saved.rst"):
        (source / name).write_text("x", encoding="utf-8")

    names = {f"source/{name}.rst" for name in ("gone", "new", "saved")}
    assert changed(before, look(tmp_path)) == names


def test_a_file_that_is_put_back_from_a_copy_has_changed(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, copy = tmp_path / "source" / "one.rst", tmp_path / "copy.rst"
    for file in (copy, path):
        file.write_text("word", encoding="utf-8")
        os.utime(file, (1_000_000_000, 1_000_000_000))
    before = look(tmp_path)

    copy.replace(path)

    assert changed(before, look(tmp_path)) == {"source/one.rst"}


# -- How faults are told ---------------------------------------------------------------------


def test_a_fault_is_told_with_its_place_and_its_line(tmp_path: Path) -> None:
    (tmp_path / "one.rst").write_text("Title\n  a **word \n", encoding="utf-8")
    line = "one.rst:2: stars open; put: two behind"

    [fault] = told([line], tmp_path)

    assert fault == Fault("stars open; put: two behind", "one.rst", 2, "a **word")
    assert str(fault) == line


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("one.rst: is empty; write", Fault("is empty; write", "one.rst")),
        ("one.rst:99: is gone; write", Fault("is gone; write", "one.rst", 99)),
        ("gone.rst:3: is gone; write", Fault("is gone; write", "gone.rst", 3)),
        ("there is none; there is: en", Fault("there is none; there is: en")),
        ("plain", Fault("plain")),
    ],
)
def test_a_fault_without_line_or_file_is_told_as_it_is(
    tmp_path: Path, sentence: str, fault: Fault
) -> None:
    (tmp_path / "one.rst").write_text("Title\n", encoding="utf-8")

    assert told(["", sentence], tmp_path) == [fault]
    assert str(fault) == sentence


def test_a_long_line_is_shortened(tmp_path: Path) -> None:
    (tmp_path / "one.rst").write_text("word " * 100, encoding="utf-8")

    [fault] = told(["one.rst:1: is long; make two"], tmp_path)

    assert len(fault.quote) < 200
    assert fault.quote.endswith("…")


# -- A process that ends by itself -------------------------------------------------------------


@contextmanager
def no_loop() -> Iterator[None]:
    """Put aside the loop in which the browser of other tests runs in this process."""
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(loop)


def leave(order: Order) -> Made:
    raise SystemExit(3)


def test_a_process_that_ends_twice_for_the_same_text_is_told_and_not_tried_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maker, "make", leave)
    board = Board()

    async def show(made: Made, chapters: frozenset[str]) -> None:
        raise AssertionError(made)

    async def run() -> None:
        target = Target(tmp_path, "one", "en")
        one = maker.Maker(target, "html", tmp_path, board, board.site, show)
        one.ask()
        task = asyncio.create_task(one.keep_making())
        async for _ in board.news():
            if not board.site.is_working:
                break
        task.cancel()
        one.end()

    with no_loop():
        asyncio.run(run())

    assert board.site.was_restarted
    assert board.faults() == [Fault(maker.BROKEN)]
    assert board.site.version == 0


# -- How pages differ ------------------------------------------------------------------------


def test_another_version_alone_is_no_difference() -> None:
    before = pages("One", "Two")

    assert pages("One", "Two", version=OTHER).first_change(before) is None


def test_the_first_page_that_differs_is_found_and_how_far_down() -> None:
    before = pages("One", "Two/two", "Three")

    spot = pages("One", "Two/more", "Four", version=OTHER).first_change(before)

    assert spot is not None
    assert spot.page == 2
    # The second line stands at 792 - 628 points from the top.
    assert spot.down == pytest.approx(164 / 792, abs=0.02)


def test_of_two_columns_the_left_one_is_read_first() -> None:
    before = pages("Left/one/two|Right/three")

    spot = pages("Left/one/too|Write/three").first_change(before)

    assert spot is not None
    assert spot.down > 0.25


def test_the_chapter_that_was_saved_counts_more_than_the_contents() -> None:
    before = pages("Contents 5", "Two", "Three")
    after = pages("Contents 6", "Two", "Tree")

    assert after.first_change(before) == Spot(1, pytest.approx(0.1, abs=0.02))
    saved = after.first_change(before, ["Chapter 2"])
    assert saved is not None
    assert saved.page == 3
    # Nothing differs in it, so it is shown what does.
    assert after.first_change(before, ["Chapter 1", "No such"]) is not None


def test_a_page_that_was_not_there_before_differs() -> None:
    assert pages("One", "Two").first_change(pages("One")) == Spot(2, 0)


def test_a_picture_shows_the_page() -> None:
    two = pages("One", "Two")

    with Image.open(io.BytesIO(two.picture(2))) as picture:
        assert picture.size == (1224, 1584)
        assert picture.convert("L").getextrema() == (0, 255)
    with pikepdf.open(io.BytesIO(two.data)) as pdf:
        assert len(pdf.pages) == len(two.papers)
