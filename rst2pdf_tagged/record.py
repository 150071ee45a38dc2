"""What was drawn in one pass: which marked content belongs to which node."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils.nodes import Node

    from rst2pdf_tagged.glyphs import GlyphWatch

# What is called for every text that is drawn, if the libraries are those we know.
CALLED_FOR_TEXT = {"elemdispatch", "textdispatch", "_drawOn", "beginText", "_formatText"}
# One link or span in a paragraph: its number there, and its address (see `inline`).
Span = tuple[int, str]
# The same, told apart from those of all other paragraphs.
SpanKey = tuple[int, Span]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Sequence:
    """A marked-content sequence (ISO 32000-1, 14.6).

    :ivar page: number of the page, from 0.
    :ivar mcid: its number on the page.
    :ivar path: the spans it lies in, the outermost first.
    :ivar text: what it shows.
    :ivar box: the rectangle of a picture, in points.
    """

    page: int
    mcid: int
    path: tuple[SpanKey, ...] = ()
    text: str = ""
    box: Box | None = None


@dataclass
class Record:
    """All marked content and all links of one pass.

    :ivar sequences: for each (node, part), by identity, its sequences as drawn.
    :ivar nodes: the nodes, by identity.
    :ivar annotations: for each link the annotations over its text, as drawn.
    :ivar places: for each name that links lead to, the page (from 0) and the number of the
        sequence at that place, which is the next one to be drawn.
    :ivar drawn: what has been drawn, by identity, so that repeated table heads are known.
    :ivar strays: what drew text that belongs to no node: class of flowable, node, text.
    :ivar hooks: the names of the libraries' hooks that have been called.
    :ivar needed: the names of those that must have been, for what was drawn.
    :ivar watch: has seen the text.
    """

    sequences: dict[tuple[int, str | None], list[Sequence]] = field(default_factory=dict)
    nodes: dict[int, Node] = field(default_factory=dict)
    annotations: dict[SpanKey, list[Any]] = field(default_factory=dict)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    drawn: dict[int, Any] = field(default_factory=dict)
    strays: list[tuple[str, Node | None, str]] = field(default_factory=list)
    hooks: set[str] = field(default_factory=set)
    needed: set[str] = field(default_factory=set)
    watch: GlyphWatch | None = None

    def add_stray(self, name: str, node: Node | None, text: str) -> None:
        """Note that a flowable of the class *name* draws *text* that belongs to no node."""
        self.needed |= CALLED_FOR_TEXT
        self.strays.append((name, node, text))

    def add(self, node: Node, part: str | None, sequence: Sequence) -> None:
        """Note that *sequence* belongs to a *part* of *node*."""
        self.needed |= CALLED_FOR_TEXT if sequence.text else set()
        self.nodes[id(node)] = node
        self.sequences.setdefault((id(node), part), []).append(sequence)
