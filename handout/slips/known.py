"""What can be written between ``..`` and ``::``, between colons, and between bars."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Of docutils, Sphinx and the list of sources, as far as chapters have a use for them.
OTHER_BOXES = (
    "bibliography",
    "figure",
    "glossary",
    "image",
    "include",
    "list-table",
    "table",
    "toctree",
)
ROLES = ("blank", "cite:p", "doc", "ref", "term")
PICTURES = ("drawing", "figure", "image")
# Options of what is not our own.
OTHER_OPTIONS = ("alt", "class", "header-rows", "hidden", "maxdepth", "stub-columns", "widths")


@lru_cache(maxsize=1)
def boxes() -> tuple[str, ...]:
    """Return what may stand in ``.. name::``."""
    # Here, for the directives need Sphinx, which takes long to load.
    from handout.directives import DIRECTIVES

    return (*DIRECTIVES, *OTHER_BOXES)


def options_of(box: str) -> Iterable[str]:
    """Return what may stand between colons below ``.. box::``."""
    from handout.directives import DIRECTIVES

    directive = DIRECTIVES.get(box)
    return OTHER_OPTIONS if directive is None else directive.option_spec or ()


@lru_cache(maxsize=1)
def all_options() -> frozenset[str]:
    """Return all that may stand between colons below some box."""
    return frozenset(option for box in ("", *boxes()) for option in options_of(box))


def facts() -> list[str]:
    """Return what may stand between bars."""
    from handout.fact_places import facts as names

    return names()
