"""The checker finds each fault of the catalogue, nothing in good files, and never gives up."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from rst2pdf_tagged.__main__ import main
from rst2pdf_tagged.verify import RULES, verify
from rst2pdf_tagged.verify.file import TaggedFile
from tests.conftest import ROOT
from tests.rst2pdf_tagged.faults import BROKEN, FAULTS, HARMLESS, Broken

# What cannot be told from a text below a picture: nothing but a reader's sense says that it
# is the picture's caption.
BEYOND = {"caption_lost"}
NAMES = sorted(
    path.name.removeprefix("test-") for path in (ROOT / "tests" / "roots").glob("test-*")
)
SOUND = 20


@pytest.fixture(scope="module")
def good(build) -> Path:
    return build("structure").printed().path


@dataclass
class Judged:
    """What the checker says of a file: the rules that name a fault, and the checks that do."""

    rules: set[str]
    checks: set[str]


def _judged(place: tuple[int, Path, Path]) -> tuple[str, Judged]:
    number, good, folder = place
    fault = [*FAULTS, *HARMLESS][number]
    path = folder / f"{fault.name}.pdf"
    fault.write(good, path)
    with pikepdf.open(path) as pdf:
        file = TaggedFile(pdf)
        found = {check.__name__: {finding.rule for finding in check(file)} for check in RULES}
    checks = {name for name, rules in found.items() if rules}
    # A file without any tags is not worth checking.
    whole = {finding.rule for finding in verify(path)} if not file.elements else set()
    path.unlink()
    return fault.name, Judged(whole.union(*found.values()), checks)


@pytest.fixture(scope="module")
def judged(good, tmp_path_factory) -> dict[str, Judged]:
    """What the checker says of each fault of the catalogue; found on all cores."""
    folder = tmp_path_factory.mktemp("faults")
    places = [(number, good, folder) for number in range(len([*FAULTS, *HARMLESS]))]
    # What they are born with is no garbage of theirs.
    with ProcessPoolExecutor(initializer=gc.freeze) as pool:
        return dict(pool.map(_judged, places, chunksize=8))


def test_good_file_has_no_findings(good):
    assert verify(good) == []


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_fault_is_found(judged, fault):
    if fault.name in BEYOND:
        pytest.xfail("beyond a machine, as the README says")

    assert fault.rule in judged[fault.name].rules, fault.says


@pytest.mark.slow
@pytest.mark.parametrize("variant", HARMLESS, ids=lambda variant: variant.name)
def test_what_is_only_unusual_is_not_reported(judged, variant):
    assert judged[variant.name].rules == set(), variant.says


@pytest.mark.slow
@pytest.mark.parametrize("check", RULES, ids=lambda check: check.__name__)
def test_every_check_can_fail(judged, check):
    found = [fault.name for fault in FAULTS if check.__name__ in judged[fault.name].checks]

    assert found, f"no fault of the catalogue makes {check.__name__} say anything"


def test_file_without_tags_is_told(build):
    (finding,) = verify(build("structure", pdf_tagged=False).printed().path)

    assert finding.rule == "untagged"


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_damaged_file_is_told_and_ends_in_good_order(good, tmp_path, capsys, broken: Broken):
    path = tmp_path / "file.pdf"
    broken.write(good, path)

    assert main([str(path)]) in broken.statuses
    assert capsys.readouterr().out.startswith(str(path))


def run(*names: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rst2pdf_tagged", *names],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_command_judges_each_file_and_ends_with_the_worst(good, tmp_path):
    done = run(str(good), str(tmp_path / "missing.pdf"))

    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout.splitlines() == [
        f"{good}: nothing found",
        f"{tmp_path / 'missing.pdf'}: this file cannot be read (No such file or directory)",
    ]


def test_command_without_a_file_says_how_to_use_it():
    done = run()

    assert (done.returncode, done.stderr) == (2, "")
    assert "name a PDF" in done.stdout


def test_command_ends_quietly_when_nobody_reads_on(good, tmp_path):
    FAULTS[0].write(good, tmp_path / "bad.pdf")
    command = f"{sys.executable} -m rst2pdf_tagged {tmp_path / 'bad.pdf'} | head -c 1"
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.stderr == ""


def files(built: list) -> Iterator[Path]:
    for result in built:
        yield from (result.outdir / name for name in result.pdfs if name.endswith(".pdf"))


def test_checker_finds_nothing_in_any_root_that_builds(build):
    # Roots that are wrong on purpose make no file.
    made = list(files([build(topic) for topic in NAMES]))

    assert len(made) > SOUND
    assert {path.parent.parent.name: found for path in made if (found := verify(path))} == {}
