"""What came of each clinic in a run over all of them, and how that is told."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDTH = 100


@dataclass(frozen=True)
class Outcome:
    """What came of one clinic.

    :ivar tried: whether there was anything to build.
    :ivar faults: plain sentences; with any, what was built before stays as it was.
    """

    clinic: str
    tried: bool = False
    faults: tuple[str, ...] = ()

    @property
    def built(self) -> bool:
        """Return whether it was built."""
        return self.tried and not self.faults


def summary(outcomes: list[Outcome]) -> str:
    """Return one sentence on the clinics that are as they should be."""
    built = sum(outcome.built for outcome in outcomes)
    unchanged = sum(not outcome.tried and not outcome.faults for outcome in outcomes)
    rest = f", and {_counted(unchanged)} had not changed" if unchanged else ""
    if built:
        return f"Built {_counted(built)}, each in its own folder in build/{rest}."
    if unchanged:
        return f"Nothing has changed since the last time: {_counted(unchanged)} up to date."
    return "No clinic was built."


def told_faults(outcomes: list[Outcome]) -> Iterator[str]:
    """Yield, line by line, who failed and why; what several clinics share is told once."""
    for clinics, faults in _grouped(outcomes).items():
        shared_by_all = len(clinics) == len(outcomes) > 1
        names = f"all {_counted(len(clinics))}" if shared_by_all else ", ".join(clinics)
        yield ""
        yield textwrap.fill(f"{names}:", WIDTH, break_long_words=False, break_on_hyphens=False)
        yield from (f"  {fault}" for fault in faults)
    failed = sum(bool(outcome.faults) for outcome in outcomes)
    if failed:
        yield ""
        yield f"{_counted(failed)} could not be built.  What was built before stays as it was."


def _grouped(outcomes: Iterable[Outcome]) -> dict[tuple[str, ...], list[str]]:
    """Return names of clinics -> the faults that just these share."""
    sharing: dict[str, list[str]] = defaultdict(list)
    for outcome in outcomes:
        for fault in outcome.faults:
            sharing[fault].append(outcome.clinic)
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for fault, clinics in sharing.items():
        groups[tuple(sorted(clinics))].append(fault)
    return groups


def _counted(number: int) -> str:
    return "1 clinic" if number == 1 else f"{number} clinics"
