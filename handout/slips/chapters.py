"""Tells of all slips in the chapters while they are read, whatever is built of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils import get_source_line
from sphinx.util import logging

from handout.checks.blocks import line_of
from handout.edition import edition_of
from handout.slips.columns import torn_words
from handout.slips.facts import typed_facts
from handout.slips.links import dead_ends, names_of
from handout.slips.passages import slips_in_passages
from handout.slips.pictures import faulty_pictures
from handout.source_text import settled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)
# Before Sphinx looks for pictures (500), which it tells of without a guess.
EARLY = 400


def on_source_read(app: Sphinx, docname: str, content: list[str]) -> None:
    """Settle the text of a chapter, and tell of a clinic's facts in it."""
    content[0] = settled(content[0])
    edition = edition_of(app.env)
    for line, sentence in typed_facts(content[0], edition.profile, edition.title):
        logger.error("%s", sentence, location=(docname, line))


def on_include_read(app: Sphinx, path: Path, docname: str, content: list[str]) -> None:
    """Settle the text of a file that a chapter takes in."""
    content[0] = settled(content[0])


def on_pictures(app: Sphinx, tree: nodes.document) -> None:
    """Tell of pictures that cannot be shown."""
    _tell(faulty_pictures(tree, app.env, Path(app.confdir)))


def on_doctree_read(app: Sphinx, tree: nodes.document) -> None:
    """Tell of what a chapter was not meant to say, and of tables that are too wide for print."""
    _tell(slips_in_passages(tree))
    if "orphan" not in app.env.metadata[app.env.current_document.docname]:
        _tell(torn_words(tree, app.config, Path(app.confdir)))


def _tell(slips: Iterable[tuple[nodes.Element, int, str]]) -> None:
    for node, line, sentence in slips:
        # A file that a chapter takes in has lines of its own.
        source, _ = get_source_line(node)
        logger.error("%s", sentence, location=f"{source}:{line}")


def on_consistency(app: Sphinx, env: BuildEnvironment) -> None:
    """Tell of links that lead nowhere, and of chapters that cannot be told apart."""
    names = names_of(env)
    titles: dict[str, str] = {}
    for docname in sorted(env.all_docs):
        tree = env.get_doctree(docname)
        for link, sentence in dead_ends(tree, names, docname):
            logger.error("%s", sentence, location=link)
        title = env.titles[docname].astext()
        other = titles.setdefault(title.casefold(), docname)
        if other != docname:
            line = line_of(next(tree.findall(nodes.title)))
            logger.error(
                "the chapter %s.rst has the same title; give one of them another",
                other,
                location=(docname, line),
            )


def setup(app: Sphinx) -> ExtensionMetadata:
    """Listen while chapters are read."""
    app.connect("source-read", on_source_read)
    app.connect("include-read", on_include_read)
    app.connect("doctree-read", on_pictures, priority=EARLY)
    app.connect("doctree-read", on_doctree_read)
    app.connect("env-check-consistency", on_consistency)
    return {"version": "1.0", "parallel_read_safe": True, "parallel_write_safe": True}
