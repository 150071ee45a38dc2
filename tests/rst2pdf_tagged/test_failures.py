"""What is wrong fails: status 1, one plain sentence with its place, and no PDF."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rst2pdf_tagged.builder import is_whole_pdf

HERE = Path(__file__).parent
GOOD = b"%PDF-1.4 a good file from an earlier build"


def sheet(name: str, place: str, words: str):
    where = f"sheets/{name}.yaml:{place}: " if place else ""
    return pytest.param("sheets", {"pdf_stylesheets": [name]}, where, words, id=f"sheet {name}")


def case(topic: str, where: str, words: str, name: str = "", **settings):
    return pytest.param(topic, settings, where, words, id=name or topic)


FAILURES = [
    case("missing-picture", "index.rst:4: ", "no picture 'nothing.png'; correct its name"),
    case("broken-svg", "index.rst:4: ", "picture 'broken.svg' cannot be read; export it"),
    case("broken-png", "index.rst:4: ", "picture 'broken.png' cannot be read; export it"),
    case("inline-svg", "index.rst:6: ", "'dot.svg' cannot stand inside a line"),
    case("page-template", "", "no page template 'nosuchPage'; correct its name"),
    case(
        "glyph",
        "index.rst:6: ",
        r"\(U\+2603\) is not in the typeface Helvetica; use another",
        helvetica=True,
    ),
    case("glyph-ttf", "index.rst:6: ", r"\(U\+2603\) is not in the typeface SourceSansPro-Reg"),
    case("tall-cell", "index.rst:", "row of this table is taller than a page; shorten it"),
    case("tall-row", "index.rst:6: ", "row of this table is taller than a page; shorten it"),
    case("dangling", "index.rst:4: ", "link 'elsewhere' leads to nothing .*; correct its target"),
    case("raising-handler", "index.rst:6: ", "ValueError: no such luck"),
    case("empty-documents", "conf.py:2: ", "pdf_documents is empty, .*; name one"),
    case(
        "settings",
        "conf.py:2: ",
        "names 'indx', .* no such source file; did you mean 'index'",
        name="unknown docname",
        pdf_documents=[("indx", "out", "Title", "Author")],
    ),
    case(
        "settings",
        "conf.py:2: ",
        "is too short; give file",
        name="short entry",
        pdf_documents=[("index", "out")],
    ),
    case(
        "settings",
        "conf.py:2: ",
        "'out.pdf' twice; give each its own name",
        name="same name twice",
        pdf_documents=[("index", "out", "T", "A"), ("index", "out", "T", "A")],
    ),
    case(
        "settings",
        "",
        "no style sheet 'nosuch' .*; correct pdf_stylesheets",
        name="missing style sheet",
        pdf_stylesheets=["nosuch"],
    ),
    case(
        "cover",
        "conf.py:8: ",
        "no cover template 'nosuch.tmpl' .*; correct",
        name="missing cover template",
        pdf_cover_template="nosuch.tmpl",
    ),
    case(
        "cover",
        "conf.py:8: ",
        "rst2pdf has a cover template 'cover.tmpl' of its own",
        name="cover template of rst2pdf's own name",
        pdf_cover_template="cover.tmpl",
    ),
    sheet("broken-yaml", "3", "not valid YAML .*; correct it"),
    sheet("not-a-sheet", "1", "no style sheet; it must begin with a key"),
    sheet("bad-colour", "3", "'greenish' is no colour; write it as"),
    sheet("short-colour", "3", "'#fff' is no colour; write it as"),
    sheet("unquoted-colour", "3", "'#' begins a remark; write the colour in quotes"),
    sheet("number-colour", "3", "read as a number; write the colour in quotes"),
    sheet("command-colour", "3", "'greenish' is no colour"),
    sheet("link-colour", "1", "'greenish' is no colour"),
    sheet("unknown-command", "3", "table command 'BAKGROUND'; did you mean 'BACKGROUND'"),
    sheet("unknown-key", "3", "key 'fontsiz' in style 'base'; did you mean 'fontSize'"),
    sheet("unknown-section", "1", "key 'style'; did you mean 'styles'"),
    sheet("unknown-margin", "2", "key 'margin-lft' in pageSetup; did you mean 'margin-left'"),
    sheet("unknown-template-key", "3", "key 'showFoter' .*; did you mean 'showFooter'"),
    sheet("unknown-alignment", "3", "unknown alignment 'MIDDLE'"),
    sheet("unknown-parent", "3", "unknown parent 'bodytxt'; did you mean 'bodytext'"),
    sheet("unit-leading", "3", "'leading' must be a plain number of points"),
    sheet("unit-indent", "3", "'leftIndent' must be a plain number of points"),
    sheet("unit-padding", "3", "'borderPadding' must be a plain number of points"),
    sheet("unknown-font", "3", "no typeface 'Nosuch Sans'; correct its name"),
    sheet("unknown-alias", "2", "no typeface 'Nosuch Sans'; correct its name"),
    sheet("missing-ttf", "2", "font file 'Nosuch.ttf' cannot be read; correct its name"),
    sheet("page-size", "2", "page size 'LETTR'; did you mean 'LETTER'"),
    sheet("first-template", "2", "page template 'covrPage'; did you mean 'coverPage'"),
    sheet("background", "", "no page background 'nothing.png'; correct its name"),
]


@pytest.mark.parametrize("strict", [False, True], ids=["", "-W"])
@pytest.mark.parametrize(("topic", "settings", "where", "words"), FAILURES)
def test_failure_says_one_plain_sentence_and_writes_nothing(
    build, topic, settings, where, words, strict
):
    result = build(topic, good=GOOD, strict=strict, **settings)

    assert result.status == 1
    assert len(result.errors) == 1
    assert re.match(f"{re.escape(where)}.*{words}", result.errors[0].replace("ERROR: ", ""))
    assert "Traceback" not in result.messages
    assert result.pdfs == ["out.pdf"]
    assert (result.outdir / "out.pdf").read_bytes() == GOOD


def test_failure_leaves_no_half_written_file(build):
    assert build("broken-svg").pdfs == []


def test_failure_of_one_document_withholds_all(build):
    documents = [("index", "out", "T", "A"), ("nosuch", "other", "T", "A")]

    assert build("settings", pdf_documents=documents).pdfs == []


def test_circle_of_parents_fails(build):
    result = build("sheets", pdf_stylesheets=["parent-circle"])

    assert result.status == 1
    assert "style 'mine' is its own parent in the end" in result.errors[0]


def test_without_documents_rst2pdf_makes_one_named_after_the_project(build):
    assert build("settings", pdf_documents=[], project="Project").pdfs == ["Project.pdf"]


def test_parent_may_stand_in_a_later_sheet(build):
    assert build("sheets", pdf_stylesheets=["later-parent", "theirs"], strict=True).status == 0


WARNINGS = [
    case("undefined-style", "index.rst:6: ", "no style 'nosuch'; correct the class name"),
    case("tall-figure", "index.rst:4: ", "'dot.png' is too tall .*; give it a smaller width"),
]


@pytest.mark.parametrize(("topic", "settings", "where", "words"), WARNINGS)
def test_lesser_fault_warns_and_builds(build, topic, settings, where, words):
    result = build(topic, **settings)

    (line,) = result.messages.splitlines()
    assert re.match(f"{re.escape(where)}.*{words}", line.replace("WARNING: ", ""))
    assert result.printed()


@pytest.mark.parametrize(("topic", "settings", "where", "words"), WARNINGS)
def test_lesser_fault_fails_when_warnings_do(build, topic, settings, where, words):
    result = build(topic, strict=True, good=GOOD, **settings)

    assert result.status == 1
    assert (result.outdir / "out.pdf").read_bytes() == GOOD


@pytest.mark.parametrize(
    ("topic", "settings"),
    [
        ("broken-svg", {}),
        ("missing-picture", {}),
        ("glyph", {}),
        ("tall-cell", {}),
        ("sheets", {"pdf_stylesheets": ["bad-colour"]}),
        ("sheets", {"pdf_stylesheets": ["page-size"]}),
        ("sheets", {"pdf_stylesheets": ["unknown-key"]}),
        ("settings", {"pdf_documents": [("indx", "out", "Title", "Author")]}),
    ],
    ids=str,
)
def test_stock_rst2pdf_lets_it_pass(build, topic, settings):
    """Show that the guards above are needed, and thereby that they guard."""
    assert build(topic, stock=True, **settings).status == 0


def sphinx(
    tmp_path: Path, topic: str, *options: str, **more: Any
) -> subprocess.CompletedProcess[str]:
    """Run the command line on a copy of a project, from the project's own folder."""
    root = shutil.copytree(HERE.parent / "roots" / f"test-{topic}", tmp_path / "project")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-b",
        "pdf",
        *options,
        str(root),
        str(tmp_path / "out"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent)}
    return subprocess.run(
        command, capture_output=True, text=True, cwd=root, env=environment, check=False, **more
    )


