"""The boxes that hold the whole in short: the main message, and the key points of a chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.blocks import line_of, words_in
from handout.checks.finding import Finding
from handout.checks.sentences import words_of
from handout.nodes import Callout, CalloutTitle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.blocks import Chapter
    from handout.checks.plan import Plan

MAIN_MESSAGE, KEY_POINTS = "main-message", "key-points"
# The chapters that begin with the main message.
WITH_MAIN_MESSAGE = ("index", "front-sheet")
MOST_WORDS = 100
FEWEST_POINTS, MOST_POINTS = 2, 4


def boxes_in(chapter: Chapter, kind: str) -> list[Callout]:
    """Return the call-outs of *kind* in *chapter*, in order."""
    return [box for box in chapter.tree.findall(Callout) if box["kind"] == kind]


def words_in_box(box: Callout) -> str:
    """Return the words of *box* on one line, without its title."""
    parts = [words_in(part) for part in box.children if not isinstance(part, CalloutTitle)]
    return " ".join(" ".join(parts).split())


def misplaced_main_message(chapter: Chapter) -> Iterator[Finding]:
    """Yield what keeps *chapter* from one short main message at its top (B1; CDC 1 to 3, 10)."""
    boxes = boxes_in(chapter, MAIN_MESSAGE)
    if chapter.name not in WITH_MAIN_MESSAGE:
        for box in boxes:
            yield _at(
                chapter,
                box,
                "the main message stands in index.rst and front-sheet.rst only; "
                "write this without the box",
            )
        return
    if not boxes:
        message = "the main message is gone; put a box '.. main-message::' below the title"
        yield Finding(chapter.file, 0, message)
    for box in boxes[:1]:
        yield from _faults_of_main_message(chapter, box)
    for box in boxes[1:]:
        yield _at(chapter, box, "this is a second main message; make one of the two")


def _faults_of_main_message(chapter: Chapter, box: Callout) -> Iterator[Finding]:
    count = len(words_of(words_in_box(box)))
    if count > MOST_WORDS:
        message = f"the main message has {count} words, at most {MOST_WORDS}; make it shorter"
        yield _at(chapter, box, message)
    if box.parent is not next(chapter.tree.findall(nodes.section), None):
        yield _at(chapter, box, "the main message comes late; put it right below the title")


def two_main_messages(chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield where a later chapter has another main message than the first (B1: exactly one)."""
    both = [chapter for chapter in chapters if chapter.name in WITH_MAIN_MESSAGE]
    boxes = [(chapter, box) for chapter in both for box in boxes_in(chapter, MAIN_MESSAGE)]
    for chapter, box in boxes[1:]:
        first_chapter, first = boxes[0]
        if words_in_box(box) != words_in_box(first):
            place = f"{first_chapter.file}:{line_of(first)}"
            yield _at(chapter, box, f"this main message is not the one of {place}; say the same")


def lost_key_points(chapter: Chapter, plan: Plan) -> Iterator[Finding]:
    """Yield what keeps *chapter*, if it is read through, from 2 to 4 key points at its end.

    B2; PEMAT 11. What is looked up in or filled in (see ``source/chapters.toml``) has none.
    """
    if not plan.of(chapter.name).key_points:
        return
    boxes = boxes_in(chapter, KEY_POINTS)
    end = chapter.blocks[-1].line if chapter.blocks else 0
    if not boxes:
        message = "this chapter ends without its key points; add a box '.. key-points::' here"
        yield Finding(chapter.file, end, message)
    elif boxes[-1] is not _last_part(chapter.tree):
        yield _at(chapter, boxes[-1], "the key points are not the last thing; move them down")
    for box in boxes[:-1]:
        yield _at(chapter, box, "this is a second box of key points; keep the one at the end")
    for box in boxes[-1:]:
        yield from _faults_of_key_points(chapter, box)


def _faults_of_key_points(chapter: Chapter, box: Callout) -> Iterator[Finding]:
    count = len(list(box.findall(nodes.list_item)))
    if not FEWEST_POINTS <= count <= MOST_POINTS:
        yield _at(
            chapter,
            box,
            f"here are {count} key points; name {FEWEST_POINTS} to {MOST_POINTS}, "
            "each with a star in front",
        )


def _last_part(part: nodes.Element) -> nodes.Node | None:
    """Return the last thing to read in *part*, whatever sections it is in."""
    last = next((one for one in reversed(part.children) if not _is_unseen(one)), None)
    return _last_part(last) if isinstance(last, nodes.section) else last


def _is_unseen(part: nodes.Node) -> bool:
    return isinstance(part, (nodes.Invisible, nodes.target))


def _at(chapter: Chapter, part: nodes.Node, message: str) -> Finding:
    return Finding(chapter.file, line_of(part), message)
