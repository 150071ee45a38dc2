"""The about chapter's table of how sure each fact is, made from the ledger of claims."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from handout.claims import CLAIMS, Strength, load_claims
from handout.edition import edition_of
from handout.grids import Cell, grid, words

# In parts of a whole.
WIDTHS = (22, 78)


class RatingsDirective(SphinxDirective):
    """``.. ratings::``: each rating, what it means, and the claims in short that have it."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        root, labels = Path(self.env.srcdir).parent, edition_of(self.env).labels
        self.env.note_dependency(str(root / CLAIMS))
        rated = {strength: list[nodes.paragraph]() for strength in get_args(Strength)}
        for claim in load_claims(root):
            if claim.short:
                rated[claim.strength].append(self._parsed(claim.short))
        told = labels["ratings"]
        rows = [
            [words(labels["rating"][strength]), cell(told[strength], facts)]
            for strength, facts in rated.items()
            if facts
        ]
        table = grid(told["title"], [told["rating"], told["facts"]], rows, "ratings", widths=WIDTHS)
        table["column"] = True
        self.set_source_info(table)
        for part in (*table.findall(nodes.title), *table.findall(nodes.paragraph)):
            self.set_source_info(part)
            # The others are words of the build, which are translated with those.
            part["translatable"] = bool(part.rawsource)
        return [table]

    def _parsed(self, short: str) -> nodes.paragraph:
        """Return a claim in short; it may hold a word of the glossary."""
        inline, _ = self.parse_inline(short)
        # With what is written: a translation is found by it.
        return nodes.paragraph(short, "", *inline)


def cell(meaning: str, facts: list[nodes.paragraph]) -> Cell:
    """Return what a rating means, and below it the facts that have it."""
    if len(facts) == 1:
        return [nodes.paragraph("", meaning), *facts]
    items = [nodes.list_item("", fact) for fact in facts]
    return [nodes.paragraph("", meaning), nodes.bullet_list("", *items, bullet="*")]
