"""Whether every claim of the ledger stands in what was built, in the very words agreed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.checks.finding import Finding
from handout.checks.printed import says
from handout.checks.squeezing import squeezed
from handout.claims import CLAIMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.checks.pages import Chapters
    from handout.claims import Claim

# On the web only: on paper the front sheet stands in its place.
WEB_ONLY = "index"


def unsaid(claims: list[Claim], chapters: Chapters) -> Iterator[Finding]:
    """Yield a finding for each wording that stands on none of its claim's pages of the site."""
    for claim in claims:
        for wording in claim.wording:
            if not _standing(claim, wording, chapters):
                yield _gone(claim, wording, "the web site")


def unprinted(claims: list[Claim], chapters: Chapters, name: str, text: str) -> Iterator[Finding]:
    """Yield a finding for each wording of the site that is not in one printed file.

    :param name: of the file; :param text: its words, see :mod:`handout.checks.printed`.
    """
    for claim in claims:
        for wording in claim.wording:
            printed = set(_standing(claim, wording, chapters)) - {WEB_ONLY}
            if printed and not says(text, wording):
                yield _gone(claim, wording, name)


def _standing(claim: Claim, wording: str, chapters: Chapters) -> list[str]:
    """Return which chapters of *claim* hold *wording*."""
    words = squeezed(wording)
    return [name for name in claim.chapters if words in squeezed("\n".join(chapters.get(name, [])))]


def _gone(claim: Claim, wording: str, where: str) -> Finding:
    return Finding(
        CLAIMS,
        claim.line,
        f'the words "{wording}" of {claim.id} are not in {where}; put them back into a chapter, '
        "or change them here too",
    )
