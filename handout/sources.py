"""Checks the files a build reads for faults that Sphinx would answer with a traceback."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError

from handout.checks.pages import chapter_names
from handout.errors import HandoutError
from handout.icons import icon_file
from handout.labels import load_labels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = (".rst", ".toml", ".bib")
SOURCES = "source/references.bib"
COVER = "images/cover-letter.svg"
RULE = re.compile(r"^(=+|-+)\s*$", re.MULTILINE)


def check_sources(root: Path) -> None:
    """Check texts, pictures and the list of sources below the project folder *root*.

    :raises HandoutError: with every fault found, one sentence a line.
    """
    faults = [*_texts(root), *_pictures(root)]
    # What cannot be read as text cannot be read as a list of sources either.
    faults = faults or [*_contents(root), *_headings(root), *_bibliography(root)]
    if faults:
        raise HandoutError("\n".join(faults))


def _texts(root: Path) -> Iterator[str]:
    for path in sorted((root / "source").iterdir()):
        if path.suffix in TEXTS:
            try:
                path.read_text(encoding="utf-8")
            except UnicodeDecodeError as error:
                line = path.read_bytes()[: error.start].count(b"\n") + 1
                yield (
                    f"source/{path.name}:{line}: this line has a letter that is not saved as "
                    "UTF-8; save the file again as UTF-8"
                )


def _contents(root: Path) -> Iterator[str]:
    front = root / "source" / "index.rst"
    if not front.is_file():
        yield "source/index.rst: the front page is gone; put it back"
        return
    lines = front.read_text(encoding="utf-8").splitlines()
    for name in chapter_names(root / "source"):
        if not (root / "source" / f"{name}.rst").is_file():
            yield (
                f"source/index.rst:{lines.index(f'   {name}') + 1}: the contents name a chapter "
                f"'{name}', and there is no file source/{name}.rst; correct the name or add the "
                "file"
            )


def _headings(root: Path) -> Iterator[str]:
    for path in sorted((root / "source").glob("*.rst")):
        if not RULE.search(path.read_text(encoding="utf-8")):
            yield (
                f"source/{path.name}: this chapter has no heading; write one with a line of = "
                "under it"
            )


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
