"""A translation must not lose a number, a link or a fact: what a translator is told."""

from __future__ import annotations

import pytest

from handout.faithful import faults_between, readings


def faults(english: str, translated: str) -> list[str]:
    return list(faults_between(english, translated, markup=True))


@pytest.mark.parametrize(
    ("english", "translated"),
    [
        ("About 64 of 100 felt better.", "De 100, unos 64 se sintieron mejor."),
        ("Within 1.5 hours.", "En 1,5 horas."),
        ("Within 1.5 hours.", "En 1.50 horas."),
        ("Among 1,000 people, 1 had it.", "De 1.000 personas, 1 la tuvo."),
        ("Among 10,000 people.", "De 10\u00a0000 personas."),
        ("About 1,234.5 mg.", "Unos 1.234,5 mg."),
        ("Two things.", "Dos cosas."),
        ("See :term:`Ketamine <ketamine>` :cite:p:`A2019,B2`.", ":cite:p:`A2019,B2` :term:`k <ketamine>`"),
        ("A :term:`Talk therapy`.", "Una :term:`terapia <talk therapy>`."),
        ("Call |clinic-phone| on 911.", "Llame al 911 o al |clinic-phone|."),
        ("Write :blank:`the day`.", "Escriba :blank:`el día`."),
        ("**Mood** can get worse.", "El **ánimo** puede empeorar."),
        ("{number} hours", "{number} horas"),
        ("Picture %s", "Dibujo %s"),
    ],
)  # fmt: skip
def test_what_says_the_same_in_another_order_or_form_is_right(
    english: str, translated: str
) -> None:
    assert faults(english, translated) == []


@pytest.mark.parametrize(
    ("english", "translated", "sentence"),
    [
        ("64 of 100", "46 de 100", "the English has 64 where the translation has 46; correct it"),
        ("1.5 hours", "15 horas", "the English has 1.5 where the translation has 15; correct it"),
        ("0.5 mg", "5 mg", "the English has 0.5 where the translation has 5; correct it"),
        ("1,000 people", "1 persona", "the English has 1,000 where the translation has 1; correct it"),
        ("64 of 100", "muchos de 100", "the number 64 of the English is not in the translation; put it in"),
        ("1 or 1", "1", "the number 1 of the English is not in the translation; put it in"),
        ("two days", "2 días", "the number 2 is in the translation and not in the English; correct it"),
        ("Call |clinic-phone|.", "Llame.", "|clinic-phone| of the English is not in the translation; put it in"),
        ("So :cite:p:`A2019,B`.", "Así.", ":cite:p:`A2019,B` of the English is not in the translation; put it in"),
        ("A :term:`mania`.", "Una :term:`manía`.", "the English has :term:`... <mania>` where the translation has :term:`... <manía>`; write it alike"),
        ("See :ref:`risks <r>`.", "Vea los riesgos.", ":ref:`... <r>` of the English is not in the translation; put it in"),
        ("So.", "Así :cite:p:`A`.", ":cite:p:`A` is in the translation and not in the English; take it out"),
        ("A word.", "Una `palabra.", "the back quotes (`) are not those of the English; compare them"),
        ("**Mood** falls.", "El **ánimo baja.", "the stars of bold words (**) are not those of the English; compare them"),
        ("{number} hours", "{numero} horas", "the English has {number} where the translation has {numero}; write it alike"),
        ("A word.", "1984. Una palabra.", "the number 1984 is in the translation and not in the English; correct it"),
        ("A word.", "A. Palabra", "'A.' at its beginning would make a list of it; put a backslash before it"),
        ("A word.", "Una\n\npalabra", "the translation has a line end (\\n) in it, at which it would be cut; take it out"),
        ("A word.", "ペ", "the letter 'ペ' (KATAKANA LETTER PE, U+30DA) is not in the typeface; write it without"),
    ],
)  # fmt: skip
def test_what_is_lost_or_added_is_told(english: str, translated: str, sentence: str) -> None:
    assert sentence in faults(english, translated)


def test_a_number_may_be_read_as_either_side_of_an_ocean_does() -> None:
    assert readings("1.000") == {"1000", "1"}
    assert readings("1,25") == {"1.25"}
    assert readings("1.234,5") == {"1234.5"}
    assert readings("2.3.1") == {"2.3.1"}


def test_a_label_is_no_markup() -> None:
    assert list(faults_between("A word.", "A. Palabra", markup=False)) == []


@pytest.mark.parametrize("translated", ['Una "palabra"', "<b>Una palabra</b>", "Uno & dos"])
def test_a_label_has_nothing_that_a_browser_obeys(translated: str) -> None:
    (sentence, *_) = faults_between("A word.", translated, markup=False)

    assert sentence.startswith("a browser would take the ")
