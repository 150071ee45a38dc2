"""What the finished site and the finished PDFs must say, and must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.checks.pages import chapter_blocks
from handout.checks.printed import too_long, words_of
from handout.checks.promises import promises_on_pages
from handout.checks.wording import unprinted, unsaid
from handout.claims import load_claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.build import Target
    from handout.checks.finding import Finding

# One leaf, which has not the words of all chapters; and pages in another order.
LEAF, BOOKLET = "front-sheet", "booklet"


def in_built(target: Target) -> Iterator[Finding]:
    """Yield what is missing, or should be, in the finished site and the finished PDFs."""
    claims = load_claims(target.root)
    pages = chapter_blocks(target.root / "source", target.site.parent)
    yield from unsaid(claims, pages)
    for path in target.printables():
        yield from too_long(path, target.root)
        if LEAF not in path.stem:
            yield from unprinted(claims, pages, path.name, words_of(path, BOOKLET in path.stem))
    yield from promises_on_pages(target)
