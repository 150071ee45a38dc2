"""The handout's own document nodes: what a part means, not how it looks."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from handout.edition import edition_of


class Callout(nodes.General, nodes.Element):
    """A box with a title; ``kind`` says what it is for (``call-now``, ``key-points`` ...)."""

    pdf_role = "Aside"


class CalloutTitle(nodes.Part, nodes.TextElement):
    """The words at the top of a call-out."""


class FillIn(nodes.General, nodes.TextElement):
    """A label with a line behind it to write on."""


class WriteLines(nodes.General, nodes.Element):
    """``count`` ruled lines to write on."""

    pdf_role = "P"


class Log(nodes.General, nodes.Element):
    """A grid to fill in by hand: ``columns`` (headings) and ``rows`` (how many)."""


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
