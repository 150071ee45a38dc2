"""Refuses to give out a handout that no clinician stands behind, or that nobody could prove."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from handout import changelog
from handout.checks.finding import Finding
from handout.checks.freshness import read_sources, stale
from handout.checks.report import check_words
from handout.errors import HandoutError
from handout.history import History
from handout.locales import LOCALE, check_language
from handout.pinned import CONSTRAINTS, other_versions
from handout.profile import CLINICS, load_profile, months_between, profile_path
from handout.review import is_older, is_past, long_date
from handout.settings import CONF, DAY, place_of_day, read_settings, version_of
from handout.sources import SOURCES, check_sources
from handout.toml_lines import places
from handout.translation import REVIEW, load_translation
from handout.unfinished import translation_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from handout.build import Target

# How many months before the next review a release reminds of it.
REMINDER = 3
# Entries of a clinic's file that nobody prints a line for: looks, and the review itself.
NO_FACTS = {"brand", "review"}


def check_release(target: Target, say: Callable[[str], None]) -> None:
    """Check that the words may be given out, as they stand on paper and on the web.

    All is built to be looked at, if nothing is wrong with the chapters themselves.

    :param say: called with one line of progress.
    :raises HandoutError: with every reason not to, one sentence a line; or there is no such
        clinic or language.
    """
    around = reasons(target)
    say("Asking for all that a release needs (a minute at most) ...")
    if faults := list(dict.fromkeys([*around, *_told(_word_faults, target)])):
        raise HandoutError("\n".join(faults))


def reasons(target: Target) -> list[str]:
    """Return every reason not to give the words out that does not lie in the words themselves.

    :raises HandoutError: there is no such clinic or language.
    """
    profile_path(target.clinic, target.root)
    check_language(target.root, target.language)
    around = (_day, _changes, _day_of_release, _history, _versions, _old_sources)
    groups = (_review, _translation, *around)
    # What keeps several of them from being known is told once.
    return list(dict.fromkeys(line for group in groups for line in _told(group, target)))


def release_advice(target: Target) -> list[Finding]:
    """Return what will stand in the way of a release before long, or is not filled in."""
    profile = load_profile(target.clinic, target.root)
    review = profile.review
    advice = [finding for finding in _sources(target) if not finding.gate]
    if review and months_between(target.day, review.next) <= REMINDER:
        words = f"the text is to be reviewed again by {long_date(review.next)}; have it reviewed"
        advice.insert(0, Finding(_file(target), _line_of(target, "next"), words, gate=False))
    facts = [*profile.model_dump(exclude=NO_FACTS).items(), *profile.visit.model_dump().items()]
    if blank := ", ".join(name for name, fact in facts if fact is None):
        words = f"printed as lines to fill in by hand, or not at all: {blank}"
        advice.append(Finding(_file(target), 0, words, gate=False))
    return advice


def next_steps(target: Target) -> str:
    """Return what is to do once ``dist/`` is written."""
    tag = f"v{version_of(target.root)}"
    if History(target.root).commit_of(f"refs/tags/{tag}"):
        return f"The tag {tag} is there.  To prove the files by it:  make verify-release"
    return (
        f"Next, give this state of the words its name, and put it where the project is kept:\n"
        f"  git tag {tag}\n"
        f"  git push origin {tag}\n"
        "From then on  make verify-release  proves that dist/ is what the tag gives."
    )


def _told(group: Callable[[Target], Iterable[str]], target: Target) -> list[str]:
    """Return what *group* yields, or what keeps it from it."""
    lines: list[str] = []
    try:
        lines.extend(group(target))
    except HandoutError as error:
        lines.extend(str(error).splitlines())
    return lines


def _review(target: Target) -> Iterator[str]:
    review = load_profile(target.clinic, target.root).review
    if review is None:
        yield (
            f"{_file(target)}: no clinician has reviewed the text yet; have it reviewed and fill "
            "in [review]"
        )
        return
    if is_past(review, target.day):
        yield (
            f"{_file(target)}:{_line_of(target, 'next')}: the text was to be reviewed again by "
            f"{long_date(review.next)}; have it reviewed and write down the new days"
        )
    changed = read_settings(target.root).day
    if is_older(review, changed):
        yield (
            f"{_file(target)}:{_line_of(target, 'date')}: the text was reviewed on "
            f"{long_date(review.date)} and changed after that, on {long_date(changed)} ({DAY} in "
            f"{CONF}); have it reviewed again and write down the new days"
        )


def _translation(target: Target) -> Iterator[str]:
    yield from translation_faults(target)
    review = load_translation(target.root, target.language).review
    changed = read_settings(target.root).day
    if review and is_older(review, changed):
        yield (
            f"{LOCALE}/{target.language}/{REVIEW}: the translation was reviewed on "
            f"{long_date(review.date)} and the text changed after that, on {long_date(changed)} "
            f"({DAY} in {CONF}); have it reviewed again and write down the new days"
        )


def _day(target: Target) -> Iterator[str]:
    day = read_settings(target.root).day
    if _is_to_come(day, target):
        yield (
            f"{place_of_day(target.root)}: {DAY} is {long_date(day)}, a day to come; write the "
            "day on which the words were last changed"
        )


def _changes(target: Target) -> list[str]:
    changelog.changes_of(_log(target), version_of(target.root))
    return []


def _day_of_release(target: Target) -> Iterator[str]:
    settings = read_settings(target.root)
    released = changelog.released_on(_log(target), settings.version, target.day)
    told = f"{changelog.FILE}: version {settings.version} was given out on {long_date(released)}"
    if _is_to_come(released, target):
        yield f"{told}, a day to come; correct it"
    if released < settings.day:
        yield (
            f"{told}, and its words were changed after that, on {long_date(settings.day)} ({DAY} "
            f"in {CONF}); correct one of the two days"
        )


def _log(target: Target) -> str:
    try:
        return (target.root / changelog.FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise HandoutError("the list of changes is gone; put it back", changelog.FILE) from None


def _history(target: Target) -> Iterator[str]:
    history = History(target.root)
    history.check()
    for name in history.changed():
        yield f"{name}: this is in no commit yet; make one (git add, git commit), or take it back"
    written, day = history.words_changed(), read_settings(target.root).day
    if written and written > day:
        yield (
            f"{place_of_day(target.root)}: the words were last changed on {long_date(written)}, "
            f"as the history of the files tells, and {DAY} is {long_date(day)}; write the later "
            "day there"
        )
    version = version_of(target.root)
    tagged = history.commit_of(f"refs/tags/v{version}")
    if tagged and tagged != history.commit_of("HEAD"):
        yield (
            f"{CONF}: version {version} has been given out already (tag v{version}), and "
            "something has changed since; give it a new version"
        )


def _versions(target: Target) -> Iterator[str]:
    yield from other_versions((target.root / CONSTRAINTS).read_text(encoding="utf-8"))


def _old_sources(target: Target) -> Iterator[str]:
    check_sources(target.root)
    yield from (str(finding) for finding in _sources(target) if finding.gate)


def _sources(target: Target) -> Iterator[Finding]:
    text = (target.root / SOURCES).read_text(encoding="utf-8")
    yield from stale(read_sources(text), target.day)


def _word_faults(target: Target) -> list[str]:
    return check_words(target).faults


def _is_to_come(day: date, target: Target) -> bool:
    # In the east a day begins before it does where builds count (UTC).
    return day > target.day + timedelta(days=1)


def _file(target: Target) -> str:
    return f"{CLINICS}/{target.clinic}.toml"


def _line_of(target: Target, entry: str) -> int:
    """Return the line on which the clinic's file names this day of the review."""
    text = profile_path(target.clinic, target.root).read_text(encoding="utf-8-sig")
    return places(text)["review", entry].line
