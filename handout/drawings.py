"""The directives for pictures."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from handout.nodes import LongDescription, SideBySide

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Drawing(SphinxDirective):
    """A picture with ``:alt:``, a caption, and a long description as second paragraph.

    ``:width:`` is its width on paper; ``:column:`` fits it into one of a page's two columns,
    in its narrow layout if there is one.
    """

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "alt": directives.unchanged_required,
        "width": directives.length_or_percentage_or_unitless,
        "column": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Return a figure; beside it, for small screens, the narrow layout if there is one."""
        self.assert_has_content()
        if not self.options.get("alt"):
            raise self.error("this drawing has no alt text; add a line like  :alt: what it shows")
        uri = directives.uri(self.arguments[0])
        figure = nodes.figure(ids=[f"picture-{PurePosixPath(uri).stem}"], align="left")
        figure["column"] = "column" in self.options
        self.set_source_info(figure)
        figure += self._image(uri, "wide" if self._narrow(uri) else "")
        if narrow := self._narrow(uri):
            figure += self._image(narrow, "narrow")
        caption, *rest = self.parse_content_to_nodes()
        if not isinstance(caption, nodes.paragraph):
            raise self.error("a drawing begins with its caption: one paragraph of words")
        figure += nodes.caption(caption.rawsource, "", *caption.children)
        figure[-1].source, figure[-1].line = caption.source, caption.line
        if rest:
            figure += LongDescription("", *rest, figure=figure["ids"][0])
        return [figure]

    def _image(self, uri: str, layout: str) -> nodes.image:
        image = nodes.image(uri=uri, alt=self.options["alt"], classes=[layout] if layout else [])
        if "width" in self.options and layout != "narrow":
            image["width"] = self.options["width"]
        self.set_source_info(image)
        return image

    def _narrow(self, uri: str) -> str | None:
        """Return the name of the narrow layout of *uri* if such a file lies beside it."""
        narrow = re.sub(r"(\.\w+)$", r"-narrow\1", uri)
        _, path = self.env.relfn2path(narrow)
        return narrow if Path(path).is_file() else None


class SideBySideDirective(SphinxDirective):
    """Two drawings next to each other on paper and on wide screens."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the pair."""
        pair = SideBySide(classes=["side-by-side"])
        pair += self.parse_content_to_nodes()
        return [pair]
