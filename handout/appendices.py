"""Pages of the web site for clinicians: in no contents, in no print, and not offered to patients.

A page is one if it begins with ``:orphan:``, which is how Sphinx calls what is in no contents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def is_appendix(env: BuildEnvironment, name: str) -> bool:
    """Return whether page *name* is for clinicians."""
    return "orphan" in env.metadata.get(name, {})


def keep_from_search(app: Sphinx) -> list[tuple[str, dict[str, str], str]]:
    """Take the pages out of what a reader's search finds; return no page to add."""
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None:
        indexer.prune([name for name in app.env.found_docs if not is_appendix(app.env, name)])
    return []


def setup(app: Sphinx) -> None:
    """Register the event: all pages are written, and the list of their words is not yet."""
    app.connect("html-collect-pages", keep_from_search)
