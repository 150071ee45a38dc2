"""What stands below a picture, and what those hear who cannot see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from handout.checks.blocks import line_of, words_in
from handout.checks.finding import Finding
from handout.checks.sentences import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.blocks import Chapter

FEWEST_WORDS, MOST_WORDS = 6, 25
MOST_LETTERS = 150
# Screen readers say that it is a picture by themselves.
NEEDLESS = re.compile(
    r"^\W*(?:this is )?(?:an? |the )?(?:image|picture|photo(?:graph)?|graphic) of\b", re.IGNORECASE
)


def poor_pictures(chapter: Chapter) -> Iterator[Finding]:
    """Yield pictures whose caption or alt text tells too little or too much.

    B8; PEMAT 17, WCAG 1.1.1. Decoration, such as icons and the cover, is no picture in a chapter.
    """
    for figure in chapter.tree.findall(nodes.figure):
        caption = next(figure.findall(nodes.caption), None)
        words = words_of(words_in(caption)) if caption else []
        line = line_of(caption) if caption else line_of(figure)
        for message in _faults_of_caption(len(words)):
            yield Finding(chapter.file, line, message)
    for image in chapter.tree.findall(nodes.image):
        yield from _faults_of_image(chapter.file, image)


def _faults_of_caption(count: int) -> Iterator[str]:
    limits = f"write {FEWEST_WORDS} to {MOST_WORDS} that say what to see in it"
    if not FEWEST_WORDS <= count <= MOST_WORDS:
        yield f"the caption of this picture has {count} words; {limits}"


def _faults_of_image(file: str, image: nodes.image) -> Iterator[Finding]:
    line, figure = line_of(image), image.parent
    if not isinstance(figure, nodes.figure):
        yield Finding(file, line, "this picture has no caption; show it with '.. drawing::'")
    # The layout for small screens says the same.
    elif next(figure.findall(nodes.image)) is not image:
        return
    for message in _faults_of_alt(image.get("alt", "").strip()):
        yield Finding(file, line, message)


def _faults_of_alt(alt: str) -> Iterator[str]:
    if len(alt) > MOST_LETTERS:
        yield (
            f"the alt text of this picture has {len(alt)} letters, at most {MOST_LETTERS}; "
            "say the rest in the paragraph below the caption"
        )
    if needless := NEEDLESS.match(alt):
        yield f'the alt text begins with "{needless[0]}"; leave this out, as listeners know it'
