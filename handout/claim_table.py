"""The clinicians' tables of claims: how sure each is, the studies, and their numbers."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from docutils import nodes
from pybtex.database import parse_file
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from handout.checks.cited import unknown_sources
from handout.checks.freshness import read_sources
from handout.claims import CLAIMS, Kind, load_claims
from handout.errors import HandoutError
from handout.grids import grid
from handout.labels import load_labels
from handout.references import in_short
from handout.review import long_date
from handout.sources import SOURCES

if TYPE_CHECKING:
    from pybtex.database import Entry

    from handout.claims import Claim
    from handout.grids import Cell
    from handout.labels import Labels

# In parts of a whole.
WIDTHS = (41, 32, 27)
COLUMNS = ("claim", "strength", "numbers")


class ClaimsDirective(SphinxDirective):
    """``.. claims:: risk``: the claims of one kind."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table.

        :raises HandoutError: a claim names a source that there is not.
        """
        kind = self.arguments[0]
        if kind not in get_args(Kind):
            raise self.error(f"there is no kind '{kind}'; there are: {', '.join(get_args(Kind))}")
        root = Path(self.env.srcdir).parent
        for file in (CLAIMS, SOURCES):
            self.env.note_dependency(str(root / file))
        claims = [claim for claim in load_claims(root) if claim.kind == kind]
        known = read_sources((root / SOURCES).read_text(encoding="utf-8"))
        if faults := list(unknown_sources(claims, known)):
            raise HandoutError("\n".join(map(str, faults)))
        entries = parse_file(str(root / SOURCES)).entries
        # For clinicians: in every translation these pages are English, as the claims are.
        labels = load_labels(root)
        rows = map(partial(_row, entries=entries, labels=labels, page=self.env.docname), claims)
        told = labels["claims"]
        checked = sum(claim.checked is not None for claim in claims)
        state = told["checked"].format(checked=checked, all=len(claims))
        heads = [told[name] for name in COLUMNS]
        return [nodes.paragraph("", state), grid(told[kind], heads, rows, "claims", widths=WIDTHS)]


def _row(claim: Claim, entries: dict[str, Entry], labels: Labels, page: str) -> list[Cell]:
    told, rating = labels["claims"], labels["rating"][claim.strength]
    checked = claim.checked
    person = [told["checked-by"].format(by=checked.by, on=long_date(checked.on))] if checked else []
    studies = [
        nodes.list_item("", nodes.paragraph("", "", *study(entries[key]))) for key in claim.sources
    ]
    return [
        [
            nodes.paragraph("", "", nodes.strong("", claim.about), nodes.Text(f" ({claim.id})")),
            *(nodes.paragraph("", f"\u201c{words}\u201d") for words in claim.wording),
            _places(claim, told["stands"], page),
        ],
        [
            nodes.paragraph("", "", nodes.strong("", rating)),
            *([nodes.bullet_list("", *studies)] if studies else []),
            *(nodes.paragraph("", words) for words in person),
        ],
        [nodes.paragraph("", number) for number in claim.numbers],
    ]


def _places(claim: Claim, words: str, page: str) -> nodes.paragraph:
    """Return the chapters in which *claim* stands, as links."""
    links: list[nodes.Node] = []
    for name in claim.chapters:
        links.append(nodes.Text(f"{words} " if not links else ", "))
        link = addnodes.pending_xref(
            "", nodes.inline("", name), refdomain="std", reftype="doc", reftarget=f"/{name}",
            refdoc=page, refexplicit=False, refwarn=True,
        )  # fmt: skip
        links.append(link)
    return nodes.paragraph("", "", *links)


def study(entry: Entry) -> list[nodes.Node]:
    """Return a source in short, as a link to it if it has one, and how much of it was seen."""
    doi, url = entry.fields.get("doi"), entry.fields.get("url")
    address = f"https://doi.org/{doi}" if doi else url
    words = in_short(entry)
    named = nodes.reference("", words, refuri=address) if address else nodes.Text(words)
    note = entry.fields.get("note")
    return [named, nodes.Text(f" ({note})")] if note else [named]
