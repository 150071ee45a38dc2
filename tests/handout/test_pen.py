"""Slips of the pen: each folder of ``tests/roots/pen`` holds one, and what an editor reads of it.

``message.txt`` is the sentence; where there is ``shown.txt`` instead, the slip is put right
without a word, and these are the words of the chapter.
"""

from __future__ import annotations

import codecs
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from handout.build import PRINT, SITE, Target, build, check_target
from handout.checks.pages import page_blocks
from handout.checks.printed import says, words_of
from handout.errors import HandoutError
from handout.labels import load_labels
from handout.sources import check_sources
from handout.sphinx_runs import read_chapters, run_sphinx
from tests.conftest import ROOT
from tests.copies import copy_of_project, differing, fingerprints, small_handout

if TYPE_CHECKING:
    from collections.abc import Iterator

PEN = ROOT / "tests" / "roots" / "pen"
SLIPS = sorted(path.parent for path in PEN.glob("*/message.txt"))
HARMLESS = sorted(path.parent for path in PEN.glob("*/shown.txt"))
TOLD = ("message.txt", "shown.txt")
CLINIC = (
    'name = "One Example"\nphone = "(503) 555-0142"\nafter_hours = "(503) 555-0143"\n'
    'address = """\n1 Example Way\nExample, OR 97201"""\nweb = "https://one.example"\n'
)
CHAPTER = "source/one.rst"
# In front of captions, counted through the handout.
NUMBER = re.compile(r"^(Picture|Table) \d+ ")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Target:
    """A small handout without slips, quick to read."""
    return small(tmp_path_factory.mktemp("pen") / "copy")


def small(root: Path) -> Target:
    """Make the small handout at *root*, with one claim and one source only."""
    small_handout(root, "Words.", CLINIC)
    for name, begin in (("claims.toml", "[[claim]]\nid"), ("references.bib", "@article{Li2010,")):
        path = root / "source" / name
        text = path.read_text(encoding="utf-8")
        first = text.index(begin)
        path.write_text(text[first : text.index("\n\n", first)] + "\n", encoding="utf-8")
    # Each build reads every picture; nobody shows these.
    for kind in ("people", "timeline", "visit-strip", "mechanism", "readme/"):
        for path in (root / "images").glob(f"{kind}*"):
            path.unlink()
    return Target(root, "one", "en")


def spoilt_files(slip: Path) -> Iterator[Path]:
    """Yield the files of a root, but those that say what must come of it."""
    yield from (path for path in slip.rglob("*") if path.is_file() and path.name not in TOLD)


@contextmanager
def laid_over(slip: Path, root: Path) -> Iterator[None]:
    """Put the files of *slip* into the handout at *root* for the block."""
    before: dict[Path, bytes | None] = {}
    for path in spoilt_files(slip):
        goal = root / path.relative_to(slip)
        before[goal] = goal.read_bytes() if goal.exists() else None
        goal.write_bytes(path.read_bytes())
    try:
        yield
    finally:
        for goal, data in before.items():
            goal.unlink() if data is None else goal.write_bytes(data)


def told(target: Target, builder: str) -> list[str]:
    """Return what an editor reads who builds one form, line by line; see ``handout.build``."""
    load_labels.cache_clear()
    try:
        check_target(target)
        check_sources(target.root)
        run_sphinx(target, builder, target.folder / builder, fresh=True)
    except HandoutError as error:
        return str(error).splitlines()
    return []


