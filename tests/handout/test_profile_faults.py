"""A clinic's file that is wrong: what an editor is told, and of which line."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handout import lettering
from handout.errors import HandoutError
from handout.profile import load_profile
from handout.toml_lines import places
from tests.conftest import ROOT
from tests.handout.clinic_file import NAMED, REVIEW, brand, cmap, told, visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# -- One fault -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param('name = "A"\nphon = "1"\n', "clinics/test.toml:2: there is no entry 'phon'; did you mean 'phone'?", id="unknown-entry"),
        pytest.param(NAMED + "zzz = 1\n", "clinics/test.toml:2: there is no entry 'zzz'; remove the line", id="unknown-and-unlike-all"),
        pytest.param(NAMED + '"a\\nb" = 1\n', "clinics/test.toml:2: there is no entry 'aU+000Ab'; remove the line", id="unknown-on-two-lines"),
        pytest.param(NAMED + 'color = "#1f5f6b"\n', "clinics/test.toml:2: there is no entry 'color' here; it belongs under [brand], a line of its own without a #", id="entry-of-another-table"),
        pytest.param(NAMED + 'escort = "x"\n[visit]\nstay_hours = 2\n', "clinics/test.toml:2: there is no entry 'escort' here; it belongs under [visit]", id="entry-above-its-table"),
        pytest.param(NAMED + "stay_hour = 2\n", "clinics/test.toml:2: there is no entry 'stay_hour'; did you mean 'stay_hours' under [visit], a line of its own without a #?", id="like-an-entry-of-another-table"),
        pytest.param(visit('phone = "(503) 555-0142"'), "clinics/test.toml:3: there is no entry 'phone' here; it belongs at the top, above every line in [ ]", id="entry-of-the-top"),
        pytest.param(visit("no_fod_hours = 2"), "clinics/test.toml:3: there is no entry 'no_fod_hours'; did you mean 'no_food_hours'?", id="unknown-entry-of-a-table"),
        pytest.param(NAMED + "[visits]\nforms = ['a']\n", "clinics/test.toml:2: there is no table [visits]; did you mean [visit]?", id="unknown-table"),
        pytest.param(NAMED + "[zzz]\n", "clinics/test.toml:2: there is no table [zzz]; there are: [brand], [visit], [review]", id="unknown-table-unlike-all"),
        pytest.param(NAMED + 'visit = "soon"\n', "clinics/test.toml:2: 'visit' is a table; write [visit] and its entries below", id="table-as-text"),
        pytest.param(NAMED + "[[visit]]\nstay_hours = 2\n", "clinics/test.toml:2: 'visit' is a table; write [visit] and its entries below", id="list-of-tables"),
        pytest.param('phone = "(503) 555-0142"\n', "clinics/test.toml: the entry 'name' is missing; add it", id="no-name"),
        pytest.param('name = "A"\nphone = "call us"\n', "clinics/test.toml:2: 'phone' is not a phone number; write it like (503) 555-0142", id="phone"),
        pytest.param('name = "A"\nafter_hours = "12"\n', "clinics/test.toml:2: 'after_hours' is not a phone number", id="short-phone"),
        pytest.param('name = "A"\nweb = "www"\n', "clinics/test.toml:2: 'web' is not a web address; write it like https://clinic.example", id="web"),
        pytest.param('name = "A"\nweb = "javascript:alert(1)"\n', "clinics/test.toml:2: 'web' is not a web address", id="script-as-web"),
        pytest.param('name = "A"\nsite = "clinic.example"\n', "clinics/test.toml:2: 'site' is not a web address", id="site"),
        pytest.param('name = "A"\nsite = "https://clinic.example/k/index.html"\n', "clinics/test.toml:2: 'site' is not the address of a folder; leave out what comes after the last slash, like https://clinic.example/ketamine/", id="site-as-page"),
        pytest.param('name = "A"\nsite = "https://clinic.example/?k=1"\n', "clinics/test.toml:2: 'site' is not the address of a folder", id="site-with-question"),
        pytest.param('name = "A"\nlanguage_help = "Help\\n[Spanish] Ayuda"\n', "clinics/test.toml:2: 'language_help' has a line that begins with [Spanish]; write there the code of a language and then the words, like [es] Ayuda gratis", id="no-language-code"),
        pytest.param('name = "A"\nlanguage_help = "[es]"\n', "clinics/test.toml:2: 'language_help' has a line that begins with [es]; write there", id="language-without-words"),
        pytest.param('name = "A"\nphone = 503\n', "clinics/test.toml:2: 'phone' must be a text in quotes", id="type"),
        pytest.param('name = ""\n', "clinics/test.toml:1: 'name' is empty; fill it in or remove the line", id="empty"),
        pytest.param('name = " \\t "\n', "clinics/test.toml:1: 'name' is empty; fill it in or remove the line", id="spaces"),
        pytest.param(f'name = "{"n" * 201}"\n', "clinics/test.toml:1: 'name' is longer than 200 letters; shorten it", id="long-name"),
        pytest.param(NAMED + f'hours = "{"n" * 1001}"\n', "clinics/test.toml:2: 'hours' is longer than 1000 letters; shorten it", id="long-hours"),
        pytest.param('name = """\nA\nB"""\n', "clinics/test.toml:1: 'name' has more than one line; write it on one line", id="name-of-two-lines"),
        pytest.param(NAMED + 'web = """\nhttps://clinic\n.example"""\n', "clinics/test.toml:2: 'web' has more than one line", id="web-of-two-lines"),
        pytest.param('name = "A\n', "clinics/test.toml:1: this line cannot be read", id="syntax"),
        pytest.param('name = "A"\nname = "B"\n', "clinics/test.toml:2: this entry stands in the file a second time; keep one of the two", id="twice"),
        pytest.param(visit("no_food_hours = -1"), "clinics/test.toml:3: 'no_food_hours' must be 0 or more", id="negative"),
        pytest.param(visit("no_food_hours = nan"), "clinics/test.toml:3: 'no_food_hours' must be a number like 2 or 0.5", id="nan"),
        pytest.param(visit("no_drink_hours = inf"), "clinics/test.toml:3: 'no_drink_hours' must be a number like 2 or 0.5", id="inf"),
        pytest.param(visit("no_drink_hours = -inf"), "clinics/test.toml:3: 'no_drink_hours' must be a number like 2 or 0.5", id="minus-inf"),
        pytest.param(visit(f"no_drink_hours = 1{'0' * 400}"), "clinics/test.toml:3: 'no_drink_hours' must be a number like 2 or 0.5", id="beyond-all-numbers"),
        pytest.param(visit("no_drink_hours = 25"), "clinics/test.toml:3: 'no_drink_hours' must be 24 or less", id="more-than-a-day"),
        pytest.param(visit("stay_hours = 1.1"), "clinics/test.toml:3: 'stay_hours' must be in quarters of an hour, like 2 or 0.25", id="odd-hours"),
        pytest.param(visit("stay_hours = 0"), "clinics/test.toml:3: 'stay_hours' must be more than 0", id="no-stay"),
        pytest.param(visit("stay_hours = true"), "clinics/test.toml:3: 'stay_hours' must be a number like 2 or 0.5, without quotes", id="yes-for-a-number"),
        pytest.param(visit('stay_hours = "2"'), "clinics/test.toml:3: 'stay_hours' must be a number like 2 or 0.5, without quotes", id="text-for-a-number"),
        pytest.param(visit("arrive_early_minutes = 2.5"), "clinics/test.toml:3: 'arrive_early_minutes' must be a whole number like 30, without quotes", id="half-a-minute"),
        pytest.param(visit("arrive_early_minutes = 241"), "clinics/test.toml:3: 'arrive_early_minutes' must be 240 or less", id="too-early"),
        pytest.param(visit('forms = "IV"'), "clinics/test.toml:3: 'forms' must be a list like [\"one\", \"two\"]", id="text-for-a-list"),
        pytest.param(visit("forms = []"), "clinics/test.toml:3: 'forms' is empty; fill it in or remove the line", id="empty-list"),
        pytest.param(visit('bring = [\n  "a",\n  2]'), "clinics/test.toml:5: text 2 of 'bring' must be a text in quotes", id="number-in-a-list"),
        pytest.param(visit(f"bring = {['a'] * 8}"), "clinics/test.toml:3: 'bring' has more than 7 texts; leave some out", id="long-list"),
        pytest.param(brand('color = "teal"'), "clinics/test.toml:3: 'color' is not a color; write it like \"#1f5f6b\"", id="no-color"),
        pytest.param(brand('color = "#abc"'), "clinics/test.toml:3: 'color' is not a color; write it like \"#1f5f6b\"", id="short-color"),
        pytest.param(brand('color = "#777777"'), "clinics/test.toml:3: 'color' has a contrast of 4.47 to 1 on white, under 4.5 to 1; choose a darker one, such as #757575", id="pale-color"),
        pytest.param(brand('color = "#ffffff"'), "clinics/test.toml:3: 'color' has a contrast of 1.00 to 1 on white, under 4.5 to 1; choose a darker one, such as #757575", id="white"),
        pytest.param(brand('logo = ""\nlogo_alt = "A"'), "clinics/test.toml:3: 'logo' is empty; fill it in or remove the line", id="empty-logo"),
        pytest.param(REVIEW.format(name="B", date="2026-01-01", next='"soon"'), "clinics/test.toml:6: 'next' must be a day like 2026-01-31, without quotes", id="date"),
        pytest.param(REVIEW.format(name="B", date="5", next="2026-02-01"), "clinics/test.toml:5: 'date' must be a day like 2026-01-31", id="number-for-a-date"),
        pytest.param(REVIEW.format(name="B", date="2026-01-01T09:00:00", next="2026-02-01"), "clinics/test.toml:5: 'date' must be a day like 2026-01-31", id="date-and-time"),
        pytest.param(REVIEW.format(name="", date="2026-01-01", next="2027-01-01"), "clinics/test.toml:3: 'name' is empty; fill it in", id="name-of-reviewer"),
        pytest.param(NAMED + '[review]\nname = "B"\ndate = 2026-01-01\nnext = 2027-01-01\n', "clinics/test.toml:2: the entry 'credentials' is missing; add it", id="no-credentials"),
        pytest.param(REVIEW.format(name="B", date="2199-01-01", next="2199-06-01"), "clinics/test.toml:5: 'date' is a day to come", id="review-to-come"),
        pytest.param(REVIEW.format(name="B", date="2026-01-01", next="2026-01-01"), "clinics/test.toml:6: 'next' is not after the review", id="next-too-early"),
        pytest.param(REVIEW.format(name="B", date="2026-01-01", next="2028-01-02"), "clinics/test.toml:6: 'next' is more than 24 months after the review", id="next-too-late"),
    ],
)  # fmt: skip
def test_a_fault_is_named_in_one_plain_sentence(clinic: Path, text: str, sentence: str) -> None:
    (fault,) = told(clinic, text)

    assert fault.startswith(sentence)


