"""Sources that cannot be found, or that nobody has looked at in time, are named with their line."""

from __future__ import annotations

from datetime import date

import pytest
from pybtex.database import parse_string
from pybtex.plugin import find_plugin

from handout.checks.freshness import is_doi, read_sources, stale
from handout.references import HandoutStyle
from handout.sources import SOURCES
from tests.conftest import ROOT

TODAY = date(2026, 11, 26)
REAL = (ROOT / SOURCES).read_text(encoding="utf-8")
GOOD = {
    "title": "A made-up paper",
    "journal": "J Example",
    "year": "2020",
    "doi": "10.1234/made-up.5",
    "checked": "2026-11-26",
}
RENEW = "read the source again, compare it with the chapters, and write the day into 'checked'"


def listed(fields: dict[str, str], above: str = "% One\n\n") -> str:
    """Return a list of sources with one entry, on line 3."""
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"{above}@article{{Made2020,\n{body}}}\n"


def told(text: str, today: date = TODAY) -> list[str]:
    return [str(finding) for finding in stale(read_sources(text), today)]


def without(*names: str) -> dict[str, str]:
    return {name: value for name, value in GOOD.items() if name not in names}


# -- The list itself -----------------------------------------------------------------------------


def test_the_real_sources_are_all_in_order() -> None:
    assert told(REAL) == []


def test_each_real_source_has_the_line_on_which_it_begins() -> None:
    lines = REAL.splitlines()

    sources = read_sources(REAL)

    assert len(sources) == REAL.count("\n@") > 40
    for source in sources:
        assert lines[source.line - 1].endswith(f"{{{source.key},")


def test_a_key_is_found_however_its_entry_is_written() -> None:
    text = "@misc{A,\n title={a}}\n\n  @ARTICLE { B ,\n  note = {see @misc{A,}}\n}\n"

    assert [(source.key, source.line) for source in read_sources(text)] == [("A", 1), ("B", 4)]


@pytest.mark.parametrize(
    "fields",
    [
        GOOD,
        without("journal", "doi") | {"url": "https://example.org/"},
        without("journal", "doi") | {"howpublished": "example.org"},
        without("journal", "doi") | {"organization": "An Example Body"},
        without("doi"),
        without("year") | {"note": "Undated. Seen in part"},
        without("year") | {"annote": "undated"},
    ],
)
def test_a_source_in_order_is_left_alone(fields: dict[str, str]) -> None:
    assert told(listed(fields)) == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (without("title"), "Made2020 has no title; add one"),
        (without("year"), "Made2020 has no year; add it, or annote = {Undated} if it bears none"),
        (without("year") | {"note": "Dated by hand"}, "Made2020 has no year; add it, or annote = {Undated} if it bears none"),
        (without("journal", "doi"), "Made2020 does not say where to find it; add one of doi, url, journal, howpublished, organization"),
        (GOOD | {"doi": "https://doi.org/10.1234/5"}, "Made2020 has the DOI 'https://doi.org/10.1234/5'; write it like 10.1000/182, without doi.org before it, blanks, or a full stop at its end"),
        (without("checked"), "Made2020 does not say when it was last checked; add checked = {2026-01-31}"),
        (GOOD | {"checked": "last week"}, "Made2020 was checked on 'last week'; write a day like 2026-01-31"),
        (GOOD | {"checked": "20261126"}, "Made2020 was checked on '20261126'; write a day like 2026-01-31"),
        (GOOD | {"checked": "2026-02-30"}, "Made2020 was checked on '2026-02-30'; write a day like 2026-01-31"),
        (GOOD | {"checked": "2026-11-28"}, "Made2020 was checked on November 28, 2026, a day to come; correct it"),
    ],
)  # fmt: skip
def test_a_slip_is_told_in_one_sentence_and_must_be_put_right(
    fields: dict[str, str], sentence: str
) -> None:
    (finding,) = stale(read_sources(listed(fields)), TODAY)

    assert str(finding) == f"{SOURCES}:3: {sentence}"
    assert finding.gate


def test_all_slips_of_a_source_are_told_at_once() -> None:
    assert len(told(listed({"author": "Nobody", "doi": "10.1/"}))) == 4


def test_where_the_day_begins_earlier_a_source_may_be_checked_tomorrow() -> None:
    assert told(listed(GOOD | {"checked": "2026-11-27"})) == []


# -- Age -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("checked", "today", "limit"),
    [
        ("2026-11-26", date(2028, 11, 26), None),
        ("2026-11-26", date(2028, 11, 27), 24),
        ("2026-11-26", date(2029, 11, 26), 24),
        ("2026-11-26", date(2029, 11, 27), 36),
        ("2026-11-26", date(2040, 1, 1), 36),
        ("2024-02-29", date(2026, 2, 28), None),
        ("2024-02-29", date(2026, 3, 1), 24),
        ("2024-02-29", date(2027, 3, 1), 36),
        ("2024-08-31", date(2026, 9, 1), 24),
    ],
)
def test_after_24_calendar_months_there_is_advice_and_after_36_a_gate(
    checked: str, today: date, limit: int | None
) -> None:
    findings = list(stale(read_sources(listed(GOOD | {"checked": checked})), today))

    assert [finding.gate for finding in findings] == ([] if limit is None else [limit == 36])
    assert all(f"more than {limit} months ago; {RENEW}" in str(finding) for finding in findings)


def test_an_old_source_is_named_with_its_line_and_its_day() -> None:
    assert told(listed(GOOD), date(2029, 12, 1)) == [
        f"{SOURCES}:3: Made2020 was last checked on November 26, 2026, more than 36 months ago; {RENEW}"
    ]


def test_the_real_sources_grow_old_too() -> None:
    now, then = ([*stale(read_sources(REAL), date(year, 12, 1))] for year in (2028, 2029))

    assert len(now) == len(then) == len(read_sources(REAL))
    assert {finding.gate for finding in now} == {False}
    assert {finding.gate for finding in then} == {True}


# -- DOIs ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "doi",
    [
        "10.1000/182",
        "10.1016/S0006-3223(99)00230-9",
        "10.1002/14651858.CD011612.pub3",
        "10.31887/DCNS.2014.16.1/rduman",
        "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        "10.123456789/x",
    ],
)
def test_a_doi_is_known_by_its_form(doi: str) -> None:
    assert is_doi(doi)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10.1000/",
        "10.1000",
        "10.123/182",
        "10.1234567890/182",
        "11.1000/182",
        "doi:10.1000/182",
        "https://doi.org/10.1000/182",
        "doi.org/10.1000/182",
        "10.1000/182.",
        "10.1000/1 82",
        " 10.1000/182",
        "10.1000/182\n",
        "10.1000/.",
        "10.1000\\182",
        "10,1000/182",
    ],
)
def test_what_is_no_doi_is_found(text: str) -> None:
    assert not is_doi(text)


# -- What is printed -----------------------------------------------------------------------------


def printed(text: str) -> list[str]:
    """Return the lines of the printed list of sources."""
    style = HandoutStyle()
    backend = find_plugin("pybtex.backends", "plaintext")()
    data = parse_string(text, "bibtex")
    return [entry.text.render(backend) for entry in style.format_bibliography(data)]


def test_what_editors_note_for_themselves_is_not_printed() -> None:
    noted = listed(GOOD | {"annote": "Undated"})

    assert printed(noted) == printed(listed(without("checked")))
    assert "made-up paper" in printed(noted)[0]
    assert printed(listed(GOOD | {"note": "Seen in part"})) != printed(noted)
