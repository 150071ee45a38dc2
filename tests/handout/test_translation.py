"""A language from its first command to its release, in a small handout of its own."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po, write_po
from lxml import html

from handout.build import PRINT, SITE, Target, build, inputs_digest
from handout.checks.report import check_words
from handout.errors import HandoutError
from handout.matrix import matrix
from handout.piles import which_version
from handout.profile import load_profile
from handout.release import reasons
from handout.translation import check_translation, load_translation, profile_in
from handout.unfinished import is_unfinished, progress_of, translation_faults
from handout.update_translation import left_over, update_translation
from handout.version_id import version_id
from tests.copies import WRITTEN, fingerprints, reviewed_until, small_handout, with_one_pdf
from tests.printed import words_in
from tests.pseudo import accented, fill_in

if TYPE_CHECKING:
    from pathlib import Path

WORDS = """\
.. new-word:: Glutamate

   A messenger :cite:p:`Li2010`, no more :cite:p:`Li2010`.

.. how-sure:: early

   It helped 64 of 100. Call |clinic-phone| first.

.. log:: My mood log
   :columns: Date; Mood

   Fill in one row a day.

.. fill-in::

   * My ride

.. write-lines:: 3
   :label: My notes

.. drawing:: ../images/spines.svg
   :alt: Spines on a branch

   What grows

   Small bumps grow.

* |clinic-language-help|

.. on-screen::

   Words for a screen.

.. glossary::

   apple
      A fruit that falls.

   zebra
      A horse with stripes.
