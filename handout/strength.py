"""Puts words to how good the proof is that a box speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform

from handout.edition import edition_of

if TYPE_CHECKING:
    from typing import Any


class TellStrength(SphinxTransform):
    """Puts them in front of the first sentence."""

    # Behind Sphinx's Locale (20), which takes the words of a sentence for those translated.
    default_priority = 25

    def apply(self, **kwargs: Any) -> None:
        """Do so in each box."""
        strengths = edition_of(self.env).labels["how-sure"]
        for part in self.document.findall(nodes.Element):
            if strength := part.get("strength"):
                paragraph = next(iter(part.findall(nodes.paragraph)))
                paragraph.insert(0, [nodes.strong("", strengths[strength]), nodes.Text(" ")])
