"""Mends what Sphinx leaves undone when it puts translated sentences into a chapter."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.nodes import extract_messages

from handout.catalogs import place_of
from handout.locales import ENGLISH
from handout.translation import load_translation

if TYPE_CHECKING:
    from typing import Any

logger = logging.getLogger(__name__)


class KeepEnglishMarks(SphinxTransform):
    """Keeps the marks of sources of the English sentences, before they are translated."""

    # Before Sphinx's Locale (20).
    default_priority = 15

    def apply(self, **kwargs: Any) -> None:
        """Note how many marks there are, and those of each sentence."""
        if self.config.language == ENGLISH:
            return
        self.document.handout_marks = len(self.env.domains["cite"].citation_refs)  # type: ignore[attr-defined]
        for node, _ in extract_messages(self.document):
            if marks := _marks(node):
                node["english-marks"] = [(mark["reftarget"], mark["ids"]) for mark in marks]


class MendTranslation(SphinxTransform):
    """Gives each mark of a source its own id back, and puts words to know in their order."""

    # Right behind Sphinx's Locale (20).
    default_priority = 21

    def apply(self, **kwargs: Any) -> None:
        """Mend the chapter."""
        if self.config.language == ENGLISH:
            return
        # The translated sentences have noted theirs too, under ids that stand elsewhere.
        del self.env.domains["cite"].citation_refs[self.document.handout_marks :]  # type: ignore[attr-defined]
        for node in self.document.findall(nodes.Element):
            if "english-marks" in node:
                _give_back(node)
        for words in self.document.findall(addnodes.glossary):
            for entries in words.findall(nodes.definition_list):
                entries.children.sort(key=_by_letters)
        self._tell_unused()

    def _tell_unused(self) -> None:
        """Tell translations that Sphinx has passed over in silence: they are no plain sentence."""
        root, language = Path(self.app.confdir), self.config.language
        name = self.env.current_document.docname
        lines = {
            message.english: message.line
            for message in load_translation(root, language).catalogs.get(name, ())
            if message.words
        }
        for node, english in extract_messages(self.document):
            if english in lines and node.get("translated") is False:
                place = f"{place_of(language, name)}:{lines[english]}"
                message = "this does not read as one sentence or heading; compare its marks"
                logger.error(f"{message} with the English", location=place)


def _marks(node: nodes.Element) -> list[addnodes.pending_xref]:
    return [mark for mark in node.findall(addnodes.pending_xref) if mark["refdomain"] == "cite"]


def _give_back(node: nodes.Element) -> None:
    kept = node.attributes.pop("english-marks")
    for mark in _marks(node):
        one = next((one for one in kept if one[0] == mark["reftarget"]), None)
        if one is not None:
            kept.remove(one)
            mark["ids"] = one[1]


def _by_letters(entry: nodes.Node) -> str:
    """Return by what a word is found in a list: its letters, whatever accents they have."""
    term = next(iter(entry.findall(nodes.term))).astext()
    letters = unicodedata.normalize("NFD", term.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
