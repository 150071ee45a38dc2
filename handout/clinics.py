"""Builds the packets of all clinics at once, on every core, past those that cannot be built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.build import PRINT, SITE, Target, build, is_current, sweep
from handout.errors import HandoutError
from handout.locales import check_language
from handout.outcomes import Outcome
from handout.profile import CLINICS, clinic_names
from handout.sources import check_sources
from handout.translation import check_translation
from handout.workers import Died, Workers, cores

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from pathlib import Path

FORMS = [PRINT, SITE]


def all_clinics(root: Path, language: str) -> list[Target]:
    """Return what there is to build below the project folder *root*: each clinic.

    :raises HandoutError: there is no clinic, or no handout in *language*.
    """
    check_language(root, language)
    check_translation(root, language)
    found = [Target(root, name, language) for name in clinic_names(root)]
    if not found:
        raise HandoutError("there is no clinic in this folder; put a file in", f"{CLINICS}/")
    return found


def build_clinics(wanted: Iterable[Target]) -> Generator[Outcome]:
    """Build each clinic of which anything has changed, as ``build`` does; yield what came of it.

    Those that need no building, or whose own file is wrong, come first.  Close the iterator to
    end it: nothing unfinished is left.
    """
    changed = []
    for target in wanted:
        try:
            if is_current(target, FORMS):
                yield Outcome(target.clinic)
            else:
                changed.append(target)
        except HandoutError as error:
            yield Outcome(target.clinic, faults=_sentences(error))
    if shared := _shared_faults(changed):
        yield from (Outcome(target.clinic, True, shared) for target in changed)
    else:
        yield from _build_all(changed)


def _shared_faults(changed: list[Target]) -> tuple[str, ...]:
    """Return what can be seen to be wrong before anything is built."""
    try:
        for root in {target.root for target in changed}:
            check_sources(root)
    except HandoutError as error:
        return _sentences(error)
    return ()


def _build_all(changed: list[Target]) -> Iterator[Outcome]:
    try:
        with Workers(_build_one, cores()) as workers:
            for target, result in workers.run(changed):
                faults = (_last_words(target, result),) if isinstance(result, Died) else result
                yield Outcome(target.clinic, True, faults)
    finally:
        for target in changed:
            sweep(target)


def _build_one(target: Target) -> tuple[str, ...]:
    """Build one clinic, in a process that has built others; return its faults."""
    try:
        build(target, FORMS, lambda line: None)
    except HandoutError as error:
        return _sentences(error)
    return ()


def _sentences(error: HandoutError) -> tuple[str, ...]:
    return tuple(str(error).splitlines())


def _last_words(target: Target, died: Died) -> str:
    place = f"{CLINICS}/{target.clinic}.toml"
    if died.status < 0:
        return (
            f"{place}: the process that built this clinic was ended from outside (signal "
            f"{-died.status}), most often because the computer had no memory left; close other "
            "programs and try again"
        )
    return f"{place}: the build of this clinic broke off; report the lines that end in an error"
