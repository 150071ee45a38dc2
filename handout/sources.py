"""Checks the files a build reads for faults that Sphinx would answer with a traceback."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError

from handout.checks.pages import chapter_lines
from handout.claims import CLAIMS
from handout.errors import HandoutError
from handout.icons import icon_file
from handout.labels import LABELS, load_labels
from handout.near import did_you_mean
from handout.slips.lines import conflicts, malformed_citations, slips_in_lines, unprintable
from handout.source_text import read_source, settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHAPTERS = (".rst", ".inc", ".txt")
TEXTS = (*CHAPTERS, ".toml", ".bib")
SOURCES = "source/references.bib"
COVER = "images/cover-letter.svg"
RULE = re.compile(r"^(=+|-+)\s*$", re.MULTILINE)
NAME = re.compile(r"[a-z][a-z0-9-]*")
# What the build prints, besides chapters and the clinic's file.
PRINTED = (LABELS.as_posix(), CLAIMS, SOURCES)
# How lines begin that are not printed.
COMMENTS = ("#", "%")


def check_sources(root: Path) -> None:
    """Check texts, pictures and the list of sources below the project folder *root*.

    :raises HandoutError: with every fault found, one sentence a line.
    """
    # What cannot be read as text cannot be read as anything else either.
    if faults := list(_texts(root)):
        raise HandoutError("\n".join(faults))
    faults = [*_pictures(root), *_contents(root), *_bibliography(root)]
    for path in _files(root, *CHAPTERS):
        faults += _slips(path, f"source/{path.relative_to(root / 'source').as_posix()}")
    faults += [fault for file in PRINTED for fault in _letters(root, file)]
    if faults:
        raise HandoutError("\n".join(faults))


def _files(root: Path, *kinds: str) -> list[Path]:
    """Return the files in ``source/``; hidden ones are left there by other programs."""
    folder = root / "source"
    files = (path for path in folder.rglob("[!.~]*") if path.suffix in kinds and path.is_file())
    return sorted(files)


def _texts(root: Path) -> Iterator[str]:
    for path in _files(root, *TEXTS):
        place = path.relative_to(root).as_posix()
        try:
            text = read_source(path, place)
        except HandoutError as error:
            yield str(error)
        else:
            yield from (f"{place}:{line}: {words}" for line, words in conflicts(text))


def _contents(root: Path) -> Iterator[str]:
    folder = root / "source"
    if not (folder / "index.rst").is_file():
        yield "source/index.rst: the front page is gone; put it back"
        return
    there = sorted(path.stem for path in folder.glob("*.rst"))
    seen: dict[str, int] = {}
    for name, line in chapter_lines(folder):
        if name not in there:
            yield f"source/index.rst:{line}: {_lost(name, there, folder)}"
        elif (first := seen.setdefault(name, line)) != line:
            words = f"the contents name the chapter '{name}' in line {first} too"
            yield f"source/index.rst:{line}: {words}; take one of the two out"
    for name in there:
        if not NAME.fullmatch(name):
            yield (
                f"source/{name}.rst: a chapter's file may only have small letters, digits and "
                f"'-' in its name; name it '{_tidy(name)}.rst'"
            )


def _lost(name: str, there: list[str], folder: Path) -> str:
    """Return what to say of a chapter *name* that the contents have and the *folder* has not."""
    todo = did_you_mean(name, there, "correct the name or add the file", "'{}'")
    if (folder / f"{name}.rst.txt").is_file():
        todo = f"take '.txt' off the name of the file {name}.rst.txt"
    return f"the contents name a chapter '{name}', and there is no file source/{name}.rst; {todo}"


def _tidy(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _slips(path: Path, place: str) -> Iterator[str]:
    """Yield what is wrong with the lines of a chapter, or else that it has no heading."""
    text = settled(read_source(path, place))
    slips = sorted([*slips_in_lines(text), *malformed_citations(text)])
    found = [f"{place}:{line}: {words}" for line, words in slips]
    if not found and path.suffix == ".rst" and not RULE.search(text):
        found = [f"{place}: this chapter has no heading; write one with a line of = under it"]
    yield from found


def _letters(root: Path, file: str) -> Iterator[str]:
    """Yield letters of a file of data that cannot be printed."""
    text = read_source(root / file, file) if (root / file).is_file() else ""
    for line, words in enumerate(text.split("\n"), start=1):
        if not words.lstrip().startswith(COMMENTS) and (fault := unprintable(words)):
            yield f"{file}:{line}: {fault}"


def _pictures(root: Path) -> Iterator[str]:
    icons = [f"images/icons/{icon_file(kind).name}" for kind in load_labels(root)["callout"]]
    for name in [COVER, *icons]:
        if not (root / name).is_file():
            yield f"{name}: this picture is gone; put it back"
    for path in sorted((root / "images").rglob("*.svg")):
        try:
            etree.parse(str(path))
        except etree.XMLSyntaxError:
            yield (
                f"{path.relative_to(root).as_posix()}: this picture cannot be read; "
                "export it again from the drawing program"
            )


def _bibliography(root: Path) -> Iterator[str]:
    path = root / SOURCES
    if not path.is_file():
        yield f"{SOURCES}: the list of sources is gone; put it back"
        return
    try:
        Parser().parse_file(str(path))
    except PybtexError as error:
        if twice := re.search(r"repeated bibliography entry: (\S+)", str(error)):
            yield f"{SOURCES}: the source {twice[1]} stands there twice; keep one of the two"
            return
        line = re.search(r"line (\d+)", str(error))
        place = f"{SOURCES}:{line[1]}" if line else SOURCES
        yield f"{place}: the list of sources cannot be read here; compare with the entries above"
