"""Marks links whose words do not tell their address: paper, which has no clicks, spells it out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx

# theme/html/static/print.css prints the address behind a link of this class.
SPELLED_OUT = "spelled-out"


class MarkSilentLinks(SphinxPostTransform):
    """Gives each link that leads to the web, and hides where, a class of its own."""

    # After the phone numbers, which become links too.
    default_priority = 610
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Mark the links."""
        for link in self.document.findall(nodes.reference):
            address = unquote(link.get("refuri", ""))
            if address.startswith(("http:", "https:")) and link.astext() not in address:
                link["classes"].append(SPELLED_OUT)


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(MarkSilentLinks)
