"""Rules about artifacts, which nobody hears: no text that matters may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rst2pdf_tagged.verify.access import Box
from rst2pdf_tagged.verify.file import Finding, TaggedFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rst2pdf_tagged.verify.painted import Run

# The share of a page, at its top and foot, where running heads and feet stand.
BAND = 0.2
RUNNING = ("Header", "Footer", "Pagination")
# How many empty lines of code may stand above or below all others.
LINES = 3
# From how many pages with running lines on, each must stand as high as one on another page.
SOME_PAGES = 3


def artifacts(file: TaggedFile) -> Iterator[Finding]:
    """Check that text which nobody hears is a running line, or a table's head shown again."""
    heads = _words_of_heads(file)
    heights = _heights(file)
    for number, page in enumerate(file.pages):
        for run in page.runs.get(None, []):
            if run.artifact is None or not run.text.strip():
                continue
            if run.artifact in RUNNING:
                is_fine = _is_running(file, number, run, heights)
            else:
                is_fine = run.text.strip() in heads or _is_line_number(file, number, run)
            if not is_fine:
                sentence = f"the text {run.text!r} is an artifact, so that nobody hears it"
                yield Finding(number + 1, "artifacts", sentence)


def _words_of_heads(file: TaggedFile) -> set[str]:
    """Return the lines of all heads of tables, which are shown again on later pages."""
    return {
        run.text.strip()
        for element in file.elements
        if element.kind == "THead"
        for place in element.places()
        for run in file.runs(place)
    }


def _is_line_number(file: TaggedFile, page: int, run: Run) -> bool:
    """Return whether *run* is a number to the left of a line of code."""
    if not run.text.strip().isdigit() or run.box is None:
        return False
    code = [e for e in file.elements if e.kind == "Code"]
    boxes = [box for e in code if (box := file.box_on(page, e))]
    # Empty lines above and below the first and the last one have numbers too.
    room = LINES * (run.box[3] - run.box[1])
    return any(
        box[1] - room <= run.box[1] <= box[3] + room and run.box[0] < box[0] + 1 for box in boxes
    )


def _heights(file: TaggedFile) -> dict[tuple[str, int], set[int]]:
    """Return the pages that have a running line of each kind at each height."""
    found: dict[tuple[str, int], set[int]] = {}
    for number, page in enumerate(file.pages):
        for run in page.runs.get(None, []):
            if run.artifact in RUNNING and run.box:
                found.setdefault((run.artifact, round(run.box[1])), set()).add(number)
    return found


def _is_running(
    file: TaggedFile, page: int, run: Run, heights: dict[tuple[str, int], set[int]]
) -> bool:
    """Return whether *run* stands where a running line does: beyond all that is heard."""
    if run.box is None or run.artifact is None:
        return False
    _, low, _, high = file.edges[page]
    room = (high - low) * BAND
    spread = [pages for (kind, _), pages in heights.items() if kind == run.artifact]
    own = heights[run.artifact, round(run.box[1])]
    if len(own) == 1 and len(set().union(*spread)) >= SOME_PAGES:
        return False
    heard = _heard(file, page)
    is_head = run.box[1] > high - room and all(run.box[1] >= box[1] for box in heard)
    is_foot = run.box[1] < low + room and all(run.box[1] <= box[1] for box in heard)
    return (is_head and run.artifact != "Footer") or (is_foot and run.artifact != "Header")


def _heard(file: TaggedFile, page: int) -> list[Box]:
    return [
        run.box
        for mcid, runs in file.pages[page].runs.items()
        if mcid is not None
        for run in runs
        if run.text.strip() and run.box
    ]
