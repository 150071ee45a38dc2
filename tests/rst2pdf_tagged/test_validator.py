"""The reference validator accepts every file that the roots make, and refuses a bad one."""

from __future__ import annotations

import re
import sys
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.making import run
from tests.rst2pdf_tagged.alone import rst2pdf_alone
from tests.rst2pdf_tagged.conftest import ROOTS
from tests.rst2pdf_tagged.validator import FLAVOURS, faults_in, judge, options_for_json

# Wrong on purpose: no file is made.
FAILING = {
    *("broken-png", "broken-svg", "dangling", "empty-documents", "glyph", "glyph-ttf"),
    *("inline-svg", "missing-picture", "page-template", "raising-handler", "stranger"),
    *("tall-cell", "tall-row"),
}
SOUND = sorted({path.name.removeprefix("test-") for path in ROOTS.glob("test-*")} - FAILING)
# What is built: root and settings.
CASES: dict[str, tuple[str, dict[str, Any]]] = {
    **{topic: (topic, {}) for topic in SOUND},
    "structure in one piece": ("structure", {"pdf_splittables": False}),
    "structure with real footnotes": ("structure", {"pdf_real_footnotes": True}),
    "structure on A6": ("structure", {"pdf_stylesheets": ["sphinx", "parts", "a6"]}),
    "structure in two columns": ("structure", {"pdf_page_template": "twoColumn"}),
    "structure compressed": ("structure", {"pdf_compressed": True}),
    "corners in one piece": ("corners", {"pdf_splittables": False}),
    "corners with real footnotes": ("corners", {"pdf_real_footnotes": True}),
}
UNTAGGED = ("structure", {"pdf_tagged": False})


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """The file that rst2pdf makes without Sphinx."""
    folder = tmp_path_factory.mktemp("alone")
    done = rst2pdf_alone(folder, "   :alt: A dot")
    assert done.returncode == 0, done.stderr
    return folder / "plain.pdf"


def files_of(build, topic: str, settings: dict[str, Any]):
    return sorted(build(topic, **settings).outdir.rglob("*.pdf"))


@pytest.fixture(scope="module")
def as_the_readme_says(tmp_path_factory):
    """The file that a stranger gets with the README's three lines, a text, and its commands."""
    folder = tmp_path_factory.mktemp("stranger")
    readme = (ROOT / "rst2pdf_tagged" / "README.md").read_text(encoding="utf-8")
    lines = re.search(r"```python\n(extensions = .*?)```", readme, re.DOTALL)[1]
    source = folder / "source"
    source.mkdir()
    (source / "conf.py").write_text(lines, encoding="utf-8")
    (source / "index.rst").write_text("My book\n=======\n\nWords.\n", encoding="utf-8")
    assert len(lines.splitlines()) == 3
    commands = re.findall(r"^python (-m .*)$", readme, re.MULTILINE)
    for command in commands:
        done = run(folder, sys.executable, *command.split())
        assert done.returncode == 0, done.stdout + done.stderr
    return folder / "build" / "pdf" / "my-book.pdf"


@pytest.fixture(scope="module")
def verdicts(build, alone, as_the_readme_says):
    """What the validator says of all files at once; each run of it starts a Java machine."""
    cases = [*CASES.values(), UNTAGGED]
    return judge(
        [alone, as_the_readme_says, *(path for case in cases for path in files_of(build, *case))]
    )


@pytest.mark.slow
@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("name", CASES)
def test_validator_accepts(build, verdicts, name, flavour):
    result = build(CASES[name][0], **CASES[name][1])
    files = files_of(build, *CASES[name])

    assert result.status == 0, result.messages
    assert len(files) == len(result.app.config.pdf_documents)
    assert {path.name: verdicts[flavour][path] for path in files if verdicts[flavour][path]} == {}


@pytest.mark.slow
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_validator_accepts_what_rst2pdf_makes_alone(verdicts, alone, flavour):
    assert verdicts[flavour][alone] == []


@pytest.mark.slow
@pytest.mark.runs(
    "python -m sphinx -W -b pdf source build/pdf",
    "python -m rst2pdf_tagged build/pdf/my-book.pdf",
)
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_validator_accepts_what_the_readme_leads_to(verdicts, as_the_readme_says, flavour):
    assert verdicts[flavour][as_the_readme_says] == []


@pytest.mark.slow
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_validator_refuses_a_file_without_tags(build, verdicts, flavour):
    (path,) = files_of(build, *UNTAGGED)

    assert verdicts[flavour][path]


@pytest.mark.parametrize("topic", sorted(FAILING))
def test_root_that_is_left_out_makes_no_file(build, topic):
    assert files_of(build, topic, {}) == []


GOOD = {"compliant": True, "details": {"ruleSummaries": []}}
PASSED = {"clause": "7.2", "testNumber": 34, "failedChecks": 0, "status": "passed"}
FAILED = {"clause": "7.21.4.1", "testNumber": 1, "failedChecks": 2, "status": "failed"}
BAD = {"compliant": False, "details": {"ruleSummaries": [PASSED, FAILED]}}
REFUSED = ["does not conform: 7.21.4.1-1 x2"]


@pytest.mark.parametrize(
    ("job", "faults"),
    [
        pytest.param({"validationResult": [GOOD]}, [], id="good"),
        pytest.param({"validationResult": [BAD]}, REFUSED, id="bad"),
        pytest.param({"validationResult": GOOD}, [], id="good, of an older version"),
        pytest.param({"validationResult": BAD}, REFUSED, id="bad, of an older version"),
        pytest.param(
            {"taskException": {"exception": "Couldn't parse stream"}},
            ["cannot be judged: {'exception': \"Couldn't parse stream\"}"],
            id="damaged",
        ),
        pytest.param({"validationResult": []}, ["cannot be judged: None"], id="not judged"),
    ],
)
def test_report_of_the_official_program_is_understood(job, faults):
    report = {"report": {"jobs": [{"itemDetails": {"name": "a.pdf", "size": 1}, **job}]}}

    assert faults_in(report) == {"a.pdf": faults}


@pytest.mark.parametrize(
    ("help_text", "options"),
    [
        ("Usage: verapdf [options] FILES\n  --flavour\n  --format\n", ["--format", "json"]),
        ("verapdf [--flavour ua1|2a] [--json] FILE...", ["--json"]),
    ],
    ids=["official", "short form"],
)
def test_program_is_asked_in_its_own_words(help_text, options):
    assert options_for_json(help_text) == options
