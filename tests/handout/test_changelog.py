"""The change log tells of each version twice: for those who use it, and those who build it."""

from __future__ import annotations

import re

import pytest

from handout.changelog import Changes, changes_of
from handout.errors import HandoutError
from tests.conftest import ROOT

LOG = """# Changes

## 1.1 (2027-01-31)

### For patients and clinicians

- New words on sleep,
  on two lines.
* A second entry.

Some words between.

### For developers

- Nothing.

## 1.0

### For patients and clinicians

- First text.

### For developers

- First code.
"""


def refusal(text: str, version: str) -> str:
    with pytest.raises(HandoutError) as caught:
        changes_of(text, version)
    return str(caught.value)


def test_each_version_has_its_own_entries_in_two_parts() -> None:
    assert changes_of(LOG, "1.1") == Changes(
        ["New words on sleep, on two lines.", "A second entry."], ["Nothing."]
    )
    assert changes_of(LOG, "1.0") == Changes(["First text."], ["First code."])


def test_the_real_log_tells_of_the_real_version() -> None:
    conf = (ROOT / "conf.py").read_text(encoding="utf-8")
    (version,) = re.findall(r'^release = version = "(.+)"$', conf, re.MULTILINE)

    changes = changes_of((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version)

    assert changes.patients
    assert changes.developers


@pytest.mark.parametrize("version", ["1", "1.", "1.2", "11", "1.10", ""])
def test_a_version_that_is_not_there_is_told(version: str) -> None:
    assert refusal(LOG, version) == (
        f'CHANGELOG.md: there is nothing on version {version}; write "## {version}" and below it '
        'what has changed, under "### For patients and clinicians" and "### For developers"'
    )


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("### For developers\n\n- Nothing.", "", '"### For developers"'),
        ("- Nothing.", "", '"### For developers"'),
        ("- Nothing.", "Nothing.", '"### For developers"'),
        ("### For patients and clinicians\n\n- New", "### For patients\n\n- New", '"### For patients and clinicians"'),
        (LOG[LOG.index("### For") : LOG.index("## 1.0")], "", '"### For patients and clinicians" or "### For developers"'),
    ],
)  # fmt: skip
def test_a_part_that_is_missing_or_empty_is_told_with_the_line_of_its_version(
    old: str, new: str, missing: str
) -> None:
    text = LOG.replace(old, new, 1)

    assert text != LOG
    assert refusal(text, "1.1") == (
        f"CHANGELOG.md:3: version 1.1 has no entry under {missing}; write one, if only that "
        "nothing has changed there"
    )
    assert changes_of(text, "1.0").developers == ["First code."]
