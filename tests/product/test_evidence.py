"""The clinicians' page of claims: each with its words, how sure it is, its sources and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pybtex.database import parse_file

from handout.claims import Claim, load_claims
from handout.labels import load_labels
from handout.references import in_short
from handout.sources import SOURCES
from tests.conftest import ROOT
from tests.product.webpages import Page

if TYPE_CHECKING:
    from pathlib import Path

CLAIMS = load_claims(ROOT)
ENTRIES = parse_file(str(ROOT / SOURCES)).entries


@pytest.fixture(scope="module")
def rows(site: Path) -> dict[str, list[str]]:
    """The words in the cells of each claim's row, by its id."""
    found = {}
    for row in Page(site / "evidence.html").all("//article//tbody/tr"):
        cells = [" ".join(cell.text_content().split()) for cell in row.xpath("*")]
        (name,) = (claim.id for claim in CLAIMS if f"({claim.id})" in cells[0])
        found[name] = cells
    return found


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_a_clinician_sees_how_sure_a_claim_is_and_what_it_rests_on(
    rows: dict[str, list[str]], claim: Claim
) -> None:
    words, sure, numbers = rows[claim.id]

    assert all(one in plain(words) for one in map(plain, claim.wording))
    assert sure.startswith(load_labels(ROOT)["rating"][claim.strength])
    assert all(in_short(ENTRIES[key]) in sure for key in claim.sources)
    assert all(plain(number) in plain(numbers) for number in claim.numbers)


def test_a_source_that_was_seen_in_part_says_so_at_each_of_its_claims(
    rows: dict[str, list[str]],
) -> None:
    noted = {key: entry.fields["note"] for key, entry in ENTRIES.items() if "note" in entry.fields}
    places = [(claim.id, key) for claim in CLAIMS for key in claim.sources if key in noted]

    assert "Seen in reprints only" in noted["FDA2023"]
    assert len(places) > 20
    assert [one for one in places if f"({noted[one[1]]})" not in rows[one[0]][1]] == []


def plain(text: str) -> str:
    return text.replace("\u201c", "\u201d").replace("\u2019", "'").replace('"', "\u201d")
