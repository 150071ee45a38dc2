"""What a page may fetch and run, told to the browser by the page itself."""

from __future__ import annotations

import pytest

from handout.errors import HandoutError
from handout.policy import hashes, policy, with_policy

# sha256 of "a()", in base64, by: printf 'a()' | openssl dgst -sha256 -binary | base64
OF_A = "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='"
HEAD = '<!doctype html><html><head><meta charset="utf-8">'


def rule(page: str, name: str) -> str:
    rules = dict(part.split(" ", 1) for part in policy(page).split("; "))
    return rules[name]


def test_a_page_may_fetch_nothing_from_elsewhere() -> None:
    rules = policy(HEAD)

    assert rules.startswith("default-src 'none'; ")
    assert "http" not in rules
    assert "'unsafe-inline'" not in rules


def test_scripts_and_styles_in_the_page_are_named_by_their_hash() -> None:
    page = f'{HEAD}<style>b{{}}</style><script>a()</script><p style="top: 0">'

    assert rule(page, "script-src") == f"'self' {OF_A}"
    for text in ("b{}", "top: 0"):
        assert hashes([text])[0] in rule(page, "style-src")


def test_data_and_files_need_no_hash() -> None:
    page = f'{HEAD}<script src="a.js"></script><script type="application/ld+json">{{}}</script>'

    assert rule(page, "script-src") == "'self'"


def test_the_policy_stands_before_anything_that_is_fetched() -> None:
    page = with_policy(f'{HEAD}<link rel="stylesheet" href="a.css">')

    assert page.index("Content-Security-Policy") < page.index("a.css")


def test_a_page_that_begins_otherwise_ends_the_build() -> None:
    with pytest.raises(HandoutError, match="furo has changed"):
        with_policy("<!doctype html><html><head><meta charset='latin-1'>")
