"""Refuses to give out a handout that no clinician stands behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.build import check_target
from handout.errors import HandoutError
from handout.profile import CLINICS, load_profile, profile_path
from handout.review import is_past, long_date
from handout.toml_lines import places

if TYPE_CHECKING:
    from handout.build import Target


def check_release(target: Target) -> None:
    """Check that a clinician has reviewed the words, and that the review still holds.

    :raises HandoutError: nobody has, or it does not; or there is no such target.
    """
    check_target(target)
    review = load_profile(target.clinic, target.root).review
    file = f"{CLINICS}/{target.clinic}.toml"
    if review is None:
        raise HandoutError(
            "no clinician has reviewed the text yet; have it reviewed and fill in [review]", file
        )
    if is_past(review, target.day):
        text = profile_path(target.clinic, target.root).read_text(encoding="utf-8-sig")
        raise HandoutError(
            f"the text was to be reviewed again by {long_date(review.next)}; have it reviewed "
            "and write down the new days",
            f"{file}:{places(text)['review', 'next'].line}",
        )
