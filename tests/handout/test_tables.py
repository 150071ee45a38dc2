"""A file of tables is read whole, or each fault in it is told with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.claims import CLAIMS, load_claims
from handout.errors import HandoutError

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
[[claim]]
id = "D2"
about = "it"
kind = "limit"
strength = "some"
sources = ["Li2010"]
wording = ["It does not help everyone"]
chapters = ["risks"]
"""


def told(root: Path, text: str) -> list[str]:
    """Return what is said of the ledger *text*."""
    path = root / CLAIMS
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(HandoutError) as error:
        load_claims(root)
    return str(error.value).splitlines()


def test_each_table_knows_its_line(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / CLAIMS).write_text(f"# The ledger.\n\n{GOOD}\n{GOOD}", encoding="utf-8")

    assert [claim.line for claim in load_claims(tmp_path)] == [3, 12]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"some"', '"sure"', "5: 'strength' must be one of 'strong', 'some', 'early', 'mixed', 'unknown' or 'on-record'"),
        ('"limit"', '"hope"', "4: 'kind' must be one of 'benefit', 'risk', 'limit', 'rule', 'help' or 'promise'"),
        ('kind = "limit"\n', "", "1: the entry 'kind' is missing; add it"),
        ("about", "abut", "1: the entry 'about' is missing; add it"),
        ('["Li2010"]', "[]", "1: 'D2' names no source; add one, or leave the claim out"),
        ('["risks"]', '"risks"', '8: \'chapters\' must be a list like ["one", "two"]'),
        ('["Li2010"]', '"Li2010"', '6: \'sources\' must be a list like ["one", "two"]'),
        ('["risks"]', '["risks"]\nchecked = "Ann"', "9: 'checked' has entries of its own; write it as the top of the file says"),
        ("[[claim]]", "[[clam]]", "1: 'clam' is no table [[claim]]; write it so, or take it out"),
        ("[[claim]]", "[claim]", "1: 'claim' is no table [[claim]]; write it so, or take it out"),
        ('"D2"', '"D2', "2: this line cannot be read"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    found = told(tmp_path, GOOD.replace(old, new))

    assert [one for one in found if one.startswith(f"{CLAIMS}:{sentence}")], found


def test_a_ledger_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(HandoutError, match=r"source/claims\.toml: this file is gone"):
        load_claims(tmp_path)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace('"some"', '"sure"').replace('"limit"', '"hope"')

    assert len(told(tmp_path, text + text)) == 4
