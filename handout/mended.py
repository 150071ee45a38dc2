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
from handout.faithful import has_words
from handout.locales import ENGLISH, IN_ENGLISH
from handout.translation import load_translation

if TYPE_CHECKING:
    from typing import Any

    from handout.translation import Translation

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
        translation = load_translation(Path(self.env.srcdir).parent, self.config.language)
        name = self.env.current_document.docname
        if name in translation.catalogs:
            self._mend_untranslated(translation, name)

    def _mend_untranslated(self, translation: Translation, name: str) -> None:
        """Tell screen readers what is still English.

        Translations that Sphinx has passed over in silence are faults: they are no sentence.
        """
        lines = {one.english: one.line for one in translation.catalogs[name] if one.words}
        for node, english in list(extract_messages(self.document)):
            if node.get("translated") is not False or isinstance(node, nodes.field_name):
                continue
            if english in lines:
                place = f"{place_of(translation.language, name)}:{lines[english]}"
                message = "this does not read as one sentence or heading; compare its marks"
                logger.error(f"{message} with the English", location=place)
            elif isinstance(node, nodes.paragraph) and has_words(english):
                words = nodes.inline("", "", *node.children, classes=[IN_ENGLISH])
                node.children = []
                node += words


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
