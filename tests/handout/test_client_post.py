"""Nothing of the clinic's post is lost: each sentence is there, with what became of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from handout.checks.ledger import post_faults
from handout.claims import CLAIMS, load_claims
from handout.client_post import POST, load_post
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CLAIMED = load_claims(ROOT)
# The clinic's own file lies beside the checkout, not in it.
SHARED = ROOT.parent / "shared" / "client"


def the_post() -> Path:
    """Return the clinic's file; skip, or fail under REQUIRE_TOOLS=1, if it is not here."""
    if found := sorted(SHARED.glob("*.txt")):
        return found[0]
    reason = f"the clinic's post is not in {SHARED}"
    if os.environ.get("REQUIRE_TOOLS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def test_the_list_has_each_word_of_the_clinics_post_in_order() -> None:
    text = the_post().read_text(encoding="utf-8")

    assert " ".join(sentence.text for sentence in load_post(ROOT)) == " ".join(text.split())


def test_each_sentence_has_a_number_of_its_own() -> None:
    ids = [sentence.id for sentence in load_post(ROOT)]

    assert len(ids) == len(set(ids))


def test_each_sentence_that_was_restated_or_moved_is_in_a_claim() -> None:
    assert list(map(str, post_faults(CLAIMED, load_post(ROOT)))) == []


def test_a_sentence_of_no_claim_and_a_number_that_there_is_not_are_told() -> None:
    claims = [
        one.model_copy(update={"post": ("9.9",) if one.id == "S8" else ()}) for one in CLAIMED
    ]
    post = load_post(ROOT)
    s8 = next(one for one in CLAIMED if one.id == "S8")
    sentence = next(one for one in post if one.id == "3.3")

    found = [str(finding) for finding in post_faults(claims, post)]
    assert (
        f"{CLAIMS}:{s8.line}: claim S8 restates sentence 9.9, which {POST} does not have; "
        "correct the number"
    ) in found
    assert (
        f"{POST}:{sentence.line}: sentence 3.3 is restated, and no claim says where; add its "
        f"number to 'post' of the claim in {CLAIMS} that says it"
    ) in found
    # Headings, and what is kept or left out, are in no claim.
    told = [one for one in post if one.became in ("restated", "moved") and not one.heading]
    assert len(found) == len(told) + 1