WHOLE = b"%PDF-1.4\nxref\ntrailer\nstartxref\n9\n%%EOF\n"


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        pytest.param(WHOLE, True, id="whole"),
        pytest.param(b"", False, id="empty"),
        pytest.param(WHOLE[:-7], False, id="cut off"),
        pytest.param(WHOLE[9:], False, id="no beginning"),
        pytest.param(b"%PDF-1.4\n" + WHOLE, False, id="two in one"),
    ],
)
def test_damaged_file_is_told_from_a_whole_one(tmp_path, data, whole):
    path = tmp_path / "out.pdf"
    path.write_bytes(data)

    assert is_whole_pdf(path) is whole


def test_file_that_came_out_damaged_is_not_published(build, monkeypatch):
    monkeypatch.setattr("rst2pdf_tagged.builder.is_whole_pdf", lambda path: False)

    result = build("plain", good=GOOD)
    assert result.status == 1
    assert "out.pdf came out damaged" in result.errors[0]
    assert (result.outdir / "out.pdf").read_bytes() == GOOD


@pytest.mark.slow
def test_command_line_fails_with_status_1_and_a_sentence(tmp_path):
    done = sphinx(tmp_path, "broken-svg")

    assert done.returncode == 1
    assert "cannot be read; export it again" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


@pytest.mark.slow
def test_command_line_with_warnings_as_errors_fails(tmp_path):
    done = sphinx(tmp_path, "undefined-style", "-W")

    assert done.returncode == 1
    assert not list((tmp_path / "out").glob("*.pdf"))


@pytest.mark.slow
def test_stock_rst2pdf_loops_for_ever_on_an_unknown_parent(tmp_path):
    options = ("-D", "extensions=rst2pdf.pdfbuilder", "-D", "pdf_stylesheets=unknown-parent")

    with pytest.raises(subprocess.TimeoutExpired):
        sphinx(tmp_path, "sheets", *options, timeout=3)
