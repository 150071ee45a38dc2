"""What the handout says about its own version and review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from datetime import date

    from handout.edition import Edition
    from handout.profile import Review


def long_date(day: date) -> str:
    """Return *day* as US readers write it: ``November 23, 2026``."""
    return f"{day:%B} {day.day}, {day.year}"


def short_date(day: date) -> str:
    """Return *day* in fewer letters, so that a page's foot is one line: ``Nov 23, 2026``."""
    return f"{day:%b} {day.day}, {day.year}"


def is_past(review: Review | None, today: date) -> bool:
    """Return whether the next *review* should have been done before *today*."""
    return review is not None and review.next < today


def review_line(edition: Edition) -> str:
    """Return the review state in one short line, for the foot of every page."""
    words, review = edition.words, edition.profile.review
    if review is None:
        return words["not-reviewed"]
    due = short_date(review.next)
    if is_past(review, edition.today):
        return f"{words['review-past']} ({due})"
    return f"{words['reviewed']} {short_date(review.date)}, {words['review-due']} {due}"


def review_paragraphs(edition: Edition) -> list[nodes.Node]:
    """Return the about chapter's sentences on version, date and review."""
    words, review = edition.labels["review"], edition.profile.review
    version = words["version"].format(id=edition.id, date=long_date(edition.day))
    state = words["none"]
    if review is not None:
        state = words["past" if is_past(review, edition.today) else "done"].format(
            name=review.name,
            credentials=review.credentials,
            date=long_date(review.date),
            next=long_date(review.next),
        )
    # "built": no editor has typed these numbers.  A name is printed as it is typed.
    return [
        nodes.paragraph("", version, built=True),
        nodes.paragraph("", state, built=True, support_smartquotes=False),
    ]
