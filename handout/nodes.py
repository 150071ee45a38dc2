"""The handout's own document nodes: what a part means, not how it looks."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from sphinx import addnodes

from handout.edition import edition_of


class Callout(nodes.General, nodes.Element):
    """A box with a title; ``kind`` says what it is for (``call-now``, ``key-points`` ...)."""

    pdf_role = "Aside"


class Spoken(addnodes.translatable):
    """A part whose own words Sphinx translates.

    :cvar told: attributes that hold words, or lists of them.
    """

    told: ClassVar[tuple[str, ...]] = ()

    def preserve_original_messages(self) -> None:
        """Keep nothing: what is to translate is collected before anything is translated."""

    def extract_original_messages(self) -> list[str]:
        """Return the words."""
        texts: list[str] = []
        for name in self.told:
            words = self.get(name, [])  # type: ignore[attr-defined]
            texts += [words] if isinstance(words, str) else words
        return [text for text in texts if text]

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Put a translation in place of the words."""
        for name in self.told:
            words = self.get(name)  # type: ignore[attr-defined]
            if words == original_message:
                self[name] = translated_message  # type: ignore[index]
            elif isinstance(words, list):
                self[name] = [  # type: ignore[index]
                    translated_message if word == original_message else word for word in words
                ]


class CalloutTitle(nodes.Part, nodes.TextElement, Spoken):
    """The words at the top of a call-out; behind those of its kind, the ``word`` it explains."""

    told = ("word",)

    def add_word(self, word: str) -> None:
        """Add the word that is explained."""
        self["word"] = word
        self += nodes.Text(f": {word}")

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Put a translation in place of the word."""
        self.pop()
        self.add_word(translated_message)


class FillIn(nodes.General, nodes.TextElement):
    """A label with a line behind it to write on."""


class WriteLines(nodes.General, nodes.Element, Spoken):
    """``count`` ruled lines to write on, under a ``label``."""

    told = ("label",)
    pdf_role = "P"


class Log(nodes.General, nodes.Element, Spoken):
    """A grid to fill in by hand: ``title``, ``columns`` (headings) and ``rows`` (how many)."""

    told = ("title", "columns")


class TickBox(nodes.Inline, nodes.TextElement):
    """Words with a box to tick in front of them, on the web; print draws the box of a list item."""


class FillInNote(nodes.General, nodes.Element):
    """The place where the web says what becomes of the words that a reader fills in.

    ``unfolded``: whether what can be done with them is shown at once.
    """


class Blank(nodes.Inline, nodes.TextElement):
    """A fact that nobody told us: a rule on paper, ``words`` on the web."""


class SideBySide(nodes.General, nodes.Element):
    """Two drawings that belong together."""


class LongDescription(nodes.General, nodes.Element):
    """What a drawing shows, in words; ``title`` is the drawing's short name."""


class PictureDescriptions(nodes.General, nodes.Element):
    """The place where print lists all long descriptions."""


class ReadingGrade(nodes.General, nodes.Element):
    """The place where the handout says how hard it is to read."""


class Cover(nodes.General, nodes.Element):
    """The place where the web's front page shows the drawing of the printed cover."""


class OnScreen(nodes.General, nodes.Element):
    """What only the web site shows: links to pages that are not printed."""


class Downloads(nodes.General, nodes.Element):
    """The place where the web's front page offers the printable files."""


def blank_role(
    name: str,
    rawtext: str,
    text: str,
    lineno: int,
    inliner: Any,
    options: dict[str, Any] | None = None,
    content: list[str] | None = None,
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Return ``:blank:`what it is``` as a :class:`Blank`; docutils' role interface."""
    words = edition_of(inliner.document.settings.env).words["ask"]
    return [Blank(rawtext, words=words, label=text)], []
