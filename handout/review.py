"""What the handout says about its own version and review."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from handout.labels import Labels
    from handout.profile import ClinicProfile


def long_date(day: date) -> str:
    """Return *day* as US readers write it: ``November 23, 2026``."""
    return f"{day:%B} {day.day}, {day.year}"


def review_line(profile: ClinicProfile, labels: Labels, built: date) -> str:
    """Return the review state in one short line, for the foot of every page.

    :param built: the day the words were last changed; a review due before it is past.
    """
    words = labels["words"]
    review = profile.review
    if review is None:
        return words["not-reviewed"]
    if review.next < built:
        return f"{words['review-past']} ({long_date(review.next)})"
    return f"{words['reviewed']} {long_date(review.date)}, {words['review-due']} {long_date(review.next)}"


def review_paragraphs(app: Sphinx) -> list[nodes.Node]:
    """Return the about chapter's sentences on version, date and review."""
    profile: ClinicProfile = app.handout_profile  # type: ignore[attr-defined]
    labels: Labels = app.handout_labels  # type: ignore[attr-defined]
    words = labels["review"]
    day = date.fromisoformat(app.config.handout_date)
    version = words["version"].format(version=app.config.release, date=long_date(day))
    review = profile.review
    if review is None:
        state = words["none"]
    else:
        state = words["done"].format(
            name=review.name,
            credentials=review.credentials,
            date=long_date(review.date),
            next=long_date(review.next),
        )
    return [nodes.paragraph("", version), nodes.paragraph("", state)]
