"""Gives every link target a place on paper.

rst2pdf lets ids wait for the next paragraph.  A figure, a piece of code or the end of the file
has none, so that ReportLab refuses the whole document; with one, the link lands too low.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from rst2pdf.flowables import Reference
from sphinx import addnodes

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable
    from rst2pdf.createpdf import RstToPdf

# Their own handlers, or those of the blocks in them, give the ids a place that is exact, or
# they draw nothing and the ids belong to what comes next.
PASS_ON = (
    nodes.document,
    nodes.section,
    nodes.compound,
    nodes.title,
    nodes.paragraph,
    nodes.Text,
    nodes.definition_list,
    nodes.footnote,
    nodes.citation,
    nodes.label,
    nodes.target,
    nodes.comment,
    nodes.raw,
    nodes.entry,
    addnodes.start_of_file,
    addnodes.glossary,
    addnodes.index,
)


class Anchor(Reference):
    """A link target of no size that leaves the space around it as it would be without."""

    _ZEROSIZE = True
    _SPACETRANSFER = True

    def draw(self) -> None:
        """Mark the place; rst2pdf's own class marks the page only."""
        self.canv.bookmarkHorizontal(self.refid, 0, 0)


def take(client: RstToPdf, node: nodes.Node) -> list[str]:
    """Return the ids that must stand before *node*, and let them wait no longer."""
    if isinstance(node, nodes.definition_list_item):
        _hand_to_term(client, node)
    if isinstance(node, (*PASS_ON, nodes.definition_list_item)):
        return []
    assert isinstance(node, nodes.Element)
    waiting = [*client.pending_targets, *node["ids"]]
    client.pending_targets = []
    fresh = [name for name in dict.fromkeys(waiting) if name not in client.targets]
    # Known from now on, or the first paragraph inside would draw a second anchor.
    client.targets.extend(fresh)
    return fresh


def put(client: RstToPdf, node: nodes.Node, names: list[str], elements: list[Flowable]) -> None:
    """Put anchors for *names* before *elements*, or let them wait if nothing is drawn.

    What still waits at the end of a file belongs there.
    """
    if names and not elements:
        client.targets = [name for name in client.targets if name not in names]
        client.pending_targets = [*names, *client.pending_targets]
        return
    elements[:0] = [Anchor(name) for name in names]
    if isinstance(node, (addnodes.start_of_file, nodes.document)):
        left = [name for name in client.pending_targets if name not in client.targets]
        elements += [Anchor(name) for name in dict.fromkeys(left)]
        client.pending_targets = []


def _hand_to_term(client: RstToPdf, item: nodes.definition_list_item) -> None:
    """Let the term carry what waits: rst2pdf draws its ids at the right place."""
    term = item.next_node(nodes.term)
    if term is not None:
        term["ids"] += [*client.pending_targets, *item["ids"]]
        client.pending_targets = []