@pytest.mark.parametrize("builder", [SITE, PRINT])
@pytest.mark.parametrize("slip", SLIPS, ids=lambda path: path.name)
def test_a_slip_of_the_pen_is_told_in_one_sentence(base: Target, slip: Path, builder: str) -> None:
    with laid_over(slip, base.root):
        lines = told(base, builder)

    assert lines == (slip / "message.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1


@pytest.mark.parametrize("builder", [SITE, PRINT])
def test_of_a_chapter_without_slips_nothing_is_told(base: Target, builder: str) -> None:
    assert told(base, builder) == []


def test_of_the_real_chapters_nothing_is_told(tmp_path: Path) -> None:
    root = copy_of_project(tmp_path / "copy")

    check_sources(root)

    assert read_chapters(Target(root, "example", "en"))[1] == []


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> Target:
    """A handout with every slip that is put right without a word, each a chapter of its own."""
    target = small(tmp_path_factory.mktemp("mended") / "copy")
    root = target.root
    for slip in HARMLESS:
        for path in spoilt_files(slip):
            name = path.relative_to(slip).as_posix()
            goal = root / ("source/" + slip.name + ".rst" if name == CHAPTER else name)
            goal.write_bytes(renamed(path.read_bytes(), slip.name.encode()))
    contents = "".join(f"   {slip.name}\n" for slip in HARMLESS)
    index = root / "source" / "index.rst"
    index.write_text(index.read_text(encoding="utf-8") + contents, encoding="utf-8")
    for builder in (PRINT, SITE):
        run_sphinx(target, builder, target.folder / builder, fresh=builder == PRINT)
    return target


def renamed(chapter: bytes, name: bytes) -> bytes:
    """Return a chapter with another title and label."""
    new = {b"chapter-one": name, b"One": name, b"===": b"=" * len(name)}
    for old, other in new.items():
        chapter = chapter.replace(old, other, 1)
    return chapter


@pytest.mark.parametrize("slip", HARMLESS, ids=lambda path: path.name)
def test_what_can_be_put_right_just_works(mended: Target, slip: Path) -> None:
    shown = (slip / "shown.txt").read_text(encoding="utf-8").splitlines()

    page = page_blocks(mended.site.parent / f"{slip.name}.html")
    blocks = [NUMBER.sub("", block) for block in page]
    printed = words_of(mended.folder / PRINT / "ketamine-handout-large-print-letter.pdf", False)

    assert blocks == [slip.name, "See.", *shown]
    for line in shown:
        assert says(printed, line)


def test_files_saved_on_windows_make_the_same_site(tmp_path: Path) -> None:
    here, windows = small(tmp_path / "here"), small(tmp_path / "windows")
    for path in [*windows.root.glob("source/*"), *windows.root.glob("clinics/*.toml")]:
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        if path.parent.name == "clinics":
            text = text.replace(" = ", "\u00a0= ")
        path.write_bytes(codecs.BOM_UTF8 + text.encode("utf-8"))

    assert [told(target, SITE) for target in (here, windows)] == [[], []]
    assert differing(here.folder / SITE, windows.folder / SITE) == []


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Target:
    """The small handout, built as the command builds it."""
    target = small(tmp_path_factory.mktemp("good") / "copy")
    build(target, [PRINT, SITE], lambda line: None)
    return target


@pytest.mark.parametrize(
    ("name", "form"),
    [("bold-not-closed", "all"), ("latin-1", "html"), ("picture-of-40-megapixels", "pdf")],
)
def test_the_command_tells_it_too_and_keeps_what_was_built(
    good: Target, name: str, form: str
) -> None:
    command = [sys.executable, "-m", "handout", "build", "--clinic", "one", form]
    before = fingerprints(good.folder / SITE), fingerprints(good.folder / PRINT)

    with laid_over(PEN / name, good.root):
        run = subprocess.run(command, cwd=good.root, capture_output=True, encoding="utf-8")

    sentence = (PEN / name / "message.txt").read_text(encoding="utf-8").strip()
    assert run.returncode == 1
    assert run.stderr.strip().splitlines() == [sentence, "", "Nothing was changed by this run."]
    assert (fingerprints(good.folder / SITE), fingerprints(good.folder / PRINT)) == before


def test_there_is_a_root_for_each_slip_that_was_asked_for() -> None:
    assert len(SLIPS) >= 32
    assert not set(SLIPS) & set(HARMLESS)
    assert {path.name for path in PEN.iterdir()} == {path.name for path in [*SLIPS, *HARMLESS]}


def test_a_slip_in_the_settings_is_told_with_its_line(tmp_path: Path) -> None:
    target = small(tmp_path / "copy")
    conf = target.root / "conf.py"
    text = conf.read_text(encoding="utf-8")
    conf.write_text(text + 'exclude_patterns = ["a"\n', encoding="utf-8")

    [line] = told(target, SITE)

    number = text.count("\n") + 1
    assert line.startswith(f"conf.py:{number}: this line cannot be read (")
