"""What the handout says about its own version and review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from docutils import nodes

from handout.locales import ENGLISH, locale_of

if TYPE_CHECKING:
    from datetime import date

    from handout.edition import Edition
    from handout.profile import Review


def long_date(day: date, language: str = ENGLISH) -> str:
    """Return *day* in full: ``November 23, 2026``; in Spanish, ``23 de noviembre de 2026``."""
    return _formatted(day, "long", language)


def short_date(day: date, language: str = ENGLISH) -> str:
    """Return *day* in fewer letters, so that a page's foot is one line: ``Nov 23, 2026``."""
    return _formatted(day, "medium", language)


def _formatted(day: date, length: Literal["long", "medium"], language: str) -> str:
    # Here, as it takes time to load, and a build that finds nothing to do has no use for it.
    from babel.dates import format_date

    return format_date(day, length, locale=locale_of(language))


def is_past(review: Review | None, today: date) -> bool:
    """Return whether the next *review* should have been done before *today*."""
    return review is not None and review.next < today


def is_older(review: Review | None, changed: date) -> bool:
    """Return whether the words were *changed* after the day of the *review*."""
    return review is not None and review.date < changed


def review_line(edition: Edition) -> str:
    """Return the review state in one short line, for the foot of every page.

    What is not finished cannot have been reviewed.
    """
    words, review = edition.words, edition.profile.review
    if edition.unfinished:
        return words["unfinished"]
    if review is None:
        return words["not-reviewed"]
    if is_older(review, edition.day):
        return words["review-older"]
    due = short_date(review.next, edition.language)
    if is_past(review, edition.today):
        return f"{words['review-past']} ({due})"
    done = short_date(review.date, edition.language)
    return f"{words['reviewed']} {done}, {words['review-due']} {due}"


def _standing(review: Review, edition: Edition) -> str:
    """Return the key of the sentence that says whether a *review* holds."""
    if is_older(review, edition.day):
        return "older"
    return "past" if is_past(review, edition.today) else "done"


def review_paragraphs(edition: Edition) -> list[nodes.Node]:
    """Return the about chapter's sentences on version, date and review."""
    words, review = edition.labels["review"], edition.profile.review
    language = edition.language
    version = words["version"].format(id=edition.id, date=long_date(edition.day, language))
    state = words["unfinished" if edition.unfinished else "none"]
    if review is not None and not edition.unfinished:
        state = words[_standing(review, edition)].format(
            name=review.name,
            credentials=review.credentials,
            date=long_date(review.date, language),
            next=long_date(review.next, language),
        )
    # "built": no editor has typed these numbers.  A name is printed as it is typed.
    return [
        nodes.paragraph("", version, built=True, translatable=False),
        nodes.paragraph("", state, built=True, translatable=False, support_smartquotes=False),
    ]
