"""Marks in the chapters of where a claim of the ledger stands; readers see nothing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from typing import Any

logger = logging.getLogger(__name__)


class ClaimMark(nodes.Invisible, nodes.Element):
    """The place above a part of a chapter that states ``claims``; gone once it is read."""


class ClaimDirective(SphinxDirective):
    """``.. claim:: D2 S10``, above the paragraph, list, table or box that states these claims."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the mark."""
        mark = ClaimMark()
        self.set_source_info(mark)
        mark["claims"] = [(claim, mark.line) for claim in self.arguments[0].split()]
        return [mark]


class PlaceClaims(SphinxTransform):
    """Notes at each part of a chapter which claims it states, as ``[(id, line of the mark)]``."""

    default_priority = 200

    def apply(self, **kwargs: Any) -> None:
        """Take out every mark."""
        for mark in list(self.document.findall(ClaimMark)):
            part = mark.next_node(descend=False, siblings=True)
            while isinstance(part, nodes.comment):
                part = part.next_node(descend=False, siblings=True)
            if not isinstance(part, nodes.Element):
                logger.error("nothing stands below this claim; move it up", location=mark)
            else:
                # Below a mark another one may stand; then its part is that of both.
                part["claims"] = [*mark["claims"], *part.get("claims", ())]
            mark.parent.remove(mark)
