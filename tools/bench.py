"""What tags cost: the same build with and without them, in one run, as ratios; and the slack.

Run with ``make bench``.  Times are user seconds of whole processes, the median of several in
alternation, so that what else the machine does falls on both.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools import slack

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "bench"
ROUNDS = 5
# Name, folder of the sources, folder of conf.py.
HANDOUT = ("the handout", ROOT / "source", ROOT)
# Chapters of the made-up books whose growth is measured.
SIZES = (4, 16)


@dataclass
class Cost:
    """What one build took: user CPU seconds and the size of its PDFs in kB."""

    seconds: float
    size: float


def build(source: Path, conf: Path, tagged: int) -> Cost:
    """Build all PDFs of a project in a process of its own."""
    shutil.rmtree(WORK / "out", ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "pdf", "-c", str(conf)]
    command += [
        "-D",
        f"pdf_tagged={tagged}",
        "-D",
        "pdf_compressed=1",
        str(source),
        str(WORK / "out"),
    ]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, check=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    size = sum(pdf.stat().st_size for pdf in (WORK / "out").glob("*.pdf"))
    return Cost(after.ru_utime - before, size / 1000)


def book(chapters: int) -> Path:
    """Write a made-up book and return its folder."""
    folder = WORK / f"book-{chapters}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "tests" / "roots" / "test-structure", folder)
    names = [f"chapter-{number}" for number in range(chapters)]
    for name in names:
        text = (folder / "long.rst").read_text(encoding="utf-8")
        (folder / f"{name}.rst").write_text(text, encoding="utf-8")
    index = "Book\n====\n\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in names)
    (folder / "index.rst").write_text(index, encoding="utf-8")
    for left_over in ("long.rst", "other.rst"):
        (folder / left_over).unlink()
    return folder


def compare(name: str, source: Path, conf: Path) -> tuple[float, float]:
    """Print what tags add to one document; return the seconds without and with them."""
    runs = {0: [build(source, conf, 0)], 1: [build(source, conf, 1)]}
    for _ in range(ROUNDS - 1):
        for tagged, found in runs.items():
            found.append(build(source, conf, tagged))
    plain, tagged_cost = (
        Cost(statistics.median(run.seconds for run in found), found[0].size)
        for found in (runs[0], runs[1])
    )
    print(
        f"{name}: {tagged_cost.seconds / plain.seconds:.2f} times the CPU "
        f"({plain.seconds:.2f} s without tags, {tagged_cost.seconds:.2f} s with), "
        f"{tagged_cost.size / plain.size:.2f} times the size "
        f"({plain.size:.0f} kB, {tagged_cost.size:.0f} kB)"
    )
    return plain.seconds, tagged_cost.seconds


def main() -> None:
    """Compare the handout and two sizes of a made-up book."""
    WORK.mkdir(parents=True, exist_ok=True)
    compare(*HANDOUT)
    small, large = (
        compare(f"{count} chapters of 5 pages", book(count), WORK / f"book-{count}")
        for count in SIZES
    )
    slack.report(WORK, print)
    step = SIZES[1] - SIZES[0]
    print(
        f"each further chapter: {(large[0] - small[0]) / step:.3f} s without tags, "
        f"{(large[1] - small[1]) / step:.3f} s with"
    )


if __name__ == "__main__":
    main()
