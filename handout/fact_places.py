"""Puts the clinic's facts where the chapters say ``|clinic-phone|`` and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from handout.edition import edition_of
from handout.facts import FACTS, fact_nodes, fact_parts
from handout.near import did_you_mean

if TYPE_CHECKING:
    from typing import Any

logger = logging.getLogger(__name__)

PREFIX = "clinic-"


def facts() -> list[str]:
    """Return the names of the clinic's facts, as they stand between bars."""
    return [PREFIX + fact.replace("_", "-") for fact in FACTS]


class InsertClinicFacts(SphinxTransform):
    """Replaces ``|clinic-...|`` by the fact itself, or by a blank where there is none.

    A fact of several lines or texts that stands alone in its item or paragraph gives one of
    these for each.  What is optional and not known takes its paragraph with it, and an item
    that is empty then.

    A transform and not reStructuredText substitutions, because a fact is data: a star or a
    bar in a clinic's name is printed, not obeyed.
    """

    # Before docutils' Substitutions (220), which would call these names undefined.
    default_priority = 205

    def apply(self, **kwargs: Any) -> None:
        """Replace every clinic substitution in the document."""
        for reference in list(self.document.findall(nodes.substitution_reference)):
            name = reference["refname"]
            key = name.removeprefix(PREFIX).replace("-", "_")
            if name.startswith(PREFIX) and key in FACTS:
                self._insert(key, reference)
            elif name.startswith(PREFIX):
                self._refuse(name, reference)

    def _insert(self, key: str, reference: nodes.substitution_reference) -> None:
        parts = fact_parts(edition_of(self.env), key)
        block = _alone_in(reference)
        if len(parts) > 1 and block is not None:
            block.replace_self([_copy_with(block, part) for part in parts])
        elif parts or not (FACTS[key].optional and _take_out(reference)):
            reference.replace_self(fact_nodes(edition_of(self.env), key))

    def _refuse(self, name: str, reference: nodes.substitution_reference) -> None:
        todo = did_you_mean(name, facts(), "correct the name between the bars", "|{}|")
        logger.error("there is no clinic fact |%s|; %s", name, todo, location=reference)
        reference.replace_self(nodes.Text(name))


def _alone_in(reference: nodes.Node) -> nodes.Element | None:
    """Return the list item or paragraph that holds *reference* and nothing else."""
    paragraph = reference.parent
    if not isinstance(paragraph, nodes.paragraph) or len(paragraph) > 1:
        return None
    item = paragraph.parent
    return item if isinstance(item, nodes.list_item) and len(item) == 1 else paragraph


def _copy_with(block: nodes.Element, part: nodes.Element) -> nodes.Element:
    """Return a copy of *block* in which *part* stands in place of the reference."""
    copy = block.deepcopy()
    next(copy.findall(nodes.substitution_reference)).replace_self(part)
    return copy


def _take_out(reference: nodes.Node) -> bool:
    """Remove the paragraph around *reference*, and what is empty then; return whether we did."""
    part = reference.parent
    if not isinstance(part, nodes.paragraph):
        return False
    while True:
        above = part.parent
        above.remove(part)
        if len(above) or not isinstance(above, (nodes.list_item, nodes.bullet_list)):
            return True
        part = above