"""
# A review that holds, in each of the two places.
REVIEWED = reviewed_until("2027-11-01")
REVIEW = REVIEWED.partition("[review]\n")[2]


def begun(root: Path) -> Target:
    """Return a small handout of which a translation has been begun."""
    small_handout(root, WORDS, REVIEWED)
    chapter = root / "source" / "one.rst"
    told = f":description: What this page is for.\n\n{chapter.read_text(encoding='utf-8')}"
    chapter.write_text(told, encoding="utf-8")
    with_one_pdf(root)
    target = Target(root, "one", "es")
    update_translation(target)
    return target


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Target:
    return begun(tmp_path_factory.mktemp("begun") / "copy")


@pytest.fixture(scope="module")
def finished(untouched: Target, tmp_path_factory: pytest.TempPathFactory) -> Target:
    """A handout of which all is translated, built."""
    root = tmp_path_factory.mktemp("finished") / "copy"
    shutil.copytree(untouched.root, root)
    fill_in(catalogs(root))
    own = root / "locale" / "es" / "images" / "spines.svg"
    own.parent.mkdir()
    shutil.copyfile(root / "images" / "brain.svg", own)
    target = Target(root, "one", "es")
    build(target, [SITE], lambda line: None)
    return target


@pytest.fixture
def spoilt(finished: Target, tmp_path: Path) -> Target:
    """A translated handout to spoil."""
    shutil.copytree(finished.root, tmp_path / "copy", ignore=shutil.ignore_patterns("build"))
    return Target(tmp_path / "copy", "one", "es")


def catalogs(root: Path) -> Path:
    return root / "locale" / "es" / "LC_MESSAGES"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def messages(target: Target, name: str) -> dict[str, tuple[str, bool]]:
    catalog = read_po(io.BytesIO((catalogs(target.root) / f"{name}.po").read_bytes()))
    return {str(one.id): (str(one.string), one.fuzzy) for one in catalog if one.id}


def page(target: Target, name: str) -> html.HtmlElement:
    return html.parse(str(target.site.parent / f"{name}.html")).getroot()


def texts(root: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in root.xpath(path)]


# -- What there is to translate ----------------------------------------------------------------


def test_a_catalog_holds_all_that_a_reader_sees_or_hears(untouched: Target) -> None:
    assert list(messages(untouched, "one")) == [
        "What this page is for.",
        "One",
        "See :cite:p:`Li2010`.",
        "Glutamate",
        "A messenger :cite:p:`Li2010`, no more :cite:p:`Li2010`.",
        "It helped 64 of 100. Call |clinic-phone| first.",
        "Fill in one row a day.",
        "My mood log",
        "Date",
        "Mood",
        "My ride",
        "My notes",
        "Spines on a branch",
        "What grows",
        "Small bumps grow.",
        "Words for a screen.",
        "apple",
        "A fruit that falls.",
        "zebra",
        "A horse with stripes.",
    ]


def test_what_conf_py_prints_is_translated_with_the_front_page(untouched: Target) -> None:
    assert {"The Science Behind Ketamine Therapy", "Picture %s"} < set(messages(untouched, "index"))


def test_the_builds_own_words_have_a_catalog_with_their_lines(untouched: Target) -> None:
    text = (catalogs(untouched.root) / "labels.po").read_text(encoding="utf-8")
    labels = (untouched.root / "source" / "labels.toml").read_text(encoding="utf-8").splitlines()
    line = labels.index('main-message = "The main message"') + 1

    assert f'#: source/labels.toml:{line}\nmsgctxt "callout.main-message"\n' in text
    # Nobody has measured how hard a translation is, and clinicians read the ledger in English.
    assert "review.grade" not in text
    assert "claims." not in text


# -- Bringing it up to date --------------------------------------------------------------------


def test_a_second_run_changes_nothing(finished: Target) -> None:
    before = fingerprints(finished.root / "locale")

    assert update_translation(finished) == []
    assert fingerprints(finished.root / "locale") == before


def test_a_changed_sentence_keeps_its_translation_as_unsure(spoilt: Target) -> None:
    chapter = spoilt.root / "source" / "one.rst"
    change(chapter, "It helped 64 of 100.", "It helped 63 of 100.")
    update_translation(spoilt)
    string, fuzzy = messages(spoilt, "one")["It helped 63 of 100. Call |clinic-phone| first."]

    assert (string, fuzzy) == (accented("It helped 64 of 100. Call |clinic-phone| first."), True)
    assert is_unfinished(spoilt)


def test_a_sentence_that_comes_back_has_its_translation_again(spoilt: Target) -> None:
    chapter = spoilt.root / "source" / "one.rst"
    change(chapter, "Words for a screen.", "Something else entirely, 7 times.")
    update_translation(spoilt)
    assert "Words for a screen." not in messages(spoilt, "one")
    change(chapter, "Something else entirely, 7 times.", "Words for a screen.")
    update_translation(spoilt)

    assert messages(spoilt, "one")["Words for a screen."] == ("Wórds fór á scréén.", False)


def test_comments_of_a_translator_are_kept(spoilt: Target) -> None:
    path = catalogs(spoilt.root) / "one.po"
    catalog = read_po(io.BytesIO(path.read_bytes()), locale="es")
    catalog["My ride"].user_comments = ["asked Ana"]
    with path.open("wb") as file:
        write_po(file, catalog, width=92)
    change(spoilt.root / "source" / "one.rst", "* My ride", "* My ride\n   * My other ride")
    update_translation(spoilt)

    assert "# asked Ana\n" in path.read_text(encoding="utf-8")
    assert messages(spoilt, "one")["My ride"] == ("Mý rídé", False)


def test_a_catalog_of_a_chapter_that_is_gone_is_told(spoilt: Target) -> None:
    assert left_over(spoilt) == []
    catalogs(spoilt.root).joinpath("one.po").rename(catalogs(spoilt.root) / "old.po")

    assert left_over(spoilt) == ["locale/es/LC_MESSAGES/old.po"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "English is what is translated; name another language"),
        ("ar", "Arabic is written from right to left"),
        ("qq", "'qq' is no code of a language"),
    ],
)
def test_what_cannot_be_translated_into_is_refused(
    untouched: Target, language: str, sentence: str
) -> None:
    with pytest.raises(HandoutError, match=sentence):
        update_translation(replace(untouched, language=language))
    assert not (untouched.root / "locale" / language).exists()


# -- What is built -----------------------------------------------------------------------------


def test_every_mark_is_translated_on_the_page(finished: Target) -> None:
    one = page(finished, "one")

    assert one.get("lang") == "es"
    assert texts(one, "//p[@class='callout-title']") == ["Néw wórd: Glútámáté", "Hów súré áré wé?"]
    assert texts(one, "//caption") == ["Mý móód lóg"]
    assert texts(one, "//th") == ["Dáté", "Móód"]
    assert set(one.xpath("//td//textarea/@aria-label")) >= {"Dáté, rów 1", "Móód, rów 7"}
    assert texts(one, "//span[@class='label']") == ["Mý rídé", "Mý nótés"]
    assert set(one.xpath("//figure//img/@alt")) == {"Spínés ón á bránch"}
    assert texts(one, "//figcaption//span[@class='caption-number']") == ["Píctúré 1"]
    assert one.xpath("//meta[@name='description']/@content") == ["Whát thís págé ís fór."]
    assert texts(one, "//title") == ["Óné - Thé Scíéncé Béhínd Kétámíné Thérápý"]


def test_a_box_still_begins_with_how_sure_we_are(finished: Target) -> None:
    (words,) = texts(page(finished, "one"), "//div[contains(@class, 'how-sure')]/p[2]")

    assert words.startswith("Éárlý réséárch. Ít hélpéd 64 óf 100.")


def test_marks_of_sources_keep_their_own_ids(finished: Target) -> None:
    one = page(finished, "one")
    ids = one.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert texts(one, "//span[contains(@class, 'bibtex-citation')]") == ["[1]"] * 3
    # The list leads back to each of the three.
    assert len(page(finished, "about").xpath("//li[contains(@class, 'citation')]")) == 1


def test_sources_are_told_to_be_english(finished: Target) -> None:
    about = page(finished, "about")

    assert about.xpath("//li[contains(@class, 'citation')]/@lang") == ["en"]


def test_words_to_know_are_in_the_order_of_the_language(spoilt: Target) -> None:
    path = catalogs(spoilt.root) / "one.po"
    change(path, 'msgstr "ápplé"', 'msgstr "zócalo"')
    change(path, 'msgstr "zébrá"', 'msgstr "óso"')
    build(spoilt, [PRINT], lambda line: None)
    printed = words_in(spoilt.printables()[0])

    assert printed.index("óso") < printed.index("zócalo")


def test_a_finished_translation_has_dates_and_a_review_of_its_own(finished: Target) -> None:
    foot = texts(page(finished, "one"), "//div[@class='colophon']")[0]

    assert not is_unfinished(finished)
    assert progress_of(finished)[0] == progress_of(finished)[1]
    # The English text is reviewed, the translation is not.
    assert "Nót ýét révíéwéd bý á clínícíán" in foot
    assert "31 de octubre de 2026" in texts(page(finished, "about"), "//article")[0]


def test_a_reviewed_translation_says_so_and_may_be_given_out(spoilt: Target) -> None:
    (spoilt.root / "locale" / "es" / "review.toml").write_text(REVIEW, encoding="utf-8")
    build(spoilt, [PRINT], lambda line: None)

    assert "Révíéwéd 1 nov 2026, néxt 1 nov 2027" in words_in(spoilt.printables()[0])
    assert list(translation_faults(spoilt)) == []
    assert [line for line in reasons(spoilt) if line.startswith("locale/")] == []


def test_a_review_of_a_translation_that_is_older_than_the_words_does_not_count(
    spoilt: Target,
) -> None:
    (spoilt.root / "locale" / "es" / "review.toml").write_text(REVIEW, encoding="utf-8")
    change(spoilt.root / "conf.py", WRITTEN, "2026-11-02")

    assert [line for line in reasons(spoilt) if line.startswith("locale/")] == [
        "locale/es/review.toml: the translation was reviewed on November 1, 2026 and the text "
        "changed after that, on November 2, 2026 (handout_date in conf.py); have it reviewed again "
        "and write down the new days"
    ]


def test_what_is_half_finished_says_so(spoilt: Target) -> None:
    (spoilt.root / "locale" / "es" / "review.toml").write_text(REVIEW, encoding="utf-8")
    change(catalogs(spoilt.root) / "one.po", 'msgstr "Fíll ín óné rów á dáý."', 'msgstr ""')
    build(spoilt, [SITE], lambda line: None)
    one = page(spoilt, "one")
    printed = words_in(spoilt.printables()[0])

    assert texts(one, "//*[@lang='en']") == ["Fill in one row a day."]
    assert "Únfíníshéd tránslátíón, nót révíéwéd" in texts(one, "//div[@class='colophon']")[0]
    assert "Únfíníshéd tránslátíón, nót révíéwéd" in printed
    assert "Thís tránslátíón ís nót fíníshéd: sómé párts óf ít áré stíll ín Énglísh." in printed
    (sentence,) = (line for line in reasons(spoilt) if "/LC_MESSAGES/" in line)
    assert sentence.startswith("locale/es/LC_MESSAGES/one.po:")
    assert sentence.endswith("1 sentence is not translated yet, or unsure, the first on this line")


def test_a_sentence_that_no_catalog_has_yet_counts(spoilt: Target) -> None:
    chapter = spoilt.root / "source" / "one.rst"
    change(chapter, "Words for a screen.", "Words for a screen.\n\n   Words of today.")
    line = chapter.read_text(encoding="utf-8").splitlines().index("   Words of today.") + 1
    place = f"source/one.rst:{line}: "

    assert f"{place}1 sentence is not in locale/es/LC_MESSAGES/one.po yet; run  make translation DOC_LANGUAGE=es" in list(translation_faults(spoilt))  # fmt: skip


def test_a_redrawn_picture_takes_the_place_of_the_english_one(finished: Target) -> None:
    (source,) = page(finished, "one").xpath("//figure//img[not(@class='narrow')]/@src")
    shown = finished.site.parent / source

    assert shown.read_bytes() == (finished.root / "images" / "brain.svg").read_bytes()


# -- What is refused ---------------------------------------------------------------------------

ROW = 'msgstr "Fíll ín óné rów á dáý."'


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("hélpéd 64 óf", "hélpéd 46 óf", "{at}the English has 64 where the translation has 46; correct it"),
        ("Cáll |clinic-phone|", "Cáll ús", "{at}|clinic-phone| of the English is not in the translation; put it in"),
        (ROW, f"<<<<<<< HEAD\n{ROW}", "{line}this line is no part of a translation"),
        (ROW, 'msgstr "Fíll ín', "{line}this line is no part of a translation"),
        (ROW, "", "the translation is not in order here"),
        (ROW, 'msgstr "ペ"', "{at}the letter 'ペ' (KATAKANA LETTER PE, U+30DA) is not in the typeface"),
    ],
)  # fmt: skip
def test_a_catalog_that_is_wrong_is_told_with_its_line(
    spoilt: Target, old: str, new: str, sentence: str
) -> None:
    path = catalogs(spoilt.root) / "one.po"
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, start=1) if old in line)
    change(path, old, new)
    file = "locale/es/LC_MESSAGES/one.po"

    with pytest.raises(HandoutError) as refusal:
        check_translation(spoilt.root, "es")
    told = sentence.format(at=f"{file}:{number - 1}: ", line=f"{file}:{number}: ")
    assert told in str(refusal.value)


def test_a_slip_that_only_reading_shows_is_told_with_its_line(
    spoilt: Target,
) -> None:
    path = catalogs(spoilt.root) / "one.po"
    line = path.read_text(encoding="utf-8").splitlines().index(ROW)
    change(path, ROW, 'msgstr "Fíll *ín."')

    with pytest.raises(HandoutError) as refusal:
        build(spoilt, [PRINT], lambda line: None)
    assert str(refusal.value) == (
        f"locale/es/LC_MESSAGES/one.po:{line}: stars open bold words here and never close; "
        "put the same stars behind the last word"
    )


def test_many_faults_are_not_all_told(spoilt: Target) -> None:
    fill_in(catalogs(spoilt.root), lambda text: f"9 {accented(text)}")

    with pytest.raises(HandoutError) as refusal:
        check_translation(spoilt.root, "es")
    *told, last = str(refusal.value).splitlines()
    assert len(told) == 30
    assert last.endswith("more of this kind")


@pytest.mark.parametrize(
    ("review", "sentence"),
    [
        (REVIEW.replace("credentials", "title"), "locale/es/review.toml: the entry 'credentials' is missing; add it"),
        (REVIEW.replace("2027", "2030"), "locale/es/review.toml:4: 'next' is more than 24 months after the review; choose an earlier day"),
        ("name = ", "locale/es/review.toml:1: this line cannot be read"),
    ],
)  # fmt: skip
def test_a_wrong_review_is_told(spoilt: Target, review: str, sentence: str) -> None:
    (spoilt.root / "locale" / "es" / "review.toml").write_text(review, encoding="utf-8")

    with pytest.raises(HandoutError) as refusal:
        build(spoilt, [PRINT], lambda line: None)
    assert sentence in str(refusal.value)


def test_a_review_that_is_past_stands_in_the_way(spoilt: Target) -> None:
    (spoilt.root / "locale" / "es" / "review.toml").write_text(REVIEW, encoding="utf-8")
    late = replace(spoilt, day=spoilt.day.replace(year=2028))

    assert list(translation_faults(late)) == [
        "locale/es/review.toml: the translation was to be reviewed again by November 1, 2027; "
        "have it reviewed and write down the new days"
    ]


def test_a_translation_without_a_review_is_not_given_out(finished: Target) -> None:
    (told,) = (line for line in reasons(finished) if line.startswith("locale/"))

    assert told.startswith("locale/es/review.toml: nobody has reviewed this")


# -- Ids, checks, CI ---------------------------------------------------------------------------


def version(target: Target) -> str:
    profile = profile_in(target.language, target.clinic, target.root)
    return version_id(profile, target.root, "1.0", target.language)


def test_english_is_the_same_with_or_without_a_translation(spoilt: Target) -> None:
    english = replace(spoilt, language="en")
    before = version(english), inputs_digest(english)
    shutil.rmtree(spoilt.root / "locale")

    assert (version(english), inputs_digest(english)) == before


def test_an_id_changes_with_what_readers_see_of_a_translation(spoilt: Target) -> None:
    path = catalogs(spoilt.root) / "one.po"
    before, digest = version(spoilt), inputs_digest(spoilt)
    change(path, 'msgid "My ride"', '#. a note\nmsgid "My ride"')
    assert version(spoilt) == before
    assert inputs_digest(spoilt) != digest

    change(path, 'msgstr "Mý rídé"', 'msgstr "Mí viaje"')
    after = version(spoilt)
    assert after != before

    (spoilt.root / "locale" / "es" / "images" / "spines.svg").unlink()
    assert version(spoilt) not in (before, after)


def test_a_pile_in_another_language_is_told(finished: Target) -> None:
    answer = which_version(version(finished), finished.root, finished.day)

    assert "is current: the handout of One Example, in Spanish." in answer
    assert "No clinician has reviewed its text yet." in answer


def test_the_review_of_the_english_text_is_not_that_of_a_translation(finished: Target) -> None:
    assert load_profile("one", finished.root).review is not None
    assert profile_in("es", "one", finished.root).review is None


def test_ci_builds_each_language(finished: Target) -> None:
    jobs = json.loads(matrix(finished.root, None))["include"]

    assert {"clinic": "one", "language": "es"} in jobs
    assert {"clinic": "one", "language": "en"} in jobs


@pytest.mark.runs("make check DOC_LANGUAGE=es")
def test_make_check_says_that_the_words_are_checked_in_english(finished: Target) -> None:
    report = check_words(finished)

    assert "The words themselves are checked in English only" in report.table
    assert report.faults == []
    assert len(report.advice) == 1


def test_a_translation_is_read_anew_when_its_file_changes(spoilt: Target) -> None:
    path = catalogs(spoilt.root) / "one.po"
    assert load_translation(spoilt.root, "es").text("one", "My ride") == "Mý rídé"
    change(path, 'msgstr "Mý rídé"', 'msgstr "Mí viaje"')

    assert load_translation(spoilt.root, "es").text("one", "My ride") == "Mí viaje"


# -- Other letters -----------------------------------------------------------------------------

CYRILLIC = str.maketrans("aeiouyAEIOUY", "аеіоууАЕІОУУ")


def test_a_site_carries_the_letters_of_its_language(
    untouched: Target, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Of Macedonian docutils has no words of its own, which the handout does not need.
    shutil.copytree(untouched.root, tmp_path / "copy")
    target = Target(tmp_path / "copy", "one", "mk")
    update_translation(target)
    monkeypatch.setattr("tests.pseudo.ACCENTS", CYRILLIC)
    fill_in(target.root / "locale" / "mk" / "LC_MESSAGES")
    build(target, [SITE], lambda line: None)
    site = target.site.parent

    sheet = (site / "_static" / "site.css").read_text(encoding="utf-8")
    assert "handout-sans-regular-cyrillic.woff2" in sheet
    assert (site / "_static" / "fonts" / "handout-sans-regular-cyrillic.woff2").is_file()
    assert "Оnе" in texts(page(target, "one"), "//h1")
    assert "Mу rіdе" in words_in(target.printables()[0])
