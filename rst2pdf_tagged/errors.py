"""The error that a PDF build raises, with the place in the sources it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

if TYPE_CHECKING:
    from docutils import nodes


class PdfBuildError(SphinxError):
    """A PDF could not be made.

    :param message: one plain sentence: what is wrong and what to do.
    :param location: ``file:line`` or a file's path; ``None`` when no place is known.
    """

    category = "PDF build"

    def __init__(self, message: str, location: str | None = None) -> None:
        super().__init__(message)
        self.location = location


def place_of(node: nodes.Node | None) -> str | None:
    """Return ``file:line`` of the nearest node above *node* that knows both, else ``None``."""
    while node is not None:
        source, line = getattr(node, "source", None), getattr(node, "line", None)
        if source and line:
            return f"{source}:{line}"
        node = node.parent
    return None
