"""The ledger of medical claims: what the handout says, how sure that is, and where it is from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from handout.near import did_you_mean
from handout.tables import Listed, load_tables

if TYPE_CHECKING:
    from pathlib import Path

CLAIMS = "source/claims.toml"
# A fact on record is a rule, a label's words or a date: seen in its source, not weighed.
Strength = Literal["strong", "some", "early", "mixed", "unknown", "on-record"]
# What a claim does for the balance; a promise is the clinic's own and has no source.
Kind = Literal["benefit", "risk", "limit", "rule", "help", "promise"]
Text = Annotated[str, Field(min_length=1)]


class Checked(BaseModel):
    """Who has held a claim against its sources, and when."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    by: Text
    on: date


class Claim(Listed):
    """One medical claim; ``source/claims.toml`` says at its top what each entry means."""

    id: Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9-]*$")]
    about: Text
    kind: Kind
    strength: Strength
    sources: tuple[Text, ...] = ()
    wording: Annotated[list[Text], Field(min_length=1)]
    chapters: Annotated[list[Text], Field(min_length=1)]
    numbers: tuple[Text, ...] = ()
    post: tuple[Text, ...] = ()
    short: Text | None = None
    checked: Checked | None = None

    @model_validator(mode="after")
    def _has_sources(self) -> Self:
        if not self.sources and self.kind != "promise":
            raise ValueError(f"'{self.id}' names no source; add one, or leave the claim out")
        return self


def load_claims(root: Path) -> list[Claim]:
    """Return the claims of the ledger below the project folder *root*, in its order.

    :raises HandoutError: the ledger is missing or wrong; all of its faults in one message.
    """
    return load_tables(root, CLAIMS, "claim", Claim)


def nearest(claim: str, claims: list[Claim]) -> str:
    """Return what to do about an id that is not in the ledger."""
    return did_you_mean(claim, [known.id for known in claims], f"add it to {CLAIMS}")
