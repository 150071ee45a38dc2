"""Whether each source can be found again, and has been looked at in time.

Calendar months count: what was checked on January 31, 2025 is older than 24 months from
February 1, 2027 on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pybtex.database.input.bibtex import Parser

from handout.checks.finding import Finding
from handout.profile import months_between
from handout.review import long_date
from handout.sources import SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# After so many months a source wants to be looked at again, and may no longer be given out.
OLD, TOO_OLD = 24, 36
ENTRY = re.compile(r"^[ \t]*@\w+\s*\{\s*([^\s,]+)\s*,", re.MULTILINE)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DOI = re.compile(r"10\.\d{4,9}/\S*[^\s.]")
# Any of these tells a reader where to look for a source.
WHERE = ("doi", "url", "journal", "howpublished", "organization")
UNDATED = re.compile(r"\bundated\b", re.IGNORECASE)
RENEW = "read the source again, compare it with the chapters, and write the day into 'checked'"


@dataclass(frozen=True)
class Source:
    """One entry of the list of sources.

    :ivar line: the line, from 1, on which it begins; :ivar fields: name -> text.
    """

    key: str
    line: int
    fields: Mapping[str, str]


def read_sources(text: str) -> list[Source]:
    """Return the entries of the BibTeX file *text*, in order.

    :raises PybtexError: it cannot be read.
    """
    lines = {key: text.count("\n", 0, start) + 1 for key, start in _starts(text)}
    entries = Parser().parse_string(text).entries
    return [Source(key, lines.get(key, 0), entry.fields) for key, entry in entries.items()]


def _starts(text: str) -> Iterator[tuple[str, int]]:
    for entry in ENTRY.finditer(text):
        yield entry[1], entry.start() + entry[0].index("@")


def stale(sources: Iterable[Source], today: date) -> Iterator[Finding]:
    """Yield what is wrong with *sources* on the day *today*; after 24 months, only advice."""
    for source in sources:
        yield from _unfindable(source)
        yield from _unread(source, today)


def is_doi(text: str) -> bool:
    """Return whether *text* has the form of a DOI: ``10.``, 4 to 9 digits, a slash, a suffix.

    The digits as Crossref has them in the pattern that fits 74.4 of its 74.9 million DOIs
    (https://www.crossref.org/blog/dois-and-matching-regular-expressions/, 2015); the suffix as
    the DOI Handbook has it, of any printable characters
    (https://www.doi.org/doi_handbook/2_Numbering.html#2.2), but without blanks, and without a
    full stop at its end, which belongs to the sentence that a DOI was copied from.
    """
    return text.isprintable() and DOI.fullmatch(text) is not None


def _unfindable(source: Source) -> Iterator[Finding]:
    """Yield what keeps a reader from finding a *source*."""
    fields = source.fields
    if not fields.get("title"):
        yield _finding(source, "has no title; add one")
    if not fields.get("year") and not UNDATED.search(
        f"{fields.get('note', '')} {fields.get('annote', '')}"
    ):
        yield _finding(source, "has no year; add it, or annote = {Undated} if it bears none")
    if not any(fields.get(name) for name in WHERE):
        yield _finding(source, f"does not say where to find it; add one of {', '.join(WHERE)}")
    if "doi" in fields and not is_doi(fields["doi"]):
        yield _finding(
            source,
            f"has the DOI '{fields['doi']}'; write it like 10.1000/182, without doi.org before "
            "it, blanks, or a full stop at its end",
        )


def _unread(source: Source, today: date) -> Iterator[Finding]:
    """Yield what is wrong with the day on which a *source* was last checked."""
    written = source.fields.get("checked", "")
    if not written:
        yield _finding(source, "does not say when it was last checked; add checked = {2026-01-31}")
        return
    day = _day(written)
    if day is None:
        yield _finding(source, f"was checked on '{written}'; write a day like 2026-01-31")
    # In the east a day begins before it does where builds count (UTC).
    elif day > today + timedelta(days=1):
        yield _finding(source, f"was checked on {long_date(day)}, a day to come; correct it")
    elif (months := months_between(day, today)) > OLD:
        limit = TOO_OLD if months > TOO_OLD else OLD
        words = f"was last checked on {long_date(day)}, more than {limit} months ago; {RENEW}"
        yield _finding(source, words, gate=limit == TOO_OLD)


def _day(written: str) -> date | None:
    """Return the day in *written*, if it is a real one in the form that we ask for."""
    if not DAY.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _finding(source: Source, words: str, *, gate: bool = True) -> Finding:
    return Finding(SOURCES, source.line, f"{source.key} {words}", gate)
