"""The error that a PDF build raises, and the place in the sources that is being worked on."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

if TYPE_CHECKING:
    from types import TracebackType

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

    def __str__(self) -> str:
        """Return place and message, for rst2pdf alone; Sphinx is given them one by one."""
        message = super().__str__()
        return f"{self.location}: {message}" if self.location else message


def place_of(node: nodes.Node | None) -> str | None:
    """Return ``file:line`` of *node*, else of the first one in it, else of one around it."""
    while node is not None:
        for near in (node, *node.findall()):
            source, line = getattr(near, "source", None), getattr(near, "line", None)
            if source and line:
                return f"{source}:{line}"
        node = node.parent
    return None


_node_at_work: ContextVar[nodes.Node | None] = ContextVar("node_at_work", default=None)


def place_at_work() -> str | None:
    """Return the place of the node that is being drawn, else ``None``."""
    return place_of(_node_at_work.get())


def node_at_work() -> nodes.Node | None:
    """Return the node that is being drawn, else ``None``."""
    return _node_at_work.get()


class WorkingOn:
    """For the time of a ``with`` block, what goes wrong goes wrong at *node*.

    rst2pdf's warnings name no place, and ReportLab raises some exceptions anew with more
    text, whereby any attribute is lost: so each block puts its place on what passes it.
    """

    def __init__(self, node: nodes.Node | None) -> None:
        self.node = node

    def __enter__(self) -> None:
        self._token = _node_at_work.set(self.node or _node_at_work.get())

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if error is not None and getattr(error, "location", None) is None:
            error.location = place_at_work()  # type: ignore[attr-defined]
        _node_at_work.reset(self._token)
