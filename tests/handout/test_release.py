"""What may not be given out: words, sources and a change log that nobody has looked after."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from handout.build import Target
from handout.errors import HandoutError
from handout.release import check_release, reasons, release_advice
from tests.conftest import ROOT
from tests.repository import RELEASED, WRITTEN, change, commit, git, releasable

if TYPE_CHECKING:
    from pathlib import Path

RENEW = "read the source again, compare it with the chapters, and write the day into 'checked'"
DAY = date(2026, 11, 26)
NO_HISTORY = "this folder has no history of its changes (git), so nobody could prove later what was given out; get it with 'git clone', not as a zip file"
# Where conf.py tells the day on which the words were last changed.
_CONF = (ROOT / "conf.py").read_text(encoding="utf-8").splitlines()
DAY_OF_WORDS = f"conf.py:{[line[:12] for line in _CONF].index('handout_date') + 1}"
BLANK = "phone, after_hours, hours, address, web, site, feedback, funding, language_help, forms, no_food_hours, no_drink_hours, arrive_early_minutes, stay_hours, escort, driving, visits, blood_pressure, bring"


def on(day: date, root: Path) -> Target:
    return Target(root, "one", "en", day)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handout that may be released."""
    return releasable(tmp_path_factory.mktemp("release") / "copy")


