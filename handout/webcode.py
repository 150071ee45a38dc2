"""The square code that leads from paper to the clinic's web page (QR code, ISO/IEC 18004)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import segno
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from handout.facts import fact_nodes
from handout.front import styled
from handout.profile import link_address

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from sphinx.application import Sphinx

    from handout.edition import Edition

# Rows of modules from the top; true is black.
Modules = tuple[tuple[bool, ...], ...]


class WebCode(nodes.General, nodes.Element):
    """Where paper shows the code; the ``beside`` sections that follow stand on its left."""


class Square(nodes.image):
    """The code itself: its ``modules``, and in words (``alt``) what it opens."""


class WebCodeDirective(SphinxDirective):
    """``.. web-code::``: on paper, the code of the clinic's web page, if it has one.

    With ``:beside: 2``, the next two sections stand on its left; where the page has room for
    one column only, it stands at the end of its chapter.
    """

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"beside": directives.positive_int}

    def run(self) -> list[nodes.Node]:
        """Return the place of the code."""
        code = WebCode(beside=self.options.get("beside", 0))
        self.set_source_info(code)
        return [code]


def fill(tree: nodes.Element, edition: Edition, single: bool) -> None:
    """Put sections, words, code and address into each place; drop it if there is no address.

    :param tree: the joined chapters, ready to be printed; changed in place.
    :param single: whether the page has room for one column only.
    """
    for place in list(tree.findall(WebCode)):
        if edition.profile.web is None:
            place.parent.remove(place)
            continue
        start = place.parent.index(place) + 1
        beside = place.parent.children[start : start + place["beside"]]
        parent = place.parent
        if single:
            parent.remove(place)
            parent.append(place)
            beside = []
        for section in beside:
            parent.remove(section)
        place += [*beside, *_shown(edition, edition.profile.web)]


def _shown(edition: Edition, web: str) -> list[nodes.Node]:
    """Return what a reader sees and hears: words, code, address."""
    address = styled("web-code-address", *fact_nodes(edition, "web"))
    alt = edition.words["web-code-picture"].format(address=address.astext())
    square = Square(modules=modules_of(code_address(web)), alt=alt)
    return [styled("web-code-words", edition.words["web-code"]), square, address]


def code_address(web: str) -> str:
    """Return a web address as the code holds it: as typed, unless a phone needs it otherwise."""
    address = link_address(web)
    return web if address == f"{web}/" else address


def modules_of(text: str) -> Modules:
    """Return the smallest code that holds *text*, in the best of the error levels M, Q and H."""
    code = segno.make(text, error="m", micro=False)
    return tuple(tuple(map(bool, row)) for row in code.matrix)


def skip(self: Any, node: WebCode) -> None:
    """Show nothing: whoever is on the web needs no way there."""
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the nodes; print has a handler of its own."""
    app.add_node(WebCode, html=(skip, None))
    app.add_node(Square)
