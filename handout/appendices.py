"""Pages of the web site for clinicians: in no contents, in no print, and not offered to patients.

A page is one if it begins with ``:orphan:``, which is how Sphinx calls what is in no contents.
These pages are English in every translation, as the ledger is of which they are made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from handout.locales import ENGLISH, IN_ENGLISH

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def is_appendix(env: BuildEnvironment, name: str) -> bool:
    """Return whether page *name* is for clinicians."""
    return "orphan" in env.metadata.get(name, {})


class TellEnglish(SphinxPostTransform):
    """Tells screen readers of a translation that such a page is English."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Mark the whole page."""
        if self.config.language != ENGLISH and is_appendix(self.env, self.env.docname):
            next(self.document.findall(nodes.section))["classes"].append(IN_ENGLISH)


def keep_from_search(app: Sphinx) -> list[tuple[str, dict[str, str], str]]:
    """Take the pages out of what a reader's search finds; return no page to add."""
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None:
        indexer.prune([name for name in app.env.found_docs if not is_appendix(app.env, name)])
    return []


def setup(app: Sphinx) -> None:
    """Register transform and event: all pages are written, and the list of words is not yet."""
    app.add_post_transform(TellEnglish)
    app.connect("html-collect-pages", keep_from_search)