def test_an_unknown_clinic_is_answered_with_the_nearest_name() -> None:
    with pytest.raises(HandoutError, match="there is no clinic 'cleer'; did you mean 'clear'\\?"):
        load_profile("cleer", ROOT)


# -- Letters -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param('name = "カペ"', "1: the letter 'カ' (KATAKANA LETTER KA, U+30AB) is not in the typeface; write 'name' without it", id="katakana"),
        pytest.param(NAMED + 'address = """\nOne\nTwo ペ\n"""', "4: the letter 'ペ' (KATAKANA LETTER PE, U+30DA) is not in the typeface", id="third-line-of-a-value"),
        pytest.param(NAMED + 'hours = """\nOne\nTwo \\u30da"""', "4: the letter 'ペ' (KATAKANA LETTER PE, U+30DA) is not in the typeface", id="written-as-a-number"),
        pytest.param(visit('bring = [\n "a", # b\n "ペ"]'), "5: the letter 'ペ' (KATAKANA LETTER PE, U+30DA) is not in the typeface", id="in-a-list"),
        pytest.param(NAMED + "visit = { escort = 'ペ' }", "2: the letter 'ペ' (KATAKANA LETTER PE, U+30DA) is not in the typeface; write 'escort'", id="in-a-short-table"),
        pytest.param('name = "A 😀"', "1: the letter '😀' (GRINNING FACE, U+1F600) is not in the typeface", id="emoji"),
        pytest.param('name = "مركز"', "1: the letter 'ر' (ARABIC LETTER REH, U+0631) is not in the typeface", id="arabic"),
        pytest.param('name = "A\\u0007"', "1: the invisible character U+0007 (a control character) is not in the typeface", id="bell"),
        pytest.param('name = "A\\u0000"', "1: the invisible character U+0000 (a control character) is not in the typeface", id="nothing"),
        pytest.param('name = "A\u202eB"', "1: the invisible character U+202E (RIGHT-TO-LEFT OVERRIDE) is not in the typeface", id="right-to-left"),
        pytest.param('name = "A\u200bB"', "1: the invisible character U+200B (ZERO WIDTH SPACE) is not in the typeface", id="zero-width"),
        pytest.param('name = "A\u00adB"', "1: the invisible character U+00AD (SOFT HYPHEN) is not in the typeface", id="soft-hyphen"),
        pytest.param('name = "A\ufeffB"', "1: the invisible character U+FEFF (ZERO WIDTH NO-BREAK SPACE) is not in the typeface", id="mark-of-byte-order"),
        pytest.param('name = "A\u2028B"', "1: the invisible character U+2028 (LINE SEPARATOR) is not in the typeface", id="line-separator"),
        pytest.param('name = "x\u0302"', "1: the letter 'x\u0302' (LATIN SMALL LETTER X + COMBINING CIRCUMFLEX ACCENT, U+0078 U+0302) is not in the typeface", id="mark-without-a-letter-of-its-own"),
    ],
)  # fmt: skip
def test_a_letter_that_cannot_be_printed_is_refused_by_name(
    clinic: Path, text: str, sentence: str
) -> None:
    assert any(fault.startswith(f"clinics/test.toml:{sentence}") for fault in told(clinic, text))


