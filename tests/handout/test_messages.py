"""What an editor reads when Sphinx finds a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from handout.messages import plain_messages

ROOT = Path("/somewhere")


@pytest.mark.parametrize(
    ("report", "sentence"),
    [
        pytest.param(
            "/somewhere/source/risks.rst:7: WARNING: image file not readable: ../images/x.svg [image.not_readable]\n",
            "source/risks.rst:7: there is no picture '../images/x.svg'; correct its name or put the file into images/",
            id="picture",
        ),
        pytest.param(
            "/somewhere/source/a.rst:3: WARNING: undefined label: 'chapter-risk' [ref.ref]\n",
            "source/a.rst:3: this link points to 'chapter-risk', and there is no such place; correct its name",
            id="label",
        ),
        pytest.param(
            "/somewhere/source/a.rst:3: WARNING: Title underline too short.\n\nRisks\n==== [docutils]\n",
            "source/a.rst:3: the line under this heading is shorter than the heading; make it as long",
            id="underline",
        ),
        pytest.param(
            "WARNING: Image source/../images/brain.svg is too wide for the frame, rescaling [rst2pdf.layout]\n",
            "the picture brain.svg is too wide for its place on the page; give it a smaller :width:",
            id="too-wide",
        ),
        pytest.param(
            "/somewhere/source/a.rst:17: ERROR: Inconsistent title style: skip from level 1 to 3.\n\nC\n~\n\nEstablished title styles: = - ~ [docutils]\n",
            "source/a.rst:17: this heading is two levels below the one above it; put a line of --- under it, or add a heading in between",
            id="skipped-level",
        ),
        pytest.param(
            '/somewhere/source/a.rst:9: ERROR: Error in "claim" directive:\n1 argument(s) required, 0 supplied.\n\n.. claim:: [docutils]\n',
            "source/a.rst:9: behind 'claim::' something is missing; write it on the same line, as in other chapters",
            id="no-argument",
        ),
        pytest.param(
            '/somewhere/source/a.rst:9: ERROR: Error in "drawing" directive:\nunknown option: "atl".\n\n.. drawing:: [docutils]\n',
            "source/a.rst:9: 'drawing' takes no line ':atl:'; did you mean ':alt:'?",
            id="unknown-option",
        ),
        pytest.param(
            '/somewhere/source/a.rst:9: ERROR: Content block expected for the "key-points" directive; none found.\n\n.. key-points:: [docutils]\n',
            "source/a.rst:9: 'key-points' is empty; write below it, three blanks further in",
            id="empty-box",
        ),
        pytest.param(
            "/somewhere/source/a.rst:3: WARNING: something new [new.kind]\n",
            "source/a.rst:3: something new",
            id="unknown",
        ),
    ],
)
def test_a_report_becomes_one_plain_sentence(report: str, sentence: str) -> None:
    assert plain_messages(report, ROOT) == [sentence]


def test_each_fault_is_told_once_and_in_order() -> None:
    report = "/somewhere/a.rst:2: WARNING: two\n/somewhere/a.rst:1: WARNING: one\n" * 2

    assert plain_messages(report, ROOT) == ["a.rst:2: two", "a.rst:1: one"]
