"""The reference validator, veraPDF, for PDF/UA and PDF/A: one run for many files."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from tests.conftest import require_tool

FLAVOURS = ("ua1", "2a")
# A Java machine that lives for a few seconds only does not earn back what thorough compiling, and
# collecting garbage on all cores, cost it.  With whole handouts and the many rules of PDF/A it
# lives longer, and compiling saves it a quarter.
LONG = "-XX:+UseSerialGC"
BRIEF = f"-XX:TieredStopAtLevel=1 {LONG}"
MUCH = 2_000_000
# For each flavour and file, what the validator finds wrong.
Verdicts = dict[str, dict[Path, list[str]]]


def judge(paths: Iterable[Path], flavours: Sequence[str] = FLAVOURS) -> Verdicts:
    """Let the validator judge all files, in one run for each flavour, side by side."""
    program = require_tool("verapdf")
    options = options_for_json(_said(program, "--help"))
    files = sorted(set(paths))
    with ThreadPoolExecutor() as pool:
        runs = pool.map(partial(_judge, program, options, files), flavours)
        return dict(zip(flavours, runs, strict=True))


def _judge(
    program: str, options: list[str], files: list[Path], flavour: str
) -> dict[Path, list[str]]:
    much = flavour == "2a" and sum(path.stat().st_size for path in files) > MUCH
    answer = _said(
        program, "--flavour", flavour, *options, *map(str, files), machine=LONG if much else BRIEF
    )
    found = {Path(name): faults for name, faults in faults_in(json.loads(answer)).items()}
    assert sorted(found) == files, "the validator has not judged every file"
    return found


def _said(program: str, *arguments: str, machine: str = BRIEF) -> str:
    # Its status is 1 as soon as one file does not conform.
    done = subprocess.run(
        [program, *arguments],
        env={**os.environ, "JDK_JAVA_OPTIONS": machine},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    return done.stdout


def options_for_json(help_text: str) -> list[str]:
    """Return how to ask for JSON: as veraPDF's own program has it, or a short form of it."""
    return ["--format", "json"] if "--format" in help_text else ["--json"]


def faults_in(report: Any) -> dict[str, list[str]]:
    """Return what is wrong with each file, by its name; nothing if it conforms.

    :param report: veraPDF's own (``{"report": {"jobs": [...]}}``), or a plain list of files.
    """
    if isinstance(report, list):
        return {
            file["file"]: [] if file["compliant"] else [f"does not conform: {file['failures']}"]
            for file in report
        }
    return {job["itemDetails"]["name"]: list(_faults(job)) for job in report["report"]["jobs"]}


def _faults(job: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the file of one *job* in veraPDF's own report."""
    results = job.get("validationResult")
    if not results:
        # Damaged, encrypted or no PDF.
        yield f"cannot be judged: {job.get('taskException')}"
    # A list since one run may be for several flavours.
    for result in results if isinstance(results, list) else filter(None, [results]):
        if not result["compliant"]:
            failed = [
                f"{rule['clause']}-{rule['testNumber']} x{rule['failedChecks']}"
                for rule in result["details"]["ruleSummaries"]
                if rule["status"].lower() == "failed"
            ]
            yield f"does not conform: {', '.join(failed)}"