@pytest.fixture
def root(good: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    return shutil.copytree(good, tmp_path / "copy")


def spoil(root: Path, name: str, old: str, new: str) -> None:
    """Change the file *name*, and commit that on the day on which the words were written."""
    change(root / name, old, new)
    commit(root)


def advice(target: Target) -> list[str]:
    return [str(finding) for finding in release_advice(target)]


def test_what_is_in_order_may_be_released_and_blank_facts_are_named(good: Path) -> None:
    assert reasons(on(DAY, good)) == []
    assert advice(on(DAY, good)) == [
        f"clinics/one.toml: printed as lines to fill in by hand, or not at all: {BLANK}"
    ]


def test_all_reasons_are_told_at_once_those_in_the_words_too(root: Path) -> None:
    (root / "clinics" / "one.toml").write_text('name = "One"\n', encoding="utf-8")
    change(root / "CHANGELOG.md", "### For developers", "### For others")
    change(root / "CHANGELOG.md", f" ({RELEASED})", " (not released)")
    change(root / "conf.py", WRITTEN, "2030-06-01")
    with pytest.raises(HandoutError) as caught:
        check_release(on(date(2030, 1, 1), root), lambda line: None)

    told = str(caught.value).splitlines()
    around, words = told[:8], told[8:]

    assert [line.partition(": ")[0] for line in around] == [
        "clinics/one.toml",
        DAY_OF_WORDS,
        "CHANGELOG.md:3",
        "CHANGELOG.md:3",
        "CHANGELOG.md",
        "clinics/one.toml",
        "conf.py",
        "source/references.bib:1",
    ]
    assert (
        "source/index.rst: the main message is gone; put a box '.. main-message::' below the title"
        in words
    )
    assert len(told) == len(set(told))


def test_an_unknown_clinic_or_language_is_the_only_thing_told(good: Path) -> None:
    for target in (Target(good, "won", "en", DAY), Target(good, "one", "xx", DAY)):
        with pytest.raises(HandoutError, match=r"^[^\n]+$"):
            reasons(target)


# -- Sources -------------------------------------------------------------------------------------


def test_a_source_that_is_older_than_36_months_is_refused(root: Path) -> None:
    spoil(root, "source/references.bib", "2026-01-31", "2023-11-25")

    assert reasons(on(DAY, root)) == [
        f"source/references.bib:1: Li2010 was last checked on November 25, 2023, more than 36 months ago; {RENEW}"
    ]


def test_a_source_that_does_not_say_when_is_refused(root: Path) -> None:
    spoil(root, "source/references.bib", "  checked = {2026-01-31},\n", "")

    assert reasons(on(DAY, root)) == [
        "source/references.bib:1: Li2010 does not say when it was last checked; add checked = {2026-01-31}"
    ]


def test_a_source_that_is_older_than_24_months_is_told_as_advice(good: Path) -> None:
    day = date(2028, 2, 1)
    assert reasons(on(day, good)) == []

    assert advice(on(day, good))[0] == (
        f"source/references.bib:1: Li2010 was last checked on January 31, 2026, more than 24 months ago; {RENEW}"
    )


def test_a_list_of_sources_that_cannot_be_read_is_told_in_plain_words(root: Path) -> None:
    spoil(root, "source/references.bib", "{J Example},", "{J Example}")

    assert reasons(on(DAY, root)) == [
        "source/references.bib:4: the list of sources cannot be read here; compare with the entries above"
    ]


# -- The change log ------------------------------------------------------------------------------


def test_a_version_that_the_change_log_does_not_know_is_refused(root: Path) -> None:
    spoil(root, "conf.py", 'release = version = "1.0"', 'release = version = "9.9"')

    (told,) = reasons(on(DAY, root))

    assert told.startswith('CHANGELOG.md: there is nothing on version 9.9; write "## 9.9"')


@pytest.mark.parametrize("part", ["For patients and clinicians", "For developers"])
def test_a_version_without_both_parts_is_refused(root: Path, part: str) -> None:
    spoil(root, "CHANGELOG.md", f"### {part}", "### For others")

    assert reasons(on(DAY, root)) == [
        f'CHANGELOG.md:3: version 1.0 has no entry under "### {part}"; write one, if only that nothing has changed there'
    ]


def test_a_change_log_that_is_gone_is_told(root: Path) -> None:
    (root / "CHANGELOG.md").unlink()
    commit(root)

    assert reasons(on(DAY, root)) == ["CHANGELOG.md: the list of changes is gone; put it back"]


def test_settings_that_cannot_be_read_are_told(root: Path) -> None:
    spoil(root, "conf.py", 'release = version = "1.0"', "release = 1 +")

    assert "conf.py" in reasons(on(DAY, root))[0]


def test_a_version_without_its_day_is_refused_and_the_day_is_offered(root: Path) -> None:
    spoil(root, "CHANGELOG.md", f"({RELEASED})", "(not released)")

    assert reasons(on(DAY, root)) == [
        'CHANGELOG.md:3: version 1.0 has no day of release yet; write it so: "## 1.0 (2026-11-26)"'
    ]


def test_a_day_of_release_that_is_to_come_or_before_the_words_is_refused(root: Path) -> None:
    spoil(root, "CHANGELOG.md", RELEASED, "2026-11-28")
    assert reasons(on(DAY, root)) == [
        "CHANGELOG.md: version 1.0 was given out on November 28, 2026, a day to come; correct it"
    ]
    spoil(root, "CHANGELOG.md", "2026-11-28", "2026-10-30")
    assert reasons(on(DAY, root)) == [
        "CHANGELOG.md: version 1.0 was given out on October 30, 2026, and its words were changed after that, on October 31, 2026 (handout_date in conf.py); correct one of the two days"
    ]


# -- The day of the words, and the tools ---------------------------------------------------------


def test_a_day_of_the_words_that_is_to_come_is_refused(root: Path) -> None:
    spoil(root, "conf.py", WRITTEN, "2026-11-28")

    assert reasons(on(DAY, root))[1:] == [
        f"{DAY_OF_WORDS}: handout_date is November 28, 2026, a day to come; write the day on which the words were last changed",
        "CHANGELOG.md: version 1.0 was given out on November 2, 2026, and its words were changed after that, on November 28, 2026 (handout_date in conf.py); correct one of the two days",
    ]


def test_a_day_of_the_words_that_is_none_is_told_once(root: Path) -> None:
    spoil(root, "conf.py", WRITTEN, "last week")

    assert reasons(on(DAY, root)) == [
        f"{DAY_OF_WORDS}: 'handout_date' is no day; write the day on which the words were last changed, like handout_date = \"2026-01-31\""
    ]


def test_a_tool_in_another_version_than_pinned_is_refused(root: Path) -> None:
    spoil(root, "constraints.txt", "Sphinx==", "not-installed==1.0\nsphinx==1.")

    (told,) = reasons(on(DAY, root))

    assert told.startswith("constraints.txt: sphinx 1.")
    assert told.endswith("is installed; type 'make distclean', then 'make'")


# -- The history ---------------------------------------------------------------------------------


def test_a_folder_without_a_history_is_refused_as_one_from_a_zip_file_is(root: Path) -> None:
    shutil.rmtree(root / ".git")

    assert reasons(on(DAY, root)) == [NO_HISTORY]


def test_the_history_of_a_folder_around_it_is_none_of_its_own(root: Path) -> None:
    shutil.rmtree(root / ".git")
    git(root.parent, "init", "--quiet", "--template=")
    commit(root.parent)

    assert reasons(on(DAY, root)) == [NO_HISTORY]


def test_a_history_without_a_beginning_is_refused(root: Path, tmp_path: Path) -> None:
    commit(root)
    git(root, "clone", "--quiet", "--depth=1", root.as_uri(), str(tmp_path / "short"))

    assert reasons(on(DAY, tmp_path / "short")) == [
        "a part of the history of this folder is missing; get it with 'git fetch --unshallow --tags'"
    ]


def test_a_computer_without_git_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert reasons(on(DAY, root)) == ["the program git is not installed; install it"]


def test_each_file_that_is_in_no_commit_is_named(root: Path) -> None:
    git(root, "mv", "images/README.md", "images/Léa's.md")
    change(root / "conf.py", "Ketamine Therapy", "Ketamine")
    (root / "source" / "new-one.rst").write_text("New\n===\n", encoding="utf-8")
    (root / "build").mkdir()
    (root / "build" / "old.pdf").touch()

    rest = "this is in no commit yet; make one (git add, git commit), or take it back"
    assert reasons(on(DAY, root)) == [
        f"{name}: {rest}" for name in ("conf.py", "images/Léa's.md", "source/new-one.rst")
    ]


def test_words_that_were_committed_after_their_day_are_refused(root: Path) -> None:
    change(root / "source" / "one.rst", "Words.", "Other words.")
    commit(root, "2026-11-05")
    # What was committed later, but written before, tells nothing new.
    change(root / "source" / "one.rst", "Other", "Very other")
    commit(root)

    assert reasons(on(DAY, root)) == [
        f"{DAY_OF_WORDS}: the words were last changed on November 5, 2026, as the history of the files tells, and handout_date is October 31, 2026; write the later day there"
    ]


def test_a_version_that_was_given_out_may_be_given_out_again_only_as_it_was(root: Path) -> None:
    git(root, "tag", "v1.0")
    assert reasons(on(DAY, root)) == []

    spoil(root, "theme/pdf/handout.yaml", "#", "# ")

    assert reasons(on(DAY, root)) == [
        "conf.py: version 1.0 has been given out already (tag v1.0), and something has changed since; give it a new version"
    ]


# -- The review ----------------------------------------------------------------------------------


def test_a_review_that_is_to_hold_for_more_than_24_months_is_refused(root: Path) -> None:
    spoil(root, "clinics/one.toml", "2028-11-01", "2028-11-02")

    assert reasons(on(DAY, root)) == [
        "clinics/one.toml:6: 'next' is more than 24 months after the review; choose an earlier day"
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('name = "One"\n', "clinics/one.toml: no clinician has reviewed the text yet; have it reviewed and fill in [review]"),
        ("name = 1\n", "clinics/one.toml:1: 'name' must be a text in quotes"),
    ],
)  # fmt: skip
def test_without_a_review_or_a_sound_file_of_the_clinic_it_is_refused(
    root: Path, text: str, sentence: str
) -> None:
    (root / "clinics" / "one.toml").write_text(text, encoding="utf-8")
    commit(root)

    assert reasons(on(DAY, root)) == [sentence]


def test_a_review_that_is_past_is_refused(good: Path) -> None:
    assert reasons(on(date(2028, 11, 2), good)) == [
        "clinics/one.toml:6: the text was to be reviewed again by November 1, 2028; have it reviewed and write down the new days"
    ]


def test_a_review_of_the_very_day_counts_and_one_of_older_words_does_not(root: Path) -> None:
    spoil(root, "conf.py", WRITTEN, "2026-11-01")
    assert reasons(on(DAY, root)) == []

    spoil(root, "conf.py", "2026-11-01", "2026-11-02")
    assert reasons(on(DAY, root)) == [
        "clinics/one.toml:5: the text was reviewed on November 1, 2026 and changed after that, on November 2, 2026 (handout_date in conf.py); have it reviewed again and write down the new days"
    ]


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2028, 7, 31), False), (date(2028, 8, 1), True), (date(2028, 11, 1), True)],
)
def test_three_months_before_the_next_review_there_is_advice(
    good: Path, day: date, told: bool
) -> None:
    assert reasons(on(day, good)) == []

    reminder = (
        "clinics/one.toml:6: the text is to be reviewed again by November 1, 2028; have it reviewed"
    )
    assert (reminder in advice(on(day, good))) is told
