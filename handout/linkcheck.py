"""Tries every web address, and tells where each that does not answer can be put right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handout.build import check_target
from handout.checks.freshness import read_sources
from handout.errors import HandoutError
from handout.sources import SOURCES, check_sources
from handout.sphinx_runs import run_sphinx

if TYPE_CHECKING:
    from collections.abc import Mapping

    from handout.build import Target

DEAD = re.compile(r"(?P<place>\S+?): (?P<words>the web address (?P<address>\S+) .*)")


def check_links(target: Target) -> None:
    """Ask for every web address in the chapters and in the list of sources.

    :raises HandoutError: with each that does not answer, one sentence a line; or there is no
        such target, or its files cannot be read.
    """
    check_target(target)
    check_sources(target.root)
    try:
        run_sphinx(target, "linkcheck", target.folder / "linkcheck", fresh=True)
    except HandoutError as error:
        text = (target.root / SOURCES).read_text(encoding="utf-8")
        places = source_places(text)
        lines = [placed(line, places) for line in str(error).splitlines()]
        raise HandoutError("\n".join(lines)) from error


def source_places(text: str) -> dict[str, str]:
    """Return web address -> file and line of the source that leads there.

    :param text: the list of sources.
    """
    places = {}
    for source in read_sources(text):
        place = f"{SOURCES}:{source.line}"
        if url := source.fields.get("url"):
            places[url] = place
        if doi := source.fields.get("doi"):
            places[f"https://doi.org/{doi}"] = place
    return places


def placed(sentence: str, places: Mapping[str, str]) -> str:
    """Return *sentence* with the place of a source instead of that of the printed list."""
    dead = DEAD.fullmatch(sentence)
    if dead and dead["address"] in places:
        return f"{places[dead['address']]}: {dead['words']}"
    return sentence
