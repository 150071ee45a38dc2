"""What stands on a page: the marked sequences, and what is painted in each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rst2pdf_tagged.verify.access import Box


@dataclass(frozen=True)
class Mark:
    """A marked sequence that has begun.

    :ivar mcid: its number; ``None`` in an artifact and in sequences without one.
    :ivar artifact: the artifact's kind ("Header", "" for no kind); ``None`` for content.
    :ivar text_object: in which BT ... ET of the page it has begun; 0 outside of all.
    :ivar is_silenced: whether it is to be read as a blank.
    """

    mcid: int | None
    artifact: str | None
    text_object: int = 0
    is_silenced: bool = False

    @property
    def owns(self) -> bool:
        """Return whether what is in it is content of an element, or of nobody."""
        return self.mcid is not None or self.artifact is not None


@dataclass(frozen=True)
class Run:
    """What one operator paints.

    :ivar box: in points: left, bottom (of text: the baseline), right, top.
    :ivar is_exact: whether the box is as wide as what is painted; else that is a guess.
    """

    text: str
    mark: Mark | None
    box: Box | None = None
    is_exact: bool = True

    @property
    def artifact(self) -> str | None:
        """The kind of artifact that it is in; ``None`` for content."""
        return self.mark.artifact if self.mark else None


@dataclass
class PageContent:
    """All that is painted on a page.

    :ivar runs: by sequence number; those in artifacts and outside of everything under ``None``.
    :ivar begun: the numbers of its sequences, in the order in which they begin.
    :ivar faults: what is wrong with its code.
    """

    runs: dict[int | None, list[Run]] = field(default_factory=dict)
    begun: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
