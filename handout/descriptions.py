"""Fills the places that only the finished set of chapters can fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from handout.nodes import Downloads, LongDescription, OnScreen, PictureDescriptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sphinx.environment import BuildEnvironment


class FillDescriptions(SphinxPostTransform):
    """Lists what each picture shows, under the picture's number."""

    # Before references are resolved (10): the words may hold links to the glossary.
    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Replace each marker by the list of descriptions of all chapters."""
        for marker in list(self.document.findall(PictureDescriptions)):
            marker.replace_self([entry(*found) for found in all_descriptions(self.env)])


class KeepForPaper(SphinxPostTransform):
    """Drops what only a screen needs."""

    default_priority = 5
    builders = ("pdf",)

    def run(self, **kwargs: Any) -> None:
        """Remove download markers and links to pages that are not printed."""
        for kind in (Downloads, OnScreen):
            for part in list(self.document.findall(kind)):
                part.parent.remove(part)


def entry(title: str, description: LongDescription) -> nodes.paragraph:
    """Return one description as a paragraph that begins with the picture's number."""
    words = [child.deepcopy() for part in description.children for child in part.children]
    opening = nodes.strong("", f"{title}. ")
    return nodes.paragraph("", "", opening, *words, classes=["picture-description"])


def all_descriptions(env: BuildEnvironment) -> Iterator[tuple[str, LongDescription]]:
    """Yield number ("Picture 3") and description of every drawing, in the order of chapters."""
    for docname in chapters(env):
        numbers = env.toc_fignumbers.get(docname, {}).get("figure", {})
        for description in env.get_doctree(docname).findall(LongDescription):
            number = ".".join(map(str, numbers.get(description["figure"], ("?",))))
            yield env.config.numfig_format["figure"] % number, description


def chapters(env: BuildEnvironment) -> list[str]:
    """Return the names of the chapters' files, in the order of the contents."""
    return list(env.toctree_includes.get(env.config.root_doc, []))