# What is in the typeface, what is in none, and what might be obeyed somewhere.
TYPED = st.text(
    st.sampled_from(sorted(map(chr, cmap("Regular"))))
    | st.sampled_from("*|`<>&\\{}%#_\"'$~^@[]()=+-:;,.!?/")
    | st.characters(exclude_categories=["Cs"], exclude_characters="\r"),
    min_size=1,
    max_size=60,
)


@given(typed=TYPED)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_kept_as_typed_or_refused_in_plain_sentences(clinic: Path, typed: str) -> None:
    # A text in JSON is one in TOML too, but for a character that TOML wants by its number.
    text = json.dumps(typed, ensure_ascii=False).replace("\x7f", "\\u007f")
    clinic.write_text(f"name = {text}\n", encoding="utf-8")
    lacking = {char for char in unicodedata.normalize("NFC", typed) if not has_glyph(char)}

    kept = unicodedata.normalize("NFC", typed.replace("\t", " ")).strip()
    marks = any(map(unicodedata.combining, kept))

    if kept and not (lacking or marks or "\n" in kept):
        assert load_profile("test", clinic.parent.parent).name == kept
        return
    with pytest.raises(HandoutError) as caught:
        load_profile("test", clinic.parent.parent)
    faults = str(caught.value).splitlines()
    assert all(re.match(r"clinics/test\.toml:\d+: \S.*; \S", fault) for fault in faults)
    assert all(f"U+{ord(char):04X}" in str(caught.value) for char in lacking)


