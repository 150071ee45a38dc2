"""Prints how hard the handout is to read, as measured when it is built."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from handout.checks.blocks import chapter_of
from handout.checks.readability import measure, sentences_in
from handout.descriptions import chapters
from handout.edition import edition_of
from handout.locales import ENGLISH
from handout.nodes import ReadingGrade

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class TellReadingGrade(SphinxPostTransform):
    """Says the grade where a chapter asks for it with ``.. reading-grade::``."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Replace each marker by the sentence; a translation has not been measured."""
        for marker in list(self.document.findall(ReadingGrade)):
            if self.config.language != ENGLISH:
                marker.parent.remove(marker)
                continue
            words = edition_of(self.env).labels["review"]["grade"]
            grade = self.env.handout_reading_grade  # type: ignore[attr-defined]
            marker.replace_self(nodes.paragraph("", words.format(grade=grade)))


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> None:
    """Measure the handout once all chapters are read; the sentence itself is not yet in them."""
    if env.config.language == ENGLISH:
        env.handout_reading_grade = reading_grade(env)  # type: ignore[attr-defined]


def reading_grade(env: BuildEnvironment) -> int:
    """Return the US school grade of the front page and all chapters together.

    Between two grades it is the harder one: the handout is never said to be easier than it is.
    """
    names = [env.config.root_doc, *chapters(env)]
    sentences = sentences_in(chapter_of(name, env.get_doctree(name)) for name in names)
    # Empty files, of which Sphinx tells the editor in a moment, are read without effort.
    return max(math.ceil(measure(sentences).grade), 1) if sentences else 1
