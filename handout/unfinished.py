"""What a translation still lacks before it may be given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.catalogs import place_of
from handout.english import english_messages
from handout.locales import ENGLISH, LOCALE
from handout.review import is_past, long_date
from handout.translation import REVIEW, load_translation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.build import Target
    from handout.english import English


def is_unfinished(target: Target) -> bool:
    """Return whether anything in the target's language is still printed in English.

    :raises HandoutError: the chapters or the translation cannot be read.
    """
    return target.language != ENGLISH and any(_missing(target).values())


def progress_of(target: Target) -> tuple[int, int]:
    """Return how many sentences are translated, and how many there are."""
    count = sum(len(_keys(messages)) for messages in english_messages(target).values())
    return count - sum(map(len, _missing(target).values())), count


def translation_faults(target: Target) -> Iterator[str]:
    """Yield every reason not to give out a translation, a sentence each; for English none.

    :raises HandoutError: the chapters or the translation cannot be read.
    """
    if target.language == ENGLISH:
        return
    translation = load_translation(target.root, target.language)
    yield from translation.faults()
    for name, missing in _missing(target).items():
        if missing:
            yield _sentence(target, name, missing)
    review, file = translation.review, f"{LOCALE}/{target.language}/{REVIEW}"
    if review is None:
        yield (
            f"{file}: nobody has reviewed this translation; have a clinician review it who reads "
            "the language, and write this file"
        )
    elif is_past(review, target.day):
        yield (
            f"{file}: the translation was to be reviewed again by {long_date(review.next)}; "
            "have it reviewed and write down the new days"
        )


def _keys(messages: list[English]) -> dict[tuple[str, str], English]:
    """Return the messages, each once: a catalog has equal sentences of a chapter once."""
    return {(one.context, one.text): one for one in reversed(messages)}


def _missing(target: Target) -> dict[str, list[English]]:
    """Return, for each catalog, what of it is not translated."""
    catalogs = load_translation(target.root, target.language).catalogs
    missing = {}
    for name, messages in english_messages(target).items():
        done = {(one.context, one.english) for one in catalogs.get(name, ()) if one.words}
        missing[name] = [one for key, one in _keys(messages).items() if key not in done]
    return missing


def _sentence(target: Target, name: str, missing: list[English]) -> str:
    language = target.language
    messages = load_translation(target.root, language).catalogs.get(name, ())
    listed = {(one.context, one.english): one.line for one in messages}
    lines = sorted(listed[key] for one in missing if (key := (one.context, one.text)) in listed)
    count = len(missing)
    number = f"{count} sentences are" if count > 1 else "1 sentence is"
    if lines:
        place = f"{place_of(language, name)}:{lines[0]}"
        return f"{place}: {number} not translated yet, or unsure, the first on this line"
    first = min(missing, key=lambda one: one.line)
    return (
        f"{first.file}:{first.line}: {number} not in {place_of(language, name)} yet; "
        f"run  make translation DOC_LANGUAGE={language}"
    )
