"""Puts the clinic's facts where the chapters say ``|clinic-phone|`` and the like."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from handout.edition import edition_of
from handout.nodes import Blank
from handout.profile import link_address, tel

if TYPE_CHECKING:
    from typing import Any

    from handout.edition import Edition

logger = logging.getLogger(__name__)

PREFIX = "clinic-"
PHONES = ("phone", "after_hours")


class InsertClinicFacts(SphinxTransform):
    """Replaces ``|clinic-...|`` by the fact itself, or by a blank where there is none.

    A transform and not reStructuredText substitutions, because a fact is data: a star or a
    bar in a clinic's name is printed, not obeyed.
    """

    # Before docutils' Substitutions (220), which would call these names undefined.
    default_priority = 205

    def apply(self, **kwargs: Any) -> None:
        """Replace every clinic substitution in the document."""
        for reference in list(self.document.findall(nodes.substitution_reference)):
            name = reference["refname"]
            if name.startswith(PREFIX):
                reference.replace_self(self._fact(name, reference))

    def _fact(self, name: str, reference: nodes.Node) -> list[nodes.Node]:
        key = name.removeprefix(PREFIX).replace("-", "_")
        labels = edition_of(self.env).labels["facts"]
        if key not in labels:
            known = [PREFIX + fact.replace("_", "-") for fact in labels]
            near = difflib.get_close_matches(name, known, n=1) or known[:1]
            logger.error(
                "there is no clinic fact |%s|; did you mean |%s|?",
                name,
                near[0],
                location=reference,
            )
            return [nodes.Text(name)]
        return fact_nodes(edition_of(self.env), key)


def fact_nodes(edition: Edition, key: str) -> list[nodes.Node]:
    """Return the document nodes that show the clinic's fact *key* (a profile field)."""
    value: str | None = getattr(edition.profile, key)
    if value is None:
        return [Blank("", words=edition.words["ask"], label=edition.labels["facts"][key])]
    if key in PHONES:
        return [as_typed(nodes.reference("", value, refuri=tel(value)))]
    if key == "web":
        shown = value.removeprefix("https://").rstrip("/")
        return [as_typed(nodes.reference("", shown, refuri=link_address(value)))]
    return [as_typed(nodes.inline("", " · ".join(lines_of(value))))]


def as_typed(element: nodes.Element) -> nodes.Element:
    """Keep Sphinx from turning quotes and dashes in *element* into nicer ones."""
    element["support_smartquotes"] = False
    return element


def lines_of(value: str) -> list[str]:
    """Return the lines of an address that hold something."""
    return [line.strip() for line in value.splitlines() if line.strip()]
