"""What the libraries log and raise comes out as one plain sentence with its place."""

from __future__ import annotations

import logging

import pytest
from docutils import nodes
from reportlab.lib.utils import annotateException

from rst2pdf_tagged.errors import PdfBuildError, WorkingOn, place_of
from rst2pdf_tagged.reports import bridged, plain, plain_words
from rst2pdf_tagged.typefaces import same_name


def raise_anew() -> None:
    """Fail as a flowable's ``wrap`` does inside ReportLab's KeepTogether."""
    try:
        raise PdfBuildError("this is wrong; mend it", "index.rst:3")
    except PdfBuildError:
        annotateException("raised by class KeepTogether(reportlab.platypus)@0x7f wrap")


@pytest.fixture
def paragraph():
    node = nodes.paragraph()
    node.source, node.line = "index.rst", 3
    return node


def test_error_raised_anew_by_reportlab_keeps_its_sentence_and_its_place(paragraph):
    with pytest.raises(PdfBuildError) as caught, WorkingOn(paragraph):
        raise_anew()

    assert "KeepTogether" in str(caught.value)
    assert plain_words(caught.value) == "this is wrong; mend it"
    assert caught.value.location == "index.rst:3"


def test_innermost_place_wins(paragraph):
    outer = WorkingOn(nodes.section())

    with pytest.raises(ValueError, match="no") as caught, outer, WorkingOn(paragraph):
        raise ValueError("no")

    assert caught.value.location == "index.rst:3"


def test_node_without_line_takes_the_line_of_what_is_in_it(paragraph):
    assert place_of(nodes.table("", paragraph)) == "index.rst:3"


def test_node_without_line_takes_the_line_of_what_it_is_in(paragraph):
    paragraph += nodes.strong("", "word")

    assert place_of(paragraph[0]) == "index.rst:3"


def test_long_message_is_one_line_and_not_too_long():
    assert len(plain("word\n" * 200)) < 310
    assert "\n" not in plain("a\nb")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Template 'x' is not defined", "there is no page template 'x'"),
        ("Using undefined style 'x', aliased to style 'normal'.", "there is no style 'x'"),
        (
            "ValueError: format not resolved, probably missing URL scheme or undefined "
            "destination target for 'x'",
            "a link leads to 'x'",
        ),
    ],
)
def test_words_of_the_libraries_are_made_plain(said, words):
    assert plain(said).startswith(words)


def test_foreign_errors_make_the_build_fail():
    with bridged() as bridge:
        logging.getLogger("rst2pdf").error("something")

    assert bridge.failed


def test_foreign_loggers_are_as_before():
    logger = logging.getLogger("rst2pdf")
    before = (logger.handlers[:], logger.propagate, logger.level)

    with bridged():
        pass

    assert (logger.handlers, logger.propagate, logger.level) == before


@pytest.mark.parametrize(
    ("asked", "given", "same"),
    [("DejaVu Sans", "DejaVuSans", True), ("Nosuch", "DejaVuSans", False)],
)
def test_typeface_is_told_from_a_substitute(asked, given, same):
    assert same_name(asked, given) is same