def has_glyph(char: str) -> bool:
    return char in lettering.letters() or char in "\n\t"


# -- All faults ----------------------------------------------------------------------------------


def test_all_faults_come_in_one_go_in_the_order_of_the_lines(clinic: Path) -> None:
    faults = told(
        clinic,
        'name = "ペ\\nB"\nphon = "1"\nweb = "www"\n'
        '[visit]\nstay_hours = -1\nforms = ["", 3]\n[brand]\ncolor = "#fff000"\nlogo = "/none"\n'
        '[review]\nname = ""\ndate = "x"\nnext = 3\n',
    )

    lines = [int(fault.split(":")[1]) for fault in faults]
    assert lines == [1, 1, 2, 3, 5, 6, 6, 7, 8, 9, 10, 11, 12, 13]


FILE = '''# x = 1
"na.me" = 'a # b' # c
a.b = 1
list = [ # d
  "x, ]",
  """y
[z]""", { k = [1,
  2] },
]
long = \'\'\'
= [not.a.table]
\'\'\'
quotes = """a"""""
[table . "q]"]
x = 2026-01-01 10:00:00
[[many]]
y = 1.5
[[many.more]]
z = 1
[[many]]
[[many.more]]
[[many.more]]
z = 2
'''


def test_each_value_is_found_on_its_line() -> None:
    found = {path: place.line for path, place in places(FILE).items()}

    assert found == {
        ("na.me",): 2,
        ("a", "b"): 3,
        ("list",): 4,
        ("list", 0): 5,
        ("list", 1): 6,
        ("list", 2): 7,
        ("list", 2, "k"): 7,
        ("list", 2, "k", 0): 7,
        ("list", 2, "k", 1): 8,
        ("long",): 10,
        ("quotes",): 13,
        ("table", "q]"): 14,
        ("table", "q]", "x"): 15,
        ("many",): 16,
        ("many", 0): 16,
        ("many", 0, "y"): 17,
        ("many", 0, "more"): 18,
        ("many", 0, "more", 0): 18,
        ("many", 0, "more", 0, "z"): 19,
        ("many", 1): 20,
        ("many", 1, "more"): 21,
        ("many", 1, "more", 0): 21,
        ("many", 1, "more", 1): 22,
        ("many", 1, "more", 1, "z"): 23,
    }
    assert set(leaves(tomllib.loads(FILE))) <= set(found)


def leaves(data: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    parts = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data if isinstance(data, list) else ())
    )
    inner = [leaf for key, value in parts for leaf in leaves(value, (*path, key))]
    yield from inner or [path]
