"""Pictures in chapters that are not there, cannot be printed, or say nothing to a listener."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.blocks import line_of
from handout.near import meant
from handout.photos import kind_of_photo, size_of_photo
from handout.svg_safety import is_svg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

KINDS = (".jpeg", ".jpg", ".png", ".svg")
FOLDER = "images"
NO_ALT = "this picture has no alt text; add a line ':alt:' with what it shows"


def faulty_pictures(
    tree: nodes.document, env: BuildEnvironment, root: Path
) -> Iterator[tuple[nodes.Element, int, str]]:
    """Yield each faulty picture of the chapter *tree*, its line, and what is wrong with it.

    :param root: the project's top folder.
    """
    for image in tree.findall(nodes.image):
        if fault := _fault(image, env, root):
            yield image, line_of(image), fault


def _fault(image: nodes.image, env: BuildEnvironment, root: Path) -> str | None:
    uri = image["uri"]
    if "://" in uri:
        return f"the picture '{uri}' is not in this project; if you may, put its file into images/"
    path = Path(env.relfn2path(uri)[1])
    if not _is_there(path):
        return f"there is no picture '{uri}'; {_guess(uri, root)}"
    if fault := _fault_of_file(path, path.stat().st_mtime_ns):
        return f"the picture '{uri}' {fault}"
    return None if image.get("alt", "").strip() else NO_ALT


def _is_there(path: Path) -> bool:
    """Return whether there is such a file; on all systems capitals and small letters differ."""
    return path.is_file() and path.name in {each.name for each in path.parent.iterdir()}


def _guess(uri: str, root: Path) -> str:
    """Return what may have been meant by a picture that is not there."""
    there = [each for each in (root / FOLDER).rglob("*") if each.suffix.lower() in KINDS]
    name = meant(PurePosixPath(uri).name, [each.name for each in there])
    for each in there:
        if each.name == name:
            return f"did you mean '../{each.relative_to(root).as_posix()}'?"
    return f"correct its name, or put the file into {FOLDER}/"


@lru_cache(maxsize=256)
def _fault_of_file(path: Path, modified: int) -> str | None:
    """Return what is wrong with the file of a picture.

    :param modified: its time stamp, so that a picture that has been saved again is looked at again.
    """
    data = path.read_bytes()
    if kind_of_photo(data):
        try:
            size_of_photo(data)
        except ValueError as error:
            return str(error)
        return None
    # Whether an SVG can be read, handout.sources has looked at.
    return None if is_svg(data) else "is no JPEG, PNG or SVG; export it again as one of these"
