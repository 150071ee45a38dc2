"""Lighthouse's marks: what is missed, or cannot be measured, never reads as passed."""

from __future__ import annotations

from typing import Any

import pytest

from tools import lighthouse
from tools.lighthouse import CATEGORIES, Visit, best, read


def told(marks: float | None = 1.0, paint: float | None = 900) -> dict[str, Any]:
    """Return a report as Lighthouse writes it."""
    return {
        "categories": {name: {"score": marks} for name in CATEGORIES},
        "audits": {"largest-contentful-paint": {"numericValue": paint}},
    }


@pytest.mark.parametrize(
    ("page", "marks", "paint", "faults"),
    [
        ("index", 0.95, 999, 0),
        ("index", 0.94, 999, 4),
        ("index", 0.95, 1000, 1),
        ("risks", 0.95, 3000, 0),
        ("risks", 0.5, 900, 4),
    ],
)
def test_a_mark_or_a_wait_on_the_wrong_side_of_its_bar_is_told(
    page: str, marks: float, paint: float, faults: int
) -> None:
    assert len(list(read(page, told(marks, paint)).faults())) == faults


@pytest.mark.parametrize(("marks", "paint"), [(None, 900), (1.0, None)])
def test_what_lighthouse_could_not_measure_is_no_pass(
    marks: float | None, paint: float | None
) -> None:
    with pytest.raises(SystemExit, match=r"could not measure index\.html"):
        read("index", told(marks, paint))


@pytest.mark.parametrize("missing", ["node", "npm", "chromium"])
def test_a_missing_tool_is_named_in_one_sentence_and_counts_as_a_bar_missed(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = {missing} if missing != "chromium" else {*lighthouse.NEEDED[-1]}
    monkeypatch.setattr(
        lighthouse.shutil, "which", lambda name: None if name in gone else f"/bin/{name}"
    )
    lines: list[str] = []

    assert lighthouse.report(lines.append) == 1
    assert len(lines) == 1
    assert "not measured" in lines[0]
    assert missing in lines[0]


def test_each_page_has_a_line_and_each_missed_bar_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slow = Visit("index", dict.fromkeys(CATEGORIES, 90), 2.0)
    monkeypatch.setattr(lighthouse.shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(lighthouse, "install", lambda: None)
    monkeypatch.setattr(lighthouse, "cost", lambda command: None)
    monkeypatch.setattr(lighthouse, "visit", lambda page, chromium: slow)
    lines: list[str] = []

    missed = lighthouse.report(lines.append)

    assert missed == sum("MISSED" in line for line in lines) == 15
    assert len(lines) == 1 + len(lighthouse.PAGES) + missed


def test_the_best_of_several_visits_counts() -> None:
    first = Visit("index", {**dict.fromkeys(CATEGORIES, 100), "seo": 90}, 1.2)
    second = Visit("index", {**dict.fromkeys(CATEGORIES, 96), "seo": 91}, 0.9)

    assert best([first, second]).paint == 0.9
    assert best([first, second]).marks["seo"] == 91
    assert best([first, second]).marks["performance"] == 100
